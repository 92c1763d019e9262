import type { App } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Driver,
  type Json,
  type Message,
  type SlackServer,
  startSlack,
} from '../../src/playground/slack/index.js';
import { helpdeskWorkspace } from '../../src/playground/slack/seed.js';
import { socketModeApp } from './bolt-app.js';
import { createManualClock } from './manual-clock.js';
import { png } from './pictures.js';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const log = (lines: number): string => Array.from({ length: lines }, (_, index) => `line ${index + 1}`).join('\n');
const withoutFilesRead = { scopes: helpdeskWorkspace.app.scopes.filter((scope) => scope !== 'files:read') };

let slack: SlackServer;
let driver: Driver;
let web: WebClient;

const start = async (app: Parameters<typeof startSlack>[0]['app'] = {}): Promise<void> => {
  slack = await startSlack({ clock: createManualClock(), app });
  ({ driver } = slack);
  web = new WebClient(slack.botToken, { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } });
};

beforeEach(() => start());
afterEach(() => slack.close());

const share = (name: string, bytes: Uint8Array | string, where: Partial<Parameters<Driver['say']>[0]> = {}): Message =>
  driver.say({
    channel: 'helpdesk',
    text: '',
    files: [{ name, bytes: typeof bytes === 'string' ? bytesOf(bytes) : bytes }],
    ...where,
  });

/** The first file of a message, as the app sees it in the history. */
const seen = async (message: Message): Promise<Json> => {
  const { messages } = await web.conversations.replies({ channel: message.channel, ts: message.ts });
  const [file] = messages?.find(({ ts }) => ts === message.ts)?.files ?? [];
  return { ...file };
};

const fetchFile = (file: Json, token: string | undefined = slack.botToken): Promise<Response> =>
  fetch(String(file['url_private_download']), {
    redirect: 'manual',
    headers: token === '' ? {} : { authorization: `Bearer ${token}` },
  });

describe('a message with files', () => {
  /** The events of one post, by type. */
  const heardOf = async (text: string, threadTs?: string): Promise<Readonly<Record<string, Json>>> => {
    const heard: Record<string, Json> = {};
    const app: App = socketModeApp(slack);
    app.event('message', async ({ event }) => {
      heard['message'] = { ...event };
    });
    app.event('app_mention', async ({ event }) => {
      heard['app_mention'] = { ...event };
    });
    await app.start();
    try {
      share('trace.log', 'the trace', { text, ...(threadTs === undefined ? {} : { threadTs }) });
      await driver.delivered();
      return heard;
    } finally {
      await app.stop();
    }
  };

  it('is told of as a message of the subtype file_share, and once more as a mention without one', async () => {
    const { message, app_mention: mention } = await heardOf('@wo-okta what is this?');
    expect(message).toMatchObject({
      type: 'message',
      subtype: 'file_share',
      channel_type: 'channel',
      text: '<@U0WOOKTA01> what is this?',
      upload: false,
      display_as_bot: false,
      files: [{ name: 'trace.log', file_access: 'visible' }],
    });
    expect(message).not.toHaveProperty('team');
    expect(mention).toMatchObject({ type: 'app_mention', upload: false, files: message?.['files'] });
    expect(mention).not.toHaveProperty('subtype');
  });

  it('needs no text, and stands in threads too', async () => {
    const first = driver.say({ channel: 'helpdesk', text: 'It fails.' });
    const { message } = await heardOf('', first.ts);
    expect(message).toMatchObject({ text: '', thread_ts: first.ts, parent_user_id: 'U0ANNACE01' });
    const { messages } = await web.conversations.replies({ channel: 'C0HELPDESK', ts: first.ts });
    expect(messages?.map(({ files }) => files?.map(({ name }) => name))).toEqual([undefined, ['trace.log']]);
  });

  it('brings its files along in the history and with a message shortcut', async () => {
    const message = share('trace.log', 'the trace');
    const history = await web.conversations.history({ channel: 'C0HELPDESK' });
    expect(history.messages?.[0]?.files?.[0]).toMatchObject({ name: 'trace.log' });

    let used: unknown;
    const app: App = socketModeApp(slack);
    app.shortcut('find_the_fix', async ({ ack, payload }) => {
      used = payload;
      await ack();
    });
    await app.start();
    try {
      await driver.shortcut({ callbackId: 'find_the_fix', channel: 'helpdesk', ts: message.ts });
      expect(used).toMatchObject({ message: { files: [await seen(message)] } });
    } finally {
      await app.stop();
    }
  });
});

describe('what Slack says of a file', () => {
  it('shows five lines of a snippet, and tells by lines_more alone that there are others', async () => {
    expect(await seen(share('short.log', log(12)))).toMatchObject({
      mimetype: 'text/plain',
      filetype: 'text',
      pretty_type: 'Plain Text',
      mode: 'snippet',
      editable: true,
      preview: log(5),
      lines: 12,
      lines_more: 7,
      preview_is_truncated: false,
    });
    expect(await seen(share('long.xml', log(600)))).toMatchObject({
      filetype: 'xml',
      preview: log(5),
      lines_more: 595,
      preview_is_truncated: true,
    });
    expect(await seen(share('whole.json', '{}'))).toMatchObject({ filetype: 'json', preview: '{}', lines_more: 0 });
  });

  it('cuts a very long line, and says so', async () => {
    const whole = { preview: 'x'.repeat(2_000), lines_more: 0, preview_is_truncated: false };
    expect(await seen(share('fits.json', 'x'.repeat(2_000)))).toMatchObject(whole);
    expect(await seen(share('long.json', 'x'.repeat(2_001)))).toMatchObject({ ...whole, preview_is_truncated: true });
  });

  it('reads the UTF-16 that Windows writes', async () => {
    const bytes = Buffer.from('\ufeffKerberos NEGOTIATE failed\r\n', 'utf16le');
    expect(await seen(share('events.txt', bytes))).toMatchObject({ mode: 'snippet', lines: 2 });
  });

  it('takes a HAR file for bytes, and text above a megabyte for a file like any other', async () => {
    const har = await seen(share('flow.har', '{"log":{}}'));
    expect(har).toMatchObject({ mimetype: 'application/octet-stream', filetype: 'binary', mode: 'hosted' });
    expect(har).not.toHaveProperty('preview');
    expect(await seen(share('all.log', 'x'.repeat(1_000_001)))).toMatchObject({ filetype: 'text', mode: 'hosted' });
  });

  it('measures pictures, and does not believe a name', async () => {
    expect(await seen(share('error.png', png))).toMatchObject({
      mimetype: 'image/png',
      pretty_type: 'PNG',
      mode: 'hosted',
      size: png.byteLength,
      original_w: 3,
      original_h: 2,
    });
    expect(await seen(share('broken.png', 'no picture'))).not.toHaveProperty('original_w');
  });

  it('tells more when it is asked: the text, and where the file was shared', async () => {
    const { id } = await seen(share('short.log', log(12)));
    const info = await web.files.info({ file: String(id) });
    expect(info).toMatchObject({
      content: log(12),
      is_truncated: false,
      file: { name: 'short.log', channels: ['C0HELPDESK'], ims: [], is_public: true },
    });
    const direct = await seen(share('mine.log', 'x', { channel: driver.directId() }));
    const { file } = await web.files.info({ file: String(direct['id']) });
    expect(file).toMatchObject({ channels: [], ims: [driver.directId()], is_public: false });
  });
});

describe('the private address of a file', () => {
  const leadsToSignIn = async (answer: Response): Promise<void> => {
    expect(answer.status).toBe(302);
    const page = await fetch(answer.headers.get('location') ?? '');
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toMatch('text/html');
    expect(await page.text()).toContain('Sign in');
  };

  it('gives the bytes to the bot', async () => {
    const file = await seen(share('résumé “1”.log', 'the trace'));
    expect(await (await fetchFile(file)).text()).toBe('the trace');
    const shown = await fetch(String(file['url_private']), { headers: { authorization: `Bearer ${slack.botToken}` } });
    expect(await shown.text()).toBe('the trace');
  });

  it.each([
    ['no token', () => ''],
    ['another token', () => 'xoxb-somebody-else'],
    ['the app’s own token', () => slack.appToken],
  ])('leads to the page to sign in with %s, and refuses nothing', async (_what, token) => {
    await leadsToSignIn(await fetchFile(await seen(share('trace.log', 'the trace')), token()));
  });

  it('does the same to a bot without files:read, which is told everything else about the file', async () => {
    await slack.close();
    await start(withoutFilesRead);
    const file = await seen(share('trace.log', 'the trace'));
    expect(file).toMatchObject({ name: 'trace.log', preview: 'the trace', file_access: 'visible' });
    await leadsToSignIn(await fetchFile(file));
    await expect(web.files.info({ file: String(file['id']) })).rejects.toThrow('missing_scope');
  });

  it('does the same for what was shared where the bot is no member', async () => {
    const [file] = share('secret.log', 'not for bots', { channel: 'general' }).files ?? [];
    const id = file?.id ?? '';
    const address = `${slack.url}/files-pri/T0PLAYGRND-${id}/download/secret.log`;
    await leadsToSignIn(await fetchFile({ url_private_download: address }));
    await expect(web.files.info({ file: id })).rejects.toThrow('file_not_found');
  });

  it('knows what is not there', async () => {
    const address = `${slack.url}/files-pri/T0PLAYGRND-F0NOWHERE1/download/x.log`;
    expect((await fetchFile({ url_private_download: address })).status).toBe(404);
  });
});

describe('a form that takes files', () => {
  const plain = (text: string) => ({ type: 'plain_text' as const, text });
  const view = {
    type: 'modal' as const,
    callback_id: 'trace',
    title: plain('Trace'),
    submit: plain('Read'),
    blocks: [
      {
        type: 'input' as const,
        block_id: 'file',
        optional: true,
        label: plain('File'),
        element: { type: 'file_input' as const, action_id: 'f', filetypes: ['har', 'log'], max_files: 2 },
      },
      {
        type: 'input' as const,
        block_id: 'text',
        optional: true,
        label: plain('Text'),
        element: { type: 'plain_text_input' as const, action_id: 't', multiline: true, max_length: 3_000 },
      },
    ],
  };
  const values = (files: readonly { id: string }[], text: string | null = null) => ({
    file: { f: { type: 'file_input', files } },
    text: { t: { type: 'plain_text_input', value: text } },
  });
  const give = (name: string, bytes: Uint8Array | string = 'x', user = 'ann') =>
    driver.upload({ name, bytes: typeof bytes === 'string' ? bytesOf(bytes) : bytes }, { user });
  let app: App;
  let sent: Json[];
  let refusal: string;

  beforeEach(() => open());
  afterEach(() => app.stop());

  const open = async (): Promise<void> => {
    sent = [];
    refusal = '';
    app = socketModeApp(slack);
    app.command('/wo-okta', async ({ ack, body, client }) => {
      await client.views.open({ trigger_id: body.trigger_id, view }).catch((error: unknown) => {
        refusal = String(error);
      });
      await ack();
    });
    app.view('trace', async ({ ack, view: submitted }) => {
      sent.push({ ...submitted.state.values });
      await ack();
    });
    await app.start();
    await driver.command({ channel: 'helpdesk', line: '/wo-okta trace' });
  };
  const viewId = (): string => driver.modal()?.id ?? '';

  it('hands whole files to the app, which may fetch them from then on', async () => {
    const { id } = give('flow.har', 'the flow');
    const address = `${slack.url}/files-pri/T0PLAYGRND-${id}/download/flow.har`;
    expect((await fetchFile({ url_private_download: address })).status).toBe(302);

    expect(await driver.submit(viewId(), values([{ id }]))).toBeUndefined();
    const file = { id, name: 'flow.har', size: 8, user: 'U0ANNACE01', url_private_download: address };
    expect(sent).toMatchObject([{ file: { f: { type: 'file_input', files: [file] } } }]);
    expect(await (await fetchFile({ url_private_download: address })).text()).toBe('the flow');
  });

  it('goes without files where they are optional', async () => {
    expect(await driver.submit(viewId(), values([]))).toBeUndefined();
    expect(sent).toMatchObject([{ file: { f: { files: [] } } }]);
  });

  it.each([
    ['of another kind', () => [give('error.png')], 'error.png is of another kind. Please add one of these: har, log.'],
    ['too many', () => ['a.log', 'b.log', 'c.log'].map((name) => give(name)), 'Please add no more than 2 files.'],
    ['too large', () => [give('dump.har', new Uint8Array(10_000_001))], 'dump.har is larger than 10 MB.'],
  ])('keeps files back that are %s', async (_what, files, sentence) => {
    expect(await driver.submit(viewId(), values(files()))).toEqual({ file: sentence });
    expect(sent).toEqual([]);
  });

  it('takes nobody else’s files', async () => {
    const { id } = give('his.log', 'x', 'benito');
    await expect(driver.submit(viewId(), values([{ id }]))).rejects.toThrow('That file is gone. Attach it again.');
  });

  it('takes a text of several lines up to its length', async () => {
    const long = `${'x'.repeat(1_499)}\n`.repeat(2);
    const errors = await driver.submit(viewId(), values([], `${long}x`));
    expect(errors).toEqual({ text: 'Please enter no more than 3000 characters.' });
    expect(await driver.submit(viewId(), values([], long))).toBeUndefined();
    expect(sent).toMatchObject([{ text: { t: { value: long } } }]);
  });

  it('opens for no app without files:read', async () => {
    await app.stop();
    await slack.close();
    await start(withoutFilesRead);
    await open();
    expect(refusal).toContain('missing_scope');
    expect(driver.modal()).toBeUndefined();
  });
});
