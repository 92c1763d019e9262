/** The buttons that show what an answer rests on. */
import { describe, expect, it } from 'vitest';
import { writeButtonValue } from '../../../src/slack/button-value.js';
import { type Bot, startBot } from '../helpers/bot.js';
import { press } from '../helpers/payloads.js';
import { checkResult, ordinaryReplies } from '../helpers/samples.js';

const thread = '1700000000.000100';
const evidence = () => ({ kind: 'evidence', results: [checkResult()] }) as const;
const buttons = {
  'What I read': { actionId: 'full_text', value: writeButtonValue({ does: 'full-text', thread, reading: '7' }) },
  'What was read': { actionId: 'explain', value: writeButtonValue({ does: 'explain', thread, diagnosis: '1-1' }) },
} as const;
const opened = (bot: Bot) =>
  bot.slack.of('views.open').map(({ view }) => JSON.parse(String(view)) as { readonly blocks: readonly object[] });

describe.each([
  ['What I read', 'IDP not found'],
  ['What was read', 'knows only PasswordProtectedTransport'],
] as const)('“%s”', (label, words) => {
  const start = () => startBot({ fullText: () => ordinaryReplies['full-text'], explain: evidence });

  it('opens over everything else, and adds nothing to the thread', async () => {
    const bot = await start();
    await bot.deliver(press(bot.slack, { ...buttons[label], blocks: [] }));

    expect(opened(bot)).toMatchObject([{ type: 'modal', title: { text: label }, close: { text: 'Close' } }]);
    expect(JSON.stringify(opened(bot)[0]?.blocks)).toContain(words);
    expect(bot.slack.of('chat.postMessage')).toEqual([]);
    expect(bot.slack.of('chat.postEphemeral')).toEqual([]);
  });

  it('opens as often as it is pressed', async () => {
    const bot = await start();
    await bot.deliver(press(bot.slack, { ...buttons[label], blocks: [] }));
    await bot.deliver(press(bot.slack, { ...buttons[label], blocks: [] }));

    expect(opened(bot)).toHaveLength(2);
  });

  it('is a message for the one who asks where Slack opens nothing', async () => {
    const bot = await start();
    bot.slack.refuse('views.open', 'expired_trigger_id');
    await bot.deliver(press(bot.slack, { ...buttons[label] }));

    expect(bot.slack.of('respond')).toMatchObject([
      { response_type: 'ephemeral', text: expect.stringContaining(words) },
    ]);
  });

  it('is told in a message when it is no longer there', async () => {
    const gone = { kind: 'notice', tone: 'refused', text: 'I no longer have it.', isForAskerOnly: true } as const;
    const bot = await startBot({ fullText: () => gone, explain: () => gone });
    await bot.deliver(press(bot.slack, { ...buttons[label], blocks: [] }));

    expect(opened(bot)).toEqual([]);
    expect(bot.slack.of('chat.postEphemeral')).toMatchObject([
      { user: 'U0KIM', text: expect.stringContaining('I no longer have it.') },
    ]);
  });
});
