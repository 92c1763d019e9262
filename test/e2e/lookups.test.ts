/** From a message in Slack to what the tenants say: the shipped bot, the playground's Slack, the simulated tenants. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../src/playground/slack/index.js';
import { lookupRights, systemClock } from '../../src/playground/slack/index.js';
import { startTenants, type Tenants } from '../../src/playground/tenants/index.js';
import { buttons, openWorkspace, press, replies, shown, type Workspace } from './support/workspace.js';

let tenants: Tenants;
let workspace: Workspace;

beforeAll(async () => {
  tenants = await startTenants({ scenario: 'healthy', clock: systemClock });
});
afterAll(() => tenants.close());
beforeEach(async () => {
  const { okta, access, uem } = tenants;
  tenants.setScenario('user-name-mismatch');
  workspace = await openWorkspace({
    OKTA_ORG_URL: okta.url,
    OKTA_API_TOKEN: okta.token,
    ACCESS_URL: access.url,
    ACCESS_CLIENT_ID: access.clientId,
    ACCESS_CLIENT_SECRET: access.clientSecret,
    UEM_URL: uem.url,
    UEM_USERNAME: uem.userName,
    UEM_PASSWORD: uem.password,
    UEM_TENANT_CODE: uem.tenantCode,
    LOOKUP_USER_GROUPS: lookupRights.userGroups.join(','),
    LOOKUP_ADMINS: lookupRights.admins.join(','),
    LOOKUP_CONTACT: lookupRights.contact,
  });
});
afterEach(() => workspace.close());

/** Does something that somebody alone gets a reply to; the reply. */
async function privately(act: () => unknown, user?: string): Promise<Message> {
  const { driver } = workspace;
  const before = driver.ephemerals(user).length;
  await act();
  return driver.waitFor(() => driver.ephemerals(user)[before], { for: 'a reply for one person' });
}
const command = (line: string, user?: string) =>
  privately(
    () => workspace.driver.command({ channel: 'helpdesk', line, ...(user === undefined ? {} : { user }) }),
    user,
  );

describe('/wo-okta check', () => {
  it('names the fault in its first line, from all systems, to the asker alone, who can share it', async () => {
    const { driver } = workspace;
    const report = await command('/wo-okta check ann@acme.example');
    expect(shown(report).split('\n')[0]).toMatch(/^:x: \*User names do not match/);
    for (const half of ['*Okta*', '*Workspace ONE Access*', '*Workspace ONE UEM*'])
      expect(shown(report)).toContain(half);
    expect(driver.messages('helpdesk').filter(({ text }) => text.includes('do not match'))).toEqual([]);

    await press(workspace, report, 'Share in channel');
    const shared = await driver.waitFor(
      () => driver.messages('helpdesk').find(({ text }) => text.includes('Shared by')),
      { for: 'the shared report' },
    );
    expect(shown(shared)).toMatch(/User names do not match/);
  });

  it('opens the article of the fault', async () => {
    const report = await command('/wo-okta check ann@acme.example');
    const label = buttons(report).find((text) => text.startsWith('Show fix:')) ?? '';
    const article = await privately(() => press(workspace, report, label));
    expect(shown(article)).toContain('`username-mismatch@');
  });

  it('by somebody outside the group is refused with whom to ask and their id, and nothing is asked', async () => {
    const before = tenants.requests.list().length;
    const refusal = await command('/wo-okta check ann@acme.example', 'benito');
    expect(shown(refusal)).toMatch(/You may not look people up here\. Ask .*Your Slack id is U0BENITO02/);
    expect(tenants.requests.list()).toHaveLength(before);
    const trail = await command('/wo-okta trail');
    expect(shown(trail)).toMatch(/<@U0BENITO02> check `ann@acme\.example` · `C0HELPDESK` · denied/);
  });

  it('of two people with one name offers both', async () => {
    tenants.setScenario('several-matching-users');
    const choice = await command('/wo-okta check jdoe');
    const label = buttons(choice).find((text) => text.includes('Jane')) ?? '';
    await press(workspace, choice, label);
    const { driver } = workspace;
    // The report takes the place of the choice.
    const report = await driver.waitFor(
      () => driver.ephemerals().find((message) => shown(message).includes('`check`')),
      {
        for: 'the report on Jane',
      },
    );
    expect(shown(report)).toContain('Jane Doe');
  });
});

describe('a mention in words', () => {
  it('is answered to the asker alone; the post carries no reply of anybody', async () => {
    const { driver } = workspace;
    const post = { value: undefined as Message | undefined };
    const report = await privately(() => {
      post.value = driver.say({ channel: 'helpdesk', text: '@wo-okta why can’t ann@acme.example sign in?' });
    });
    expect(shown(report)).toMatch(/User names do not match/);
    if (post.value !== undefined) expect(replies(workspace, post.value)).toEqual([]);
  });

  it('of a colleague looks them up by the e-mail address of their profile', async () => {
    const report = await privately(() =>
      workspace.driver.say({ channel: 'helpdesk', text: '@wo-okta check <@U0ANNACE01>' }),
    );
    expect(shown(report)).toContain('Ann Ace (ann@acme.example)');
  });
});

describe('with Okta down', () => {
  it('the Workspace ONE half is still there', async () => {
    tenants.setScenario('okta-down');
    const report = await command('/wo-okta check ann@acme.example');
    expect(shown(report)).toMatch(/\*Okta\*\n:grey_question: Not read: /);
    expect(shown(report)).toMatch(/\*Workspace ONE Access\*\n:(?:white_check_mark|x):/);
  });
});
