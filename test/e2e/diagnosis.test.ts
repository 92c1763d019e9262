/** From a pasted error to its proven cause, in the playground: the shipped program, a simulated Slack and simulated tenants. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageMessage } from '../../src/playground/page-protocol.js';
import { playground } from './support/playground.js';

const channel = 'C0HELPDESK';

let opened: Awaited<ReturnType<typeof playground>>;
beforeAll(async () => {
  opened = await playground();
});
afterAll(() => opened.close());

const shown = ({ text, blocks = [] }: PageMessage) => `${text}\n${JSON.stringify(blocks)}`;
const put = (scenario: string) => opened.page.act('scenario', { scenario, channel });

/** Asks again after everything that happens on the page. */
async function until<T>(find: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await find();
    if (found !== undefined) return found;
    await opened.page.happening();
  }
}

async function replies(): Promise<readonly PageMessage[]> {
  const { messages } = await opened.page.state();
  return messages.filter(({ threadTs, ts }) => threadTs !== undefined && threadTs !== ts);
}

/** The reply in its thread, once it says this. */
function replyThat(says: RegExp, ts?: string): Promise<PageMessage> {
  return until(async () =>
    (await replies()).find((one) => (ts === undefined || one.ts === ts) && says.test(shown(one))),
  );
}

describe('an error that somebody pastes', () => {
  it('is proven in place, opens to what was read, and turns when the cause is healed', async () => {
    await put('wrong-issuer');
    await opened.page.act('post', { channel, text: '@wo-okta 400 Error Code: GENERAL_NONSUCCESS' });

    const proven = await replyThat(/Found the cause/);
    expect(proven.text).toMatch(/Found the cause: The Issuer URI of “Workspace ONE” is .*does not end in idp\.xml/);
    await opened.page.press(proven, 'What was read');
    expect(JSON.stringify(await opened.page.view())).toContain('needs `okta.idps.read`');

    await put('healthy');
    await opened.page.press(proven, 'Run again');
    const healed = await until(async () =>
      (await replies()).find((one) => one.ts === proven.ts && !/Found the cause/.test(shown(one))),
    );
    expect(healed.text).toMatch(/^:white_check_mark: \*Mended: The Issuer URI of “Workspace ONE” ends in idp\.xml\.\*/);
  });
});

it('a person’s trouble is proven for the one who asks, leg by leg', async () => {
  await put('user-name-mismatch');

  const { text } = await opened.page.command('/wo-okta diagnose jdoe@acme.example');

  expect(text).toMatch(/^.{0,20}Found the cause: /);
  expect(text).toContain('Okta finds the user: ');
  expect(text).toContain('the assertion reaches Okta');
});

it('an audit says how the set-up stands, and the next one what changed', async () => {
  await put('healthy');
  const first = await opened.page.command('/wo-okta audit');
  await put('redirect-loop');
  const second = await opened.page.command('/wo-okta audit');

  expect(first.text).toMatch(/All \d+ that were seen are as they should be/);
  expect(second.text).toContain('Changed since');
  expect(second.text).toContain('Device SSO Response is No.');
});
