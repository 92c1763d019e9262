/** How questions reach the desk and replies reach Slack: mentions, direct messages, channels, threads, redelivery. */
import { describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/desk/reply.js';
import { UserError } from '../../../src/model/errors.js';
import { startBot } from '../helpers/bot.js';
import { directMessage, mention, message } from '../helpers/payloads.js';
import { answer, article, ordinaryReplies } from '../helpers/samples.js';

const answered = () => answer(article());

describe('a mention', () => {
  it('is handed to the desk as plain text and answered in its thread', async () => {
    const bot = await startBot({ command: answered });

    await bot.deliver(mention('fix idp &lt;not&gt; found for <mailto:kim@acme.com|kim@acme.com>'));

    expect(bot.desk.commands).toEqual([
      {
        question: {
          text: 'fix idp <not> found for kim@acme.com',
          surface: 'direct',
          place: { channel: 'C0HELP', thread: '1700000000.000100' },
          asker: 'U0KIM',
        },
        asText: true,
      },
    ]);
    expect(bot.slack.of('chat.postMessage')).toMatchObject([
      {
        channel: 'C0HELP',
        thread_ts: '1700000000.000100',
        text: expect.stringContaining('SAML context'),
        unfurl_links: 'false',
      },
    ]);
  });

  it('inside a thread is answered in that thread', async () => {
    const bot = await startBot({ command: answered });

    await bot.deliver(mention('help', { ts: '1700000000.000300', thread_ts: '1700000000.000001' }));

    expect(bot.desk.commands[0]?.question.place.thread).toBe('1700000000.000001');
    expect(bot.slack.of('chat.postMessage')[0]).toMatchObject({ thread_ts: '1700000000.000001' });
  });

  it('shows 👀 on the post while the bot works, and takes it back', async () => {
    const bot = await startBot({ command: answered });

    await bot.deliver(mention('idp not found'));

    const marks = bot.slack.calls.filter(({ method }) => method.startsWith('reactions.'));
    expect(marks).toMatchObject([
      { method: 'reactions.add', args: { name: 'eyes', channel: 'C0HELP', timestamp: '1700000000.000100' } },
      { method: 'reactions.remove', args: { name: 'eyes' } },
    ]);
    expect(bot.slack.calls.at(-1)?.method).toBe('reactions.remove');
  });

  it('is answered although reactions are refused', async () => {
    const bot = await startBot({ command: answered });
    bot.slack.refuse('reactions.add', 'missing_scope');
    bot.slack.refuse('reactions.remove', 'no_reaction');

    await bot.deliver(mention('idp not found'));

    expect(bot.slack.of('chat.postMessage')).toHaveLength(1);
    expect(bot.log.filter(({ level }) => level === 'warn')).toMatchObject([{ fields: { code: 'missing_scope' } }]);
  });

  it('with nothing else, in a thread, means the post that began the thread', async () => {
    const bot = await startBot({ command: answered });
    bot.slack.answer('conversations.replies', { messages: [{ text: 'Keysize is &lt;missing&gt;', ts: '1.1' }] });

    await bot.deliver(mention('', { ts: '1700000000.000300', thread_ts: '1700000000.000001' }));

    expect(bot.desk.commands[0]?.question.text).toBe('Keysize is <missing>');
  });

  it('with nothing else is an empty command when the thread cannot be read', async () => {
    const bot = await startBot({ command: () => ordinaryReplies.help });
    bot.slack.refuse('conversations.replies', 'missing_scope');

    await bot.deliver(mention('', { ts: '1700000000.000300', thread_ts: '1700000000.000001' }));

    expect(bot.desk.commands[0]?.question.text).toBe('');
    expect(bot.slack.of('chat.postMessage')).toHaveLength(1);
  });
});

describe('the same post', () => {
  it('delivered again is answered once', async () => {
    const bot = await startBot({ command: answered });

    await bot.deliver(mention('idp not found', {}, 'Ev-again'));
    await bot.deliver(mention('idp not found', {}, 'Ev-again'));

    expect(bot.slack.of('chat.postMessage')).toHaveLength(1);
  });

  it.each([
    ['mention first', true],
    ['message first', false],
  ])('that arrives as mention and as channel message is answered once: %s', async (_, mentionFirst) => {
    const bot = await startBot({ command: answered, ask: answered, watched: ['C0HELP'] });
    const both = [mention('idp not found'), message('<@U0BOT> idp not found')];

    for (const body of mentionFirst ? both : both.reverse()) await bot.deliver(body);

    expect(bot.slack.of('chat.postMessage')).toHaveLength(1);
    expect(bot.desk.commands).toHaveLength(1);
    expect(bot.desk.asked).toHaveLength(0);
  });
});

describe('a direct message', () => {
  it('is asked without a mention', async () => {
    const bot = await startBot({ command: answered });

    await bot.deliver(directMessage('idp not found'));

    expect(bot.desk.commands).toMatchObject([{ question: { text: 'idp not found', surface: 'direct' }, asText: true }]);
    expect(bot.slack.of('chat.postMessage')).toMatchObject([{ channel: 'D0KIM', thread_ts: '1700000000.000100' }]);
  });
});

describe('a secret in a message', () => {
  const leaky = () => ({ ...answered(), redactions: [{ kind: 'password', count: 1 }] }) as Reply;

  it.each([
    ['a direct message', directMessage('idp not found'), 'it stays in Slack’s history'],
    ['a channel', mention('idp not found'), 'everybody here can read it'],
  ])('of %s is warned of with who can still read it', async (_, event, told) => {
    const bot = await startBot({ command: leaky });

    await bot.deliver(event);

    const [posted] = bot.slack.of('chat.postMessage');
    expect(posted?.['text']).toContain(`I have not stored or repeated it, but ${told}.`);
  });
});

describe('a message in a channel', () => {
  it('that is not watched is not even read', async () => {
    const bot = await startBot({ ask: answered });

    await bot.deliver(message('idp not found'));

    expect(bot.desk.asked).toHaveLength(0);
    expect(bot.slack.calls.map(({ method }) => method)).toEqual(['auth.test']);
  });

  it('that is watched is asked as overheard, and answered without 👀', async () => {
    const bot = await startBot({ ask: answered, watched: ['C0HELP'] });

    await bot.deliver(message('idp not found'));

    expect(bot.desk.asked).toMatchObject([{ surface: 'channel', text: 'idp not found' }]);
    expect(bot.slack.of('chat.postMessage')).toHaveLength(1);
    expect(bot.slack.of('reactions.add')).toHaveLength(0);
  });

  it('that is watched brings nothing when the desk is silent', async () => {
    const bot = await startBot({ watched: ['C0HELP'] });

    await bot.deliver(message('lunch at 12?'));

    expect(bot.desk.asked).toHaveLength(1);
    expect(bot.slack.of('chat.postMessage')).toHaveLength(0);
  });

  it('in a thread the bot knows refines what was understood', async () => {
    const bot = await startBot({ ask: answered, knownThreads: ['1700000000.000001'] });

    await bot.deliver(message("it's an unmanaged iPad", { ts: '1700000000.000400', thread_ts: '1700000000.000001' }));

    expect(bot.desk.asked).toMatchObject([{ surface: 'channel', place: { thread: '1700000000.000001' } }]);
    expect(bot.slack.of('chat.postMessage')).toMatchObject([{ thread_ts: '1700000000.000001' }]);
  });

  it('in a thread the bot does not know is left alone', async () => {
    const bot = await startBot({ ask: answered });

    await bot.deliver(message('thanks', { ts: '1700000000.000400', thread_ts: '1700000000.000001' }));

    expect(bot.desk.asked).toHaveLength(0);
  });
});

describe('nobody’s question', () => {
  const ignored: readonly (readonly [string, Record<string, unknown>])[] = [
    ['another bot’s message', { bot_id: 'B0OTHER' }],
    ['a bot message', { subtype: 'bot_message', user: undefined, bot_id: 'B1' }],
    ['its own message', { user: 'U0BOT' }],
    ['Slackbot’s message', { user: 'USLACKBOT' }],
    ['an edit', { subtype: 'message_changed', hidden: true, message: { text: 'x' } }],
    ['a deletion', { subtype: 'message_deleted', hidden: true }],
    ['a join', { subtype: 'channel_join' }],
    ['a topic', { subtype: 'channel_topic' }],
    ['an edited text', { edited: { user: 'U0KIM', ts: '1700000000.000500' } }],
  ];

  it.each(ignored)('%s is ignored in a direct message and in a watched channel', async (_, fields) => {
    const bot = await startBot({ ask: answered, command: answered, watched: ['C0HELP'] });

    await bot.deliver(directMessage('idp not found', fields));
    await bot.deliver(message('idp not found', fields));

    expect(bot.desk.asked).toHaveLength(0);
    expect(bot.desk.commands).toHaveLength(0);
  });

  it.each(ignored.filter(([name]) => !/join|topic|deletion/.test(name)))(
    '%s is ignored as a mention',
    async (_, fields) => {
      const bot = await startBot({ command: answered });

      await bot.deliver(mention('idp not found', fields));

      expect(bot.desk.commands).toHaveLength(0);
    },
  );
});

describe('a failure', () => {
  const fails = () => {
    throw new Error('secret detail');
  };

  it('is told to the person by number and to the log by cause', async () => {
    const bot = await startBot({ command: fails });

    await bot.deliver(mention('idp not found'));

    const [post] = bot.slack.of('chat.postMessage');
    expect(post).toMatchObject({ thread_ts: '1700000000.000100', text: expect.stringContaining('id-1') });
    expect(JSON.stringify(post)).not.toContain('secret detail');
    expect(bot.log).toContainEqual({
      level: 'error',
      message: 'A Slack listener failed',
      fields: { id: 'id-1', err: expect.objectContaining({ message: 'secret detail' }) },
    });
    expect(bot.slack.of('reactions.remove')).toHaveLength(1);
  });

  it('that a person can act on is told in its own words', async () => {
    const bot = await startBot({
      command: () => {
        throw new UserError('store-failed', 'The disk is full. Free some space & try <again>.');
      },
    });

    await bot.deliver(directMessage('idp not found'));

    expect(bot.slack.of('chat.postMessage')[0]?.['text']).toContain('Free some space &amp; try &lt;again&gt;.');
  });

  it('over an unasked message stays between the bot and its log', async () => {
    const bot = await startBot({ ask: fails, watched: ['C0HELP'] });

    await bot.deliver(message('idp not found'));

    expect(bot.slack.of('chat.postMessage')).toHaveLength(0);
    expect(bot.log.some(({ message: text }) => text === 'A Slack listener failed')).toBe(true);
  });

  it('of Slack itself is logged and ends there', async () => {
    const bot = await startBot({ command: answered });
    bot.slack.refuse('chat.postMessage', 'is_archived');

    await bot.deliver(mention('idp not found'));

    expect(bot.log.map(({ message: text }) => text)).toContain('Could not report a failure to the person');
  });
});
