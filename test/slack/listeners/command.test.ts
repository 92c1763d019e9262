import { describe, expect, it } from 'vitest';
import { startBot } from '../helpers/bot.js';
import { command, shortcut } from '../helpers/payloads.js';
import { answer, article, ordinaryReplies } from '../helpers/samples.js';

describe('/wo-okta', () => {
  it('is acknowledged and answered to the asker alone, with a way to share', async () => {
    const bot = await startBot({ command: () => answer(article()) });

    const { acknowledged } = await bot.deliver(command(bot.slack, 'fix idp &lt;not&gt; found'));

    expect(acknowledged).toBe(true);
    expect(bot.desk.commands).toMatchObject([
      {
        question: { text: 'fix idp <not> found', surface: 'direct', asker: 'U0KIM', place: { channel: 'C0HELP' } },
        asText: false,
      },
    ]);
    const [reply] = bot.slack.of('respond');
    expect(reply).toMatchObject({ response_type: 'ephemeral', replace_original: false });
    expect(JSON.stringify(reply)).toContain('Share in channel');
    expect(bot.slack.of('chat.postMessage')).toHaveLength(0);
  });

  it('delivered again is answered once', async () => {
    const bot = await startBot({ command: () => ordinaryReplies.help });
    const body = command(bot.slack, 'help');

    await bot.deliver(body);
    await bot.deliver(body);

    expect(bot.slack.of('respond')).toHaveLength(1);
  });

  it('begins a conversation of its own each time', async () => {
    const bot = await startBot({ command: () => ordinaryReplies.unknown });

    await bot.deliver(command(bot.slack, 'fix a'));
    await bot.deliver(command(bot.slack, 'fix b'));

    const threads = bot.desk.commands.map(({ question }) => question.place.thread);
    expect(new Set(threads).size).toBe(2);
  });

  it('acknowledges before the desk is asked', async () => {
    const order: string[] = [];
    const bot = await startBot({
      command: () => {
        order.push('desk');
        return ordinaryReplies.help;
      },
    });

    const delivered = bot.deliver(command(bot.slack, 'help'));
    order.push('delivered');
    const { acknowledged } = await delivered;

    expect(acknowledged).toBe(true);
    expect(order).toEqual(['delivered', 'desk']);
  });

  it.each(['watch', 'unwatch'])('%s is announced to the whole channel', async (word) => {
    const bot = await startBot({ command: () => ordinaryReplies.notice });

    await bot.deliver(command(bot.slack, word));

    expect(bot.slack.of('chat.postMessage')).toMatchObject([{ channel: 'C0HELP' }]);
    expect(bot.slack.of('respond')).toHaveLength(0);
  });

  it.each(['not_in_channel', 'channel_not_found'])(
    'watch says to invite the bot when Slack answers %s',
    async (error) => {
      const bot = await startBot({ command: () => ordinaryReplies.notice });
      bot.slack.refuse('chat.postMessage', error);

      await bot.deliver(command(bot.slack, 'watch'));

      expect(bot.slack.of('respond')).toMatchObject([{ text: expect.stringContaining('`/invite` <@U0BOT>') }]);
    },
  );

  it('watch that the desk refuses is not announced', async () => {
    const bot = await startBot({ command: () => ({ kind: 'notice', tone: 'refused', text: 'Already watched.' }) });

    await bot.deliver(command(bot.slack, 'watch'));

    expect(bot.slack.of('chat.postMessage')).toHaveLength(0);
    expect(bot.slack.of('respond')).toMatchObject([{ text: expect.stringContaining('Already watched.') }]);
  });

  it('that fails tells the asker a number, and nobody else', async () => {
    const bot = await startBot({
      command: () => {
        throw new Error('secret detail');
      },
    });

    await bot.deliver(command(bot.slack, 'fix x'));

    expect(bot.slack.of('respond')).toMatchObject([
      { response_type: 'ephemeral', text: expect.stringContaining('id-1') },
    ]);
    expect(bot.slack.of('chat.postMessage')).toHaveLength(0);
  });
});

describe('"Find the fix"', () => {
  const post = { ts: '1700000000.000050', text: 'Keysize is &lt;missing&gt;' };

  it('asks about the chosen message and replies in its thread', async () => {
    const bot = await startBot({ ask: () => answer(article()) });

    const { acknowledged } = await bot.deliver(shortcut(bot.slack, post));

    expect(acknowledged).toBe(true);
    expect(bot.desk.asked).toMatchObject([
      { text: 'Keysize is <missing>', surface: 'direct', asker: 'U0KIM', place: { thread: '1700000000.000050' } },
    ]);
    expect(bot.slack.of('chat.postMessage')).toMatchObject([{ channel: 'C0HELP', thread_ts: '1700000000.000050' }]);
  });

  it('reads alerts of other tools, whose text is in attachments', async () => {
    const bot = await startBot({ ask: () => answer(article()) });

    await bot.deliver(shortcut(bot.slack, { ts: '1.2', text: '', attachments: [{ text: 'SCIM failed' }] }));

    expect(bot.desk.asked[0]?.text).toBe('SCIM failed');
  });

  it('replies to the person alone where the bot is no member', async () => {
    const bot = await startBot({ ask: () => answer(article()) });
    bot.slack.refuse('chat.postMessage', 'not_in_channel');
    bot.slack.refuse('reactions.add', 'not_in_channel');

    await bot.deliver(shortcut(bot.slack, post));

    expect(bot.slack.of('respond')).toMatchObject([
      { response_type: 'ephemeral', text: expect.stringContaining('SAML') },
    ]);
    expect(bot.desk.asked).toHaveLength(1);
  });
});
