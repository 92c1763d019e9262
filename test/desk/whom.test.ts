import { describe, expect, it } from 'vitest';
import { isLogin, nameAlone, whomIn } from '../../src/desk/whom.js';
import { extractEntities } from '../../src/understanding/entities.js';

const whom = (text: string) => whomIn(text, extractEntities(text).users);
const alone = (text: string) => nameAlone(text, extractEntities(text).users);

describe('whom a text is about', () => {
  it.each([
    ['why can’t ann@acme.example sign in?', 'ann@acme.example'],
    ['is <@U02AB3CD4> locked', '<@U02AB3CD4>'],
    ['check EMEA\\cdupont in both systems', 'EMEA\\cdupont'],
    ['status of jdoe', 'jdoe'],
    ['is k.amin locked', 'k.amin'],
    ['can ev.novak log in at the moment?', 'ev.novak'],
    ['anything in the okta log for jdoe?', 'jdoe'],
    ['what about jdoe?', 'jdoe'],
    ['is jdoe’s iPad enrolled?', 'jdoe'],
    ["what's up with jdoe's account", 'jdoe'],
    ['Has the account hr-kiosk04 been suspended?', 'hr-kiosk04'],
    ['Login is lviklund. Locked?', 'lviklund'],
    ['locked out? lee.wong', 'lee.wong'],
    ['active? hbecker', 'hbecker'],
    ['User: t.abebe\nRequest: verify account state', 't.abebe'],
    ['Is there a lock on my user, name g.pavic?', 'g.pavic'],
    ['does "n.patel" exist', 'n.patel'],
  ])('%j: %s', (text, name) => {
    expect(whom(text)).toEqual({ kind: 'one', name });
  });

  it.each([
    'is it locked?',
    'check user',
    'who is locked out right now',
    'when does the okta api token expire?',
    'is Maria Gonzalez active in Okta?',
    'is everybody able to sign in',
    'the app okta.com says e.g. idp.xml is missing',
    'what was the last failed sign-in in our tenant',
    'does SCIM work for anybody',
    'check federationArtifact.not.found',
    'tell me about the certificate',
    '',
    '????',
  ])('%j: nobody', (text) => {
    expect(whom(text)).toEqual({ kind: 'nobody' });
  });

  it.each(['check me', 'am I locked out', 'my devices', 'is my phone compliant', 'why can’t I sign in'])(
    '%j: the asker',
    (text) => {
      expect(whom(text)).toEqual({ kind: 'asker' });
    },
  );

  it.each(['my user cannot sign in', 'show me the last failure', 'my manager asks why'])(
    '%j is not about the asker',
    (text) => {
      expect(whom(text)).toEqual({ kind: 'nobody' });
    },
  );

  it('never guesses between several', () => {
    expect(whom('who of these is locked: s.ahmed, t.oduya, h.larsson')).toEqual({
      kind: 'several',
      names: ['s.ahmed', 't.oduya', 'h.larsson'],
    });
    expect(whom('ann@acme.example and ben@acme.example cannot sign in')).toEqual({
      kind: 'several',
      names: ['ann@acme.example', 'ben@acme.example'],
    });
    expect(whom('is JDOE@acme.example the same as jdoe@acme.example')).toMatchObject({ kind: 'one' });
  });

  it.each([
    ['words', 'check '.repeat(100_000)],
    ['one word', 'a'.repeat(1_000_000)],
    ['dots', 'a.'.repeat(500_000)],
    ['quotes', '"'.repeat(1_000_000)],
    ['hyphens', '-'.repeat(1_000_000)],
  ])('is found in linear time among a megabyte of %s', (_what, text) => {
    const start = performance.now();
    whom(text);
    nameAlone(text, []);
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

describe('an answer to “whose?”', () => {
  it.each([
    ['jdoe', 'jdoe'],
    ['ann@acme.example', 'ann@acme.example'],
    ['it’s for jdoe', 'jdoe'],
    ['<@U02AB3CD4> please', '<@U02AB3CD4>'],
    ['user k.amin', 'k.amin'],
    ['and what about ben@acme.example?', 'ben@acme.example'],
  ])('%j names %s', (text, name) => {
    expect(alone(text)).toEqual({ kind: 'one', name });
  });

  it.each(['thanks', 'it works', 'ann@acme.example says the iPad is unmanaged', 'no idea', '', 'the token'])(
    '%j names nobody',
    (text) => {
      expect(alone(text)).toEqual({ kind: 'nobody' });
    },
  );
});

it.each(['okta', 'it', 'again', 'IDP', 'okta.com', 'ios17', 'Ann'])('%j is nobody’s login', (word) => {
  expect(isLogin(word)).toBe(false);
});
