import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageMessage } from '../../src/playground/page-protocol.js';
import { playground } from './support/playground.js';

const channel = 'C0OKTALERT';
const helpdesk = 'C0HELPDESK';

let opened: Awaited<ReturnType<typeof playground>>;
beforeAll(async () => {
  opened = await playground();
});
afterAll(() => opened.close());

/** The living messages of the alerts' channel, oldest first. */
async function alerts(): Promise<readonly PageMessage[]> {
  const { messages } = await opened.page.state();
  return messages.filter(
    ({ channel: where, threadTs, ts }) => where === channel && (threadTs === undefined || threadTs === ts),
  );
}

const shown = ({ text, blocks = [] }: PageMessage) => `${text}\n${JSON.stringify(blocks)}`;
const isOver = (message: PageMessage) => shown(message).includes('Resolved after');
const jump = (by: 'hour' | 'day' | 'week') => opened.page.act('jump', { by, channel: helpdesk });
const put = (scenario: string) => opened.page.act('scenario', { scenario, channel: helpdesk });

/** Asks again after everything that happens on the page. */
async function until<T>(find: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await find();
    if (found !== undefined) return found;
    await opened.page.happening();
  }
}

/** What each scenario brings to the channel, and the article that its button opens, if one fits. */
const scenarios = [
  ['token-near-expiry', /API token “Workspace ONE” expires in less than 7 days/, 'okta-apps-disappeared'],
  [
    'certificate-near-expiry',
    /certificate with which Workspace ONE Access signs .* expires in less than 7 days/,
    undefined,
  ],
  ['sign-in-storm', /Most who try cannot sign in to Okta/, undefined],
  ['scim-domain-mismatch', /Provisioning to Workspace ONE fails for 2 people/, 'scim-domain-mismatch'],
  ['device-not-secured', /did not trust the devices of 4 people/, 'device-trust-not-secured'],
  ['redirect-loop', /Browsers of 3 people went round/, 'device-trust-redirect-loop'],
  ['identity-provider-changed', /API token “Workspace ONE” was revoked by Irma Vogel/, 'okta-apps-disappeared'],
  ['okta-down', /Okta cannot be reached/, undefined],
  ['okta-token-invalid', /Okta does not accept the bot's credential/, undefined],
] as const;

// Some are told with the second round only, and the systems out of reach take their time.
describe('alerts in the playground', { timeout: 120_000 }, () => {
  it.each(scenarios)('%s is told once, with its fix, and resolved when it is healed', async (id, title, article) => {
    const before = new Set((await alerts()).map(({ ts }) => ts));
    await put(id);
    const alert = await until(async () =>
      (await alerts()).find((message) => !before.has(message.ts) && title.test(message.text)),
    );
    if (article !== undefined) expect(shown(alert)).toContain(article);

    await put('healthy');
    // What is told of events is over when they are long past.
    await jump('day');
    await jump('hour');
    await until(async () => ((await alerts()).every(isOver) ? true : undefined));
    const same = (await alerts()).filter((message) => !before.has(message.ts) && title.test(message.text));
    expect(same.map(({ ts }) => ts)).toEqual([alert.ts]);
  });

  it('four people who ask the same within an hour are one alert', async () => {
    await put('many-ask');
    await jump('hour');
    const alert = await until(async () => (await alerts()).find(({ text }) => /4 people asked about/.test(text)));
    expect(shown(alert)).toContain('mobile-sso-no-valid-auth-methods');
    await put('healthy');
    await jump('hour');
    await jump('hour');
    await until(async () => ((await alerts()).every(isOver) ? true : undefined));
  });

  it('a token climbs its ladder in the same message, until it has expired', async () => {
    await put('token-near-expiry');
    const first = await until(async () => (await alerts()).find((message) => !isOver(message)));
    const climbs = [
      [0, /less than 7 days/],
      [4, /less than 3 days/],
      [2, /less than 1 day\b/],
      [1, /has expired or was revoked/],
    ] as const;
    for (const [days, title] of climbs) {
      for (let day = 0; day < days; day += 1) await jump('day');
      const isThere = ({ ts, text }: PageMessage) => ts === first.ts && title.test(text);
      await until(async () => ((await alerts()).some(isThere) ? true : undefined));
    }
    await put('healthy');
    await until(async () => ((await alerts()).every(isOver) ? true : undefined));
  });
});
