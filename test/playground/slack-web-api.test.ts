import { type UsersListResponse, WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SlackServer, startSlack } from '../../src/playground/slack/index.js';
import { createManualClock } from './manual-clock.js';

describe('the Web API, called with the official client', () => {
  let slack: SlackServer;
  let web: WebClient;
  const channel = 'C0HELPDESK';

  beforeEach(async () => {
    slack = await startSlack({ clock: createManualClock() });
    web = new WebClient(slack.botToken, { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } });
  });

  afterEach(() => slack.close());

  it('says who the bot is and where', async () => {
    expect(await web.auth.test()).toMatchObject({ user: 'wo-okta', bot_id: 'B0WOOKTA01', team: 'Acme Helpdesk' });
    expect((await web.bots.info({ bot: 'B0WOOKTA01' })).bot?.app_id).toBe('A0WOOKTA01');
    expect((await web.team.info()).team?.domain).toBe('acme-playground');
  });

  it('finds people and groups of people', async () => {
    const found = await web.users.lookupByEmail({ email: 'Ben@acme.example' });
    expect(found.user?.id).toBe('U0BENITO02');
    expect((await web.users.info({ user: 'U0ANNACE01' })).user).toMatchObject({ is_admin: true, is_bot: false });
    const groups = await web.usergroups.list({ include_users: true });
    expect(groups.usergroups?.[0]).toMatchObject({ handle: 'helpdesk', user_count: 3 });
    expect((await web.usergroups.users.list({ usergroup: 'S0HELPDESK' })).users).toHaveLength(3);
  });

  it('keeps addresses from an app without the scope for them', async () => {
    const shy = await startSlack({ clock: createManualClock(), app: { scopes: ['users:read'] } });
    try {
      const client = new WebClient(shy.botToken, { slackApiUrl: shy.apiUrl });
      expect((await client.users.info({ user: 'U0ANNACE01' })).user?.profile?.email).toBeUndefined();
    } finally {
      await shy.close();
    }
  });

  it('lists page by page', async () => {
    const names: (string | undefined)[] = [];
    for await (const page of web.paginate('users.list', { limit: 4 })) {
      const { members = [] } = page as UsersListResponse;
      names.push(...members.map(({ name }) => name));
    }
    expect(names).toEqual(['ann', 'benito', 'carla', 'devesh', 'jdoe', 'wo-okta', 'slackbot']);
  });

  it('knows channels, their members, and which the bot is in', async () => {
    const all = await web.conversations.list({ types: 'public_channel,im' });
    expect(all.channels?.map(({ id, is_member }) => `${id} ${is_member ?? 'im'}`)).toEqual([
      'C0HELPDESK true',
      'C0GENERAL1 false',
      'C0OKTALERT true',
      'C0SECONDLN true',
      'D0DIRECT04 im',
    ]);
    await web.conversations.join({ channel: 'C0GENERAL1' });
    expect((await web.conversations.info({ channel: 'C0GENERAL1' })).channel?.is_member).toBe(true);
    expect((await web.conversations.members({ channel: 'C0GENERAL1' })).members).toContain('U0WOOKTA01');
    expect((await web.users.conversations({ types: 'public_channel' })).channels).toHaveLength(4);
  });

  it('opens a direct message, and posts to a person by their id', async () => {
    const opened = await web.conversations.open({ users: 'U0BENITO02' });
    const posted = await web.chat.postMessage({ channel: 'U0BENITO02', text: 'psst' });
    expect(posted.channel).toBe(opened.channel?.id);
  });

  it('reads a channel newest first without replies, and a thread oldest first with all', async () => {
    const first = await web.chat.postMessage({ channel, text: 'first' });
    await web.chat.postMessage({ channel, text: 'reply', thread_ts: String(first.ts) });
    await web.chat.postMessage({ channel, text: 'second' });
    const history = await web.conversations.history({ channel, oldest: String(first.ts), inclusive: true });
    expect(history.messages?.map(({ text, reply_count }) => `${text} ${reply_count ?? 0}`)).toEqual([
      'second 0',
      'first 1',
    ]);
    const replies = await web.conversations.replies({ channel, ts: String(first.ts) });
    expect(replies.messages?.map(({ text }) => text)).toEqual(['first', 'reply']);
    const link = await web.chat.getPermalink({ channel, message_ts: String(first.ts) });
    expect(link.permalink).toBe(
      `https://acme-playground.slack.com/archives/C0HELPDESK/p${String(first.ts).replace('.', '')}`,
    );
  });

  it('never gives two messages the same timestamp, even when the clock stands still', async () => {
    const posts = await Promise.all([1, 2, 3].map((n) => web.chat.postMessage({ channel, text: `${n}` })));
    expect(new Set(posts.map(({ ts }) => ts)).size).toBe(3);
  });

  it('replaces blocks by blocks without the "edited" mark, and takes them away when only a text comes', async () => {
    const blocks = [{ type: 'divider' }];
    const { ts } = await web.chat.postMessage({ channel, text: 'a', blocks });
    const seen = () => slack.driver.messages(channel, String(ts))[0];
    await web.chat.update({ channel, ts: String(ts), text: 'b', blocks });
    expect(seen()).toMatchObject({ text: 'b', blocks });
    expect(seen()?.edited).toBeUndefined();
    await web.chat.update({ channel, ts: String(ts), text: 'c' });
    expect(seen()?.blocks).toBeUndefined();
    expect(seen()?.edited).toBeDefined();
  });

  it('keeps what an app says from being read as markup, and its own mentions as mentions', async () => {
    const posted = await web.chat.postMessage({ channel, text: 'a < b & <@U0ANNACE01>' });
    expect(posted.message?.text).toBe('a &lt; b &amp; <@U0ANNACE01>');
  });

  it('streams a message', async () => {
    const asked = slack.driver.say({ channel: 'helpdesk', text: 'stream' });
    const to = { channel, thread_ts: asked.ts, recipient_user_id: 'U0ANNACE01', recipient_team_id: 'T0PLAYGRND' };
    const { ts } = await web.chat.startStream({ ...to, markdown_text: 'one ' });
    const stream = { channel, ts: String(ts) };
    await web.chat.appendStream({ ...stream, markdown_text: 'two ' });
    await expect(web.chat.update({ ...stream, text: 'x' })).rejects.toThrow('streaming_state_conflict');
    await web.chat.stopStream({ ...stream, markdown_text: 'three' });
    expect(slack.driver.messages(channel, asked.ts)[1]).toMatchObject({ text: 'one two three' });
    await expect(web.chat.appendStream({ ...stream, markdown_text: 'x' })).rejects.toThrow(
      'message_not_in_streaming_state',
    );
  });

  it('takes the status and prompts of an assistant thread', async () => {
    const asked = slack.driver.say({ channel: 'helpdesk', text: 'think' });
    const thread = { channel_id: channel, thread_ts: asked.ts };
    await web.assistant.threads.setStatus({ ...thread, status: 'is looking' });
    await web.assistant.threads.setTitle({ ...thread, title: 'A 404' });
    await web.assistant.threads.setSuggestedPrompts({ ...thread, prompts: [{ title: 'Fix', message: 'fix it' }] });
    await expect(web.assistant.threads.setStatus({ ...thread, thread_ts: '1.000000', status: 'x' })).rejects.toThrow(
      'thread_not_found',
    );
  });
});
