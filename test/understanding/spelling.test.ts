import { describe, expect, it } from 'vitest';
import { speller } from '../../src/understanding/spelling.js';

const field = ['kerberos', 'federation', 'artifact', 'provisioning', 'managed', 'trust', 'loop'];
const known = new Set(['manager', 'yesterday', 'trusts']);
const respell = speller(
  () => field,
  (word) => known.has(word),
);

describe('a word of the field', () => {
  it.each([
    ['with a letter lost', 'kerbros', 'kerberos'],
    ['with a letter too many', 'kerrberos', 'kerberos'],
    ['with another letter', 'artefact', 'artifact'],
    ['with two letters exchanged', 'mangaed', 'managed'],
    ['read off a screen', 'fed3ration', 'federation'],
    ['of many letters, with two slips', 'fedaratoin', 'federation'],
    ['of many letters, two of them lost', 'provisonng', 'provisioning'],
    ['spelt right', 'trust', 'trust'],
  ])('%s is put right', (_how, written, meant) => {
    expect(respell(written)).toBe(meant);
  });

  it('of few letters is left alone: it has too many neighbours', () => {
    expect(respell('loap')).toBe('loap');
  });
});

describe('any other word', () => {
  it.each(['manager', 'trusts', 'yesterday', 'holiday', 'mistrustful', 'артефакт', '', 'a1b2c3d4e5f6', 'kerberos-5'])(
    'stays as it is: %j',
    (word) => {
      expect(respell(word)).toBe(word);
    },
  );

  it('two slips from a short word of the field stays as it is', () => {
    expect(respell('menagad')).toBe('menagad');
  });
});

it('asks for the words of the field with the first word that is not known', () => {
  let asked = 0;
  const respellLate = speller(
    () => {
      asked += 1;
      return field;
    },
    (word) => word === 'hello',
  );
  respellLate('hello');
  expect(asked).toBe(0);
  respellLate('kerbros');
  respellLate('artefact');
  expect(asked).toBe(1);
});
