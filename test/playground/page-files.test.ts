import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PageFile, PageState } from '../../src/playground/page-protocol.js';
import { createFiles } from '../../src/playground/slack/files.js';
import { type Json, type SlackServer, startSlack, systemClock } from '../../src/playground/slack/index.js';
import { createManualClock } from './manual-clock.js';
import { png } from './pictures.js';

let slack: SlackServer;
beforeEach(async () => {
  slack = await startSlack({ clock: systemClock });
});
afterEach(() => slack.close());

const answerTo = async (
  path: string,
  type: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
) => {
  const answer = await fetch(`${slack.url}/page/${path}`, {
    method: 'POST',
    headers: { 'content-type': type, ...headers },
    body,
  });
  return { status: answer.status, body: (await answer.json()) as Json & { readonly file: PageFile } };
};
const upload = (name: string, bytes: string | Uint8Array<ArrayBuffer>) =>
  answerTo(`upload?name=${encodeURIComponent(name)}`, 'application/octet-stream', bytes);
const post = (body: Json) => answerTo('post', 'application/json', JSON.stringify({ channel: 'C0HELPDESK', ...body }));
const lastMessage = async () => ((await (await fetch(`${slack.url}/page/state`)).json()) as PageState).messages.at(-1);

describe('a file that is uploaded on the page', () => {
  it('stands in the message it is sent with', async () => {
    const log = Array.from({ length: 7 }, (_, index) => `line ${index + 1}`).join('\n');
    const { file: picture } = (await upload('error.png', png)).body;
    const { file: text } = (await upload('flow.har', log)).body;
    expect((await post({ text: 'look', files: [picture.id, text.id] })).body).toMatchObject({ ok: true });
    expect(await lastMessage()).toMatchObject({
      text: 'look',
      files: [
        { ...picture, name: 'error.png', kind: 'PNG', size: png.byteLength, picture: { width: 3, height: 2 } },
        { ...text, kind: 'Text', text: { preview: 'line 1\nline 2\nline 3\nline 4\nline 5', lines: 7, more: 2 } },
      ],
    });
  });

  it('is enough of a message, where a text is missing', async () => {
    const { file } = (await upload('a.log', 'x')).body;
    expect((await post({ text: '', files: [file.id] })).body).toMatchObject({ ok: true });
    expect(await lastMessage()).toMatchObject({ text: '', files: [{ name: 'a.log' }] });
  });

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\ann\\error.log', 'error.log'],
    ['two\nlines.log', 'twolines.log'],
    ['gnp.\u202elog', 'gnp.log'],
    ['', 'untitled'],
    [`${'é'.repeat(300)}.log`, 'é'.repeat(255)],
  ])('has a plain name: %j', async (given, name) => {
    expect((await upload(given, 'x')).body.file.name).toBe(name);
  });

  it('is refused with what to do when it is empty or too large', async () => {
    expect((await upload('a.log', '')).body).toEqual({ ok: false, error: 'a.log is empty. Choose another file.' });
    expect((await upload('a.har', new Uint8Array(20_000_001))).body).toEqual({
      ok: false,
      error: 'That file is larger than 20 MB. Send only the part with the error.',
    });
    expect((await upload('a.har', new Uint8Array(20_000_000))).body).toMatchObject({ ok: true });
  });

  it('goes with no more than nine others, and only if it is the person’s own', async () => {
    const { file } = (await upload('a.log', 'x')).body;
    expect((await post({ text: '', files: Array(11).fill(file.id) })).body).toMatchObject({ ok: false });
    const his = slack.driver.upload({ name: 'his.log', bytes: png }, { user: 'benito' });
    const gone = { ok: false, error: 'That file is gone. Attach it again.' };
    expect((await post({ text: '', files: [his.id] })).body).toEqual(gone);
    expect((await post({ text: '', files: ['F0NOWHERE1'] })).body).toEqual(gone);
  });

  it('comes from no other page', async () => {
    const bytes = 'application/octet-stream';
    const foreign = { origin: 'https://evil.example' };
    expect((await answerTo('upload?name=x', bytes, 'x', foreign)).status).toBe(403);
    // What a foreign page may send without asking first.
    for (const type of ['text/plain', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded']) {
      expect((await answerTo('upload?name=x', type, 'x')).status).toBe(415);
    }
  });
});

describe('a file that is shown on the page', () => {
  const shown = async (name: string, bytes: string | Uint8Array<ArrayBuffer>) => {
    const answer = await fetch(`${slack.url}${(await upload(name, bytes)).body.file.url}`);
    const [disposition] = (answer.headers.get('content-disposition') ?? '').split(';');
    return { type: answer.headers.get('content-type'), disposition, text: await answer.text() };
  };

  it('is a picture, a text, or a download; never a page or a script of this server', async () => {
    expect(await shown('error.png', png)).toMatchObject({ type: 'image/png', disposition: 'inline' });
    const text = { type: 'text/plain; charset=utf-8', disposition: 'inline' };
    expect(await shown('flow.har', '{}')).toEqual({ ...text, text: '{}' });
    expect(await shown('evil.html', '<script src="/page/file/x/evil.js"></script>')).toMatchObject(text);
    expect(await shown('evil.js', 'alert(1)')).toMatchObject(text);
    expect(await shown('evil.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>')).toMatchObject({
      disposition: 'attachment',
    });
    expect(await shown('core.bin', new Uint8Array([0, 1]))).toMatchObject({
      type: 'application/octet-stream',
      disposition: 'attachment',
    });
  });

  it('needs no token, where the address that the app has leads to the page to sign in', async () => {
    const { file } = (await upload('error.png', png)).body;
    expect((await fetch(`${slack.url}${file.url}`)).status).toBe(200);
    const address = `${slack.url}/files-pri/T0PLAYGRND-${file.id}/error.png`;
    expect((await fetch(address, { redirect: 'manual' })).status).toBe(302);
    expect((await fetch(`${slack.url}/page/file/F0NOWHERE1/x.png`)).status).toBe(404);
  });
});

describe('the room for files', () => {
  it('ends, and is said to', () => {
    let last = 0;
    const files = createFiles(createManualClock(), (prefix) => `${prefix}${last++}`);
    const large = { name: 'a.bin', user: 'U0ANNACE01', bytes: new Uint8Array(20_000_000) };
    for (let count = 0; count < 10; count += 1) files.keep(large);
    expect(() => files.keep({ ...large, bytes: png })).toThrow(
      'The playground keeps 200 MB of files and is full. Start it again.',
    );
  });
});
