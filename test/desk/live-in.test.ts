import { describe, expect, it } from 'vitest';
import { liveIn } from '../../src/desk/live-in.js';
import { createUnderstand, examplesOf, learn } from '../../src/understanding/index.js';
import { articleFields, intentFields, libraryOf, smallArticles, smallIntents } from '../support/small-knowledge.js';

const step = { do: 'Correct the issuer.', place: 'okta', expect: 'It is right.', checks: ['okta-idp-issuer'] };
const library = libraryOf(
  smallArticles.map((fields) =>
    fields['id'] === 'broken-bridge' ? articleFields('broken-bridge', { steps: [step] }) : fields,
  ),
  [
    ...smallIntents,
    intentFields('lookup-status', {
      leadsTo: { lookup: 'check', byHand: [{ place: 'okta', where: 'Directory → People', look: 'Status' }] },
      signatures: [{ text: 'what is wrong with the account' }],
    }),
  ],
);
const knowledge = {
  library,
  understand: createUnderstand(library.intents, learn(examplesOf(library.intents.values()))),
};
const lost = 'bridge.lost The bridge lost its session';
const unasked = { kind: 'live', isRecognised: true } as const;

describe('a line to be proven', () => {
  it('is the article that its text means', () => {
    const line = liveIn(lost, knowledge);

    expect(line).toEqual({ ...unasked, toProve: { live: { articles: ['broken-bridge'] }, redactions: [] } });
  });

  it('is the article whose id it is, and no other in its place', () => {
    const live = { articles: ['broken-bridge'], isWanted: true };

    expect(liveIn(' Broken-Bridge\n', knowledge)).toEqual({ ...unasked, toProve: { live, redactions: [] } });
    expect(liveIn('broken-bridge', knowledge, 'ann')).toMatchObject({
      toProve: { live: { ...live, who: 'ann' }, isExplicit: true },
    });
  });

  it('takes the person in whom the text names, but not as the question', () => {
    const line = liveIn(`${lost} for ann@acme.example`, knowledge);

    expect(line).toMatchObject({ toProve: { live: { articles: ['broken-bridge'], who: 'ann@acme.example' } } });
    expect(line).not.toHaveProperty('toProve.isExplicit');
  });

  it('takes nobody in when the text names two', () => {
    const line = liveIn(`${lost} for ann@acme.example and ben@acme.example`, knowledge);

    expect(line).not.toHaveProperty('toProve.live.who');
  });

  it.each([
    ['an address', 'ann@acme.example\n', undefined, 'ann@acme.example'],
    ['a login in a domain', 'ACME\\ann', undefined, 'ACME\\ann'],
    ['a person apart from the text, and no text', '', 'ann', 'ann'],
    [
      'a question about the person',
      'what is the matter with the account of ann@acme.example',
      undefined,
      'ann@acme.example',
    ],
  ])('is the person: %s', (_what, text, who, expected) => {
    expect(liveIn(text, knowledge, who)).toEqual({
      ...unasked,
      toProve: { live: { articles: [], who: expected }, isExplicit: true, redactions: [] },
    });
  });

  it('is the person and the text where both are said; a person said apart goes before one in the text', () => {
    const line = liveIn(`${lost} for ann@acme.example`, knowledge, 'ben');

    expect(line).toMatchObject({ toProve: { live: { articles: ['broken-bridge'], who: 'ben' }, isExplicit: true } });
  });

  it('says when only the person is looked at, because the text is not recognised', () => {
    expect(liveIn('happy birthday', knowledge, 'ann')).toMatchObject({
      isRecognised: false,
      toProve: { live: { articles: [], who: 'ann' } },
    });
  });

  it('keeps an article without checks where a person is looked at as well', () => {
    const line = liveIn('The gateway refused a stale ticket', knowledge, 'ann');

    expect(line).toMatchObject({ toProve: { live: { articles: ['stale-ticket'], who: 'ann' } } });
  });

  it.each([
    ['a fix without checks', 'The gateway refused a stale ticket', 'answer'],
    ['a text that is not recognised', 'happy birthday', 'unknown'],
    ['one fact', 'how long does the integration token live', 'lookup'],
    ['what the bot can do', 'please show me your manual', 'help'],
  ])('is nothing that can be proven: %s', (_what, text, kind) => {
    expect(liveIn(text, knowledge)).toMatchObject({ kind: 'unproven', reply: { kind } });
  });

  it('says which secrets it holds', () => {
    const line = liveIn(`${lost}\nAuthorization: SSWS 00${'aB3'.repeat(13)}x`, knowledge);

    expect(line).toMatchObject({ toProve: { redactions: [{ count: 1 }] } });
  });
});
