/** Learning from use: what went wrong becomes a gap or a proposal, and drafts of both; nothing that is answered changes. */
import { beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createDesk } from '../../src/desk/desk.js';
import type { LookupRights } from '../../src/desk/permission.js';
import type { Desk, Place } from '../../src/desk/question.js';
import type { Knowledge } from '../../src/desk/replies.js';
import type { Reply } from '../../src/desk/reply.js';
import { parseArticle, parseIntent } from '../../src/knowledge/parse.js';
import { openStore } from '../../src/state/index.js';
import type { Store } from '../../src/state/store.js';
import { createUnderstand } from '../../src/understanding/index.js';
import { fakeLog } from '../support/fake-log.js';
import { articleFields, intentFields, libraryOf, smallArticles, smallIntents } from '../support/small-knowledge.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const small = libraryOf();
const smallKnowledge: Knowledge = { library: small, understand: createUnderstand(small.intents) };
const rights: LookupRights = { userGroups: [], users: ['U7'], channels: ['C1'], admins: ['UADMIN'], contact: 'Kim' };
const bridge = 'it said: bridge.lost The bridge lost its session';
const inWords = 'the whole team sees broken bridge today';
const triangle = 'purple triangle tunnel';

let now: number;
let store: Store;
let current: Knowledge;
let desk: Desk;
let threads: number;

beforeEach(async () => {
  now = Date.parse('2026-03-02T08:00:00.000Z');
  threads = 0;
  current = smallKnowledge;
  store = await openStore({ dataDir: await temporaryFolder(), clock: () => now, log: fakeLog() });
  desk = deskWith(rights);
  return () => store.close();
});

function deskWith(given?: LookupRights): Desk {
  return createDesk({
    current: () => current,
    store,
    now: () => now,
    log: fakeLog(),
    ...(given === undefined ? {} : { rights: given }),
  });
}

/** Somebody asks in a thread of their own. */
async function ask(text: string, asker = 'U1'): Promise<{ readonly place: Place; readonly reply: Reply }> {
  now += 60_000;
  threads += 1;
  const place = { channel: 'C1', thread: `${threads}.1` };
  return { place, reply: await desk.command({ text, surface: 'direct', place, asker }, { asText: true }) };
}
const say = (place: Place, text: string, asker = 'U1') =>
  desk.command({ text, surface: 'direct', place, asker }, { asText: true });
const press = (place: Place, articleId: string, solved: boolean, by = 'U1') => {
  now += 60_000;
  return desk.feedback({ place, articleId, articleVersion: 1, solved, by });
};

async function gaps(asker = 'UADMIN') {
  const { reply } = await ask('gaps', asker);
  if (reply.kind !== 'gaps') throw new Error(JSON.stringify(reply));
  return reply;
}
async function firstGap() {
  const [gap] = (await gaps()).gaps;
  if (gap === undefined) throw new Error('There is no gap.');
  return gap;
}
const act = (which: string, deed: 'article' | 'example' | 'dismiss', asker = 'UADMIN') =>
  desk.actOnGap({ which, deed, asker });
const noticeOf = (reply: Reply) => (reply.kind === 'notice' ? `${reply.tone}: ${reply.text}` : reply.kind);

describe('gaps', () => {
  it('are what people asked without an answer: how often, by how many, since when', async () => {
    await ask(triangle, 'U1');
    await ask('Purple triangle, tunnel!', 'U2');
    await ask('tunnel: purple triangle since yesterday', 'U2');
    await ask('badge printer prints blank cards', 'U3');

    const { gaps: found, answered } = await gaps();

    expect(found).toMatchObject([
      {
        texts: expect.arrayContaining(['tunnel: purple triangle since yesterday']),
        times: 3,
        people: 2,
        handedOver: 0,
        firstAt: '2026-03-02T08:01:00.000Z',
        lastAt: '2026-03-02T08:03:00.000Z',
      },
      { texts: ['badge printer prints blank cards'], times: 1, people: 1 },
    ]);
    expect(answered).toBe(0);
  });

  it('count a conversation once, however often it went wrong there', async () => {
    const { place } = await ask(triangle);
    await say(place, triangle);
    await press(place, 'broken-bridge', false);

    expect((await gaps()).gaps).toMatchObject([{ times: 1, tried: [{ articleId: 'broken-bridge' }] }]);
  });

  it('say what was handed over', async () => {
    const { place, reply } = await ask(triangle);
    await desk.handOver(place, reply.kind === 'unknown' ? reply.recordId : '', 'U1');

    expect((await gaps()).gaps).toMatchObject([{ handedOver: 1 }]);
  });

  it('hold what an article did not solve, and name the neighbour that was not tried', async () => {
    const { place } = await ask(inWords);
    await press(place, 'broken-bridge', false);

    expect((await gaps()).gaps).toMatchObject([
      {
        texts: [inWords],
        isKnown: false,
        tried: [{ articleId: 'broken-bridge' }],
        nearest: { articleId: 'stale-ticket' },
      },
    ]);
  });

  it('name no neighbour of an error text that was recognised: its article lacks a cause', async () => {
    const { place } = await ask(bridge);
    await press(place, 'broken-bridge', false);
    const [gap] = (await gaps()).gaps;

    expect(gap).toMatchObject({ texts: [bridge], isKnown: true, tried: [{ articleId: 'broken-bridge' }] });
    expect(gap?.nearest).toBeUndefined();
    expect(noticeOf(await act(gap?.id ?? '', 'example'))).toMatch(/^refused: No article comes near it/);
  });

  it('no longer hold it once the article was mended', async () => {
    const { place } = await ask(bridge);
    await press(place, 'broken-bridge', false);
    const mended = libraryOf(
      smallArticles.map((fields) => (fields['id'] === 'broken-bridge' ? { ...fields, version: 2 } : fields)),
    );
    current = { library: mended, understand: smallKnowledge.understand };

    expect(await gaps()).toMatchObject({ gaps: [], answered: 1 });
  });

  it('leave out what the articles answer by now', async () => {
    await ask(triangle);
    await ask('badge printer prints blank cards');
    const grown = libraryOf(
      [...smallArticles, articleFields('purple-triangle')],
      [...smallIntents, intentFields('purple-triangle', { signatures: [{ text: 'purple triangle' }] })],
    );
    current = { library: grown, understand: createUnderstand(grown.intents) };

    expect(await gaps()).toMatchObject({ gaps: [{ texts: ['badge printer prints blank cards'] }], answered: 1 });
  });

  it('leave out what was solved in the end', async () => {
    const { place } = await ask(bridge);
    await press(place, 'broken-bridge', false);
    await press(place, 'stale-ticket', true);

    expect((await gaps()).gaps).toEqual([]);
  });

  it('leave out an article that was opened without a question', async () => {
    const { place } = await ask('article broken-bridge');
    await press(place, 'broken-bridge', false);

    expect((await gaps()).gaps).toEqual([]);
  });

  it('name nobody and no host, and hold no secret', async () => {
    const { place } = await ask(`${bridge} ann.meier@firma.de <@U024BE7LH> tunnel.firma.de password: hunter22`);
    await press(place, 'broken-bridge', false);

    const text = JSON.stringify(await gaps());
    expect(text).toContain(`${bridge} someone@acme.example someone@acme.example host.acme.example`);
    expect(text).not.toMatch(/meier|firma|U024BE7LH|hunter22|"U1"|C1:/);
  });
});

describe('who may read the gaps', () => {
  it.each([
    ['somebody who may look people up', 'U7'],
    ['anybody else', 'U1'],
  ])('not %s', async (_, asker) => {
    await ask(triangle);
    const { reply } = await ask('gaps', asker);

    expect(reply).toMatchObject({ kind: 'notice', tone: 'refused', isForAskerOnly: true });
    expect(noticeOf(reply)).toMatch(/LOOKUP_ADMINS.*U/);
    expect(noticeOf(reply)).toContain('Kim');
  });

  it('nobody where no rights are configured', async () => {
    desk = deskWith();

    expect((await ask('gaps', 'UADMIN')).reply).toMatchObject({ kind: 'notice', tone: 'refused' });
  });

  it('is looked at again with every button', async () => {
    await ask(triangle);
    const { id } = await firstGap();

    for (const deed of ['article', 'example', 'dismiss'] as const) {
      expect(await act(id, deed, 'U7')).toMatchObject({ kind: 'notice', tone: 'refused', isForAskerOnly: true });
    }
    expect((await gaps()).gaps).toHaveLength(1);
  });
});

describe('a draft of an article', () => {
  it('has the questions as examples, the error texts as signatures, and TODO for the rest', async () => {
    await ask('Opening Tunnel fails with E0000871 for ann@firma.de');
    await ask('E0000871 “The tunnel is not known here”', 'U2');
    const reply = await act((await firstGap()).id, 'article');

    if (reply.kind !== 'draft') throw new Error(JSON.stringify(reply));
    const [article, intent] = reply.files;
    const parsed = parseIntent(intent?.file ?? '', intent?.text ?? '');
    expect(parseArticle(article?.file ?? '', article?.text ?? '')).toMatchObject({ ok: true });
    expect(parsed).toMatchObject({
      ok: true,
      sourced: {
        value: {
          signatures: [{ text: 'E0000871' }, { text: 'The tunnel is not known here' }],
          examples: expect.arrayContaining(['Opening Tunnel fails with E0000871 for someone@acme.example']),
        },
      },
    });
    expect(article?.text).toContain('reviewed: 2026-03-02');
    expect(article?.text).toContain('cause: "TODO:');
  });

  it('gets an id that is free, of words that say what it is about', async () => {
    await ask(triangle);
    const idOf = async () => {
      const reply = await act((await firstGap()).id, 'article');
      return reply.kind === 'draft' ? reply.files[0]?.file : reply.kind;
    };
    expect(await idOf()).toBe('knowledge/purple-triangle-tunnel.md');

    const taken = libraryOf(
      [...smallArticles, articleFields('purple-triangle-tunnel', { title: 'TODO: say it' })],
      [
        ...smallIntents,
        intentFields('purple-triangle-tunnel', { examples: Array.from({ length: 10 }, (_, n) => `x ${n}`) }),
      ],
    );
    current = { ...smallKnowledge, library: taken };
    expect(await idOf()).toBe('knowledge/purple-triangle-tunnel-2.md');
  });

  it('names what is not there any more', async () => {
    expect(noticeOf(await act('00000000', 'article'))).toMatch(/^refused: That is no gap any more/);
  });
});

describe('an example for the nearest article', () => {
  it('is the lines to add, and changes nothing by itself', async () => {
    const { place } = await ask(inWords);
    await press(place, 'broken-bridge', false);
    const reply = await act((await firstGap()).id, 'example');

    expect(reply).toMatchObject({ kind: 'draft', what: 'example', files: [{ file: 'intents/stale-ticket.yaml' }] });
    expect(reply.kind === 'draft' && parse(reply.files[0]?.text ?? '')).toEqual([inWords]);
    expect((await ask(inWords)).reply).toMatchObject({ answers: [{ article: { id: 'broken-bridge' } }] });
  });

  it('is refused where no article comes near', async () => {
    const { place } = await ask('The gateway refused a stale ticket');
    await press(place, 'stale-ticket', false);
    const gap = await firstGap();

    expect(gap.nearest).toBeUndefined();
    expect(noticeOf(await act(gap.id, 'example'))).toMatch(/^refused: No article comes near it/);
  });
});

describe('what was called no gap', () => {
  it('stays away, and so does what is like it', async () => {
    await ask(triangle);
    expect(noticeOf(await act((await firstGap()).id, 'dismiss'))).toMatch(/^done: Put aside/);
    await ask('tunnel: purple triangle since yesterday');

    expect((await gaps()).gaps).toEqual([]);
  });

  it('comes back when somebody else asks like that, with all that was asked', async () => {
    await ask(triangle);
    await act((await firstGap()).id, 'dismiss');
    await ask('tunnel: purple triangle since yesterday', 'U2');

    expect((await gaps()).gaps).toMatchObject([{ times: 2, people: 2 }]);
    await act((await firstGap()).id, 'dismiss');
    expect((await gaps()).gaps).toEqual([]);
  });

  it('takes nothing else with it', async () => {
    await ask('badge printer prints blank cards');
    await act((await firstGap()).id, 'dismiss');
    await ask(triangle);

    expect((await gaps()).gaps).toMatchObject([{ texts: [triangle] }]);
  });
});

describe('the right article, found by a person', () => {
  it('after a question that was not understood is asked about, and proposed', async () => {
    const { place } = await ask(triangle);
    expect(await say(place, 'article stale-ticket')).toMatchObject({ kind: 'article', isSought: true });
    expect(noticeOf(await desk.confirmArticle({ place, articleId: 'stale-ticket', by: 'U1' }))).toMatch(
      /^done: The question is proposed/,
    );

    expect(await gaps()).toMatchObject({
      gaps: [],
      proposals: [{ text: triangle, article: { articleId: 'stale-ticket' }, because: 'unknown', times: 1 }],
    });
  });

  it('is proposed by “Solved” as well', async () => {
    const { place } = await ask(triangle);
    await say(place, 'article stale-ticket');
    expect(noticeOf(await press(place, 'stale-ticket', true))).toBe(
      'done: Glad it is solved. The question is proposed as an example of this article; a person reviews it.',
    );

    expect((await gaps()).proposals).toHaveLength(1);
  });

  it('after an article that did not help is proposed in its place, not that one', async () => {
    const { place } = await ask(`${bridge} again and again`);
    await press(place, 'broken-bridge', false);
    expect(await say(place, 'article broken-bridge')).not.toHaveProperty('isSought');
    expect(await say(place, 'article stale-ticket')).toHaveProperty('isSought', true);
    await press(place, 'stale-ticket', true);

    expect((await gaps()).proposals).toMatchObject([{ article: { articleId: 'stale-ticket' }, because: 'not-solved' }]);
  });

  it('chosen when the bot had to ask is proposed once it has solved it', async () => {
    const { place } = await ask('GENERAL_NONSUCCESS, and the cat sits on the keyboard');
    await desk.choose(place, 'trust-trouble', 'U1');
    expect((await gaps()).proposals).toEqual([]);
    await press(place, 'trust-trouble', true);

    expect((await gaps()).proposals).toMatchObject([{ article: { articleId: 'trust-trouble' }, because: 'asked' }]);
  });

  it('teaches nothing where the question was a bare error text', async () => {
    const { place } = await ask('GENERAL_NONSUCCESS');
    await desk.choose(place, 'trust-trouble', 'U1');

    expect(noticeOf(await press(place, 'trust-trouble', true))).toBe('done: Glad it is solved.');
    expect((await gaps()).proposals).toEqual([]);
  });

  it('does not settle what was asked later in the same conversation', async () => {
    const { place } = await ask(triangle);
    await desk.confirmArticle({ place, articleId: 'stale-ticket', by: 'U1' });
    now += 60_000;
    await say(place, 'badge printer prints blank cards');

    expect((await gaps()).gaps).toMatchObject([{ texts: ['badge printer prints blank cards'] }]);
  });

  it('is not asked about where nothing went wrong, and “Solved” proposes nothing', async () => {
    const { place } = await ask(bridge);
    expect(await say(place, 'article stale-ticket')).not.toHaveProperty('isSought');
    expect(noticeOf(await press(place, 'broken-bridge', true))).toBe('done: Glad it is solved.');
    expect(noticeOf(await desk.confirmArticle({ place, articleId: 'stale-ticket', by: 'U1' }))).toMatch(/^refused/);

    expect((await gaps()).proposals).toEqual([]);
  });

  it('that did not help after all is not proposed any more, and the question is a gap again', async () => {
    const { place } = await ask(triangle);
    await desk.confirmArticle({ place, articleId: 'stale-ticket', by: 'U1' });
    await press(place, 'stale-ticket', false);

    expect(await gaps()).toMatchObject({ proposals: [], gaps: [{ texts: [triangle] }] });
  });

  it('changes nothing that the bot answers', async () => {
    const before = await ask(triangle);
    await desk.confirmArticle({ place: before.place, articleId: 'stale-ticket', by: 'U1' });

    expect((await ask(triangle)).reply.kind).toBe('unknown');
  });
});

describe('a proposed example', () => {
  const propose = async (by = 'U1') => {
    const { place } = await ask('E0000871 ann@firma.de', by);
    await desk.confirmArticle({ place, articleId: 'stale-ticket', by });
  };
  const firstProposal = async () => (await gaps()).proposals[0]?.id ?? '';

  it('is there once, however often it was proposed', async () => {
    await propose();
    await propose('U2');

    expect((await gaps()).proposals).toMatchObject([{ times: 2, text: 'E0000871 someone@acme.example' }]);
  });

  it('is accepted by its lines, for review', async () => {
    await propose();

    const reply = await act(await firstProposal(), 'example');
    expect(reply).toMatchObject({ kind: 'draft', what: 'example', files: [{ file: 'intents/stale-ticket.yaml' }] });
    expect(reply.kind === 'draft' && parse(reply.files[0]?.text ?? '')).toEqual(['E0000871 someone@acme.example']);
  });

  it('goes when somebody says that it is none; its question is a gap again', async () => {
    await propose();
    await propose('U2');
    expect(noticeOf(await act(await firstProposal(), 'dismiss'))).toBe('done: Not proposed any more.');

    expect(await gaps()).toMatchObject({ proposals: [], gaps: [{ times: 2 }] });
  });

  it('goes once it is learnt', async () => {
    await propose();
    const taught = libraryOf(
      smallArticles,
      smallIntents.map((fields) =>
        fields['id'] === 'stale-ticket' ? { ...fields, signatures: [{ text: 'E0000871' }] } : fields,
      ),
    );
    current = { library: taught, understand: createUnderstand(taught.intents) };

    expect(await gaps()).toMatchObject({ proposals: [], gaps: [] });
  });
});
