/**
 * The bot in Socket Mode against the playground's Slack, which refuses what Slack refuses: what is posted, shown to one
 * person, replaced and marked is what a person would see.
 */
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Message, type SlackServer, startSlack, systemClock } from '../../src/playground/slack/index.js';
import { createSlackApp } from '../../src/slack/app.js';
import { recordingLog } from './helpers/bot.js';
import { type Answers, type FakeDesk, fakeDesk } from './helpers/fake-desk.js';
import { answer, article, ordinaryReplies } from './helpers/samples.js';

async function startBot(answers: Answers): Promise<{ slack: SlackServer; desk: FakeDesk }> {
  const slack = await startSlack({ clock: systemClock });
  const desk = fakeDesk(answers);
  const app = createSlackApp({
    desk,
    log: recordingLog().log,
    config: { botToken: slack.botToken, appToken: slack.appToken, apiUrl: slack.apiUrl },
  });
  await app.start();
  onTestFinished(async () => {
    await app.stop();
    await slack.close();
  });
  return { slack, desk };
}

const reactionsOf = (message: Message | undefined) => message?.reactions.map(({ name }) => name);

describe('a person in Slack', () => {
  it('mentions the bot, gets the fix in the thread, and presses Solved', async () => {
    const { slack, desk } = await startBot({ command: () => answer(article()) });
    const { driver } = slack;

    const asked = driver.say({ channel: 'helpdesk', text: '@wo-okta federationArtifact.not.found & <more>' });
    const reply = await driver.waitFor(() => driver.messages('helpdesk', asked.ts)[1], { for: 'the fix' });
    await driver.waitFor(
      () => (reactionsOf(driver.messages('helpdesk', asked.ts)[0])?.length === 0 ? true : undefined),
      {
        for: '👀 to be taken back',
      },
    );
    await driver.click(reply, { actionId: 'solved' });
    await driver.waitFor(() => driver.messages('helpdesk', asked.ts)[0]?.reactions[0], { for: '✅' });

    expect(desk.commands[0]?.question.text).toBe('federationArtifact.not.found & <more>');
    expect(desk.feedbacks).toMatchObject([{ solved: true, place: { thread: asked.ts } }]);
    const [post, fix] = driver.messages('helpdesk', asked.ts);
    expect(reactionsOf(post)).toEqual(['white_check_mark']);
    expect(JSON.stringify(fix?.blocks)).toContain('Solved, says');
    expect(JSON.stringify(fix?.blocks)).not.toContain('"actions"');
    expect(driver.messages('helpdesk', asked.ts)).toHaveLength(2);
  });

  it('types the command, sees the answer alone, and shares it', async () => {
    const { slack } = await startBot({
      command: ({ text }) => (text.startsWith('article') ? { kind: 'article', article: article() } : answer(article())),
    });
    const { driver } = slack;
    const before = driver.messages('general').length;

    await driver.command({ channel: 'general', line: '/wo-okta fix federationArtifact.not.found' });
    const seen = await driver.waitFor(() => driver.ephemerals()[0], { for: 'the answer to the asker' });
    expect(driver.messages('general')).toHaveLength(before);
    await driver.click(seen, { actionId: 'share' });
    const shared = await driver.waitFor(() => driver.messages('general')[before], { for: 'the shared answer' });

    expect(JSON.stringify(shared.blocks)).toContain('Shared by');
  });

  it('answers a question of the bot with a button', async () => {
    const { slack, desk } = await startBot({
      command: () => ordinaryReplies.question,
      choose: () => ordinaryReplies.answer,
    });
    const { driver } = slack;

    const asked = driver.say({ channel: driver.directId(), text: 'GENERAL_NONSUCCESS' });
    const question = await driver.waitFor(() => driver.messages(driver.directId(), asked.ts)[1], {
      for: 'the question',
    });
    await driver.click(question, { actionId: 'choose:1' });
    await driver.waitFor(() => driver.messages(driver.directId(), asked.ts)[2], { for: 'the fix' });

    expect(desk.chosen).toMatchObject([{ intentId: 'device-trust-general-nonsuccess', place: { thread: asked.ts } }]);
    const [, now] = driver.messages(driver.directId(), asked.ts);
    expect(JSON.stringify(now?.blocks)).toContain('chose “With device trust”');
  });

  it('chooses "Find the fix" on a colleague’s message', async () => {
    const { slack } = await startBot({ ask: () => answer(article()) });
    const { driver } = slack;
    const posted = driver.say({ channel: 'helpdesk', text: 'Keysize is missing', user: 'benito' });

    await driver.shortcut({ callbackId: 'find_the_fix', channel: 'helpdesk', ts: posted.ts });
    const reply = await driver.waitFor(() => driver.messages('helpdesk', posted.ts)[1], { for: 'the fix' });

    expect(reply.threadTs).toBe(posted.ts);
  });

  it('is told to invite the bot where it is no member', async () => {
    const { slack } = await startBot({ command: () => ordinaryReplies.notice });
    const { driver } = slack;

    await driver.command({ channel: 'general', line: '/wo-okta watch' });
    const told = await driver.waitFor(() => driver.ephemerals()[0], { for: 'the advice' });

    expect(told.text).toContain('/invite');
  });

  it('gets the longest articles there can be', async () => {
    const line = 'Compare the “<value>” & what it says. '.repeat(15).slice(0, 600);
    const step = { do: line, place: 'uem' as const, where: line, expect: line, values: Array(12).fill(line) };
    const long = article({ title: line, cause: line, steps: Array(12).fill(step) });
    const { slack } = await startBot({ command: () => answer(long, long, long, long) });
    const { driver } = slack;

    const asked = driver.say({ channel: driver.directId(), text: 'everything' });
    const reply = await driver.waitFor(() => driver.messages(driver.directId(), asked.ts)[1], { for: 'the answer' });

    expect(reply.text).not.toContain('went wrong');
    expect(JSON.stringify(reply.blocks)).toContain('Cut to fit Slack');
  });
});
