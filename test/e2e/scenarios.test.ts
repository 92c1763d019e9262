import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PagePerson } from './support/page.js';
import { playground } from './support/playground.js';
import { lookupRights, startTenants, systemClock } from './support/shipped.js';
import { openWorkspace } from './support/workspace.js';

describe('the scenarios of the playground', () => {
  let page: PagePerson;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ page, close } = await playground());
  });
  afterAll(() => close());

  /** Puts a scenario on and asks what it says is worth trying. */
  async function tryOut(scenario: string, line?: string): Promise<string> {
    await page.act('scenario', { scenario, channel: 'C0HELPDESK' });
    const { scenarios, scenario: on } = await page.state();
    expect(on).toBe(scenario);
    const tryThis = scenarios.find(({ id }) => id === scenario)?.tryThis ?? '';
    return (await page.command(line ?? tryThis)).text;
  }
  const verdict = (text: string): string => text.split('\n')[0] ?? '';

  it('are offered with a story and a question each, and begin with all well', async () => {
    const { scenarios, scenario, realSystems } = await page.state();
    expect(scenarios.length).toBeGreaterThan(15);
    for (const one of scenarios) expect(one).toEqual({ ...one, story: expect.stringMatching(/\.$/) });
    expect(new Set(scenarios.map((one) => Object.keys(one).toSorted().join()))).toEqual(
      new Set(['id,story,title,tryThis', 'id,pasted,story,title,tryThis']),
    );
    expect({ scenario, realSystems }).toEqual({ scenario: 'healthy', realSystems: [] });
  });

  it('change what the bot finds from one question to the next', async () => {
    expect(verdict(await tryOut('healthy'))).toContain('Nothing is wrong with Ann Ace');
    expect(verdict(await tryOut('user-name-mismatch'))).toMatch(/user name “jdoe” .* login is “jdoe@acme\.example”/);
    expect(verdict(await tryOut('wrong-issuer'))).toContain('does not end in idp.xml');
    expect(verdict(await tryOut('token-near-expiry'))).toContain('expires in');
  });

  it('leave nothing behind: after an outage and a used-up rate limit all is well at once', async () => {
    const check = '/wo-okta check ann@acme.example';
    const down = await tryOut('okta-down', check);
    expect(verdict(down)).toContain('Okta cannot be reached');
    for (let times = 0; times < 3; times++) await page.command(check);
    expect(verdict(await tryOut('okta-rate-limited', check))).toContain('too many requests');
    expect(verdict(await tryOut('healthy', check))).toContain('Nothing is wrong with Ann Ace');
  });

  it('let people talk: four ask the same in #helpdesk, and each is answered', async () => {
    await page.act('scenario', { scenario: 'many-ask', channel: 'C0HELPDESK' });
    await page.act('jump', { by: 'hour', channel: 'C0HELPDESK' });
    const askers = new Set<string>();
    for (let count = 0; count < 4; count++) {
      const answer = await page.message(({ channel, threadTs }) => channel === 'C0HELPDESK' && threadTs !== undefined);
      expect(answer.text).toContain('no valid authentication methods were found');
      const { messages } = await page.state();
      askers.add(messages.find(({ ts }) => ts === answer.threadTs)?.user ?? '');
    }
    expect([...askers].toSorted()).toEqual(['U0BENITO02', 'U0CARLAR03', 'U0DEVESH04', 'U0JANEDO05']);
  });

  it('have the people of the workspace in them, so that a mention is enough', async () => {
    expect(verdict(await tryOut('user-name-mismatch', '/wo-okta check @jdoe'))).toContain('Jane Doe');
    expect(verdict(await tryOut('healthy', '/wo-okta check @ann'))).toContain('Ann Ace');
  });
});

describe('a playground with real tenants', () => {
  it('says so, offers no scenarios, and asks the real ones', async () => {
    const { running, page, close } = await playground({
      OKTA_ORG_URL: 'http://127.0.0.1:9',
      OKTA_API_TOKEN: 'not-a-real-token',
    });
    try {
      const { scenarios, realSystems, suggestions } = await page.state();
      expect({ scenarios, realSystems }).toEqual({ scenarios: [], realSystems: ['Okta'] });
      expect(running.note).toBe('A simulated Slack before real tenants: lookups read Okta and change nothing there.');
      expect(suggestions.map(({ text }) => text).join()).not.toContain('ann@acme.example');
      // The alerts ask too: after a few failures of theirs Okta is left alone for a while.
      const { text } = await page.command('/wo-okta token');
      expect(text).toMatch(/Okta cannot be reached|Okta failed several times in a row/);
      await expect(page.act('scenario', { scenario: 'healthy', channel: 'C0HELPDESK' })).rejects.toThrow('scenario');
      await expect(page.act('jump', { by: 'week', channel: 'C0HELPDESK' })).rejects.toThrow('real time');
    } finally {
      await close();
    }
  });
});

describe('who may look people up', () => {
  it('is the second line, by its user group: Ann is answered, Benito is told whom to ask', async () => {
    const tenants = await startTenants({ scenario: 'user-name-mismatch', clock: systemClock });
    const workspace = await openWorkspace({
      OKTA_ORG_URL: tenants.okta.url,
      OKTA_API_TOKEN: tenants.okta.token,
      LOOKUP_USER_GROUPS: lookupRights.userGroups.join(),
      LOOKUP_CONTACT: lookupRights.contact,
    });
    const { driver } = workspace;
    const answered = async (user: string) => {
      await driver.command({ channel: 'helpdesk', user, line: '/wo-okta check jdoe@acme.example' });
      return driver.waitFor(() => driver.ephemerals(user)[0], { for: `an answer to ${user}` });
    };
    try {
      expect((await answered('ann')).text).toContain('Jane Doe');
      const asked = tenants.requests.count();
      expect((await answered('benito')).text).toMatch(/Ask Ann Ace of @second-line .*U0BENITO02/);
      expect(tenants.requests.count()).toBe(asked);
    } finally {
      await workspace.close();
      await tenants.close();
    }
  });
});
