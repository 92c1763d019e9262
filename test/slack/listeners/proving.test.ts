/** How an answer proves itself in Slack: what is posted, what takes its place, and who sees it. */
import { describe, expect, it } from 'vitest';
import type { LiveRequest } from '../../../src/desk/reply.js';
import { writeButtonValue } from '../../../src/slack/button-value.js';
import { diagnoseButton } from '../../../src/slack/views/article-card.js';
import { startBot } from '../helpers/bot.js';
import { command, directMessage, mention, press } from '../helpers/payloads.js';
import { answer, article, checkResult, diagnosisReply, report } from '../helpers/samples.js';

const live = { articles: ['federation-artifact-not-found'] };
const provable = () => ({ ...answer(article()), live });

/** Slack says which message it made of a post. */
async function startPosting(...[answers]: Parameters<typeof startBot>) {
  const bot = await startBot(answers);
  bot.slack.answer('chat.postMessage', { ts: '1700000000.000200' });
  return bot;
}

describe('an answer that the live systems can prove', () => {
  it('is posted at once, says that it asks, and is replaced by what they say', async () => {
    const bot = await startPosting({ command: provable, diagnose: () => diagnosisReply() });

    await bot.deliver(mention('federationArtifact.not.found'));

    const [posted] = bot.slack.of('chat.postMessage');
    expect(posted?.['text']).toContain('Asking the live systems');
    expect(bot.slack.of('chat.update')).toMatchObject([{ text: expect.stringContaining('Found the cause') }]);
    expect(bot.desk.diagnosed).toMatchObject([{ live, place: { channel: 'C0HELP' }, asker: 'U0KIM' }]);
  });

  it('stands as it was when the checks fail', async () => {
    const bot = await startPosting({
      command: provable,
      diagnose: () => {
        throw new Error('broken');
      },
    });

    await bot.deliver(mention('federationArtifact.not.found'));

    const [updated] = bot.slack.of('chat.update');
    expect(updated?.['text']).toContain('SAML context');
    expect(updated?.['text']).not.toContain('Asking the live systems');
    expect(bot.log.filter(({ level }) => level === 'error')).toMatchObject([
      { message: expect.stringContaining('could not be held against') },
    ]);
  });

  it('stands, with no word of failure, when Slack does not let it be replaced', async () => {
    const bot = await startPosting({ command: provable, diagnose: () => diagnosisReply() });
    bot.slack.refuse('chat.update', 'cant_update_message');

    await bot.deliver(mention('federationArtifact.not.found'));

    expect(bot.slack.of('chat.postMessage')).toHaveLength(1);
    expect(bot.log.filter(({ level }) => level === 'error')).toMatchObject([
      { message: 'An answer could not be replaced by its diagnosis' },
    ]);
  });

  it('shows nothing about a person where others read along', async () => {
    const bot = await startPosting({ command: provable, diagnose: () => diagnosisReply({ report: report() }) });

    await bot.deliver(mention('federationArtifact.not.found'));

    expect(bot.slack.of('chat.update')[0]?.['text']).not.toContain('Ann');
  });

  it('shows the person in a direct message', async () => {
    const bot = await startPosting({ command: provable, diagnose: () => diagnosisReply({ report: report() }) });

    await bot.deliver(directMessage('federationArtifact.not.found ann@acme.example'));

    expect(bot.slack.of('chat.update')[0]?.['text']).toContain('Ann Ace');
  });

  it('is proven before a command is answered, since nothing can take that answer’s place', async () => {
    const bot = await startPosting({ command: provable, diagnose: () => diagnosisReply() });

    await bot.deliver(command(bot.slack, 'fix federationArtifact.not.found'));

    expect(bot.slack.of('respond').at(-1)).toMatchObject({ text: expect.stringContaining('Found the cause') });
  });

  it('is not asked about where nothing can be checked', async () => {
    const bot = await startPosting({ command: () => answer(article()) });

    await bot.deliver(mention('federationArtifact.not.found'));

    expect(bot.desk.diagnosed).toEqual([]);
    expect(bot.slack.of('chat.update')).toEqual([]);
  });
});

describe('the buttons', () => {
  const again = writeButtonValue({ does: 'diagnose', thread: '1700000000.000100', ...live });

  it('“Run again” reads anew and replaces the message', async () => {
    const bot = await startPosting({ diagnose: () => diagnosisReply({}, [checkResult({ said: 'It is healed.' })]) });

    await bot.deliver(press(bot.slack, { actionId: 'diagnose', value: again, blocks: [] }));

    expect(bot.desk.diagnosed).toMatchObject([{ live, isAgain: true }]);
    expect(bot.slack.of('respond')).toMatchObject([
      { replace_original: true, text: expect.stringContaining('It is healed.') },
    ]);
  });

  it('“Run again” asks the very same again', async () => {
    const all: LiveRequest = {
      articles: ['idp-not-found', 'saml-request-missing'],
      asked: ['idp-not-found'],
      isWanted: true,
      hasSeveralErrors: true,
      heldBack: 'ann@acme.example',
      choices: ['idp-not-found'],
      cause: 'okta-idp-issuer',
      who: 'jdoe',
      whoFor: ['idp-not-found'],
    };
    const { value = '' } = diagnoseButton('Run again', '1700000000.000100', all);
    const bot = await startPosting({ diagnose: () => diagnosisReply() });

    await bot.deliver(press(bot.slack, { actionId: 'diagnose', value, blocks: [] }));

    expect(bot.desk.diagnosed[0]?.live).toEqual(all);
  });
});
