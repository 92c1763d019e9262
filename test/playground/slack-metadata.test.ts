/** Metadata of messages: what is kept, what is shown to whom, and what is refused, as Slack's reference has it. */
import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { alertsChannel, type Json, type SlackServer, startSlack } from '../../src/playground/slack/index.js';
import { heardOf } from './bolt-app.js';
import { createManualClock } from './manual-clock.js';

const channel = alertsChannel;
const metadata = { event_type: 'alert', event_payload: { episode: 'a1', revision: 3, members: [{ key: 'ann' }] } };

let slack: SlackServer;
let web: WebClient;

beforeEach(async () => {
  slack = await startSlack({ clock: createManualClock() });
  web = new WebClient(slack.botToken, { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } });
});
afterEach(() => slack.close());

/** As JSON, so that what the client's types forbid can be sent. */
const call = async (method: string, params: Json): Promise<Json> => {
  const answer = await fetch(`${slack.apiUrl}${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${slack.botToken}` },
    body: JSON.stringify(params),
  });
  return (await answer.json()) as Json;
};

const kept = (ts: string | undefined): unknown => slack.driver.messages(channel, String(ts))[0]?.metadata;

describe('metadata', () => {
  it('comes back whole when all of it is asked for, in the channel and in the thread', async () => {
    const { ts = '' } = await web.chat.postMessage({ channel, text: 'expires', metadata });
    await web.chat.postMessage({ channel, text: 'details', thread_ts: ts, metadata });
    const history = await web.conversations.history({ channel, include_all_metadata: true });
    const thread = await web.conversations.replies({ channel, ts, include_all_metadata: true });
    expect(history.messages?.map((each) => each.metadata)).toEqual([metadata]);
    expect(thread.messages?.map((each) => each.metadata)).toEqual([metadata, metadata]);
  });

  it('is only a type otherwise, also to the app it came from', async () => {
    const { ts = '' } = await web.chat.postMessage({ channel, text: 'expires', metadata });
    const history = await web.conversations.history({ channel });
    const thread = await web.conversations.replies({ channel, ts });
    for (const { messages } of [history, thread]) {
      expect(messages?.map((each) => each.metadata)).toEqual([{ event_type: 'alert' }]);
    }
  });

  it('is only a type in events', async () => {
    const event = await heardOf(slack, () => web.chat.postMessage({ channel, text: 'expires', metadata }));
    expect(event).toMatchObject({ text: 'expires', metadata: { event_type: 'alert' } });
    expect(event['metadata']).not.toHaveProperty('event_payload');
  });

  it('stays through an update that says nothing about it, and goes with an empty object', async () => {
    const { ts = '' } = await web.chat.postMessage({ channel, text: 'expires', metadata });
    await web.chat.update({ channel, ts, text: 'expires tomorrow' });
    expect(kept(ts)).toEqual(metadata);
    const next = { event_type: 'alert', event_payload: { episode: 'a1', revision: 4 } };
    await web.chat.update({ channel, ts, text: 'expires today', metadata: next });
    expect(kept(ts)).toEqual(next);
    expect(await call('chat.update', { channel, ts, text: 'expired', metadata: {} })).toMatchObject({ ok: true });
    expect(kept(ts)).toBeUndefined();
  });

  it('comes as JSON text in a form', async () => {
    const answer = await fetch(`${slack.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { authorization: `Bearer ${slack.botToken}` },
      body: new URLSearchParams({ channel, text: 'x', metadata: JSON.stringify(metadata) }),
    });
    const { ts } = (await answer.json()) as { ts: string };
    expect(kept(ts)).toEqual(metadata);
  });

  it.each([
    ['no JSON', 'alert', 'invalid_metadata_format'],
    ['a list', [metadata], 'invalid_metadata_format'],
    ['no type', { event_payload: {} }, 'invalid_metadata_schema'],
    ['no payload', { event_type: 'alert' }, 'invalid_metadata_schema'],
    ['a payload that is no object', { event_type: 'alert', event_payload: 'x' }, 'invalid_metadata_schema'],
    ['a payload beyond bounds', { event_type: 'alert', event_payload: { x: 'x'.repeat(8_000) } }, 'metadata_too_large'],
  ])('is refused with %s, and nothing is posted or changed', async (_what, given, error) => {
    const before = await web.chat.postMessage({ channel, text: 'before', metadata });
    expect(await call('chat.postMessage', { channel, text: 'x', metadata: given })).toEqual({ ok: false, error });
    expect(await call('chat.update', { channel, ts: before.ts, text: 'x', metadata: given })).toMatchObject({ error });
    expect(slack.driver.messages(channel)).toMatchObject([{ text: 'before', metadata }]);
  });

  it('is left out with a warning when its type has other characters than Slack takes', async () => {
    const given = { ...metadata, event_type: 'wo-okta.alert' };
    const answer = await call('chat.postMessage', { channel, text: 'x', metadata: given });
    expect(answer).toMatchObject({
      ok: true,
      warning: 'invalid_metadata_schema',
      response_metadata: { warnings: ['invalid_metadata_schema'] },
    });
    expect(kept(String(answer['ts']))).toBeUndefined();
  });
});

describe('an update', () => {
  it('leaves reactions, thread and place as they are', async () => {
    const { ts = '' } = await web.chat.postMessage({ channel, text: 'expires', blocks: [{ type: 'divider' }] });
    await web.chat.postMessage({ channel, text: 'later' });
    await web.reactions.add({ channel, timestamp: ts, name: 'eyes' });
    slack.driver.react({ channel, ts }, 'eyes');
    await web.chat.postMessage({ channel, text: 'details', thread_ts: ts });
    await web.chat.update({ channel, ts, text: 'expires today' });
    const { messages } = await web.conversations.history({ channel });
    expect(messages?.map(({ text }) => text)).toEqual(['later', 'expires today']);
    expect(messages?.[1]).toMatchObject({
      ts,
      reply_count: 1,
      reactions: [{ name: 'eyes', count: 2, users: ['U0WOOKTA01', 'U0ANNACE01'] }],
    });
  });
});
