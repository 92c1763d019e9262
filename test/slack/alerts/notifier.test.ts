/** Alerts on their way to Slack: against the local Slack, which refuses what Slack refuses. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { webApi } from '@slack/bolt';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type Alert, type AlertNote, MessageGone, type Notifier } from '../../../src/model/alert.js';
import { alertsChannel as channel, type SlackServer, startSlack } from '../../../src/playground/slack/index.js';
import { createNotifier, openNotifier } from '../../../src/slack/alerts/notifier.js';
import { boltLogger } from '../../../src/slack/bolt-logger.js';
import { createManualClock, type ManualClock } from '../../playground/manual-clock.js';
import { recordingLog } from '../helpers/bot.js';
import { alert } from '../helpers/samples.js';
import { startWebApi } from '../helpers/web-api.js';

let clock: ManualClock;
let slack: SlackServer;
let notifier: Notifier;

beforeEach(async () => {
  clock = createManualClock();
  slack = await startSlack({ clock, messagesPerSecond: 5 });
  notifier = notifierOn(slack.apiUrl, slack.botToken);
  return () => slack.close();
});

function notifierOn(slackApiUrl: string, token = 'xoxb-test'): Notifier {
  const client = new webApi.WebClient(token, {
    slackApiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: boltLogger(recordingLog().log),
  });
  return createNotifier(client, { log: recordingLog().log, wait: async (ms) => clock.advance(ms) });
}

const note = (changes: Partial<AlertNote> = {}): AlertNote => ({
  id: 1,
  kind: 'details',
  lines: ['ann@acme.example: mismatch'],
  broadcast: false,
  posting: false,
  ...changes,
});
const metadata = (mark: string) => ({ event_type: 'wo_okta_alert', event_payload: { mark } });
const messages = () => slack.driver.messages(channel);
const post = async (changes: Partial<Alert> = {}) => ({ channel, ts: await notifier.post(channel, alert(changes)) });
const longAgo = () => clock.now() - 3_600_000;

describe('an alert', () => {
  it('is posted with its mark, and changed in place with the mark kept', async () => {
    const message = await post();
    expect(messages()).toMatchObject([{ ts: message.ts, metadata: metadata(alert().episode) }]);
    await notifier.update(message, alert({ title: 'Three people.' }));
    expect(messages()).toMatchObject([
      { text: expect.stringContaining('Three people.'), metadata: metadata(alert().episode) },
    ]);
  });

  it('has what happens in its thread, and in the channel too what must be seen', async () => {
    const message = await post();
    await notifier.note(message, alert(), note());
    await notifier.note(message, alert(), note({ id: 2, kind: 'worse', broadcast: true }));
    expect(messages().slice(1)).toMatchObject([
      { threadTs: message.ts, metadata: metadata(`${alert().episode}/1`) },
      { threadTs: message.ts, metadata: metadata(`${alert().episode}/2`), subtype: 'thread_broadcast' },
    ]);
    expect(messages()[1]).not.toHaveProperty('subtype');
  });

  it('whose message was deleted is gone, whether it is changed or spoken about', async () => {
    const nowhere = { channel, ts: '1700000000.000100' };
    await expect(notifier.update(nowhere, alert())).rejects.toThrow(MessageGone);
    await expect(notifier.note(nowhere, alert(), note())).rejects.toThrow(MessageGone);
  });

  it('whose message is nobody’s to change any more is gone', async () => {
    const message = await post();
    slack.driver.refuseNext('chat.update', { error: 'cant_update_message' });
    await expect(notifier.update(message, alert())).rejects.toThrow(MessageGone);
  });

  it('leaves no stray message where Slack posted a reply beside its deleted message', async () => {
    const api = await startWebApi();
    onTestFinished(() => api.close());
    api.answer('chat.postMessage', { ts: '1700000000.000300', message: { ts: '1700000000.000300', text: 'x' } });
    const message = { channel, ts: '1700000000.000100' };
    await expect(notifierOn(api.url).note(message, alert(), note())).rejects.toThrow(MessageGone);
    expect(api.of('chat.delete')).toMatchObject([{ channel, ts: '1700000000.000300' }]);
  });
});

describe('the day’s summary', () => {
  it('is posted with its mark and leads to the alerts’ messages', async () => {
    const message = await post();
    const open = [alert({ message }), alert({ fingerprint: 'ffff00112233aabb', message: { channel, ts: '1.000001' } })];
    await notifier.digest(channel, { day: '2026-09-03', open, resolved: [] });
    expect(messages().at(-1)).toMatchObject({
      metadata: metadata('digest/2026-09-03'),
      text: expect.stringContaining(`/archives/${channel}/p${message.ts.replace('.', '')}|Provisioning`),
    });
  });
});

describe('a message that may have been posted', () => {
  it('is found by its mark, in the channel and in a thread, and no other', async () => {
    const message = await post();
    await notifier.note(message, alert(), note());
    const other = await post({ episode: '3f2a00112233aabb-1' });
    const inThread = { channel, thread: message.ts };
    const [, reply] = messages();
    expect(await notifier.find({ channel }, alert().episode, longAgo())).toBe(message.ts);
    expect(await notifier.find({ channel }, '3f2a00112233aabb-1', longAgo())).toBe(other.ts);
    expect(await notifier.find(inThread, `${alert().episode}/1`, longAgo())).toBe(reply?.ts);
    expect(await notifier.find(inThread, `${alert().episode}/2`, longAgo())).toBeUndefined();
    expect(await notifier.find({ channel }, 'nothing', longAgo())).toBeUndefined();
  });

  it('is not looked for before it can have been posted', async () => {
    await post();
    clock.advance(7_200_000);
    expect(await notifier.find({ channel }, alert().episode, longAgo())).toBeUndefined();
  });

  it('is found behind hundreds of others', async () => {
    const message = await post();
    for (let n = 0; n < 450; n += 1) slack.driver.say({ channel, text: `talk ${n}` });
    expect(await notifier.find({ channel }, alert().episode, longAgo())).toBe(message.ts);
  });

  it('is nowhere in a thread that is gone', async () => {
    const nowhere = { channel, thread: '1700000000.000100' };
    expect(await notifier.find(nowhere, 'mark', longAgo())).toBeUndefined();
  });

  it('is the bot’s own: what others write under its mark is theirs', async () => {
    const api = await startWebApi();
    onTestFinished(() => api.close());
    const posted = (ts: string, author: object) => ({ ts, ...author, metadata: metadata('mark') });
    api.answer('conversations.history', {
      messages: [
        posted('3.0', { bot_id: 'B0OTHER' }),
        posted('2.0', { user: 'U0KIM' }),
        posted('1.0', { bot_id: 'B0BOT' }),
      ],
    });
    expect(await notifierOn(api.url).find({ channel }, 'mark', 0)).toBe('1.0');
  });

  it('is not looked for without end', async () => {
    const api = await startWebApi();
    onTestFinished(() => api.close());
    api.answer('conversations.history', { messages: [], response_metadata: { next_cursor: 'more' } });
    expect(await notifierOn(api.url).find({ channel }, 'mark', 0)).toBeUndefined();
    expect(api.of('conversations.history')).toHaveLength(10);
  });
});

describe('a refusal', () => {
  it('for a channel that the bot is not in says to invite it', async () => {
    const general = slack.driver.channelId('general');
    await expect(notifier.post(general, alert())).rejects.toMatchObject({
      code: 'bad-config',
      message: expect.stringMatching(new RegExp(`${general} \\(not_in_channel\\).*/invite`)),
    });
    await expect(notifier.find({ channel: general }, 'mark', 0)).rejects.toMatchObject({ code: 'bad-config' });
  });

  it.each([
    ['channel_not_found', /private one/],
    ['is_archived', /archived/],
    ['missing_scope', /slack-manifest\.yaml/],
  ])('%s says what to do', async (error, remedy) => {
    slack.driver.refuseNext('chat.postMessage', { error });
    await expect(notifier.post(channel, alert())).rejects.toMatchObject({ message: expect.stringMatching(remedy) });
  });

  it('that nobody can mend is passed on as it is', async () => {
    slack.driver.refuseNext('chat.postMessage', { error: 'fatal_error' });
    await expect(notifier.post(channel, alert())).rejects.toMatchObject({ data: { error: 'fatal_error' } });
  });
});

describe('a burst', () => {
  it('waits as Slack asks, and every alert is posted once', async () => {
    for (let n = 0; n < 12; n += 1) await post({ episode: `e-${n}` });
    expect(messages().map(({ metadata: own }) => own)).toEqual(
      Array.from({ length: 12 }, (_, n) => metadata(`e-${n}`)),
    );
  });

  it('that Slack wants to wait for long is left for the next time', async () => {
    const before = clock.now();
    slack.driver.refuseNext('chat.postMessage', { error: 'ratelimited', retryAfter: 600 });
    await expect(notifier.post(channel, alert())).rejects.toThrow(webApi.WebAPIRateLimitedError);
    expect(clock.now()).toBe(before);
  });
});

it('a post whose answer is lost is not made again: it may be there', async () => {
  let posts = 0;
  const server = createServer((request, response) => {
    posts += 1;
    request.resume();
    response.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`;
  const lossy = openNotifier({ botToken: 'xoxb-test', apiUrl }, { log: recordingLog().log });
  await expect(lossy.post(channel, alert())).rejects.toThrow();
  expect(posts).toBe(1);
});
