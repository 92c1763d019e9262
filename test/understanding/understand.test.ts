import { beforeAll, describe, expect, it } from 'vitest';
import { loadLibrary } from '../../src/knowledge/load.js';
import type { Understand, Understanding } from '../../src/model/understanding.js';
import { createUnderstand, examplesOf, learn } from '../../src/understanding/index.js';
import { libraryOf } from '../support/small-knowledge.js';

const { intents } = await loadLibrary({ knowledge: 'knowledge', intents: 'intents' });
let understand: Understand;
beforeAll(() => {
  understand = createUnderstand(intents);
});

const ids = ({ intents: ranked }: Understanding) => ranked.map(({ id }) => id);
const artifact = 'federation-artifact-not-found';
const nonsuccess = ['device-trust-general-nonsuccess', 'routing-rules-general-nonsuccess'];

describe('an error code that nobody knows', () => {
  it.each([
    'user sent this: Okta. Your account is locked. Please contact your administrator. Error code: E0000069',
    'Your account is locked, contact your administrator for assistance. EO000069',
  ])('is never answered by what the words around it sound like: %s', (text) => {
    expect(understand(text)).toMatchObject({ entities: { errorCodes: [expect.stringMatching(/^E[0O]000069$/)] } });
    expect(understand(text).decision).not.toBe('answer');
  });
});

describe('an error text', () => {
  it.each([
    ['as shown', 'federationArtifact.not.found Federation Artifact not found'],
    ['in other case', 'FEDERATIONARTIFACT.NOT.FOUND'],
    ['in other quotes', '“Federation Artifact” ‘not found’'],
    ['with other dashes and spaces', 'Federation–Artifact —  not\u00a0found'],
    ['over several lines', 'Federation\r\nArtifact\r\nnot\r\nfound'],
    ['misread from a screenshot', 'Federat1on Art1fact n0t f0und'],
    ['with a letter lost and one doubled', 'Federaton Artifact not foound'],
    ['with its beginning cut off', 'deration Artifact not found'],
    ['with its end cut off', 'Federation Artifact not fou…'],
    ['in JSON', '{"failureMessage":"federationArtifact.not.found","success":"false"}'],
    [
      'in the middle of prose',
      'since today my colleague sees Federation Artifact not found after the Okta page, any idea?',
    ],
    ['with characters without width', 'Federation\u200b Artifact\u200b not\u200b found'],
  ])('is recognised %s', (_how, text) => {
    expect(understand(text)).toMatchObject({ decision: 'answer', intents: [{ id: artifact }] });
  });

  it('is recognised at the end of a log of a megabyte', () => {
    const line = '2026-03-02 08:00:00,123 INFO  (pool-7) [ACME;-;10.0.0.1] c.v.h.service.Foo - request done in 12 ms\n';
    const understood = understand(`${line.repeat(10_000)}ERROR federationArtifact.not.found\n${line.repeat(500)}`);
    expect(understood).toMatchObject({ decision: 'answer', intents: [{ id: artifact }] });
    expect(understood.excerpt).toContain('federationArtifact.not.found');
  });

  it('counts beside another one: both are answered', () => {
    const understood = understand('first 404.idp.not.found\nthen federationArtifact.not.found');
    expect(understood.decision).toBe('answer');
    expect(ids(understood).sort()).toEqual([artifact, 'idp-not-found']);
  });

  it('is quoted in the evidence, and said to be near when it is only near', () => {
    const evidence = (text: string) => understand(text).intents[0]?.evidence;
    expect(evidence('Federation Artifact not found')).toEqual([
      'matches the error text “Federation Artifact not found”',
    ]);
    expect(evidence('deration Artifact not found')?.[0]).toMatch(
      /^nearly matches the error text “Federation Artifact not found” \(\d\d %\)$/,
    );
  });

  it('that is another of the same template is not quoted as this one', () => {
    for (const text of ['The requested page was not found', 'The required field “Topic” is missing']) {
      const quoted = understand(text, { surface: 'channel' }).intents.flatMap(({ evidence }) => evidence);
      expect(quoted.filter((line) => line.includes('error text'))).toEqual([]);
    }
  });
});

describe('an error text that is part of another', () => {
  it.each(['IDP not found', '404.idp.not.found'])('is known for itself: %s', (text) => {
    expect(understand(text).intents[0]).toMatchObject({
      id: 'idp-not-found',
      evidence: [`matches the error text “${text}”`],
    });
  });
});

describe('an error text that two problems share', () => {
  it('is asked about when nothing decides', () => {
    const understood = understand('GENERAL_NONSUCCESS');
    expect(understood.decision).toBe('ask');
    expect(ids(understood).sort()).toEqual(nonsuccess);
    expect(understood.question).toMatch(/\?$/);
  });

  it.each([
    ['GENERAL_NONSUCCESS, device trust is on', 'device-trust-general-nonsuccess'],
    ['GENERAL_NONSUCCESS when the routing rule sends them to WS1', 'routing-rules-general-nonsuccess'],
    ['GENERAL_NONSUCCESS. No device trust in play, a routing rule is', 'routing-rules-general-nonsuccess'],
    ['GENERAL_NONSUCCESS without any routing rule, it is device trust', 'device-trust-general-nonsuccess'],
  ])('is decided by what the text says: %s', (text, id) => {
    const understood = understand(text);
    expect(understood).toMatchObject({ decision: 'answer', intents: [{ id }] });
    expect(understood.intents[0]?.evidence.join()).toContain('the text also speaks of');
  });

  it('is told as open beside an error text that is clear, once, and not where an answer explains it', () => {
    const both = understand('federationArtifact.not.found\nGENERAL_NONSUCCESS\nGENERAL_NONSUCCESS');
    expect(both).toMatchObject({ decision: 'answer', intents: [{ id: artifact }] });
    expect(both.open?.map((one) => [...one].sort())).toEqual([nonsuccess]);
    expect(understand('federationArtifact.not.found')).not.toHaveProperty('open');
  });

  it('is decided by what was said later in the thread', () => {
    expect(understand('it is about device trust', { context: 'GENERAL_NONSUCCESS' })).toMatchObject({
      decision: 'answer',
      intents: [{ id: 'device-trust-general-nonsuccess' }],
    });
  });
});

describe('an error code that no article names', () => {
  it.each([
    'got E0000099 when logging in',
    'error FOO_NOT_ALLOWED when logging in',
    '<@U123> got ABC_DEF2 when logging in',
    'user sees AUTHN_FAILED_XYZ at sign in',
    'ERROR: SAML_UNKNOWN_SUBJECT when opening the app in Workspace ONE',
    'Ann got FOO_BAR_BAZ on her iPad in Workspace ONE',
    'GENERAL_FAILURE',
  ])('is not known, whatever small words are around it: %s', (text) => {
    const understood = understand(text);
    expect(understood.decision).toBe('none');
    for (const { id } of understood.intents) expect(intents.get(id)?.leadsTo).toHaveProperty('article');
  });

  it('does not hide what else the text says', () => {
    expect(ids(understand('SCIM says WEIRD_NEW_ERROR, required user attributes distinguishedName missing'))).toContain(
      'scim-distinguished-name-missing',
    );
    expect(understand('provisioning fails with WEIRD_NEW_ERROR in scim')).toMatchObject({
      decision: 'ask',
      intents: [
        { evidence: expect.arrayContaining(['no article names the code “WEIRD_NEW_ERROR”']) },
        expect.anything(),
        expect.anything(),
      ],
    });
    expect(understand('last failed event of ann@acme.example, E0000099?')).toMatchObject({
      decision: 'answer',
      intents: [{ id: 'lookup-last-failed-event' }],
    });
  });

  it('is one that articles name only in whole', () => {
    const shown = 'ERR_TOO_MANY_REDIRECTS';
    const evidence = (text: string) => understand(text).intents.flatMap((intent) => intent.evidence);
    expect(evidence(`${shown} on an enrolled iPad`).join()).not.toContain('no article names');
    expect(evidence(`${shown}_AGAIN on an enrolled iPad, loop`).join()).toContain('no article names');
  });
});

describe('an error code with a letter or two beside it', () => {
  it.each([
    '*<@U123> got GENERAL_NONSUCCESS2* when logging in <#C1|general>',
    'XGENERAL_NONSUCCESS',
    'we all get GENERAL_NONSUCCESSES today',
  ])('is asked about as the one it is near to: %s', (text) => {
    const understood = understand(text);
    expect(understood.decision).toBe('ask');
    expect(ids(understood).sort()).toEqual(nonsuccess);
    expect(understood.question).toMatch(/routing rule.*Device Trust|Device Trust.*routing rule/);
    for (const { evidence } of understood.intents)
      expect(evidence).toEqual([expect.stringMatching(/^nearly matches the error text “GENERAL_NONSUCCESS”/)]);
  });

  it('is another word with more', () => {
    const evidence = understand('GENERAL_NONSUCCESSFULLY').intents.flatMap((intent) => intent.evidence);
    expect(evidence.filter((line) => line.includes('error text'))).toEqual([]);
  });

  it('is no reason to speak unasked', () => {
    expect(understand('thanks, XGENERAL_NONSUCCESS', { surface: 'channel' }).decision).toBe('none');
  });
});

describe('a question', () => {
  it('offers nothing only to have a second choice', () => {
    const { decision, intents: choices } = understand('does JumpCloud have something like routing rules too?');
    expect(decision).toBe('ask');
    const [first] = choices;
    for (const { confidence } of choices) expect(confidence).toBeGreaterThan((first?.confidence ?? 0) * 0.04);
  });
});

describe('evidence', () => {
  it('names nobody, and is short enough to read', () => {
    const texts = [...intents.values()].flatMap(({ examples }) => examples.slice(0, 40));
    const lines = texts.flatMap((text) => understand(text).intents.flatMap(({ evidence }) => evidence));
    expect(lines.some((line) => line.includes('someone'))).toBe(true);
    for (const line of lines) {
      expect(line).not.toMatch(/[\n\r]|\w@\w|<@/);
      expect(line.length).toBeLessThan(200);
    }
  });
});

describe('what is said about the set-up', () => {
  it('is a fact, and none when it is denied', () => {
    expect(understand('device trust is on').facts).toContain('device-trust');
    expect(understand('there is no device trust in play').facts).not.toContain('device-trust');
    expect(understand('without any routing rule').facts).not.toContain('routing-rule');
  });

  it('last counts where the two contradict each other', () => {
    const { facts } = understand("it's an unmanaged device", { context: 'login loops on a managed iPad' });
    expect(facts).toContain('unmanaged');
    expect(facts).not.toContain('managed');
    expect(facts).toContain('ios');
  });
});

describe('a text in a channel', () => {
  it.each(['lunch at 12?', 'good morning', '🎉🎉🎉', 'thanks, all good', 'is okta down for lunch too?'])(
    'that is none of our business is left alone: %s',
    (text) => {
      expect(understand(text, { surface: 'channel' }).decision).not.toBe('answer');
    },
  );

  it('that only talks about an error is left alone, and answered when the bot is asked', () => {
    const text = 'thanks, federationArtifact.not.found is solved now';
    expect(understand(text, { surface: 'channel' }).decision).toBe('none');
    expect(understand(text).decision).toBe('answer');
  });
});

describe('whatever comes in', () => {
  const hostile: readonly (readonly [string, string])[] = [
    ['nothing', ''],
    ['spaces', ' \t\r\n '],
    ['emoji', '🎉👩‍💻🇩🇪'],
    ['control characters', '\u0000\u0001\u001b[31m\u007f'],
    ['right-to-left', '\u202eשלום עולם مرحبا'],
    ['half a character', '\ud800 x \udfff'],
    ['binary', Array.from({ length: 5_000 }, (_, n) => String.fromCharCode((n * 7919) % 65_536)).join('')],
    ['nested JSON', '{"a":['.repeat(100_000)],
    ...[
      'a',
      ' ',
      '\n',
      'e\u0301',
      'error failed\n',
      'GENERAL_NONSUCCESS ',
      'Federation Artifact ',
      'fede',
      'not found ',
      'user@a.b ',
    ].map((piece) => [`a megabyte of ${JSON.stringify(piece)}`, piece.repeat(1_000_000 / piece.length)] as const),
  ];
  it.each(hostile)('%s is understood within bounds', (_what, text) => {
    const { decision, intents: ranked, entities, excerpt } = understand(text);
    expect(['answer', 'ask', 'none']).toContain(decision);
    expect(excerpt.length).toBeLessThanOrEqual(2_000);
    expect(ranked.length).toBeLessThanOrEqual(intents.size);
    expect(entities.users.length).toBeLessThanOrEqual(10);
    expect(entities.errorCodes.length).toBeLessThanOrEqual(20);
    for (const { id, confidence, evidence } of ranked) {
      expect(intents.has(id)).toBe(true);
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(1);
      for (const line of evidence) expect(line).toMatch(/^[a-z].*“[\s\S]+”/);
    }
  });

  it('nothing is not recognised, and names nobody near', () => {
    expect(understand('')).toMatchObject({ decision: 'none', intents: [] });
  });

  it('of a longer text than a megabyte both ends are looked at', () => {
    const filler = 'x '.repeat(2_000_000);
    for (const text of [`IDP not found ${filler}`, `${filler} IDP not found`]) {
      expect(ids(understand(text))).toContain('idp-not-found');
    }
  });

  it('a secret is in no part of what was understood', () => {
    const understood = understand(`password: hunter22 federationArtifact.not.found for jdoe@acme.example`);
    expect(JSON.stringify(understood)).not.toContain('hunter22');
    expect(understood).toMatchObject({
      redactions: [{ kind: 'password', count: 1 }],
      entities: { users: ['jdoe@acme.example'] },
    });
  });

  it('the same text is understood the same', () => {
    const text = 'people are sent back and forth between the two login pages on their work iPads';
    const first = understand(text);
    understand('something else entirely');
    expect(understand(text)).toEqual(first);
  });
});

describe('learning', () => {
  const examples = examplesOf(libraryOf().intents.values());

  it('of the same examples gives the same model', () => {
    expect(learn(structuredClone(examples))).toEqual(learn(examples));
  });

  it('takes error texts, examples, vague phrasings and counter-examples, each with what it means', () => {
    const [intent] = libraryOf().intents.values();
    if (intent === undefined) throw new Error('There are intents.');
    const taken = examplesOf([
      {
        ...intent,
        signatures: [{ text: 'Some error', sharedWith: ['other'] }],
        examples: ['an example'],
        vague: [{ text: 'vague', or: ['other', 'third'] }],
        notThis: ['talk', { text: 'not mine', instead: 'other' }],
      },
    ]);
    expect(taken).toEqual([
      { text: 'Some error', labels: [intent.id, 'other'] },
      { text: 'an example', labels: [intent.id] },
      { text: 'vague', labels: [intent.id, 'other', 'third'] },
      { text: 'talk', labels: ['unrelated'] },
      { text: 'not mine', labels: ['other'] },
    ]);
  });
});
