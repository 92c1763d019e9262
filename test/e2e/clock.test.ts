import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Playground, playground } from './support/playground.js';

describe('the clock of the playground', () => {
  const channel = 'C0HELPDESK';
  let open: Playground;
  beforeEach(async () => {
    open = await playground();
  });
  afterEach(() => open.close());
  const jump = (by: 'hour' | 'day' | 'week') => open.page.act('jump', { by, channel });
  const verdict = async (line: string) => (await open.page.command(line)).text.split('\n')[0] ?? '';

  it('moves Slack, the tenants and the bot together: a token runs out, day by day', async () => {
    await open.page.act('scenario', { scenario: 'token-near-expiry', channel });
    expect(await verdict('/wo-okta token')).toContain('“Workspace ONE” expires in 6 days');
    for (let day = 0; day < 3; day++) await jump('day');
    expect(await verdict('/wo-okta token')).toContain('“Workspace ONE” expires in 3 days');
    await jump('day');
    await jump('day');
    expect(await verdict('/wo-okta token')).toContain('“Workspace ONE” expires in 1 day');
    await jump('week');
    expect(await verdict('/wo-okta token')).toContain('No Okta API token begins with “Workspace ONE”');
  });

  it('leaves a bot that works after a week and after two months, and messages in their order', async () => {
    for (const weeks of [1, 8]) {
      for (let week = 0; week < weeks; week++) await jump('week');
      expect(await verdict('/wo-okta check ann@acme.example')).toContain('Nothing is wrong with Ann Ace');
      await open.page.act('post', { channel, text: `@wo-okta federationArtifact.not.found after ${weeks} more weeks` });
      const answer = await open.page.message((one) => one.channel === channel && one.threadTs !== undefined);
      expect(answer.text).toContain('Federation Artifact not found');
    }
    const { messages, clockAhead } = await open.page.state();
    expect(clockAhead).toBe(9 * 7 * 24 * 3_600_000);
    const stamps = messages.map(({ ts }) => ts);
    expect(stamps).toEqual(stamps.toSorted());
    expect(Math.abs(Number(messages.at(-1)?.ts) * 1_000 - (Date.now() + (clockAhead ?? 0)))).toBeLessThan(60_000);
  });

  it('lets a scenario begin afresh at the time shown', async () => {
    await open.page.act('scenario', { scenario: 'token-near-expiry', channel });
    await jump('week');
    await open.page.act('scenario', { scenario: 'token-near-expiry', channel });
    expect(await verdict('/wo-okta token')).toContain('“Workspace ONE” expires in 6 days');
  });
});
