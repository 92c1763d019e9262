import { beforeEach, describe, expect, it } from 'vitest';
import { createDesk } from '../../src/desk/desk.js';
import type { Desk, Question } from '../../src/desk/question.js';
import { traceReply } from '../../src/desk/trace.js';
import { loadLibrary } from '../../src/knowledge/load.js';
import { openStore } from '../../src/state/index.js';
import type { Store } from '../../src/state/store.js';
import { createUnderstand, examplesOf, learn } from '../../src/understanding/index.js';
import { readTrace } from '../../src/understanding/trace/index.js';
import { fakeLog } from '../support/fake-log.js';
import {
  authnRequest,
  base64,
  deviceContext,
  now,
  redirect,
  response,
  secretAttribute,
} from '../support/saml-messages.js';
import { libraryOf } from '../support/small-knowledge.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const library = libraryOf();
const knowledge = {
  library,
  understand: createUnderstand(library.intents, learn(examplesOf(library.intents.values()))),
};
const bridge = 'it said: bridge.lost The bridge lost its session';
const place = { channel: 'C1', thread: '100.1' };

let desk: Desk;
let store: Store;
beforeEach(async () => {
  const log = fakeLog();
  store = await openStore({ dataDir: await temporaryFolder(), clock: () => now, log });
  desk = createDesk({ current: () => knowledge, store, now: () => now, log });
  return () => store.close();
});

const asked = (text: string, more: Partial<Question> = {}): Question => ({
  text,
  surface: 'direct',
  place,
  asker: 'U1',
  ...more,
});
const mention = (text: string) => desk.command(asked(text), { asText: true });
const slash = (text: string) => desk.command(asked(text), { asText: false });
const wrong = `SAMLResponse=${encodeURIComponent(base64(response({ nameId: 'ann' })))}`;
const right = redirect(authnRequest({ contexts: [deviceContext] }));

describe('a trace', () => {
  it.each([
    ['pasted', () => mention(wrong)],
    ['pasted with words', () => mention(`can somebody look at this? ${wrong}`)],
    ['behind the command, in Slack’s own line', () => slash(`trace ${wrong}`)],
    ['behind the command, in a mention', () => mention(`trace ${wrong}`)],
    ['as Base64 without a name', () => mention(base64(response({ nameId: 'ann' })))],
  ])('%s is read, and its secret is told', async (_, ask) => {
    const reply = await ask();
    expect(reply).toMatchObject({
      kind: 'trace',
      trace: { status: 'finding', messages: [{ nameId: 'ann' }] },
      redactions: [{ kind: 'saml-message', count: 1 }],
    });
    expect(JSON.stringify(reply)).not.toContain(secretAttribute);
  });

  it('with nothing wrong gives way to an error text beside it', async () => {
    expect(await mention(`${bridge} at ${right}`)).toMatchObject({ kind: 'answer' });
    expect(await mention(right)).toMatchObject({ kind: 'trace', trace: { status: 'ok' } });
  });

  it('with a fault goes before an error text, whose article is named beside', async () => {
    expect(await mention(`${bridge}\n${wrong}`)).toMatchObject({
      kind: 'trace',
      also: [{ articles: [{ articleId: 'broken-bridge' }], evidence: expect.stringMatching(/bridge\.lost/) }],
    });
  });

  it('is kept nowhere', async () => {
    await mention(`${bridge}\n${wrong}`);
    const kept = JSON.stringify(await Promise.all([store.list('threads'), store.list('unanswered')]));
    for (const secret of [secretAttribute, base64(response({ nameId: 'ann' })).slice(0, 40)])
      expect(kept).not.toContain(secret);
  });

  it('in a channel is nobody’s business who was not asked; in a thread of the bot’s it is', async () => {
    expect(await desk.ask(asked(wrong, { surface: 'channel' }))).toEqual({ kind: 'silence' });
    await mention(bridge);
    expect(await desk.ask(asked(wrong, { surface: 'channel' }))).toMatchObject({ kind: 'trace' });
  });
});

describe('a trace that two articles explain', async () => {
  const ids = ['device-trust-general-nonsuccess', 'routing-rules-general-nonsuccess'];
  const shipped = await loadLibrary({ knowledge: 'knowledge', intents: 'intents' });
  const failed = readTrace(response({ status: ['Responder'], message: 'GENERAL_NONSUCCESS' }), now);

  it('asks which, in the words of the intents', () => {
    const { undecided, articles } = traceReply(failed, shipped);

    expect(undecided?.choices.map(({ intentId }) => intentId)).toEqual(ids);
    expect(undecided?.question).toMatch(/^What sends the person to Workspace ONE/);
    expect(articles).toEqual([]);
  });

  it('does not ask what the words beside it decide', () => {
    const reply = traceReply(
      failed,
      shipped,
      ids.slice(1).map((id) => ({ intents: [id] })),
    );

    expect(reply).not.toHaveProperty('undecided');
    expect(reply.articles.map(({ articleId }) => articleId)).toEqual(ids.slice(1));
  });
});

describe('the command', () => {
  it('alone says how to paste', async () => {
    expect(await slash('trace')).toMatchObject({
      kind: 'notice',
      text: expect.stringContaining('Paste the SAML trace after `trace`'),
    });
  });

  it('with what is none says why', async () => {
    expect(await slash('trace it does not work')).toMatchObject({
      kind: 'notice',
      tone: 'refused',
      text: expect.stringMatching(/^The text holds no SAML message\. Paste/),
    });
    expect(await slash(`trace SAMLResponse=${'x%24'.repeat(30)}`)).toMatchObject({
      text: expect.stringMatching(/^A value is not Base64/),
    });
  });

  it('is a word like any other in a mention without a trace', async () => {
    expect(await mention(`trace says ${bridge}`)).toMatchObject({ kind: 'answer' });
  });
});
