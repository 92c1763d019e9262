/** What the live tenants say about people: who sees it, where, and what the buttons do. */
import { describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/desk/reply.js';
import { renderReply } from '../../../src/slack/views/index.js';
import { type Bot, startBot } from '../helpers/bot.js';
import { command, directMessage, mention, message, press, shortcut } from '../helpers/payloads.js';
import { ordinaryReplies, reportReply } from '../helpers/samples.js';
import { buttonsOf } from '../helpers/slack-rules.js';

const thread = '1700000000.000100';
const denied: Reply = { kind: 'notice', tone: 'refused', text: 'Ask Irma. Your id is U0KIM.', isForAskerOnly: true };

function pressUnder(bot: Bot, reply: Reply, label: RegExp, at: { thread: string; ephemeral: boolean }) {
  const shown = renderReply(reply, at);
  const row = shown?.blocks.find((block) => block.type === 'actions');
  const button = buttonsOf({ blocks: shown?.blocks ?? [] }).find(({ text }) => label.test(text.text));
  if (button === undefined) throw new Error(`There is no button ${label}.`);
  return bot.deliver(
    press(bot.slack, {
      actionId: button.action_id ?? '',
      value: button.value ?? '',
      rowId: row?.block_id ?? '',
      label: button.text.text,
      ...(at.ephemeral ? {} : { blocks: shown?.blocks ?? [] }),
    }),
  );
}

describe('a report', () => {
  it('asked for by a mention in a thread is shown to the asker alone, in that thread', async () => {
    const bot = await startBot({ command: () => reportReply() });
    await bot.deliver(mention('check ann', { ts: '1700000000.000300', thread_ts: thread }));
    expect(bot.slack.of('chat.postEphemeral')).toMatchObject([
      { channel: 'C0HELP', user: 'U0KIM', thread_ts: thread, text: expect.stringContaining('Okta sends “ann”') },
    ]);
    expect(bot.slack.of('chat.postMessage')).toEqual([]);
    expect(bot.slack.of('reactions.add')).toMatchObject([{ name: 'eyes' }]);
  });

  it('below a post without a thread stands in the channel, where Slack shows it', async () => {
    const bot = await startBot({ command: () => reportReply() });
    await bot.deliver(mention('check ann'));
    const [posted] = bot.slack.of('chat.postEphemeral');
    expect(posted).toMatchObject({ channel: 'C0HELP', user: 'U0KIM' });
    expect(posted).not.toHaveProperty('thread_ts');
    expect(JSON.stringify(posted)).toContain('Share in thread');
  });

  it('in a direct message is an ordinary message, with nobody to share it with', async () => {
    const bot = await startBot({ command: () => reportReply() });
    await bot.deliver(directMessage('check ann'));
    expect(bot.slack.of('chat.postEphemeral')).toEqual([]);
    const [posted] = bot.slack.of('chat.postMessage');
    expect(posted).toMatchObject({ channel: 'D0KIM', thread_ts: thread });
    expect(JSON.stringify(posted)).not.toContain('Share');
  });

  it('of a slash command is for the asker, who can share it with the channel', async () => {
    const bot = await startBot({ command: () => reportReply() });
    await bot.deliver(command(bot.slack, 'check ann'));
    const [reply] = bot.slack.of('respond');
    expect(reply).toMatchObject({ response_type: 'ephemeral' });
    expect(JSON.stringify(reply)).toContain('Share in channel');
  });

  it('about an unasked message in a channel, or by the message menu, is for one person too', async () => {
    const bot = await startBot({ ask: () => reportReply(), watched: ['C0HELP'] });
    await bot.deliver(message('why can’t ann@acme.example sign in?'));
    await bot.deliver(shortcut(bot.slack, { ts: '1700000000.000500', text: 'ann cannot sign in' }));
    expect(bot.slack.of('chat.postEphemeral')).toMatchObject([{ user: 'U0KIM' }, { user: 'U0KIM' }]);
    expect(bot.slack.of('chat.postMessage')).toEqual([]);
  });

  it('names the verdict, the evidence’s time, each half, the first failure, the window and the fix', () => {
    const shown = renderReply(reportReply(), { thread, ephemeral: true });
    expect(shown?.text.split('\n')[0]).toBe(
      ':x: *Okta sends “ann”, but Workspace ONE Access knows “ann@acme.example”.*',
    );
    expect(shown?.text).toContain('Ann Ace (ann@acme.example) · `check` · read 12:03:05–12:03:06 UTC');
    expect(shown?.text).toContain(':white_check_mark: Status: ACTIVE: can sign in');
    expect(shown?.text).toContain(':x: App username: ann → `article scim-domain-mismatch`');
    expect(shown?.text).toContain(':grey_question: Not read: Workspace ONE Access did not answer within 20 s.');
    expect(shown?.text).toContain('Workspace ONE UEM, not read: The bot is not connected');
    expect(shown?.text.match(/did not answer/g)).toHaveLength(1);
    expect(shown?.text).toMatch(/:x: `11:58:02` :point_right: \*First failure:\* Workspace ONE Access: LOGIN failed/);
    expect(shown?.text).toContain('Events from 2026-11-17 12:03 to 2026-11-24 12:03 UTC. More exist than were read.');
    expect(shown && buttonsOf(shown).map(({ text }) => text.text)).toEqual([
      'Show fix: SCIM domain mismatch',
      'Share in thread',
    ]);
  });
});

describe('a refusal', () => {
  it('is for the one who lacks the right, not for the channel', async () => {
    const bot = await startBot({ command: () => denied });
    await bot.deliver(mention('check ann'));
    expect(bot.slack.of('chat.postEphemeral')).toMatchObject([{ text: expect.stringContaining('Ask Irma') }]);
    expect(bot.slack.of('chat.postMessage')).toEqual([]);
  });
});

describe('a slow lookup', () => {
  it('says that it is still asking before it replies', async () => {
    let release = () => {};
    const waiting = new Promise<void>((resolve) => {
      release = resolve;
    });
    const bot = await startBot(
      {
        command: async () => {
          await waiting;
          return reportReply();
        },
      },
      {},
      {
        pause: async () => {
          // The tenants answer only after the bot's patience has ended.
          queueMicrotask(release);
        },
      },
    );
    await bot.deliver(command(bot.slack, 'check ann'));
    expect(bot.slack.of('respond').map(({ text }) => String(text).split('\n')[0])).toEqual([
      expect.stringContaining(':eyes: Still asking'),
      expect.stringContaining('Okta sends'),
    ]);
  });

  it('that is no lookup, or quick, says nothing of the kind', async () => {
    const bot = await startBot({ command: () => reportReply() });
    await bot.deliver(command(bot.slack, 'check ann'));
    const slow = await startBot({ command: () => ordinaryReplies.help }, {}, { pause: async () => undefined });
    await slow.deliver(command(slow.slack, 'help'));
    expect(bot.slack.of('respond')).toHaveLength(1);
    expect(slow.slack.of('respond')).toHaveLength(1);
  });
});

describe('Share', () => {
  it('posts the report for all in the thread, and says who shared it', async () => {
    const bot = await startBot({ shareReport: () => reportReply() });
    await pressUnder(bot, reportReply(), /^Share in thread$/, { thread, ephemeral: true });
    expect(bot.desk.shared).toEqual([
      {
        lookup: 'check',
        who: 'ann@acme.example',
        report: '1763985785000-1',
        place: { channel: 'C0HELP', thread },
        asker: 'U0KIM',
      },
    ]);
    const [posted] = bot.slack.of('chat.postMessage');
    expect(posted).toMatchObject({ channel: 'C0HELP', thread_ts: thread });
    expect(posted?.['text']).toMatch(/Okta sends “ann”[\s\S]*Shared by <@U0KIM>/);
    expect(JSON.stringify(posted)).not.toContain('Share in');
  });

  it('of a command, or where the bot is no member, goes to the channel by the command’s own address', async () => {
    const bot = await startBot({ shareReport: () => reportReply() });
    await pressUnder(bot, reportReply(), /^Share in channel$/, { thread: 'command-1', ephemeral: true });
    bot.slack.refuse('chat.postMessage', 'not_in_channel');
    await pressUnder(bot, { ...reportReply(), reportId: '2' }, /^Share in thread$/, { thread, ephemeral: true });
    expect(bot.slack.of('respond')[0]).toMatchObject({ response_type: 'in_channel', replace_original: false });
  });

  it('by somebody who lost the right is refused to them alone', async () => {
    const bot = await startBot({ shareReport: () => denied });
    await pressUnder(bot, reportReply(), /^Share/, { thread, ephemeral: true });
    expect(bot.slack.of('chat.postMessage')).toEqual([]);
    expect(bot.slack.of('respond')).toMatchObject([
      { response_type: 'ephemeral', text: expect.stringContaining('Ask Irma') },
    ]);
  });
});

describe('one of several people', () => {
  it('is looked up, and the report takes the place of the choice', async () => {
    const bot = await startBot({ lookUp: () => reportReply() });
    await pressUnder(bot, ordinaryReplies.people, /^Jane Doe/, { thread, ephemeral: true });
    expect(bot.desk.lookedUp).toEqual([
      { lookup: 'check', who: '00u1a2b3c4d5e6f7g8h9', place: { channel: 'C0HELP', thread }, asker: 'U0KIM' },
    ]);
    const [reply] = bot.slack.of('respond');
    expect(reply).toMatchObject({ replace_original: true, text: expect.stringContaining('Okta sends') });
    expect(JSON.stringify(reply)).toContain('Share in thread');
  });

  it('pressed without the right is refused, and the choice stays', async () => {
    const bot = await startBot({ lookUp: () => denied });
    await pressUnder(bot, ordinaryReplies.people, /^John Doe/, { thread, ephemeral: true });
    expect(bot.slack.of('respond')).toMatchObject([{ response_type: 'ephemeral', replace_original: false }]);
  });
});

describe('a choice between meanings that leads to a lookup', () => {
  it('shows the report to the one who pressed, and the channel only what was chosen', async () => {
    const bot = await startBot({ choose: () => reportReply() });
    await pressUnder(bot, ordinaryReplies.question, /device trust/, { thread, ephemeral: false });
    expect(bot.desk.chosen).toMatchObject([{ by: 'U0KIM' }]);
    expect(bot.slack.of('chat.postEphemeral')).toMatchObject([
      { user: 'U0KIM', thread_ts: thread, text: expect.stringContaining('Okta sends') },
    ]);
    expect(JSON.stringify(bot.slack.of('respond'))).not.toContain('Okta sends');
    expect(bot.slack.of('chat.postMessage')).toEqual([]);
  });
});

describe('the trail', () => {
  it('names who asked about whom without being long, and is for the administrator alone', async () => {
    const { trail } = ordinaryReplies;
    const bot = await startBot({ command: () => ({ ...trail, more: 12 }) });
    await bot.deliver(mention('trail'));
    const [posted] = bot.slack.of('chat.postEphemeral');
    expect(posted?.['text']).toContain(
      '`2026-11-24 12:03:05` · `irma` check `ann` = `Ann Ace (ann@acme.example)` · shell · something wrong',
    );
    expect(posted?.['text']).toContain('12 more: `wo-okta trail`');
  });
});
