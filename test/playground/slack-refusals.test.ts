import { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Json, type SlackServer, startSlack } from '../../src/playground/slack/index.js';
import { createManualClock } from './manual-clock.js';

const clock = createManualClock();
let slack: SlackServer;

beforeAll(async () => {
  slack = await startSlack({ clock });
});
afterAll(() => slack.close());

const call = async (
  method: string,
  params: Json,
  token: string | null = slack.botToken,
  server = slack,
): Promise<Json> => {
  const answer = await fetch(`${server.apiUrl}${method}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json; charset=utf-8',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(params),
  });
  return (await answer.json()) as Json;
};

const helpdesk = 'C0HELPDESK';
const post = (params: Json) => ['chat.postMessage', { channel: helpdesk, ...params }] as const;
const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });
const modal = (blocks: readonly Json[]) => ({ type: 'modal', title: { type: 'plain_text', text: 'T' }, blocks });

describe('calls the local Slack refuses, as Slack does', () => {
  const table: readonly [string, readonly [string, Json], string][] = [
    ['a method that does not exist', ['chat.shout', {}], 'unknown_method'],
    ['a channel that does not exist', ['chat.postMessage', { channel: 'C0NOWHERE1', text: 'x' }], 'channel_not_found'],
    [
      'a channel the bot was not invited to',
      ['chat.postMessage', { channel: 'C0GENERAL1', text: 'x' }],
      'not_in_channel',
    ],
    ['history of a channel the bot is not in', ['conversations.history', { channel: 'C0GENERAL1' }], 'not_in_channel'],
    ['no channel', ['chat.postMessage', { text: 'x' }], 'invalid_arguments'],
    ['neither text nor blocks', post({}), 'no_text'],
    ['blank text', post({ text: '  ' }), 'no_text'],
    ['no text and no blocks in the list', post({ blocks: [] }), 'no_text'],
    ['a text over 40,000 characters', post({ text: 'x'.repeat(40_001) }), 'msg_too_long'],
    ['blocks that are no list', post({ text: 'x', blocks: 'not json' }), 'invalid_blocks_format'],
    [
      '51 blocks',
      post({ text: 'x', blocks: Array.from({ length: 51 }, () => ({ type: 'divider' })) }),
      'invalid_blocks',
    ],
    [
      'blocks of more than 13,200 characters',
      post({ blocks: Array.from({ length: 5 }, () => section('x'.repeat(2_900))) }),
      'msg_blocks_too_long',
    ],
    ['legacy attachments', post({ text: 'x', attachments: [{ text: 'y' }] }), 'invalid_attachments'],
    ['another name without the scope for it', post({ text: 'x', username: 'boss' }), 'missing_scope'],
    ['a thread that is no timestamp', post({ text: 'x', thread_ts: '0' }), 'invalid_thread_ts'],
    ['a thread that does not exist', post({ text: 'x', thread_ts: '1700000000.000000' }), 'thread_not_found'],
    [
      'a person where a channel is meant',
      ['chat.update', { channel: 'U0ANNACE01', ts: '1.000000', text: 'x' }],
      'channel_not_found',
    ],
    ['an update of nothing', ['chat.update', { channel: helpdesk, ts: '1.000000', text: 'x' }], 'message_not_found'],
    [
      'a reaction to nothing',
      ['reactions.add', { channel: helpdesk, timestamp: '1.000000', name: 'eyes' }],
      'message_not_found',
    ],
    [
      'an ephemeral message to nobody',
      ['chat.postEphemeral', { channel: helpdesk, user: 'U0NOBODY01', text: 'x' }],
      'user_not_found',
    ],
    ['an unknown user', ['users.info', { user: 'U0NOBODY01' }], 'user_not_found'],
    ['an unknown address', ['users.lookupByEmail', { email: 'x@y.example' }], 'users_not_found'],
    ['an unknown user group', ['usergroups.users.list', { usergroup: 'S0' }], 'no_such_subteam'],
    ['a trigger that was never issued', ['views.open', { trigger_id: 'x', view: modal([]) }], 'invalid_trigger_id'],
    [
      'a view without title',
      ['views.open', { trigger_id: 'x', view: { type: 'modal', blocks: [] } }],
      'invalid_arguments',
    ],
    ['a view that is not there', ['views.update', { view_id: 'V0', view: modal([]) }], 'not_found'],
    ['the replies of nothing', ['conversations.replies', { channel: helpdesk, ts: '1.000000' }], 'thread_not_found'],
    ['a cursor from elsewhere', ['conversations.list', { cursor: '???' }], 'invalid_cursor'],
    ['an upload that never came', ['files.completeUploadExternal', { files: [{ id: 'F0' }] }], 'file_not_found'],
  ];
  it.each(table)('%s', async (_what, [method, params], error) => {
    expect(await call(method, params)).toMatchObject({ ok: false, error });
  });

  it('no token, a wrong one, and one of the wrong kind', async () => {
    expect(await call('auth.test', {}, null)).toEqual({ ok: false, error: 'not_authed' });
    expect(await call('auth.test', {}, 'xoxb-wrong')).toEqual({ ok: false, error: 'invalid_auth' });
    expect(await call('apps.connections.open', {})).toEqual({ ok: false, error: 'not_allowed_token_type' });
  });

  it('a second identical reaction, the removal of none, and a name that is no emoji', async () => {
    const { ts } = slack.driver.say({ channel: 'helpdesk', text: 'react to me' });
    const on = { channel: helpdesk, timestamp: ts };
    expect(await call('reactions.add', { ...on, name: 'eyes' })).toEqual({ ok: true });
    expect(await call('reactions.add', { ...on, name: 'eyes' })).toEqual({ ok: false, error: 'already_reacted' });
    expect(await call('reactions.remove', { ...on, name: 'tada' })).toEqual({ ok: false, error: 'no_reaction' });
    expect(await call('reactions.add', { ...on, name: 'Big Eyes' })).toEqual({ ok: false, error: 'invalid_name' });
  });

  it("changes to other people's messages, and long texts in changes", async () => {
    const theirs = slack.driver.say({ channel: 'helpdesk', text: 'mine' });
    const own = await call('chat.postMessage', { channel: helpdesk, text: 'own' });
    expect(await call('chat.update', { channel: helpdesk, ts: theirs.ts, text: 'x' })).toMatchObject({
      error: 'cant_update_message',
    });
    expect(await call('chat.delete', { channel: helpdesk, ts: theirs.ts })).toMatchObject({
      error: 'cant_delete_message',
    });
    expect(await call('chat.update', { channel: helpdesk, ts: own['ts'], text: 'x'.repeat(4_001) })).toMatchObject({
      error: 'msg_too_long',
    });
    expect(await call('chat.delete', { channel: helpdesk, ts: own['ts'] })).toMatchObject({ ok: true });
  });

  it('a reply to a reply', async () => {
    const parent = slack.driver.say({ channel: 'helpdesk', text: 'parent' });
    const reply = slack.driver.say({ channel: 'helpdesk', text: 'reply', threadTs: parent.ts });
    expect(await call('chat.postMessage', { channel: helpdesk, text: 'x', thread_ts: reply.ts })).toMatchObject({
      error: 'cannot_reply_to_message',
    });
  });

  it('a body that is not JSON', async () => {
    const answer = await fetch(`${slack.apiUrl}auth.test`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${slack.botToken}` },
      body: '{',
    });
    expect(await answer.json()).toEqual({ ok: false, error: 'invalid_json' });
  });
});

describe('a workspace with less', () => {
  it('names the scope that is missing', async () => {
    const poor = await startSlack({ clock, app: { scopes: ['chat:write'] } });
    try {
      expect(await call('reactions.add', {}, poor.botToken, poor)).toEqual({
        ok: false,
        error: 'missing_scope',
        needed: 'reactions:write',
        provided: 'chat:write',
      });
    } finally {
      await poor.close();
    }
  });

  it('refuses a second message within the second and says how long to wait', async () => {
    const slow = await startSlack({ clock, messagesPerSecond: 1 });
    try {
      const client = new WebClient(slow.botToken, { slackApiUrl: slow.apiUrl, rejectRateLimitedCalls: true });
      await client.chat.postMessage({ channel: helpdesk, text: 'one' });
      await expect(client.chat.postMessage({ channel: helpdesk, text: 'two' })).rejects.toMatchObject({
        retryAfter: 1,
      });
      clock.advance(1_000);
      await client.chat.postMessage({ channel: helpdesk, text: 'three' });
    } finally {
      await slow.close();
    }
  });

  it('refuses what a test ordered, once', async () => {
    slack.driver.refuseNext('auth.test', { error: 'account_inactive' });
    expect(await call('auth.test', {})).toEqual({ ok: false, error: 'account_inactive' });
    expect(await call('auth.test', {})).toMatchObject({ ok: true, user_id: 'U0WOOKTA01', bot_id: 'B0WOOKTA01' });
  });
});
