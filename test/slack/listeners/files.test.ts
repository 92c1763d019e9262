/** How files reach the desk: with a mention, a direct message, an overheard message, the shortcut. */
import { describe, expect, it } from 'vitest';
import { type Bot, startBot } from '../helpers/bot.js';
import { directMessage, mention, message, shortcut } from '../helpers/payloads.js';
import { answer, article } from '../helpers/samples.js';

const answered = () => answer(article());
const upload = (fields: object = {}) => ({
  id: 'F1',
  name: 'screen.png',
  mimetype: 'image/png',
  size: 7,
  mode: 'hosted',
  url_private: 'https://files.slack.com/files-pri/T1-F1/screen.png',
  ...fields,
});
const shared = (file: object) => ({ subtype: 'file_share', files: [file] });
const filesOf = ({ desk }: Bot) => (desk.commands[0]?.question ?? desk.asked[0])?.files;

describe('a file', () => {
  it.each([
    ['a direct message', (bot: Bot) => bot.deliver(directMessage('', shared(upload())))],
    ['a mention', (bot: Bot) => bot.deliver(mention('', { files: [upload()] }))],
    ['a message of a watched channel', (bot: Bot) => bot.deliver(message('', shared(upload())))],
    [
      'a message chosen for “Find the fix”',
      (bot: Bot) => bot.deliver(shortcut(bot.slack, { ts: '1.1', text: '', files: [upload()] })),
    ],
  ])('in %s is handed to the desk, unread', async (_, deliver) => {
    const bot = await startBot({ command: answered, ask: answered, watched: ['C0HELP'] });

    await deliver(bot);

    expect(filesOf(bot)).toMatchObject([{ name: 'screen.png', size: 7 }]);
  });

  it.each([
    ['the mention alone tells of it', ['mention']],
    ['the message alone tells of it', ['message']],
    ['the message comes first', ['message', 'mention']],
    ['the mention comes first', ['mention', 'message']],
  ])('beside a mention is answered once when %s', async (_, events) => {
    const bot = await startBot({ command: answered });
    for (const event of events) {
      if (event === 'mention') await bot.deliver(mention('', { files: [upload()] }));
      else await bot.deliver(message('<@U0BOT>', shared(upload())));
    }

    expect(bot.desk.commands).toMatchObject([
      { question: { text: '', files: [{ name: 'screen.png' }] }, asText: true },
    ]);
    expect(bot.slack.of('chat.postMessage')).toHaveLength(1);
  });

  it('of the post that began a thread is meant by a bare mention there', async () => {
    const bot = await startBot({ command: answered });
    bot.slack.answer('conversations.replies', { messages: [{ text: '', ts: '1.1', files: [upload()] }] });

    await bot.deliver(mention('', { ts: '1700000000.000300', thread_ts: '1700000000.000001' }));

    expect(filesOf(bot)).toMatchObject([{ name: 'screen.png' }]);
  });

  it('from another workspace is asked for by its id', async () => {
    const bot = await startBot({ command: answered });
    bot.slack.answer('files.info', { file: upload({ url_private: 'https://drive.example.com/x' }) });
    await bot.deliver(directMessage('', shared({ id: 'F9', file_access: 'check_file_info' })));

    await expect(filesOf(bot)?.[0]?.read()).rejects.toThrow(/outside of Slack/);
    expect(bot.slack.of('files.info')).toMatchObject([{ file: 'F9' }]);
  });

  it('that is a short snippet is not fetched: it came along whole', async () => {
    const bot = await startBot({ command: answered });
    const snippet = upload({
      mode: 'snippet',
      preview: 'Keysize is missing',
      preview_is_truncated: false,
      lines_more: 0,
    });
    await bot.deliver(directMessage('', shared(snippet)));

    expect(Buffer.from((await filesOf(bot)?.[0]?.read()) ?? '').toString()).toBe('Keysize is missing');
  });

  it('whose preview has its first lines only is fetched, though Slack does not call the preview cut', async () => {
    const bot = await startBot({ command: answered });
    const snippet = upload({ mode: 'snippet', preview: 'the start', preview_is_truncated: false, lines_more: 7 });
    await bot.deliver(directMessage('', shared({ ...snippet, url_private: `${bot.slack.url}files/F1` })));

    expect(Buffer.from((await filesOf(bot)?.[0]?.read()) ?? '').toString()).toBe('{"ok":true}');
  });

  it('that is a long snippet is read by its start where it can’t be fetched', async () => {
    const bot = await startBot({ command: answered });
    const elsewhere = { url_private: 'https://drive.example.com/x' };
    const snippet = upload({ ...elsewhere, mode: 'snippet', preview: 'the start', preview_is_truncated: true });
    await bot.deliver(directMessage('', shared(snippet)));

    expect(Buffer.from((await filesOf(bot)?.[0]?.read()) ?? '').toString()).toBe('the start');
  });

  it.each([
    ['deleted', { files: [{ id: 'F1', mode: 'tombstone' }] }],
    ['hidden by the plan', { files: [{ id: 'F1', mode: 'hidden_by_limit' }] }],
    ['nothing that Slack would send', { files: [null, 7, 'x'] }],
    ['no list', { files: { id: 'F1' } }],
  ])('that is %s is left out', async (_, fields) => {
    const bot = await startBot({ command: answered });
    await bot.deliver(directMessage('hello', fields));

    expect(filesOf(bot)).toBeUndefined();
  });
});
