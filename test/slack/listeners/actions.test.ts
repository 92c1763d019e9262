import { describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/desk/reply.js';
import { writeButtonValue } from '../../../src/slack/button-value.js';
import { renderReply } from '../../../src/slack/views/index.js';
import { type Bot, startBot } from '../helpers/bot.js';
import { press } from '../helpers/payloads.js';
import { answer, article, ordinaryReplies } from '../helpers/samples.js';
import { buttonsOf } from '../helpers/slack-rules.js';

const thread = '1700000000.000100';

/** The person presses the button with this label under the reply, as the bot would have posted it. */
function pressUnder(bot: Bot, reply: Reply, label: string, ephemeral = false) {
  const message = renderReply(reply, { thread, ephemeral });
  const row = message?.blocks.find(
    (block) => block.type === 'actions' && buttonsOf({ blocks: [block] }).some(({ text }) => text.text === label),
  );
  const button = row && buttonsOf({ blocks: [row] }).find(({ text }) => text.text === label);
  if (message === undefined || button === undefined) throw new Error(`There is no button “${label}”.`);
  return bot.deliver(
    press(bot.slack, {
      actionId: button.action_id ?? '',
      value: button.value ?? '',
      rowId: row?.block_id ?? '',
      label,
      ...(ephemeral ? {} : { blocks: message.blocks }),
    }),
  );
}

describe('Solved', () => {
  it('is recorded, shown in place of the buttons, and marked ✅ on the post', async () => {
    const bot = await startBot();

    const { acknowledged } = await pressUnder(bot, ordinaryReplies.answer, 'Solved');

    expect(acknowledged).toBe(true);
    expect(bot.desk.feedbacks).toEqual([
      {
        place: { channel: 'C0HELP', thread },
        articleId: 'federation-artifact-not-found',
        articleVersion: 3,
        solved: true,
        by: 'U0KIM',
      },
    ]);
    const [replaced] = bot.slack.of('respond');
    expect(replaced).toMatchObject({ replace_original: true });
    expect(JSON.stringify(replaced)).toContain('Solved, says <@U0KIM>');
    expect(JSON.stringify(replaced)).toContain('You should see');
    expect(JSON.stringify(replaced)).not.toContain('"actions"');
    expect(bot.slack.of('reactions.add')).toMatchObject([{ name: 'white_check_mark', timestamp: thread }]);
  });

  it('pressed by two people at once counts once, and the second is told', async () => {
    const bot = await startBot();

    await Promise.all([
      pressUnder(bot, ordinaryReplies.answer, 'Solved'),
      pressUnder(bot, ordinaryReplies.answer, 'Not solved'),
    ]);

    expect(bot.desk.feedbacks).toHaveLength(1);
    expect(bot.slack.of('respond').map(({ text }) => text)).toContainEqual(
      expect.stringContaining('pressed a moment ago'),
    );
  });

  it('delivered again counts once, without a word', async () => {
    const bot = await startBot();
    const value = writeButtonValue({
      does: 'feedback',
      thread,
      article: 'idp-not-found',
      articleVersion: 1,
      solved: true,
    });
    const body = press(bot.slack, { actionId: 'solved', value, blocks: [] });

    await bot.deliver(body);
    await bot.deliver(body);

    expect(bot.desk.feedbacks).toHaveLength(1);
    expect(bot.slack.of('respond')).toHaveLength(1);
  });

  it('under a reply that only the asker sees redraws the article without buttons', async () => {
    const bot = await startBot({ command: () => ({ kind: 'article', article: article() }) });

    await pressUnder(bot, ordinaryReplies.answer, 'Solved', true);

    const [replaced] = bot.slack.of('respond');
    expect(replaced).toMatchObject({ replace_original: true });
    expect(JSON.stringify(replaced)).toContain('You should see');
    expect(JSON.stringify(replaced)).not.toContain('"actions"');
  });

  it('under one of several answers that only the asker sees leaves a way to the others', async () => {
    const bot = await startBot({
      command: ({ text }) => ({ kind: 'article', article: article({ id: text.replace('article ', '') }) }),
    });

    await pressUnder(
      bot,
      answer(article({ id: 'idp-not-found' }), article({ id: 'scim-domain-mismatch' })),
      'Solved',
      true,
    );

    const replaced = JSON.stringify(bot.slack.of('respond')[0]);
    expect(replaced).toContain('idp-not-found@3');
    expect(replaced).toContain('open_article:0');
    expect(replaced).toContain('scim-domain-mismatch');
  });

  it('that the desk refuses leaves the buttons', async () => {
    const bot = await startBot({
      feedback: () => ({ kind: 'notice', tone: 'refused', text: 'That article is gone.' }),
    });

    await pressUnder(bot, ordinaryReplies.answer, 'Solved');

    expect(bot.slack.of('respond')).toHaveLength(0);
    expect(bot.slack.of('chat.postMessage')).toMatchObject([
      { text: expect.stringContaining('That article is gone.') },
    ]);
    expect(bot.slack.of('reactions.add')).toHaveLength(0);
  });
});

describe('Not solved', () => {
  it('shows what the desk offers next, in the thread, and marks nothing', async () => {
    const bot = await startBot({ feedback: () => ordinaryReplies.unknown });

    await pressUnder(bot, ordinaryReplies.answer, 'Not solved');

    expect(bot.desk.feedbacks).toMatchObject([{ solved: false }]);
    expect(JSON.stringify(bot.slack.of('respond'))).toContain('Not solved, says <@U0KIM>');
    expect(bot.slack.of('chat.postMessage')).toMatchObject([{ thread_ts: thread }]);
    expect(bot.slack.of('reactions.add')).toHaveLength(0);
  });
});

describe('a choice', () => {
  it('goes to the desk; who chose what stands in place of the buttons; the answer follows', async () => {
    const bot = await startBot({ choose: () => ordinaryReplies.answer });

    await pressUnder(bot, ordinaryReplies.question, 'With device trust');

    expect(bot.desk.chosen).toEqual([
      { place: { channel: 'C0HELP', thread }, intentId: 'device-trust-general-nonsuccess', by: 'U0KIM' },
    ]);
    expect(JSON.stringify(bot.slack.of('respond'))).toContain('<@U0KIM> chose “With device trust”.');
    expect(bot.slack.of('chat.postMessage')).toMatchObject([{ thread_ts: thread }]);
  });

  it('in a reply that only the asker sees is replaced by the answer', async () => {
    const bot = await startBot({ choose: () => ordinaryReplies.answer });

    await pressUnder(bot, ordinaryReplies.question, 'With device trust', true);

    expect(bot.slack.of('respond')).toMatchObject([
      { replace_original: true, text: expect.stringContaining('SAML context') },
    ]);
    expect(bot.slack.of('chat.postMessage')).toHaveLength(0);
  });
});

describe('a nearest article', () => {
  it('is opened in the thread, its button gone, the others left', async () => {
    const bot = await startBot({ command: () => ({ kind: 'article', article: article() }) });

    await pressUnder(bot, ordinaryReplies.unknown, 'IdP not found');

    expect(bot.desk.commands).toMatchObject([{ question: { text: 'article idp-not-found' }, asText: false }]);
    expect(bot.slack.of('chat.postMessage')).toMatchObject([{ thread_ts: thread }]);
    const left = JSON.stringify(bot.slack.of('respond')[0]);
    expect(left).toContain('SCIM domain mismatch');
    expect(left).toContain('Hand over');
    expect(left).not.toContain('open_article:0');
  });
});

describe('handing over', () => {
  const handOver = 'Hand over to a colleague';

  it('posts the redacted question with a link to the hand-over channel and marks the post ❗', async () => {
    const bot = await startBot(
      {
        handOver: () => ({
          reply: ordinaryReplies.notice,
          excerpt: 'token [redacted] <!channel>\nsecond line',
          tried: [{ articleId: 'idp-not-found', title: 'The audit details say “IDP not found” <!here>' }],
        }),
      },
      { handOverChannel: 'C0DUTY' },
    );
    bot.slack.answer('chat.getPermalink', { permalink: 'https://acme.slack.com/archives/C0HELP/p1' });

    await pressUnder(bot, ordinaryReplies.unknown, handOver);

    expect(bot.desk.handedOver).toEqual([{ place: { channel: 'C0HELP', thread }, recordId: 'q-17', by: 'U0KIM' }]);
    const [post] = bot.slack.of('chat.postMessage');
    expect(post).toMatchObject({ channel: 'C0DUTY' });
    expect(post?.['text']).toContain('<https://acme.slack.com/archives/C0HELP/p1|the conversation>');
    expect(post?.['text']).toContain('>token [redacted] &lt;!channel&gt;\n>second line');
    expect(post?.['text']).toContain('• idp-not-found: The audit details say “IDP not found” &lt;!here&gt;');
    expect(JSON.stringify(bot.slack.of('respond'))).toContain('handed this over to <#C0DUTY>');
    expect(bot.slack.of('reactions.add')).toMatchObject([{ name: 'exclamation', timestamp: thread }]);
  });

  it('quotes no more than the beginning of a long question', async () => {
    const long = Array.from({ length: 300 }, (_, n) => `line ${n} of a log`).join('\n');
    const bot = await startBot(
      { handOver: () => ({ reply: ordinaryReplies.notice, excerpt: long, tried: [] }) },
      { handOverChannel: 'C0DUTY' },
    );

    await pressUnder(bot, ordinaryReplies.unknown, handOver);

    const text = String(bot.slack.of('chat.postMessage')[0]?.['text']);
    expect(text).toContain('>line 0 of a log\n');
    expect(text).toContain('>…');
    expect(text.length).toBeLessThan(1_000);
    expect(text).not.toContain('did not help');
  });

  it('of an article that was opened without a question names the article alone', async () => {
    const tried = [{ articleId: 'idp-not-found', title: 'IdP not found' }];
    const bot = await startBot(
      { handOver: () => ({ reply: ordinaryReplies.notice, excerpt: '', tried }) },
      { handOverChannel: 'C0DUTY' },
    );

    await pressUnder(bot, ordinaryReplies.unknown, handOver);

    const text = String(bot.slack.of('chat.postMessage')[0]?.['text']);
    expect(text).toContain('• idp-not-found: IdP not found');
    expect(text).not.toMatch(/^>/m);
  });

  it('without a hand-over channel names in the thread what was tried', async () => {
    const tried = [{ articleId: 'idp-not-found', title: 'IdP not found' }];
    const bot = await startBot({ handOver: () => ({ reply: ordinaryReplies.notice, excerpt: 'x', tried }) });

    await pressUnder(bot, ordinaryReplies.unknown, handOver);

    expect(JSON.stringify(bot.slack.of('respond'))).toContain('idp-not-found: IdP not found');
  });

  it('without a hand-over channel asks a colleague in the thread', async () => {
    const bot = await startBot();

    await pressUnder(bot, ordinaryReplies.unknown, handOver);

    expect(bot.slack.of('chat.postMessage')).toHaveLength(0);
    expect(JSON.stringify(bot.slack.of('respond'))).toContain('asks a colleague here to take over');
    expect(bot.slack.of('reactions.add')).toMatchObject([{ name: 'exclamation' }]);
  });

  it('says so when the hand-over channel cannot be reached', async () => {
    const bot = await startBot({}, { handOverChannel: 'C0DUTY' });
    bot.slack.refuse('chat.postMessage', 'not_in_channel');

    await pressUnder(bot, ordinaryReplies.unknown, handOver);

    expect(JSON.stringify(bot.slack.of('respond'))).toContain('could not post to <#C0DUTY>. Invite me there.');
  });

  it('that the desk refuses changes nothing', async () => {
    const bot = await startBot({
      handOver: () => ({
        reply: { kind: 'notice', tone: 'refused', text: 'Already handed over.' },
        excerpt: '',
        tried: [],
      }),
    });

    await pressUnder(bot, ordinaryReplies.unknown, handOver);

    expect(bot.slack.of('reactions.add')).toHaveLength(0);
    expect(bot.slack.of('chat.postMessage')).toMatchObject([{ text: expect.stringContaining('Already handed over.') }]);
  });
});

describe('Share in channel', () => {
  it('shows the article to everybody, with who shared it; the private one stays', async () => {
    const bot = await startBot({ command: () => ({ kind: 'article', article: article() }) });

    await pressUnder(bot, ordinaryReplies.answer, 'Share in channel', true);

    const [shared, ...others] = bot.slack.of('respond');
    expect(shared).toMatchObject({ response_type: 'in_channel', replace_original: false });
    expect(shared?.['text']).toContain('Shared by <@U0KIM>');
    expect(JSON.stringify(shared)).not.toContain('Share in channel');
    expect(others).toEqual([]);
  });

  it('says why when the article is gone', async () => {
    const bot = await startBot({ command: () => ({ kind: 'notice', tone: 'refused', text: 'No such article.' }) });

    await pressUnder(bot, ordinaryReplies.answer, 'Share in channel', true);

    expect(bot.slack.of('respond')).toMatchObject([
      { response_type: 'ephemeral', text: expect.stringContaining('No such article.') },
    ]);
  });
});

describe('a button that means nothing', () => {
  it.each([
    ['no JSON', 'x'],
    ['an older version', JSON.stringify({ v: 0, does: 'feedback' })],
    ['another deed than its id says', writeButtonValue({ does: 'choose', thread, intent: 'idp-not-found' })],
  ])('with %s gets a polite notice', async (_, value) => {
    const bot = await startBot();

    const { acknowledged } = await bot.deliver(press(bot.slack, { actionId: 'solved', value, blocks: [] }));

    expect(acknowledged).toBe(true);
    expect(bot.desk.feedbacks).toHaveLength(0);
    expect(bot.slack.of('respond')).toMatchObject([
      { response_type: 'ephemeral', text: expect.stringContaining('older version') },
    ]);
  });
});
