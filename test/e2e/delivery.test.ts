import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freePort, openRequestUrl, type RequestUrl, signingSecret } from './support/request-url.js';
import { articlesIn, ask, openWorkspace, press, replies, reply, type Workspace } from './support/workspace.js';

const federation = 'federationArtifact.not.found Federation Artifact not found';
const helpdesk = 'C0HELPDESK';

describe('the bot in HTTP mode', () => {
  let workspace: Workspace;
  let requestUrl: RequestUrl;
  beforeEach(async () => {
    const port = await freePort();
    requestUrl = await openRequestUrl(port);
    workspace = await openWorkspace({
      SLACK_APP_TOKEN: '',
      SLACK_SIGNING_SECRET: signingSecret,
      PORT: String(port),
      HOST: '127.0.0.1',
    });
    await workspace.slack.useRequestUrl({ requestUrl: requestUrl.url, signingSecret });
  });
  afterEach(async () => {
    await workspace.close();
    await requestUrl.close();
  });

  it('answers a mention and a press as it does over Socket Mode', async () => {
    const { post, answer } = await ask(workspace, '@wo-okta GENERAL_NONSUCCESS');
    await press(workspace, answer, 'Device Trust sends people to Workspace ONE to check their device');
    expect(articlesIn(await reply(workspace, post, 2))).toEqual(['device-trust-general-nonsuccess']);
  });

  it('answers an event once, however often Slack delivers it', async () => {
    const { post } = await ask(workspace, `@wo-okta ${federation}`);
    await requestUrl.redeliver();
    await workspace.stopBot();
    expect(replies(workspace, post)).toHaveLength(1);
  });

  it('answers it once also when the bot was restarted in between', async () => {
    const { post } = await ask(workspace, `@wo-okta ${federation}`);
    await workspace.stopBot();
    await workspace.startBot();
    await requestUrl.redeliver();
    await workspace.stopBot();
    expect(replies(workspace, post)).toHaveLength(1);
  });

  it('does not answer bots, itself, edits and deletions', async () => {
    const { driver } = workspace;
    const text = `<@U0WOOKTA01> ${federation}`;
    const post = driver.say({ channel: 'general', text: federation });
    const event = {
      type: 'message',
      channel: helpdesk,
      channel_type: 'channel',
      user: 'U0BENITO02',
      text,
      ts: post.ts,
    };
    const mention = { ...event, type: 'app_mention' };
    const edited = { user: 'U0BENITO02', ts: post.ts };
    await requestUrl.deliver({ ...mention, bot_id: 'B0OTHERBOT' });
    await requestUrl.deliver({ ...event, text: federation, subtype: 'bot_message', bot_id: 'B0OTHERBOT' });
    await requestUrl.deliver({ ...mention, user: 'U0WOOKTA01', bot_id: 'B0WOOKTA01' });
    await requestUrl.deliver({ ...mention, user: 'USLACKBOT' });
    await requestUrl.deliver({ ...mention, edited });
    await requestUrl.deliver({ ...event, subtype: 'message_changed', hidden: true, message: { ...event, edited } });
    await requestUrl.deliver({ ...event, subtype: 'message_deleted', hidden: true, previous_message: event });
    await requestUrl.deliver({ ...event, subtype: 'channel_join' });
    const before = driver.messages('helpdesk').length;
    await workspace.stopBot();
    expect(driver.messages('helpdesk')).toHaveLength(before);
    expect(driver.messages('helpdesk').filter(({ user }) => user === 'U0WOOKTA01')).toEqual([]);
  });
});
