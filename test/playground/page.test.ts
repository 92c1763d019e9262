import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PageEvent, PageState } from '../../src/playground/page-protocol.js';
import {
  createMovableClock,
  type Json,
  type MovableClock,
  type SlackServer,
  startSlack,
  systemClock,
} from '../../src/playground/slack/index.js';
import { socketModeApp } from './bolt-app.js';
import { createManualClock, type ManualClock } from './manual-clock.js';

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
    expect(seen).toMatchObject({ scenarios: [], scenario: '', realSystems: [], clockAhead: null });
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
      error: 'There is nothing to send. Type a text or attach a file first.',
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

describe('a scenario in which people talk', () => {
  const chatty = {
    id: 'chatty',
    title: 'Chatty',
    story: 'Two ask.',
    tryThis: '/wo-okta check ann',
    chatter: [
      { by: 'ben@acme.example', channel: 'helpdesk', text: '@wo-okta a 404', after: 0 },
      { by: 'carla@acme.example', channel: 'helpdesk', text: '@wo-okta me too', after: 60_000 },
    ],
  };
  const quiet = { id: 'quiet', title: 'Quiet', story: 'Nobody asks.', tryThis: '/wo-okta check ann' };
  const lost = { ...chatty, id: 'lost', chatter: [{ by: 'x@y.example', channel: 'helpdesk', text: 'x', after: 0 }] };
  let clock: ManualClock;
  let on: string;
  beforeEach(async () => {
    clock = createManualClock();
    on = 'quiet';
    await slack.close();
    slack = await startSlack({
      clock,
      scenarios: {
        list: [quiet, chatty, lost],
        current: () => on,
        choose(id) {
          on = id;
        },
      },
    });
  });
  const said = () =>
    slack.driver
      .messages('helpdesk')
      .slice(1)
      .map(({ user, text }) => `${user} ${text}`);

  it('has them write as themselves, each at their time', async () => {
    expect(await post('scenario', { scenario: 'chatty', channel: 'C0HELPDESK' })).toEqual({ ok: true });
    clock.advance(0);
    expect(said()).toEqual(['U0BENITO02 <@U0WOOKTA01> a 404']);
    clock.advance(60_000);
    expect(said()).toEqual(['U0BENITO02 <@U0WOOKTA01> a 404', 'U0CARLAR03 <@U0WOOKTA01> me too']);
  });

  it('falls silent with the next scenario, and begins again when it is put on afresh', async () => {
    await post('scenario', { scenario: 'chatty', channel: 'C0HELPDESK' });
    clock.advance(1_000);
    await post('scenario', { scenario: 'quiet', channel: 'C0HELPDESK' });
    clock.advance(600_000);
    expect(said()).toHaveLength(1);
    await post('scenario', { scenario: 'chatty', channel: 'C0HELPDESK' });
    await post('scenario', { scenario: 'chatty', channel: 'C0HELPDESK' });
    clock.advance(600_000);
    expect(said()).toHaveLength(3);
    expect((await state()).messages.at(-3)).toMatchObject({ text: 'started the scenario *Chatty* afresh', note: true });
  });

  it('says who is missing when somebody can’t talk', async () => {
    expect(await post('scenario', { scenario: 'lost', channel: 'C0HELPDESK' })).toMatchObject({
      ok: false,
      error: expect.stringContaining('x@y.example'),
    });
  });

  it('keeps what people will say from the page', async () => {
    expect(JSON.stringify((await state()).scenarios)).not.toContain('me too');
  });
});

describe('the clock of a page', () => {
  const day = 24 * 3_600_000;
  let base: ManualClock;
  let clock: MovableClock;
  let jumps: number[];
  beforeEach(async () => {
    base = createManualClock();
    clock = createMovableClock(base);
    jumps = [];
    await slack.close();
    slack = await startSlack({
      clock,
      timeTravel: {
        ahead: clock.ahead,
        async jump(ms) {
          jumps.push(ms);
          clock.advance(ms);
        },
      },
    });
  });

  it('is put forward by the person, who finds a line about it in the channel, dated then', async () => {
    expect(await state()).toMatchObject({ clockAhead: 0 });
    const stream = await events();
    expect(await post('jump', { by: 'week', channel: 'C0HELPDESK' })).toEqual({ ok: true });
    expect(await stream.next()).toEqual({ type: 'clock', ahead: 7 * day });
    const seconds = clock.now() / 1_000;
    expect(await stream.next()).toMatchObject({
      type: 'message',
      message: {
        note: true,
        user: 'U0ANNACE01',
        text: `jumped ahead 7 days: it is now <!date^${seconds}^{date_long}|2026-12-01>`,
        ts: `${seconds}.000000`,
      },
    });
    stream.close();
    await post('jump', { by: 'day', channel: 'C0HELPDESK' });
    await post('jump', { by: 'hour', channel: 'C0HELPDESK' });
    expect(jumps).toEqual([7 * day, day, day / 24]);
    expect(await state()).toMatchObject({ clockAhead: 8 * day + day / 24 });
  });

  it('stays where it is for a jump that is not on offer', async () => {
    for (const body of [{ by: 'year', channel: 'C0HELPDESK' }, { by: -1, channel: 'C0HELPDESK' }, { by: 'day' }]) {
      expect(await post('jump', body)).toMatchObject({ ok: false });
    }
    expect(await post('jump', { by: 'day', channel: 'C0NOWHERE1' })).toMatchObject({ ok: false });
    expect(jumps).toEqual([]);
  });

  it('waits until the app has acknowledged what is on its way to it: its three seconds pass in real time', async () => {
    let acknowledge = (): void => undefined;
    let arrived = (): void => undefined;
    const arrival = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const app = socketModeApp(slack);
    app.command('/wo-okta', async ({ ack }) => {
      await new Promise<void>((resolve) => {
        acknowledge = resolve;
        arrived();
      });
      await ack('here');
    });
    await app.start();
    try {
      const command = post('command', { channel: 'C0HELPDESK', line: '/wo-okta help' });
      await arrival;
      const jumped = post('jump', { by: 'week', channel: 'C0HELPDESK' });
      await state();
      expect(jumps).toEqual([]);
      acknowledge();
      expect(await command).toEqual({ ok: true });
      expect(await jumped).toEqual({ ok: true });
      expect(jumps).toEqual([7 * day]);
      expect(slack.driver.ephemerals().map(({ text }) => text)).toContain('here');
    } finally {
      await app.stop();
    }
  });

  it('never lets a later message stand before an earlier one', async () => {
    const stamps: number[] = [];
    for (const by of ['week', 'hour', 'day'] as const) {
      stamps.push(Number(slack.driver.say({ channel: 'helpdesk', text: by }).ts));
      await post('jump', { by, channel: 'C0HELPDESK' });
    }
    expect(stamps).toEqual([...stamps].sort((one, other) => one - other));
    expect((stamps[1] ?? 0) - (stamps[0] ?? 0)).toBeGreaterThan(7 * 24 * 3_600 - 1);
  });

  it('ends what lives for minutes: response URLs and triggers of before are expired', async () => {
    const app = socketModeApp(slack);
    let respondLate = (): Promise<unknown> => Promise.resolve();
    let openLate = (): Promise<unknown> => Promise.resolve();
    app.command('/wo-okta', async ({ ack, respond, body, client }) => {
      await ack();
      respondLate = () => respond('late');
      openLate = () =>
        client.views.open({
          trigger_id: body.trigger_id,
          view: { type: 'modal', title: { type: 'plain_text', text: 'T' }, blocks: [] },
        });
    });
    await app.start();
    try {
      await slack.driver.command({ channel: 'helpdesk', line: '/wo-okta help' });
      await post('jump', { by: 'hour', channel: 'C0HELPDESK' });
      await expect(respondLate()).rejects.toThrow();
      await expect(openLate()).rejects.toThrow('expired_trigger_id');
    } finally {
      await app.stop();
    }
  });

  it('can’t be moved where the tenants are real', async () => {
    const real = await startSlack({ clock: systemClock, realSystems: ['Okta'] });
    try {
      const answer = await fetch(`${real.url}/page/jump`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ by: 'day', channel: 'C0HELPDESK' }),
      });
      expect(await answer.json()).toMatchObject({ ok: false, error: expect.stringContaining('real time') });
    } finally {
      await real.close();
    }
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
