/** Replies that the channel shows too: `reply_broadcast`, `thread_broadcast`. */
import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PageState } from '../../src/playground/page-protocol.js';
import { alertsChannel, type SlackServer, startSlack } from '../../src/playground/slack/index.js';
import { heardOf } from './bolt-app.js';
import { createManualClock } from './manual-clock.js';

const channel = alertsChannel;
let slack: SlackServer;
let web: WebClient;
let root: string;

beforeEach(async () => {
  slack = await startSlack({ clock: createManualClock() });
  web = new WebClient(slack.botToken, { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } });
  root = (await web.chat.postMessage({ channel, text: 'expires' })).ts ?? '';
});
afterEach(() => slack.close());

const texts = async (): Promise<unknown> =>
  (await web.conversations.history({ channel })).messages?.map(({ text, subtype }) =>
    `${text} ${subtype ?? ''}`.trim(),
  );

describe('a reply', () => {
  it('is in the channel too when it is broadcast, with the message it replies to', async () => {
    const quiet = await web.chat.postMessage({ channel, text: 'details', thread_ts: root });
    const loud = await web.chat.postMessage({ channel, text: 'worse', thread_ts: root, reply_broadcast: true });
    expect(loud.message).toMatchObject({ subtype: 'thread_broadcast', thread_ts: root });
    expect(await texts()).toEqual(['worse thread_broadcast', 'expires']);
    const [broadcast] = (await web.conversations.history({ channel })).messages ?? [];
    expect(broadcast).toMatchObject({ thread_ts: root, root: { ts: root, text: 'expires', reply_count: 2 } });
    const thread = await web.conversations.replies({ channel, ts: root });
    expect(thread.messages?.map(({ ts }) => ts)).toEqual([root, quiet.ts, loud.ts]);
  });

  it('is told to apps as thread_broadcast', async () => {
    const loud = { channel, text: 'worse', thread_ts: root, reply_broadcast: true } as const;
    expect(await heardOf(slack, () => web.chat.postMessage(loud))).toMatchObject({
      type: 'message',
      subtype: 'thread_broadcast',
      thread_ts: root,
      root: { ts: root },
    });
  });

  it('is broadcast later by an update that changes nothing else', async () => {
    const { ts = '' } = await web.chat.postMessage({ channel, text: 'details', thread_ts: root });
    const update = { channel, ts, reply_broadcast: true } as const;
    await expect(web.chat.update({ ...update, text: 'other' })).rejects.toThrow('no_dual_broadcast_content_update');
    expect(await texts()).toEqual(['expires']);
    await web.apiCall('chat.update', update);
    expect(await texts()).toEqual(['details thread_broadcast', 'expires']);
    // From then on it can be changed like any other of the bot's messages.
    await web.chat.update({ channel, ts, text: 'other' });
    expect(await texts()).toEqual(['other thread_broadcast', 'expires']);
  });

  it('has to be one: the flag does nothing without a thread, and no first message can be broadcast', async () => {
    await web.apiCall('chat.postMessage', { channel, text: 'plain', reply_broadcast: true });
    expect(await texts()).toEqual(['plain', 'expires']);
    await expect(web.apiCall('chat.update', { channel, ts: root, reply_broadcast: true })).rejects.toThrow(
      'cant_broadcast_message',
    );
  });

  it('has a link that names its thread', async () => {
    const { ts = '' } = await web.chat.postMessage({ channel, text: 'worse', thread_ts: root, reply_broadcast: true });
    const { permalink } = await web.chat.getPermalink({ channel, message_ts: ts });
    expect(permalink).toBe(
      `https://acme-playground.slack.com/archives/${channel}/p${ts.replace('.', '')}?thread_ts=${root}&cid=${channel}`,
    );
  });

  it('is marked for the page', async () => {
    await web.chat.postMessage({ channel, text: 'worse', thread_ts: root, reply_broadcast: true });
    const { messages } = (await (await fetch(`${slack.url}/page/state`)).json()) as PageState;
    expect(messages.at(-1)).toMatchObject({ text: 'worse', threadTs: root, broadcast: true });
  });
});
