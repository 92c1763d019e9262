import { beforeEach, describe, expect, it } from 'vitest';
import { createDesk } from '../../src/desk/desk.js';
import type { Desk, Place, Question } from '../../src/desk/question.js';
import { type Knowledge, replyFor } from '../../src/desk/replies.js';
import type { Reply } from '../../src/desk/reply.js';
import { loadLibrary } from '../../src/knowledge/load.js';
import { UserError } from '../../src/model/errors.js';
import { openStore } from '../../src/state/index.js';
import type { Store } from '../../src/state/store.js';
import { createUnderstand, examplesOf, learn } from '../../src/understanding/index.js';
import { fakeLog } from '../support/fake-log.js';
import { articleFields, intentFields, libraryOf, smallArticles, smallIntents } from '../support/small-knowledge.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const library = libraryOf();
const knowledge: Knowledge = {
  library,
  understand: createUnderstand(library.intents, learn(examplesOf(library.intents.values()))),
};

const bridge = 'it said: bridge.lost The bridge lost its session';
const ticket = 'The gateway refused a stale ticket';
const gibberish = 'qwertz uiop asdf';
const place: Place = { channel: 'C1', thread: '100.1' };
const minute = 60_000;

let now: number;
let store: Store;
let log: ReturnType<typeof fakeLog>;
let current: Knowledge;
let desk: Desk;

beforeEach(async () => {
  now = Date.parse('2026-03-02T08:00:00.000Z');
  log = fakeLog();
  current = knowledge;
  const dataDir = await temporaryFolder();
  store = await openStore({ dataDir, clock: () => now, log });
  desk = deskOver(store);
  return () => store.close();
});

function deskOver(kept: Store): Desk {
  return createDesk({ current: () => current, store: kept, now: () => now, log });
}

const asked = (text: string, more: Partial<Question> = {}): Question => ({
  text,
  surface: 'direct',
  place,
  asker: 'U1',
  ...more,
});
const inChannel = (text: string, more: Partial<Question> = {}) =>
  desk.ask(asked(text, { surface: 'channel', ...more }));
const slash = (text: string, channel = 'C1') =>
  desk.command(asked(text, { place: { channel, thread: 'command-1' } }), { asText: false });
const mention = (text: string) => desk.command(asked(text), { asText: true });

/** The ids of the articles an answer gives; the reply's kind when it is no answer. */
function answered(reply: Reply): string[] | string {
  return reply.kind === 'answer' ? reply.answers.map(({ article }) => article.id) : reply.kind;
}
const textOf = (reply: Reply) => (reply.kind === 'notice' ? `${reply.tone}: ${reply.text}` : reply.kind);
const unansweredTexts = async () => (await store.list('unanswered')).map(({ value }) => value.text);

describe('a question to the bot', () => {
  it('is answered with the article, and why', async () => {
    expect(await desk.ask(asked(bridge))).toMatchObject({
      kind: 'answer',
      answers: [
        {
          article: { id: 'broken-bridge' },
          match: { evidence: [expect.stringMatching(/^matches the error text “bridge/)] },
        },
      ],
    });
  });

  it('gets an article for each error in it, three at most', async () => {
    expect(answered(await desk.ask(asked(`${ticket}\nand then\n${bridge}`)))).toEqual(
      expect.arrayContaining(['broken-bridge', 'stale-ticket']),
    );
    const ids = ['a-fault', 'b-fault', 'c-fault', 'd-fault'];
    const texts = [
      'alpha engine melted down',
      'bravo valve is stuck now',
      'charlie pump ran quite dry',
      'delta wing fell off again',
    ];
    const many = libraryOf(
      ids.map((id) => articleFields(id)),
      ids.map((id, n) => intentFields(id, { signatures: [{ text: texts[n] }] })),
    );
    current = { library: many, understand: createUnderstand(many.intents) };
    expect(answered(await desk.ask(asked(texts.join('\n'))))).toHaveLength(3);
  });

  it('that leaves open which problem it is brings one question', async () => {
    expect(await desk.ask(asked('GENERAL_NONSUCCESS'))).toMatchObject({
      kind: 'question',
      question: 'Is a routing rule in play, or device trust?',
      choices: expect.arrayContaining([
        { intentId: 'routing-trouble', label: 'A routing rule sends them' },
        { intentId: 'trust-trouble', label: 'Somebody sees trust trouble' },
      ]),
    });
  });

  it('about the live tenants says how to look by hand, and for whom', async () => {
    expect(await desk.ask(asked('how long does the integration token live, asks jdoe@acme.example'))).toMatchObject({
      kind: 'lookup',
      users: ['jdoe@acme.example'],
      byHand: [{ place: 'okta', where: 'Security → API', look: 'Expires' }],
    });
  });

  it('about the bot brings the help', async () => {
    expect(await desk.ask(asked('please show me your manual'))).toEqual({ kind: 'help' });
  });

  it('that nobody knows is said to be unknown, and recorded', async () => {
    const reply = await desk.ask(asked(gibberish));
    expect(reply).toMatchObject({ kind: 'unknown', recordId: expect.stringContaining('C1:100.1') });
    expect(await store.list('unanswered')).toMatchObject([
      { value: { text: gibberish, place: 'C1:100.1', by: 'U1', at: '2026-03-02T08:00:00.000Z', handedOver: false } },
    ]);
  });

  it('names what was taken out, and neither keeps nor repeats it', async () => {
    const reply = await desk.ask(asked(`${bridge} password: hunter22`));
    expect(reply).toMatchObject({ redactions: [{ kind: 'password', count: 1 }] });
    await desk.ask(asked(`${gibberish} password: hunter22`, { place: { channel: 'C2', thread: '1' } }));
    const kept = [await store.list('threads'), await store.list('unanswered')];
    expect(JSON.stringify([reply, kept])).not.toContain('hunter22');
  });

  it.each([
    ['nothing', ''],
    ['spaces', ' \n\t '],
    ['emoji', '🎉🎉🎉'],
    ['control characters', '\u0000\u0001\u001b[31m'],
    ['right-to-left', '\u202eשלום עולם'],
    ['half a character', '\ud83d'],
    ['a megabyte of one letter', 'a'.repeat(1_000_000)],
    ['deeply nested JSON', '{"a":['.repeat(50_000)],
  ])('of %s gets a reply, and what is kept of it is short', async (_what, text) => {
    expect(['unknown', 'question', 'answer', 'help', 'notice']).toContain((await desk.ask(asked(text))).kind);
    for (const kept of await unansweredTexts()) expect(kept.length).toBeLessThanOrEqual(2_000);
  });
});

describe('more errors in one text than help at once', async () => {
  const shipped = await loadLibrary({ knowledge: 'knowledge', intents: 'intents' });
  const understand = createUnderstand(shipped.intents);
  const clear = [...shipped.intents.values()].flatMap(({ id, leadsTo, signatures }) => {
    const own = signatures.find(({ text, sharedWith = [] }) => sharedWith.length === 0 && text.length > 30);
    const isAlone = own !== undefined && understand(own.text).intents[0]?.id === id;
    return typeof leadsTo === 'object' && 'article' in leadsTo && isAlone ? [{ id, text: own.text }] : [];
  });

  it('are all told: the first with their fixes, each other one by its title', () => {
    const told = clear.slice(0, 6);
    const reply = replyFor(understand(told.map(({ text }) => text).join('\n\n')), shipped);

    if (reply.kind !== 'answer') throw new Error('It was not answered.');
    expect(reply.answers).toHaveLength(3);
    const named = [
      ...reply.answers.map(({ article }) => article.id),
      ...(reply.also ?? []).flatMap(({ articles }) => articles.map(({ articleId }) => articleId)),
    ];
    expect(named.sort()).toEqual(told.map(({ id }) => id).sort());
  });
});

describe('courtesy', () => {
  const said = ['thanks', 'thank you!', '👍', ':tada:', 'ok great', 'hello'];

  it.each(said)('told to the bot gets a friendly word and is no question: %s', async (text) => {
    for (const reply of [await mention(text), await desk.ask(asked(text))]) {
      expect(textOf(reply)).toMatch(/^friendly: .*I am here when you need me/);
    }
    expect(await unansweredTexts()).toEqual([]);
    expect(await store.list('threads')).toEqual([]);
  });

  it.each(said)('among people is passed over: %s', async (text) => {
    expect(await inChannel(text)).toEqual({ kind: 'silence' });
    await desk.ask(asked(bridge));
    expect(await inChannel(text)).toEqual({ kind: 'silence' });
    expect(await unansweredTexts()).toEqual([]);
  });

  it('before a problem does not hide it', async () => {
    expect(answered(await mention(`thanks, but now ${bridge}`))).toEqual(['broken-bridge']);
  });
});

describe('a message in a channel nobody addressed to the bot', () => {
  it('is answered when it is clear', async () => {
    expect(answered(await inChannel(bridge))).toEqual(['broken-bridge']);
  });

  it.each([
    ['leaves the problem open', 'GENERAL_NONSUCCESS'],
    ['is about the bot', 'please show me your manual'],
    ['is none of its business', 'lunch at twelve?'],
    ['means nothing', gibberish],
  ])('is passed over when it %s, and not remembered', async (_how, text) => {
    expect(await inChannel(text)).toEqual({ kind: 'silence' });
    expect(await store.list('threads')).toEqual([]);
    expect(await unansweredTexts()).toEqual([]);
  });
});

describe('a follow-up in a thread', () => {
  it('refines what was understood before', async () => {
    await desk.ask(asked('GENERAL_NONSUCCESS'));
    expect(answered(await inChannel('it is device trust'))).toEqual(['trust-trouble']);
  });

  it('decides the other way when it says the other thing', async () => {
    await desk.ask(asked('GENERAL_NONSUCCESS'));
    expect(answered(await inChannel('a routing rule sends them there'))).toEqual(['routing-trouble']);
  });

  it('with a new error is a new question', async () => {
    await desk.ask(asked('GENERAL_NONSUCCESS'));
    expect(answered(await inChannel(ticket))).toEqual(['stale-ticket']);
  });

  it('with another error that leaves its cause open is asked about that one', async () => {
    await desk.ask(asked(bridge));
    expect((await desk.ask(asked('now GENERAL_NONSUCCESS'))).kind).toBe('question');
    expect(answered(await inChannel('it is device trust'))).toEqual(['trust-trouble']);
  });

  it('has its own secrets named, and none of them is kept', async () => {
    await desk.ask(asked('GENERAL_NONSUCCESS'));
    const reply = await inChannel('it is device trust, password: hunter22');
    expect(answered(reply)).toEqual(['trust-trouble']);
    expect(reply).toMatchObject({ redactions: [{ kind: 'password', count: 1 }] });
    expect(JSON.stringify(await store.list('threads'))).not.toContain('hunter22');
  });

  it('of any length is read together with what was said before', async () => {
    await desk.ask(asked('GENERAL_NONSUCCESS'));
    const reply = await desk.ask(asked(`it is device trust\n${'error failed\n'.repeat(40_000)}`));
    expect(answered(reply)).toEqual(['trust-trouble']);
  });

  it('that says the fix did not help is the same as the button, once', async () => {
    await desk.ask(asked(bridge));

    expect(await inChannel('did not help')).toMatchObject({ kind: 'unknown', tried: { articleId: 'broken-bridge' } });
    expect(await unansweredTexts()).toEqual([bridge]);
    expect((await store.list('feedback')).map(({ value }) => value)).toMatchObject([{ solved: false, by: 'U1' }]);
    // Nothing is left that it could be said of: between people nobody wants to read that again.
    expect(await inChannel('still the same error')).toEqual({ kind: 'silence' });
    expect(await desk.ask(asked('what else can I try?'))).toMatchObject({
      kind: 'unknown',
      recordId: expect.any(String),
    });
  });

  it('that says so where no fix was given is passed over', async () => {
    await desk.ask(asked('GENERAL_NONSUCCESS'));

    expect(await inChannel('did not help')).toEqual({ kind: 'silence' });
    expect(await inChannel('did not help', { place: { channel: 'C1', thread: '200.2' } })).toEqual({ kind: 'silence' });
  });

  it('in another thread knows nothing of this one', async () => {
    await desk.ask(asked('GENERAL_NONSUCCESS'));
    const elsewhere = { channel: 'C1', thread: '200.2' };
    expect(await desk.knowsThread(place)).toBe(true);
    expect(await desk.knowsThread(elsewhere)).toBe(false);
    expect(answered(await inChannel('it is device trust', { place: elsewhere }))).not.toEqual(['trust-trouble']);
  });

  it.each(['thanks!', 'Thank you, that was it', 'ok', 'great'])('“%s” needs no answer', async (text) => {
    await desk.ask(asked(bridge));
    expect(await desk.ask(asked(text))).toEqual({ kind: 'silence' });
    expect(await unansweredTexts()).toEqual([]);
  });

  it('between people is passed over', async () => {
    await desk.ask(asked(bridge));
    expect(await inChannel('see you on monday')).toEqual({ kind: 'silence' });
  });

  it('that changes nothing brings nothing again, unless the bot is addressed', async () => {
    await desk.ask(asked('GENERAL_NONSUCCESS'));
    expect(await inChannel('GENERAL_NONSUCCESS, still')).toEqual({ kind: 'silence' });
    expect((await mention('GENERAL_NONSUCCESS, still')).kind).toBe('question');
    await inChannel('it is device trust');
    expect(await inChannel('as I said, it is device trust')).toEqual({ kind: 'silence' });
  });

  it('about another error that nobody knows does not bring the earlier fix again', async () => {
    await desk.ask(asked(bridge));
    expect(await inChannel('now QWERTZ_UIOP')).toEqual({ kind: 'silence' });
    expect((await mention('now QWERTZ_UIOP')).kind).toBe('unknown');
  });

  it('that is a command is handled as that, whatever was understood before', async () => {
    await desk.ask(asked(bridge));
    expect(await inChannel('article stale-ticket')).toMatchObject({ kind: 'article', article: { id: 'stale-ticket' } });
    expect(await inChannel('`article stale-ticket`')).toMatchObject({ article: { id: 'stale-ticket' } });
    expect(await inChannel('help')).toEqual({ kind: 'help' });
    expect(answered(await inChannel(`fix ${ticket}`))).toEqual(['stale-ticket']);
  });

  it('that is a command has its secrets named', async () => {
    await desk.ask(asked(bridge));
    expect(await inChannel('article stale-ticket password: hunter22')).not.toMatchObject({ kind: 'article' });
    expect(await inChannel(`fix ${ticket} password: hunter22`)).toMatchObject({ redactions: [{ kind: 'password' }] });
  });

  it.each(['check the policy please', 'fix worked', 'devices', ''])(
    'that only begins like a command stays talk: %j',
    async (text) => {
      await desk.ask(asked('GENERAL_NONSUCCESS'));
      expect(await inChannel(text)).toEqual({ kind: 'silence' });
    },
  );

  it('in plain words still refines what was understood, also when another article was opened meanwhile', async () => {
    await desk.ask(asked('GENERAL_NONSUCCESS'));
    await inChannel('article stale-ticket');
    expect(answered(await inChannel('it is device trust'))).toEqual(['trust-trouble']);
  });

  it('is heard where nothing but an article was shown, and a command elsewhere is not', async () => {
    expect(await inChannel('watch')).toEqual({ kind: 'silence' });
    expect([await desk.isWatched('C1'), await desk.knowsThread(place)]).toEqual([false, false]);
    await mention('article broken-bridge');
    expect(await desk.knowsThread(place)).toBe(true);
    expect(await inChannel('article stale-ticket')).toMatchObject({ kind: 'article' });
    expect(await inChannel('see you on monday')).toEqual({ kind: 'silence' });
    expect(await inChannel('GENERAL_NONSUCCESS')).toEqual({ kind: 'silence' });
    expect(answered(await inChannel(bridge))).toEqual(['broken-bridge']);
  });

  it('is no follow-up any more after a month', async () => {
    await desk.ask(asked('GENERAL_NONSUCCESS'));
    now += 30 * 24 * 60 * minute;
    expect(await desk.knowsThread(place)).toBe(false);
  });

  it('finds the thread after a restart', async () => {
    await desk.ask(asked('GENERAL_NONSUCCESS'));
    desk = deskOver(store);
    expect(answered(await inChannel('it is device trust'))).toEqual(['trust-trouble']);
  });
});

describe('the answer to a question with buttons', () => {
  it('is the article of the choice', async () => {
    await desk.ask(asked('GENERAL_NONSUCCESS'));
    expect(await desk.choose(place, 'trust-trouble', 'U1')).toMatchObject({
      kind: 'answer',
      answers: [{ article: { id: 'trust-trouble' }, match: { confidence: 1, evidence: ['chosen by you'] } }],
    });
  });

  it('is remembered: not solved, the other choice is no neighbour of its own', async () => {
    await desk.ask(asked('GENERAL_NONSUCCESS'));
    await desk.choose(place, 'trust-trouble', 'U1');
    expect((await store.get('threads', 'C1:100.1'))?.intents).toEqual(['trust-trouble']);
  });

  it('knows whom a lookup was about', async () => {
    await desk.ask(asked('GENERAL_NONSUCCESS for jdoe@acme.example'));
    expect(await desk.choose(place, 'lookup-token', 'U1')).toMatchObject({
      kind: 'lookup',
      users: ['jdoe@acme.example'],
    });
  });

  it('is taken also when the thread is forgotten', async () => {
    expect(answered(await desk.choose(place, 'stale-ticket', 'U1'))).toEqual(['stale-ticket']);
  });

  it('is refused when the knowledge no longer has it', async () => {
    expect(textOf(await desk.choose(place, 'gone', 'U1'))).toMatch(/^refused: That choice no longer exists/);
    expect(textOf(await desk.choose(place, '__proto__', 'U1'))).toMatch(/^refused: /);
  });
});

describe('feedback', () => {
  const about = (articleId: string, solved: boolean) =>
    desk.feedback({ place, articleId, articleVersion: 1, solved, by: 'U2' });

  it('“solved” is kept', async () => {
    expect(textOf(await about('stale-ticket', true))).toMatch(/^done: /);
    expect(await store.list('feedback')).toMatchObject([
      { value: { articleId: 'stale-ticket', articleVersion: 1, solved: true, by: 'U2', place: 'C1:100.1' } },
    ]);
    expect(await unansweredTexts()).toEqual([]);
  });

  it('“not solved” names what else was understood, then the neighbours of the article', async () => {
    await desk.ask(asked(`${bridge}\n${ticket}`));
    expect(await about('broken-bridge', false)).toMatchObject({
      kind: 'unknown',
      tried: { articleId: 'broken-bridge', title: 'About broken-bridge' },
      nearest: [{ articleId: 'stale-ticket' }],
    });
    expect(await store.list('feedback')).toMatchObject([{ value: { solved: false } }]);
  });

  it('“not solved” keeps the question, so that it can be handed over', async () => {
    await desk.ask(asked(bridge));
    const reply = await about('broken-bridge', false);
    if (reply.kind !== 'unknown') throw new Error(reply.kind);
    expect(await unansweredTexts()).toEqual([bridge]);
    expect(await desk.handOver(place, reply.recordId, 'U2')).toMatchObject({
      excerpt: bridge,
      tried: [{ articleId: 'broken-bridge', title: 'About broken-bridge' }],
    });
  });

  it('“not solved” again hands over everything that was tried, also what has no article any more', async () => {
    await desk.ask(asked(bridge));
    await about('broken-bridge', false);
    await about('gone', false);
    await desk.ask(asked(ticket));
    const reply = await about('stale-ticket', false);
    if (reply.kind !== 'unknown') throw new Error(reply.kind);
    const { tried } = await desk.handOver(place, reply.recordId, 'U2');
    expect(tried.map(({ articleId }) => articleId)).toEqual(['broken-bridge', 'gone', 'stale-ticket']);
    expect(tried[1]?.title).toBe('no longer among the articles');
  });

  it('“not solved” under the article that was nearest to an unknown question hands that question over', async () => {
    await desk.ask(asked(gibberish));
    await slash('article stale-ticket');
    const reply = await about('stale-ticket', false);
    if (reply.kind !== 'unknown') throw new Error(reply.kind);
    expect(await desk.handOver(place, reply.recordId, 'U2')).toMatchObject({
      excerpt: gibberish,
      tried: [{ articleId: 'stale-ticket' }],
    });
  });

  it('a question that stays unknown after a fix that did not help is handed over with that', async () => {
    await desk.ask(asked(bridge));
    await about('broken-bridge', false);
    const reply = await desk.ask(asked(gibberish));
    if (reply.kind !== 'unknown') throw new Error(reply.kind);
    expect(await desk.handOver(place, reply.recordId, 'U2')).toMatchObject({
      excerpt: gibberish,
      tried: [{ articleId: 'broken-bridge' }],
    });
  });

  it('about an article that is gone is taken all the same', async () => {
    const reply = await about('gone', false);
    expect(reply).toMatchObject({ kind: 'unknown', nearest: [] });
    expect(reply).not.toHaveProperty('tried');
  });
});

describe('handing over', () => {
  async function unknown(): Promise<string> {
    const reply = await desk.ask(asked(`${gibberish} password: hunter22`));
    if (reply.kind !== 'unknown') throw new Error(reply.kind);
    return reply.recordId;
  }

  it('gives the text without its secrets, and is remembered', async () => {
    const recordId = await unknown();
    const { reply, excerpt } = await desk.handOver(place, recordId, 'U2');
    expect(textOf(reply)).toMatch(/^done: /);
    expect(excerpt).toBe(`${gibberish} password: [redacted]`);
    expect(await store.get('unanswered', recordId)).toMatchObject({ handedOver: true, by: 'U2' });
  });

  it('happens once, also when two press at the same moment', async () => {
    const recordId = await unknown();
    const outcomes = await Promise.all([desk.handOver(place, recordId, 'U2'), desk.handOver(place, recordId, 'U3')]);
    expect(outcomes.map(({ reply }) => textOf(reply).split(':')[0]).sort()).toEqual(['done', 'refused']);
    expect(textOf((await desk.handOver(place, recordId, 'U4')).reply)).toMatch(/handed over already/);
  });

  it('is refused for a question it no longer has, and for one of another place', async () => {
    const recordId = await unknown();
    expect(await desk.handOver(place, 'C1:100.1:0', 'U2')).toMatchObject({ excerpt: '', reply: { tone: 'refused' } });
    expect(await desk.handOver({ channel: 'C9', thread: '9' }, recordId, 'U2')).toMatchObject({ excerpt: '' });
    expect(await store.get('unanswered', recordId)).toMatchObject({ handedOver: false });
  });
});

describe('a command', () => {
  it('fix finds the fix, asked directly wherever it is typed', async () => {
    expect(answered(await slash(`fix ${bridge}`))).toEqual(['broken-bridge']);
    expect((await slash('fix GENERAL_NONSUCCESS')).kind).toBe('question');
  });

  it('fix wants a text', async () => {
    expect(textOf(await slash('fix'))).toMatch(/^refused: Paste the error text/);
  });

  it('help shows the help', async () => {
    expect(await slash('help')).toEqual({ kind: 'help' });
    expect(await slash('')).toEqual({ kind: 'help' });
  });

  it.each([
    ['hlep', /Did you mean `help`\?/],
    ['artcle x', /Did you mean `article`\?/],
    ['bananas', /^refused: There is no command “bananas”\. `help` shows all/],
  ])('that does not exist (%s) gets the nearest one suggested', async (line, text) => {
    expect(textOf(await slash(line))).toMatch(text);
  });

  it('that is a secret is not repeated', async () => {
    const token = `xoxb-1234567890-${'AbCdEf'}`;
    expect(textOf(await slash(token))).toContain('There is no such command.');
    expect(JSON.stringify(await slash(`article ${token}`))).not.toContain(token);
  });

  it.each(['help', 'article idp', 'watch', 'trail', 'hlep'])('with a secret behind it (%s …) says so', async (line) => {
    const reply = await slash(`${line} xoxb-1234567890-${'AbCdEf'}`);
    expect(reply).toMatchObject({ redactions: [{ kind: 'slack-token', count: 1 }] });
  });

  it('in a mention is a command only when it can be nothing else', async () => {
    expect(await mention('help')).toEqual({ kind: 'help' });
    expect(answered(await mention(bridge))).toEqual(['broken-bridge']);
    expect((await mention('hlep')).kind).toBe('unknown');
  });

  describe('article', () => {
    it('without words lists all', async () => {
      expect(await slash('article')).toMatchObject({
        kind: 'articles',
        matches: smallArticles.map(({ id, title }) => ({ articleId: id, title })),
      });
    });
    it.each(['stale-ticket', 'STALE-TICKET', 'stale-ticket@1', 'stale ticket', 'ticket'])(
      'shows the one that fits “%s”',
      async (words) => {
        expect(await slash(`article ${words}`)).toMatchObject({ kind: 'article', article: { id: 'stale-ticket' } });
      },
    );
    it('lists those that fit', async () => {
      const reply = await slash('article trouble');
      expect(reply).toMatchObject({
        kind: 'articles',
        query: 'trouble',
        matches: [{ articleId: 'routing-trouble' }, { articleId: 'trust-trouble' }],
      });
    });
    it('takes words for a question when no title has them', async () => {
      expect(await slash('article the gateway refused a stale ticket')).toMatchObject({
        article: { id: 'stale-ticket' },
      });
    });
    it('is refused when nothing fits, rather than guessed', async () => {
      expect(textOf(await slash('article lunch at twelve'))).toBe(
        'refused: No article fits “lunch at twelve”. `article` alone lists them all.',
      );
    });
    it('repeats no more of a long query than fits', async () => {
      expect(textOf(await slash(`article ${'qwertz '.repeat(100_000)}`)).length).toBeLessThan(300);
    });
  });

  describe('watch', () => {
    it('reads the channel from now on, until unwatch', async () => {
      expect(await desk.isWatched('C1')).toBe(false);
      expect(textOf(await slash('watch'))).toMatch(/^done: I now read every message/);
      expect(await desk.isWatched('C1')).toBe(true);
      expect(await desk.isWatched('C2')).toBe(false);
      expect(textOf(await slash('unwatch'))).toMatch(/^done: /);
      expect(await desk.isWatched('C1')).toBe(false);
    });
    it('makes no sense in a direct message', async () => {
      expect(textOf(await slash('watch', 'D1'))).toMatch(/^refused: In a direct message/);
    });
    it('unwatch says so when nothing was watched', async () => {
      expect(textOf(await slash('unwatch'))).toMatch(/^refused: I was not reading/);
    });
  });
});

describe('an event', () => {
  it('is new once in ten minutes', async () => {
    expect([await desk.firstTime('Ev1'), await desk.firstTime('Ev1'), await desk.firstTime('Ev2')]).toEqual([
      true,
      false,
      true,
    ]);
    now += 10 * minute;
    expect(await desk.firstTime('Ev1')).toBe(true);
  });

  it('is new to one of two that ask at the same moment', async () => {
    expect((await Promise.all([desk.firstTime('Ev1'), desk.firstTime('Ev1')])).filter(Boolean)).toHaveLength(1);
  });
});

describe('knowledge swapped while running', () => {
  it('answers the next question', async () => {
    expect((await desk.ask(asked('delta wing fell off'))).kind).toBe('unknown');
    const more = libraryOf(
      [...smallArticles, articleFields('d-fault')],
      [...smallIntents, intentFields('d-fault', { signatures: [{ text: 'delta wing fell off' }] })],
    );
    current = { library: more, understand: createUnderstand(more.intents) };
    expect(answered(await desk.ask(asked('delta wing fell off', { place: { channel: 'C1', thread: '2' } })))).toEqual([
      'd-fault',
    ]);
  });
});

describe('when the store fails', () => {
  const full = new UserError('store-failed', 'The disk is full.');
  let broken: Store;
  let isFull: boolean;
  beforeEach(() => {
    isFull = true;
    const failing =
      <Args extends unknown[], Result>(work: (...args: Args) => Promise<Result>) =>
      (...args: Args) =>
        isFull ? Promise.reject(full) : work(...args);
    broken = {
      claim: failing(store.claim.bind(store)),
      get: failing(store.get.bind(store)) as Store['get'],
      put: failing(store.put.bind(store)) as Store['put'],
      delete: failing(store.delete.bind(store)),
      list: failing(store.list.bind(store)) as Store['list'],
      close: () => store.close(),
    };
    desk = deskOver(broken);
  });

  it.each<[string, () => Promise<Reply>, string]>([
    ['answers', () => desk.ask(asked(bridge)), 'answer'],
    ['asks', () => desk.ask(asked('GENERAL_NONSUCCESS')), 'question'],
    ['says what it does not know', () => desk.ask(asked(gibberish)), 'unknown'],
    ['takes a choice', () => desk.choose(place, 'stale-ticket', 'U1'), 'answer'],
    [
      'takes feedback',
      () => desk.feedback({ place, articleId: 'stale-ticket', articleVersion: 1, solved: true, by: 'U' }),
      'notice',
    ],
    [
      'offers what else it may be',
      () => desk.feedback({ place, articleId: 'broken-bridge', articleVersion: 1, solved: false, by: 'U' }),
      'unknown',
    ],
  ])('the desk %s all the same, and the log says why it does not remember', async (_what, act, kind) => {
    expect((await act()).kind).toBe(kind);
    expect(log.lines).toContainEqual({
      level: 'error',
      message: expect.stringMatching(/^The store failed/),
      fields: { error: full },
    });
  });

  it('an event delivered again is still handled once', async () => {
    expect([await desk.firstTime('Ev1'), await desk.firstTime('Ev1'), await desk.firstTime('Ev2')]).toEqual([
      true,
      false,
      true,
    ]);
    isFull = false;
    expect(await desk.firstTime('Ev2')).toBe(false);
  });

  it('a channel is not said to be watched when that could not be kept', async () => {
    await expect(slash('watch')).rejects.toBe(full);
    await expect(slash('unwatch')).rejects.toBe(full);
    expect([await desk.isWatched('C1'), await desk.knowsThread(place)]).toEqual([false, false]);
  });

  it('a question is handed over once, though that can not be kept', async () => {
    isFull = false;
    const reply = await desk.ask(asked(gibberish));
    if (reply.kind !== 'unknown') throw new Error(reply.kind);
    broken.put = () => Promise.reject(full);
    broken.claim = () => Promise.reject(full);
    const outcomes = [
      await desk.handOver(place, reply.recordId, 'U2'),
      await desk.handOver(place, reply.recordId, 'U3'),
    ];
    expect(outcomes.map(({ excerpt }) => excerpt)).toEqual([gibberish, '']);
  });

  it('because another process has taken it over, the desk leaves the answer to that one', async () => {
    const busy = new UserError('store-busy', 'Another bot uses this folder.');
    broken.claim = () => Promise.reject(busy);
    await expect(desk.firstTime('Ev1')).rejects.toBe(busy);
  });
});
