import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PageEvent, PageState } from '../../src/playground/page-protocol.js';
import { type Json, type SlackServer, startSlack, systemClock } from '../../src/playground/slack/index.js';
import { socketModeApp } from './bolt-app.js';

let slack: SlackServer;
let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'playground-page-'));
  await mkdir(join(root, 'web', 'assets'), { recursive: true });
  await writeFile(join(root, 'secret.txt'), 'not for the web');
  await writeFile(join(root, 'web', '.env'), 'not for the web either');
  await writeFile(join(root, 'web', 'index.html'), '<!doctype html><title>Playground</title>');
  await writeFile(join(root, 'web', 'assets', 'main.js'), 'export {};');
  await symlink(join(root, 'secret.txt'), join(root, 'web', 'link.txt'));
  slack = await startSlack({
    clock: systemClock,
    webRoot: join(root, 'web'),
    suggestions: [{ label: 'A 404', text: 'federationArtifact.not.found' }],
  });
});

afterEach(async () => {
  await slack.close();
  await rm(root, { recursive: true });
});

const post = async (act: string, body: Json): Promise<Json> => {
  const answer = await fetch(`${slack.url}/page/${act}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await answer.json()) as Json;
};

const state = async (): Promise<PageState> => (await (await fetch(`${slack.url}/page/state`)).json()) as PageState;

/** Reads the page's events one by one. */
const events = async (lastEventId?: string) => {
  const abort = new AbortController();
  const answer = await fetch(`${slack.url}/page/events`, {
    signal: abort.signal,
    headers: lastEventId === undefined ? {} : { 'last-event-id': lastEventId },
  });
  if (answer.body === null) throw new Error('no stream');
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  let id = '';
  const next = async (): Promise<PageEvent> => {
    for (;;) {
      const end = text.indexOf('\n\n');
      if (end >= 0) {
        const lines = text.slice(0, end).split('\n');
        text = text.slice(end + 2);
        id = lines.find((line) => line.startsWith('id: '))?.slice(4) ?? id;
        const data = lines.find((line) => line.startsWith('data: '));
        if (data !== undefined) return JSON.parse(data.slice(6)) as PageEvent;
        continue;
      }
      const { value, done } = await reader.read();
      if (done) throw new Error('the stream ended');
      text += value;
    }
  };
  return { next, lastId: () => id, close: () => abort.abort() };
};

describe('the page', () => {
  it('sees the workspace as Ann Ace does', async () => {
    const seen = await state();
    expect(seen.me).toEqual({ id: 'U0ANNACE01', name: 'ann', realName: 'Ann Ace', isBot: false });
    expect(seen.channels.map(({ name, kind }) => `${kind} ${name}`)).toEqual([
      'channel helpdesk',
      'channel general',
      'channel okta-alerts',
      'channel second-line',
      'direct wo-okta',
    ]);
    expect(seen.botConnected).toBe(false);
    expect(seen.slashCommands.map(({ command }) => command)).toEqual(['/wo-okta', '/invite']);
    expect(seen.suggestions).toEqual([{ label: 'A 404', text: 'federationArtifact.not.found' }]);
    expect(seen).toMatchObject({ scenarios: [], scenario: '', realSystems: [] });
  });

  it('hears of everything as it happens, and of what it missed while it was away', async () => {
    const stream = await events();
    const { ts } = await post('post', { channel: 'C0HELPDESK', text: 'a & b' });
    expect(await stream.next()).toMatchObject({
      type: 'message',
      message: { ts, text: 'a &amp; b', user: 'U0ANNACE01' },
    });
    await post('react', { channel: 'C0HELPDESK', ts, name: 'eyes' });
    expect(await stream.next()).toMatchObject({
      type: 'message-changed',
      message: { reactions: [{ name: 'eyes', users: ['U0ANNACE01'] }] },
    });
    stream.close();
    await post('react', { channel: 'C0HELPDESK', ts, name: 'eyes' });
    const again = await events(stream.lastId());
    expect(await again.next()).toMatchObject({ type: 'message-changed', message: { reactions: [] } });
    again.close();
  });

  it('says why something cannot be done', async () => {
    expect(await post('post', { channel: 'C0HELPDESK', text: '' })).toEqual({
      ok: false,
      error: 'There is nothing to send. Type a text first.',
    });
    expect(await post('post', { channel: 'C0NOWHERE1', text: 'x' })).toMatchObject({ ok: false });
    expect(await post('post', { text: 3 })).toMatchObject({ ok: false });
    expect(await post('command', { channel: 'C0HELPDESK', line: '/nope' })).toMatchObject({ ok: false });
    expect(await post('dance', {})).toEqual({ ok: false, error: 'This server knows no such act.' });
    const broken = await fetch(`${slack.url}/page/post`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"channel":',
    });
    expect(await broken.json()).toMatchObject({ ok: false });
  });

  it('works a whole modal: command, view, errors, submission', async () => {
    const app: App = socketModeApp(slack);
    app.command('/wo-okta', async ({ ack, body, client }) => {
      await ack();
      await client.views.open({
        trigger_id: body.trigger_id,
        view: {
          type: 'modal',
          callback_id: 'ask',
          title: { type: 'plain_text', text: 'Ask' },
          submit: { type: 'plain_text', text: 'Send' },
          blocks: [
            {
              type: 'input',
              block_id: 'b',
              label: { type: 'plain_text', text: 'Error' },
              element: { type: 'plain_text_input', action_id: 'a' },
            },
          ],
        },
      });
    });
    app.view('ask', async ({ ack, view }) => {
      if (view.state.values['b']?.['a']?.value === '404') await ack();
      else await ack({ response_action: 'errors', errors: { b: 'Only 404 will do.' } });
    });
    const stream = await events();
    await app.start();
    try {
      expect(await stream.next()).toEqual({ type: 'bot-connected', connected: true });
      expect((await state()).botConnected).toBe(true);
      expect(await post('command', { channel: 'C0HELPDESK', line: '/wo-okta fix' })).toEqual({ ok: true });
      const opened = await stream.next();
      if (opened.type !== 'view-opened') throw new Error(`expected a view, got ${opened.type}`);
      const values = (value: string) => ({ b: { a: { type: 'plain_text_input', value } } });
      expect(await post('view-submit', { viewId: opened.viewId, state: values('500') })).toEqual({
        ok: true,
        errors: { b: 'Only 404 will do.' },
      });
      expect(await post('view-submit', { viewId: opened.viewId, state: values('404') })).toEqual({ ok: true });
      expect(await stream.next()).toEqual({ type: 'view-closed', viewId: opened.viewId });
    } finally {
      stream.close();
      await app.stop();
    }
  });
});

describe('the scenarios of a page', () => {
  const wrong = { id: 'wrong', title: 'Wrong <issuer>', story: 'Ann gets a 400.', tryThis: '/wo-okta check ann' };
  const well = { ...wrong, id: 'well', title: 'All is well' };
  let on: string;
  beforeEach(async () => {
    on = 'well';
    await slack.close();
    slack = await startSlack({
      clock: systemClock,
      scenarios: {
        list: [well, wrong],
        current: () => on,
        choose(id) {
          on = id;
        },
      },
    });
  });

  it('are switched by the person, who finds a line about it in the channel, now and after a reload', async () => {
    expect(await state()).toMatchObject({ scenarios: [well, wrong], scenario: 'well' });
    const stream = await events();
    expect(await post('scenario', { scenario: 'wrong', channel: 'C0HELPDESK' })).toEqual({ ok: true });
    const line = {
      channel: 'C0HELPDESK',
      user: 'U0ANNACE01',
      text: 'switched to the scenario *Wrong &lt;issuer&gt;*',
      note: true,
    };
    expect(await stream.next()).toMatchObject({ type: 'message', message: line });
    expect(await stream.next()).toEqual({ type: 'scenario', scenario: 'wrong' });
    stream.close();
    expect(on).toBe('wrong');
    const after = await state();
    expect(after.scenario).toBe('wrong');
    expect(after.messages.at(-1)).toMatchObject(line);
  });

  it('are none of the app’s business', async () => {
    const heard: unknown[] = [];
    const app: App = socketModeApp(slack);
    app.message(async ({ message }) => {
      heard.push('text' in message ? message.text : message);
    });
    await app.start();
    try {
      await post('scenario', { scenario: 'wrong', channel: 'C0HELPDESK' });
      await post('post', { channel: 'C0HELPDESK', text: 'and now?' });
      await slack.driver.delivered();
      expect(heard).toEqual(['and now?']);
      expect(slack.driver.messages('helpdesk').filter(({ text }) => text.includes('switched'))).toEqual([]);
    } finally {
      await app.stop();
    }
  });

  it('stay as they are when there is no such scenario or channel', async () => {
    const refused = { ok: false, error: expect.stringContaining('Reload the page') };
    expect(await post('scenario', { scenario: 'gone', channel: 'C0HELPDESK' })).toEqual(refused);
    expect(await post('scenario', { scenario: 'wrong', channel: 'C0NOWHERE1' })).toMatchObject({ ok: false });
    expect(await post('scenario', { scenario: 3 })).toMatchObject({ ok: false });
    expect(on).toBe('well');
  });
});

/** Node's fetch does not let a program forge Host; its older client does. */
const raw = (path: string, headers: Record<string, string>, method = 'GET'): Promise<number> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(slack.url);
    const sent = httpRequest({ hostname, port, path, method, headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end(method === 'POST' ? '{}' : undefined);
  });

describe('the guard of the server', () => {
  it('answers only to a loopback name', async () => {
    const { port } = new URL(slack.url);
    expect(await raw('/page/state', { host: 'evil.example' })).toBe(403);
    expect(await raw('/page/state', { host: `evil.example:${port}` })).toBe(403);
    expect(await raw('/page/state', { host: `localhost:${port}` })).toBe(200);
  });

  it('answers to no other page', async () => {
    const type = { 'content-type': 'application/json' };
    expect(await raw('/page/post', { ...type, origin: 'https://evil.example' }, 'POST')).toBe(403);
    expect(await raw('/page/post', { ...type, origin: 'null' }, 'POST')).toBe(403);
    expect(await raw('/page/state', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' })).toBe(403);
    expect(await raw('/api/auth.test', { origin: 'http://localhost:1' }, 'POST')).toBe(403);
    expect(await raw('/page/post', { 'content-type': 'text/plain', origin: slack.url }, 'POST')).toBe(415);
    expect(await raw('/page/post', { ...type, origin: slack.url }, 'POST')).toBe(200);
  });

  it('lets a link from elsewhere open the page', async () => {
    expect(await raw('/', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' })).toBe(200);
  });
});

describe('the files of the page', () => {
  it('are served under a policy that allows nothing foreign and nothing inline', async () => {
    const answer = await fetch(`${slack.url}/`);
    expect(await answer.text()).toContain('Playground');
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await fetch(`${slack.url}/assets/main.js`)).headers.get('content-type')).toMatch('text/javascript');
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/.env',
    '/link.txt',
    '/assets',
    '/missing.js',
    '/a%00b',
  ])('end at their folder: %s', async (path) => {
    expect(await raw(path, {})).toBe(404);
  });

  it('are asked for politely when they are not built', async () => {
    const bare = await startSlack({ clock: systemClock });
    try {
      const answer = await fetch(`${bare.url}/`);
      expect(answer.status).toBe(503);
      expect(await answer.text()).toContain('npm run build');
    } finally {
      await bare.close();
    }
  });
});

describe('a port that is taken', () => {
  it('is named in the failure', async () => {
    const port = Number(new URL(slack.url).port);
    await expect(startSlack({ clock: systemClock, port })).rejects.toThrow(`Port ${port} on 127.0.0.1 is taken.`);
  });
});
