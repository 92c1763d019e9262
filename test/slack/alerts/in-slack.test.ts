/** The whole way: the engine, its messages on a local Slack, and people who press and type there. */
import { webApi } from '@slack/bolt';
import { beforeEach, expect, it } from 'vitest';
import type { AlertEngine } from '../../../src/alerts/engine.js';
import type { Finding } from '../../../src/alerts/finding.js';
import { createDesk } from '../../../src/desk/desk.js';
import {
  alertsChannel as channel,
  type Message,
  type SlackServer,
  startSlack,
} from '../../../src/playground/slack/index.js';
import { createNotifier } from '../../../src/slack/alerts/notifier.js';
import { createSlackApp } from '../../../src/slack/app.js';
import { boltLogger } from '../../../src/slack/bolt-logger.js';
import { openStore } from '../../../src/state/index.js';
import { createUnderstand } from '../../../src/understanding/index.js';
import { bench, ruleThatFinds } from '../../alerts/support/engine.js';
import { hour, settings, start, token } from '../../alerts/support/findings.js';
import { createManualClock } from '../../playground/manual-clock.js';
import { fakeLog } from '../../support/fake-log.js';
import { libraryOf } from '../../support/small-knowledge.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const broken = { articleId: 'broken-bridge', title: 'The token expires in 7 days.' };
let findings: readonly Finding[];
let slack: SlackServer;
let web: webApi.WebClient;
let engine: AlertEngine;
let world: ReturnType<typeof bench>;

beforeEach(async () => {
  findings = [token(broken)];
  world = bench([ruleThatFinds('api-token-expiring', () => findings)]);
  const now = () => world.clock.now;
  slack = await startSlack({ clock: createManualClock(start) });
  const log = fakeLog();
  web = new webApi.WebClient(slack.botToken, { slackApiUrl: slack.apiUrl, logger: boltLogger(log) });
  engine = await world.open({ notifier: createNotifier(web, { log }), settings: { ...settings, channel } });
  const library = libraryOf();
  const knowledge = { library, understand: createUnderstand(library.intents) };
  const store = await openStore({ dataDir: await temporaryFolder(), clock: now, log });
  const desk = createDesk({ current: () => knowledge, store, now, log, alerts: engine });
  const app = createSlackApp({ desk, log, config: slack });
  await app.start();
  await engine.round();
  return async () => {
    await app.stop();
    await store.close();
    await slack.close();
  };
});

const posts = () =>
  slack.driver.messages(channel).filter(({ threadTs, ts }) => threadTs === undefined || threadTs === ts);
const thread = () => slack.driver.messages(channel, posts()[0]?.ts).slice(1);

function living(): Message {
  const [message, ...others] = posts();
  if (message === undefined || others.length > 0) throw new Error(`There are ${posts().length} messages, not one.`);
  return message;
}

const firstLines = ({ text }: Message) => text.split('\n').slice(0, 2);

/** Somebody presses or chooses; resolves when the message shows it. */
async function act(actionId: string, user: string, until: RegExp, chosen?: string) {
  const message = living();
  const row = message.blocks?.find(({ type }) => type === 'actions');
  const option = (row?.['elements'] as { options?: { text: { text: string } }[] }[] | undefined)
    ?.flatMap(({ options = [] }) => options)
    .find(({ text }) => text.text === chosen);
  const selected = chosen === undefined ? {} : { chosen: { selected_option: option } };
  await slack.driver.click(message, { actionId, blockId: String(row?.['block_id']), ...selected }, { user });
  await slack.driver.waitFor(() => until.test(living().text) || undefined, { for: `${actionId} to show: ${until}` });
}

const ephemeral = (has: RegExp) =>
  slack.driver.waitFor(() => slack.driver.ephemerals('ann').findLast(({ text }) => has.test(text)), { for: `${has}` });

it('one message lives as long as the alert: people take it in hand again and again, and all see who did', async () => {
  expect(firstLines(living())[0]).toBe(':large_orange_circle: *The token expires in 7 days.*');
  await act('alert_acknowledge', 'ann', /Acknowledged by <@U0ANNACE01>/);

  findings = [token({ ...broken, rank: 3, title: 'The token expires in 3 days.' })];
  world.clock.now += hour;
  await engine.round();
  expect(firstLines(living())[0]).toBe(':large_orange_circle: *The token expires in 3 days.*');
  expect(thread().map(({ text, subtype }) => [text, subtype])).toContainEqual([
    ':large_orange_circle: Worse: *The token expires in 3 days.*',
    'thread_broadcast',
  ]);
  await act('alert_acknowledge', 'carla', /Acknowledged by <@U0CARLAR03>/);
  await act('alert_snooze', 'ann', /Snoozed by <@U0ANNACE01> until it changes/, 'until it changes');
  await act('alert_wake', 'ann', /^:eyes:/);
  await act('alert_snooze', 'ann', /Snoozed by <@U0ANNACE01> until <!date/, 'for an hour');

  findings = [];
  await engine.round();
  expect(firstLines(living())).toEqual([':white_check_mark: *The token expires in 3 days.*', 'Resolved after 1 h.']);
  expect(living().text).toMatch(/<@U0CARLAR03> acknowledged .* <@U0ANNACE01> snoozed it for 1 hour/);
  expect(thread().at(-1)?.text).toMatch(/^:white_check_mark: Resolved after 1 h/);
});

it('the fix is shown to whoever asks for it, where the channel is read', async () => {
  const message = living();
  await slack.driver.click(message, { actionId: 'alert_fix' }, { user: 'ann' });
  const shown = await ephemeral(/broken-bridge@/);
  expect({ channel: shown.channel, thread: shown.threadTs }).toEqual({ channel, thread: undefined });
  expect(living().text).toBe(message.text);
});

it('what is typed in the channel does the same as the buttons', async () => {
  await slack.driver.command({ channel, line: '/wo-okta alerts' });
  const id = /`([0-9a-f]{4,})`/.exec((await ephemeral(/One alert is open/)).text)?.[1] ?? '';
  await slack.driver.command({ channel, line: `/wo-okta alerts ack ${id}` });
  await ephemeral(/Acknowledged: The token expires/);
  expect(firstLines(living())[1]).toBe('Acknowledged by <@U0ANNACE01>.');
  await slack.driver.command({ channel, line: '/wo-okta alerts test' });
  await ephemeral(/A test alert is in the channel/);
  expect(posts().at(-1)?.text).toMatch(/^:large_blue_circle: \*This is a test/);
});

it('a message that somebody deleted is posted anew, with its buttons', async () => {
  await web.chat.delete({ channel, ts: living().ts });
  for (const reply of slack.driver.messages(channel)) await web.chat.delete({ channel, ts: reply.ts });
  findings = [token({ ...broken, title: 'The token expires in 6 days.' })];
  await engine.round();
  await act('alert_acknowledge', 'ann', /Acknowledged by <@U0ANNACE01>/);
});
