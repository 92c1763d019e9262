/** The buttons under an alert: each works as often as it is pressed, and once for each press. */
import { describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/desk/reply.js';
import type { Alert } from '../../../src/model/alert.js';
import { alertView } from '../../../src/slack/views/alert.js';
import { type Bot, startBot } from '../helpers/bot.js';
import { choose, press } from '../helpers/payloads.js';
import { alert, article, reportReply } from '../helpers/samples.js';
import { buttonsOf, menusOf } from '../helpers/slack-rules.js';

const refusal: Reply = { kind: 'notice', tone: 'refused', text: 'No open alert goes by “3f2a”.' };
/** The message under which all payloads press. */
const place = { channel: 'C0HELP', thread: '1700000000.000200' };

function payload(bot: Bot, label: string, changes: Partial<Alert> = {}) {
  const { blocks } = alertView(alert({ person: 'ann@acme.example', ...changes }));
  const rowId = blocks.at(-1)?.block_id ?? '';
  const button = buttonsOf({ blocks }).find(({ text }) => text.text === label);
  if (button !== undefined) {
    return press(bot.slack, { actionId: button.action_id ?? '', value: button.value ?? '', rowId, label, blocks });
  }
  const [menu] = menusOf({ blocks });
  const option = menu?.options?.find(({ text }) => text.text === label);
  if (menu === undefined || option === undefined) throw new Error(`There is no “${label}”.`);
  return choose(bot.slack, { actionId: menu.action_id ?? '', value: option.value ?? '', rowId, label, blocks });
}

describe.each([
  ['Acknowledge', { does: 'acknowledge' }, {}],
  ['for an hour', { does: 'snooze', for: '1h' }, {}],
  ['for a day', { does: 'snooze', for: '1d' }, {}],
  ['until it changes', { does: 'snooze', for: 'until-changed' }, {}],
  ['End snooze', { does: 'wake' }, { snoozed: { by: 'U0KIM', at: 0, was: 'x' } }],
] as const)('“%s” under an alert', (label, deed, changes) => {
  it('is passed on with who did it, and nothing else is said', async () => {
    const bot = await startBot();
    const { acknowledged } = await bot.deliver(payload(bot, label, changes));
    expect(acknowledged).toBe(true);
    expect(bot.desk.alertActs).toEqual([{ which: '3f2a00112233aabb', deed, place, asker: 'U0KIM' }]);
    expect(bot.slack.calls.filter(({ method }) => method !== 'auth.test')).toEqual([]);
  });

  it('works again and again under one message, as an alert can get worse', async () => {
    const bot = await startBot();
    await bot.deliver(payload(bot, label, changes));
    await bot.deliver(payload(bot, label, changes));
    expect(bot.desk.alertActs).toHaveLength(2);
  });

  it('delivered again by Slack counts once', async () => {
    const bot = await startBot();
    const body = payload(bot, label, changes);
    await Promise.all([bot.deliver(body), bot.deliver(body)]);
    expect(bot.desk.alertActs).toHaveLength(1);
  });

  it('that comes too late says so to the one who pressed', async () => {
    const bot = await startBot({ actOnAlert: () => refusal });
    await bot.deliver(payload(bot, label, changes));
    expect(bot.slack.of('respond')).toMatchObject([
      { response_type: 'ephemeral', replace_original: false, text: expect.stringContaining('No open alert') },
    ]);
    expect(bot.slack.of('chat.postMessage')).toEqual([]);
  });
});

describe('“Show fix” under an alert', () => {
  it('shows the article to everybody who presses it, as often as they do, and leaves the alert as it is', async () => {
    const bot = await startBot({ command: () => ({ kind: 'article', article: article() }) });
    await bot.deliver(payload(bot, 'Show fix'));
    await bot.deliver(payload(bot, 'Show fix'));
    expect(bot.desk.commands.map(({ question }) => question)).toMatchObject([
      { text: 'article scim-domain-mismatch', place, asker: 'U0KIM' },
      { text: 'article scim-domain-mismatch', place, asker: 'U0KIM' },
    ]);
    for (const shown of bot.slack.of('respond')) {
      expect(shown).toMatchObject({ response_type: 'ephemeral', replace_original: false });
      expect(JSON.stringify(shown)).toContain('Share in channel');
    }
    expect(bot.slack.of('respond')).toHaveLength(2);
  });
});

describe('“Run check” under an alert', () => {
  it('looks the person up for the one who pressed, who alone sees it', async () => {
    const bot = await startBot({ lookUp: () => reportReply() });
    await bot.deliver(payload(bot, 'Run check'));
    expect(bot.desk.lookedUp).toEqual([{ lookup: 'check', who: 'ann@acme.example', place, asker: 'U0KIM' }]);
    const [shown] = bot.slack.of('respond');
    expect(shown).toMatchObject({ response_type: 'ephemeral', text: expect.stringContaining('Okta sends “ann”') });
    expect(JSON.stringify(shown)).toContain('Share in thread');
    expect(bot.slack.of('chat.postMessage')).toEqual([]);
  });

  it('that takes long says that it is still at it', async () => {
    let release = () => {};
    const waiting = new Promise<void>((resolve) => {
      release = resolve;
    });
    const bot = await startBot(
      {
        lookUp: async () => {
          await waiting;
          return reportReply();
        },
      },
      {},
      { pause: async () => queueMicrotask(release) },
    );
    await bot.deliver(payload(bot, 'Run check'));
    expect(bot.slack.of('respond').map(({ text }) => String(text).split('\n')[0])).toEqual([
      expect.stringContaining('Still asking'),
      expect.stringContaining('Okta sends'),
    ]);
  });

  it('without the right says so to them alone', async () => {
    const denied: Reply = { kind: 'notice', tone: 'refused', text: 'Ask Irma.', isForAskerOnly: true };
    const bot = await startBot({ lookUp: () => denied });
    await bot.deliver(payload(bot, 'Run check'));
    expect(bot.slack.of('respond')).toMatchObject([
      { response_type: 'ephemeral', text: expect.stringContaining('Irma') },
    ]);
  });
});

it('a control of an alert that was tampered with does nothing', async () => {
  const bot = await startBot();
  const value = JSON.stringify({ v: 1, does: 'alert', alert: '../..', deed: { does: 'acknowledge' } });
  await bot.deliver(press(bot.slack, { actionId: 'alert_acknowledge', value, blocks: [] }));
  await bot.deliver(choose(bot.slack, { actionId: 'alert_snooze', value: '', blocks: [] }));
  expect(bot.desk.alertActs).toEqual([]);
  expect(bot.slack.of('respond')).toMatchObject([{ text: expect.stringContaining('older version') }, {}]);
});
