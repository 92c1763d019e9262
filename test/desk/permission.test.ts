import { describe, expect, it } from 'vitest';
import { createPermission, type LookupRights, mayLookUpPeople, mayReadTrail } from '../../src/desk/permission.js';
import { fakeLog } from '../support/fake-log.js';

const nobody: LookupRights = { userGroups: [], users: [], channels: [], admins: [] };
const rights: LookupRights = {
  userGroups: ['S0DESK'],
  users: ['U0IRMA'],
  channels: ['C0DESK'],
  admins: ['U0BOSS'],
  contact: 'the identity team',
};

describe('looking people up', () => {
  it.each([
    ['somebody of the user list', 'U0IRMA', 'C0ANY', 'stranger', true],
    ['somebody of a group', 'U0ANN', 'C0ANY', 'member', true],
    ['anybody in a listed channel', 'U0ANN', 'C0DESK', 'stranger', true],
    ['anybody else', 'U0ANN', 'C0ANY', 'stranger', false],
    ['anybody in a direct message', 'U0ANN', 'D0ANN', 'stranger', false],
    ['an administrator of the trail', 'U0BOSS', 'C0ANY', 'stranger', false],
    ['somebody whose groups Slack does not tell', 'U0ANN', 'C0ANY', 'unknown', false],
    ['a listed user whose groups Slack does not tell', 'U0IRMA', 'C0ANY', 'unknown', true],
    ['a name that only begins like one', 'U0IRMAX', 'C0ANY', 'stranger', false],
    ['nobody at all', '', '', 'stranger', false],
  ] as const)('%s: %s in %s, %s → %s', (_who, asker, channel, membership, isAllowed) => {
    expect(mayLookUpPeople(rights, { asker, channel, membership }).isAllowed).toBe(isAllowed);
  });

  it('is denied to everybody where nothing is configured, even to a member of no group', () => {
    for (const membership of ['member', 'stranger', 'unknown'] as const) {
      const verdict = mayLookUpPeople(nobody, { asker: 'U0ANN', channel: 'C0ANY', membership });
      expect(verdict).toMatchObject({ isAllowed: false, refusal: expect.stringContaining('switched off') });
    }
  });

  it('is refused with whom to ask and the asker’s id', () => {
    const verdict = mayLookUpPeople(rights, { asker: 'U0ANN', channel: 'C0ANY', membership: 'stranger' });
    expect(verdict).toEqual({
      isAllowed: false,
      refusal: 'You may not look people up here. Ask the identity team for the right. Your Slack id is U0ANN.',
    });
  });
});

describe('reading the trail', () => {
  it('is for administrators', () => {
    expect(mayReadTrail(rights, 'U0BOSS')).toEqual({ isAllowed: true });
    expect(mayReadTrail(rights, 'U0IRMA')).toMatchObject({
      isAllowed: false,
      refusal: expect.stringContaining('U0IRMA'),
    });
    expect(mayReadTrail(nobody, 'U0BOSS').isAllowed).toBe(false);
  });
});

describe('asking Slack for groups', () => {
  const permissionWith = (isMember: (group: string, user: string) => Promise<boolean>, given = rights) => {
    const log = fakeLog();
    return { log, permission: createPermission(given, { isMember }, log) };
  };

  it('is needed only where nothing else decides', async () => {
    const asked: string[] = [];
    const { permission } = permissionWith(async (group, user) => {
      asked.push(`${group} ${user}`);
      return true;
    });
    await permission.toLookUpPeople('U0IRMA', 'C0ANY');
    await permission.toLookUpPeople('U0ANN', 'C0DESK');
    expect(asked).toEqual([]);
    expect(await permission.toLookUpPeople('U0ANN', 'C0ANY')).toEqual({ isAllowed: true });
    expect(asked).toEqual(['S0DESK U0ANN']);
  });

  it('that fails means no, with a sentence and a line in the log', async () => {
    const { permission, log } = permissionWith(async () => {
      throw new Error('missing_scope');
    });
    expect(await permission.toLookUpPeople('U0ANN', 'C0ANY')).toMatchObject({
      isAllowed: false,
      refusal: expect.stringMatching(/Slack did not say .*usergroups:read.*U0ANN/),
    });
    expect(log.lines).toMatchObject([{ level: 'warn' }]);
  });

  it('of which one fails is enough when another says yes', async () => {
    const two = { ...rights, userGroups: ['S0GONE', 'S0DESK'] };
    const { permission } = permissionWith(async (group) => {
      if (group === 'S0GONE') throw new Error('no_such_subteam');
      return true;
    }, two);
    expect(await permission.toLookUpPeople('U0ANN', 'C0ANY')).toEqual({ isAllowed: true });
  });

  it('is done anew each time, so that a right taken away is gone', async () => {
    let isMember = true;
    const { permission } = permissionWith(async () => isMember);
    expect((await permission.toLookUpPeople('U0ANN', 'C0ANY')).isAllowed).toBe(true);
    isMember = false;
    expect((await permission.toLookUpPeople('U0ANN', 'C0ANY')).isAllowed).toBe(false);
  });
});
