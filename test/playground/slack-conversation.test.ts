import type { App } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SlackServer, startSlack, systemClock } from '../../src/playground/slack/index.js';
import { socketModeApp } from './bolt-app.js';

describe('a Bolt app in Socket Mode, run against the local Slack', () => {
  let slack: SlackServer;
  let app: App;

  beforeEach(async () => {
    slack = await startSlack({ clock: systemClock });
    app = socketModeApp(slack);
  });

  afterEach(async () => {
    await app.stop();
    await slack.close();
  });

  it('hears a mention and replies in its thread', async () => {
    app.event('app_mention', async ({ event, client }) => {
      await client.chat.postMessage({ channel: event.channel, thread_ts: event.ts, text: `You said: ${event.text}` });
    });
    await app.start();
    const { driver } = slack;
    const asked = driver.say({ channel: 'helpdesk', text: '@wo-okta 404 & <broken>' });
    const reply = await driver.waitFor(() => driver.messages('helpdesk', asked.ts)[1], { for: 'a reply in the thread' });
    expect(reply.text).toBe('You said: <@U0WOOKTA01> 404 &amp; &lt;broken&gt;');
    expect(reply.threadTs).toBe(asked.ts);
  });
});
