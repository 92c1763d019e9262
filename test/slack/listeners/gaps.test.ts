/** The buttons of learning from use: under an article that was looked for, and in the list of gaps. */
import { describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/desk/reply.js';
import { renderReply } from '../../../src/slack/views/index.js';
import { type Bot, startBot } from '../helpers/bot.js';
import { press } from '../helpers/payloads.js';
import { article, ordinaryReplies } from '../helpers/samples.js';
import { buttonsOf } from '../helpers/slack-rules.js';

const thread = '1700000000.000100';
const refusal: Reply = { kind: 'notice', tone: 'refused', text: 'That is for administrators.', isForAskerOnly: true };
const sought: Reply = { kind: 'article', article: article(), isSought: true };

/** The payload of a press on the first button with this label. */
function payload(bot: Bot, reply: Reply, label: string, ephemeral: boolean) {
  const message = renderReply(reply, { thread, ephemeral });
  const row = message?.blocks.find((block) => buttonsOf({ blocks: [block] }).some(({ text }) => text.text === label));
  const button = row && buttonsOf({ blocks: [row] }).find(({ text }) => text.text === label);
  if (message === undefined || button === undefined) throw new Error(`There is no button “${label}”.`);
  return press(bot.slack, {
    actionId: button.action_id ?? '',
    value: button.value ?? '',
    rowId: row?.block_id ?? '',
    label,
    ...(ephemeral ? {} : { blocks: message.blocks }),
  });
}

describe('“That’s the right one” under an article', () => {
  it('is passed on, and a note takes its place; Solved and Not solved stay', async () => {
    const bot = await startBot();
    await bot.deliver(payload(bot, sought, 'That’s the right one', false));

    expect(bot.desk.confirmed).toEqual([
      { place: { channel: 'C0HELP', thread }, articleId: article().id, by: 'U0KIM' },
    ]);
    const [replaced] = bot.slack.of('respond');
    const text = JSON.stringify(replaced);
    expect(replaced).toMatchObject({ replace_original: true });
    expect(text).toContain('<@U0KIM>: that’s the right one. Proposed.');
    expect(text).toContain('"Not solved"');
    expect(text).not.toContain('right_article');
  });

  it('counts once', async () => {
    const bot = await startBot();
    await bot.deliver(payload(bot, sought, 'That’s the right one', false));
    await bot.deliver(payload(bot, sought, 'That’s the right one', false));

    expect(bot.desk.confirmed).toHaveLength(1);
  });

  it('says to the one who pressed why there is nothing to propose', async () => {
    const bot = await startBot({ confirmArticle: () => refusal });
    await bot.deliver(payload(bot, sought, 'That’s the right one', true));

    expect(bot.slack.of('respond')).toMatchObject([
      { response_type: 'ephemeral', replace_original: false, text: expect.stringContaining('administrators') },
    ]);
  });
});

describe.each([
  ['Draft an article', '3f2a9c01', 'article'],
  ['Add to the nearest', '3f2a9c01', 'example'],
  ['Draft the example', '77aa88bb', 'example'],
] as const)('“%s” in the list of gaps', (label, which, deed) => {
  it('shows the draft to the one who pressed, as often as they do, and leaves the list', async () => {
    const bot = await startBot({ actOnGap: () => ordinaryReplies.draft });
    await bot.deliver(payload(bot, ordinaryReplies.gaps, label, true));
    await bot.deliver(payload(bot, ordinaryReplies.gaps, label, true));

    expect(bot.desk.gapActs).toEqual([
      { which, deed, asker: 'U0KIM' },
      { which, deed, asker: 'U0KIM' },
    ]);
    expect(bot.slack.of('respond')).toMatchObject([
      { response_type: 'ephemeral', replace_original: false, text: expect.stringContaining('purple-triangle.md') },
      { response_type: 'ephemeral', replace_original: false },
    ]);
    expect(bot.slack.of('chat.postMessage')).toEqual([]);
  });

  it('says to the one who pressed what they may not', async () => {
    const bot = await startBot({ actOnGap: () => refusal });
    await bot.deliver(payload(bot, ordinaryReplies.gaps, label, true));

    expect(bot.slack.of('respond')).toMatchObject([
      { replace_original: false, text: expect.stringContaining('administrators') },
    ]);
  });
});

describe.each([
  ['Not a gap', '3f2a9c01'],
  ['Not an example', '77aa88bb'],
])('“%s” in the list of gaps', (label, which) => {
  it('draws the list anew', async () => {
    const left: Reply = { kind: 'gaps', gaps: [], proposals: [], answered: 0, older: 0 };
    const bot = await startBot({ command: () => left });
    await bot.deliver(payload(bot, ordinaryReplies.gaps, label, true));

    expect(bot.desk.gapActs).toEqual([{ which, deed: 'dismiss', asker: 'U0KIM' }]);
    expect(bot.desk.commands).toMatchObject([{ question: { text: 'gaps', asker: 'U0KIM' }, asText: false }]);
    expect(bot.slack.of('respond')).toMatchObject([
      { replace_original: true, text: expect.stringContaining('No gap is open.') },
    ]);
  });

  it('leaves the list where it was refused', async () => {
    const bot = await startBot({ actOnGap: () => refusal });
    await bot.deliver(payload(bot, ordinaryReplies.gaps, label, true));

    expect(bot.slack.of('respond')).toMatchObject([{ replace_original: false }]);
    expect(bot.desk.commands).toEqual([]);
  });
});
