/** Alerts at the desk: what can be typed, who may, and what comes of it. */
import { beforeEach, describe, expect, it } from 'vitest';
import { beginsAlertLine, parseAlertLine } from '../../src/desk/alert-line.js';
import { lasted, shortIds } from '../../src/desk/alert-words.js';
import { createDesk } from '../../src/desk/desk.js';
import type { LiveParts } from '../../src/desk/live-desk.js';
import type { LookupRights } from '../../src/desk/permission.js';
import type { Desk } from '../../src/desk/question.js';
import type { Knowledge } from '../../src/desk/replies.js';
import { isForAskerOnly, type Reply } from '../../src/desk/reply.js';
import type { Alert, AlertAct, Alerts } from '../../src/model/alert.js';
import { UserError } from '../../src/model/errors.js';
import { openStore } from '../../src/state/index.js';
import type { Store } from '../../src/state/store.js';
import { createUnderstand, examplesOf, learn } from '../../src/understanding/index.js';
import { alert } from '../slack/helpers/samples.js';
import { fakeLog } from '../support/fake-log.js';
import { libraryOf } from '../support/small-knowledge.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const library = libraryOf();
const knowledge: Knowledge = {
  library,
  understand: createUnderstand(library.intents, learn(examplesOf(library.intents.values()))),
};
const start = Date.parse('2026-03-02T08:00:00.000Z');

/** Alerts with one that is open, told in C0ALERTS or where it says. */
class OneAlert implements Alerts {
  readonly acts: { readonly which: string; readonly act: AlertAct }[] = [];
  readonly tests: string[] = [];
  readonly one: Alert;
  constructor(one: Alert = alert()) {
    this.one = one;
  }
  async overview() {
    return { alerts: [this.one], polled: [], channel: 'C0ALERTS' };
  }
  async act(which: string, act: AlertAct) {
    this.acts.push({ which, act });
    return this.one.fingerprint.startsWith(which) ? this.one : undefined;
  }
  async test(by: string) {
    this.tests.push(by);
    return this.one;
  }
}

let now: number;
let store: Store;
let log: ReturnType<typeof fakeLog>;

beforeEach(async () => {
  now = start;
  log = fakeLog();
  store = await openStore({ dataDir: await temporaryFolder(), clock: () => now, log });
  return () => store.close();
});

function liveWith(rights: Partial<LookupRights>): LiveParts {
  return {
    runChecks: async () => {
      throw new Error('not asked');
    },
    askTenants: async () => {
      throw new Error('Nobody is looked up here.');
    },
    rights: { userGroups: [], users: [], channels: [], admins: [], ...rights },
    groups: { isMember: async () => false },
    people: { emailOf: async () => undefined },
  };
}

const deskWith = (parts: { readonly alerts?: Alerts; readonly live?: LiveParts; readonly store?: Store }): Desk =>
  createDesk({ current: () => knowledge, store, now: () => now, log, ...parts });
const typed = (desk: Desk, text: string, channel = 'C0ALERTS', asText = false) =>
  desk.command({ text, surface: 'direct', place: { channel, thread: '100.1' }, asker: 'U1' }, { asText });
const textOf = (reply: Reply) => (reply.kind === 'notice' ? `${reply.tone}: ${reply.text}` : reply.kind);

describe('what follows `alerts`', () => {
  it.each([
    ['', { does: 'list' }],
    ['test', { does: 'test' }],
    ['ack 3f2a', { does: 'act', which: '3f2a', deed: { does: 'acknowledge' } }],
    ['acknowledge 3F2A0011', { does: 'act', which: '3f2a0011', deed: { does: 'acknowledge' } }],
    ['snooze 3f2a', { does: 'act', which: '3f2a', deed: { does: 'snooze', for: '1h' } }],
    ['snooze 3f2a 1d', { does: 'act', which: '3f2a', deed: { does: 'snooze', for: '1d' } }],
    ['SNOOZE 3f2a Until-Changed', { does: 'act', which: '3f2a', deed: { does: 'snooze', for: 'until-changed' } }],
    ['wake 3f2a00112233aabb', { does: 'act', which: '3f2a00112233aabb', deed: { does: 'wake' } }],
  ])('%j is understood', (rest, line) => {
    expect(parseAlertLine(rest)).toEqual({ ok: true, line });
  });

  it.each([
    ['akc 3f2a', /no “alerts akc”.*Did you mean `alerts ack`\?/],
    ['snoze 3f2a 1d', /Did you mean `alerts snooze`\?/],
    ['delete 3f2a', /no “alerts delete”\. `alerts` lists/],
    ['ack', /^Which alert\?/],
    ['snooze', /^Which alert\?/],
    ['ack that', /“that” is no id/],
    ['ack 3f2', /“3f2” is no id/],
    ['snooze 3f2a 2h', /Snooze it for `1h`, `1d` or `until-changed`/],
    ['ack 3f2a please', /`alerts ack 3f2a` says it all/],
    ['snooze 3f2a 1h please', /says it all/],
    ['test 3f2a', /stands alone/],
    ['x'.repeat(1_000_000), /^There is no “alerts x{40}”/],
  ])('%.30j is a mistake with what to type instead', (rest, message) => {
    expect(parseAlertLine(rest)).toEqual({ ok: false, message: expect.stringMatching(message) });
  });

  it('is told from a sentence that begins so', () => {
    expect(['', 'test', 'ack', 'Snooze 3f2a', 'wake x'].every(beginsAlertLine)).toBe(true);
    expect(['are noisy today', 'keep coming', 'tested?'].some(beginsAlertLine)).toBe(false);
  });
});

describe('the command `alerts`', () => {
  it('lists what is known, to the asker alone', async () => {
    const alerts = new OneAlert();
    const reply = await typed(deskWith({ alerts }), 'alerts');
    expect(reply).toEqual({ kind: 'alerts', overview: await alerts.overview() });
    expect(isForAskerOnly(reply)).toBe(true);
  });

  it.each([
    ['alerts ack 3f2a', { does: 'acknowledge', by: 'U1' }, 'done: Acknowledged: Provisioning'],
    ['alerts snooze 3f2a 1d', { does: 'snooze', for: '1d', by: 'U1' }, 'done: Snoozed for a day: Provisioning'],
    ['alerts snooze 3f2a', { does: 'snooze', for: '1h', by: 'U1' }, 'done: Snoozed for an hour: Provisioning'],
    [
      'alerts snooze 3f2a until-changed',
      { does: 'snooze', for: 'until-changed', by: 'U1' },
      'done: Snoozed until it changes: Provisioning',
    ],
    ['alerts wake 3f2a', { does: 'wake', by: 'U1' }, 'done: No longer snoozed: Provisioning'],
  ])('%s is done in the asker’s name', async (line, act, said) => {
    const alerts = new OneAlert();
    expect(textOf(await typed(deskWith({ alerts }), line))).toContain(said);
    expect(alerts.acts).toEqual([{ which: '3f2a', act }]);
  });

  it('for an alert that is over, or that there never was, says so', async () => {
    const said = textOf(await typed(deskWith({ alerts: new OneAlert() }), 'alerts ack ffff'));
    expect(said).toMatch(/^refused: No open alert goes by “ffff”/);
  });

  it('mistyped says what was meant, and does nothing', async () => {
    const alerts = new OneAlert();
    expect(textOf(await typed(deskWith({ alerts }), 'alerts akc 3f2a'))).toMatch(/^refused: .*`alerts ack`/);
    expect(textOf(await typed(deskWith({ alerts }), 'alert'))).toMatch(/Did you mean `alerts`\?/);
    expect(alerts.acts).toEqual([]);
  });

  it('`test` says whether the test arrived', async () => {
    const { message: _none, ...held } = alert();
    const alerts = new OneAlert();
    expect(textOf(await typed(deskWith({ alerts }), 'alerts test'))).toMatch(/^done: A test alert is in the channel/);
    expect(textOf(await typed(deskWith({ alerts: new OneAlert(held) }), 'alerts test'))).toMatch(
      /^refused: The test alert is not in its channel yet.*`\/invite`/,
    );
    expect(alerts.tests).toEqual(['U1']);
  });

  it.each(['alerts', 'alerts ack 3f2a', 'alerts test', 'alerts nonsense'])(
    '%s where nothing is watched says how to set it up',
    async (line) => {
      expect(textOf(await typed(deskWith({}), line))).toMatch(/^refused: Nothing is watched.*ALERT_CHANNEL/);
    },
  );

  it('is meant by a line to the bot that can be nothing else', async () => {
    const alerts = new OneAlert();
    const desk = deskWith({ alerts });
    expect((await typed(desk, 'alerts', 'C0ALERTS', true)).kind).toBe('alerts');
    expect(textOf(await typed(desk, 'alerts ack 3f2a', 'C0ALERTS', true))).toMatch(/^done/);
    expect((await typed(desk, 'alerts are noisy today', 'C0ALERTS', true)).kind).not.toBe('alerts');
    expect(alerts.acts).toHaveLength(1);
  });
});

describe('who may', () => {
  it('is everybody in a channel that is told of alerts', async () => {
    const routed = alert({ message: { channel: 'C0CRITICAL', ts: '1.0' } });
    for (const channel of ['C0ALERTS', 'C0CRITICAL']) {
      const desk = deskWith({ alerts: new OneAlert(routed), live: liveWith({}) });
      expect((await typed(desk, 'alerts', channel)).kind).toBe('alerts');
    }
  });

  it('is, elsewhere, who may look people up', async () => {
    const alerts = new OneAlert();
    const allowed = deskWith({ alerts, live: liveWith({ users: ['U1'] }) });
    expect(textOf(await typed(allowed, 'alerts ack 3f2a', 'D0U1'))).toMatch(/^done/);
    for (const line of ['alerts', 'alerts ack 3f2a', 'alerts test']) {
      const reply = await typed(deskWith({ alerts, live: liveWith({ users: ['U2'] }) }), line, 'D0U1');
      expect(textOf(reply)).toMatch(/^refused: Alerts are shown and handled in the channel.*Your Slack id is U1/);
      expect(isForAskerOnly(reply)).toBe(true);
    }
    expect(textOf(await typed(deskWith({ alerts }), 'alerts', 'D0U1'))).toMatch(/^refused: Alerts are shown/);
    expect({ acts: alerts.acts.length, tests: alerts.tests.length }).toEqual({ acts: 1, tests: 0 });
  });
});

describe('a button under an alert', () => {
  const pressed = { which: '3f2a00112233aabb', place: { channel: 'C0ALERTS', thread: '1.0' }, asker: 'U1' };

  it('does what it says, in the presser’s name', async () => {
    const alerts = new OneAlert();
    const reply = await deskWith({ alerts }).actOnAlert({ ...pressed, deed: { does: 'snooze', for: '1d' } });
    expect(textOf(reply)).toMatch(/^done/);
    expect(alerts.acts).toEqual([{ which: pressed.which, act: { does: 'snooze', for: '1d', by: 'U1' } }]);
  });

  it('of an alert that is over says so', async () => {
    const desk = deskWith({ alerts: new OneAlert() });
    const reply = await desk.actOnAlert({ ...pressed, which: 'ffff00112233aabb', deed: { does: 'acknowledge' } });
    expect(textOf(reply)).toMatch(/^refused: No open alert/);
  });
});

describe('who asked for which article', () => {
  const bridge = 'it said: bridge.lost The bridge lost its session';
  const asked = async () => (await store.list('asked-for')).map(({ value }) => value);
  const question = (asker: string) => ({
    text: bridge,
    surface: 'direct' as const,
    place: { channel: 'C1', thread: asker },
    asker,
  });

  it('is kept for a day, with each answer', async () => {
    const desk = deskWith({ alerts: new OneAlert() });
    await desk.ask(question('U1'));
    await desk.ask(question('U2'));
    const at = '2026-03-02T08:00:00.000Z';
    expect(await asked()).toEqual([
      { articleId: 'broken-bridge', by: 'U1', at },
      { articleId: 'broken-bridge', by: 'U2', at },
    ]);
    now += 24 * 60 * 60_000;
    expect(await asked()).toEqual([]);
  });

  it('is not kept where nobody is told of alerts', async () => {
    await deskWith({}).ask(question('U1'));
    expect(await asked()).toEqual([]);
  });

  it('is kept for an article that was chosen, and not for one that was only read', async () => {
    const desk = deskWith({ alerts: new OneAlert() });
    await desk.choose({ channel: 'C1', thread: '1' }, 'broken-bridge', 'U1');
    await typed(desk, 'article stale-ticket', 'C1');
    await desk.ask({ ...question('U1'), text: 'qwertz uiop asdf' });
    expect((await asked()).map(({ articleId }) => articleId)).toEqual(['broken-bridge']);
  });

  it('is lost with a full disk, but not the answer', async () => {
    const full: Store = {
      ...store,
      put: async () => {
        throw new UserError('store-failed', 'The disk is full.');
      },
    };
    expect((await deskWith({ store: full, alerts: new OneAlert() }).ask(question('U1'))).kind).toBe('answer');
    expect(log.lines.some(({ level }) => level === 'error')).toBe(true);
  });
});

describe('in words', () => {
  it.each([
    [400, 'less than a second'],
    [40_000, '40 s'],
    [60_000, '1 min'],
    [3_600_000 + 59_000, '1 h'],
    [2 * 3_600_000 + 5 * 60_000, '2 h 5 min'],
    [24 * 3_600_000, '1 day'],
    [3 * 24 * 3_600_000 + 4 * 3_600_000, '3 days 4 h'],
  ])('%d ms are %s', (ms, text) => {
    expect(lasted(ms)).toBe(text);
  });

  it('ids are as short as they can be, and at least four digits long', () => {
    const of = (...fingerprints: string[]) => [
      ...shortIds(fingerprints.map((fingerprint) => alert({ fingerprint }))).values(),
    ];
    expect(of('3f2a00112233aabb', 'ffff00112233aabb')).toEqual(['3f2a', 'ffff']);
    expect(of('3f2a00112233aabb', '3f2a00112233aabc')).toEqual(['3f2a00112233aabb', '3f2a00112233aabc']);
    expect(of()).toEqual([]);
  });
});
