import { describe, expect, it } from 'vitest';
import { loadLibrary } from '../../../src/knowledge/load.js';
import { createUnderstand } from '../../../src/understanding/index.js';
import { misreadFinder } from '../../../src/understanding/signatures/misread.js';

const { intents } = await loadLibrary({ knowledge: 'knowledge', intents: 'intents' });
const findMisread = misreadFinder(intents.values());
const understand = createUnderstand(intents);
const errorTexts = [...intents.values()].flatMap(({ id, signatures }) =>
  signatures.map(({ text, sharedWith = [] }) => ({ text, ids: [id, ...sharedWith] })),
);

/** What print too small for the reader makes of a letter. */
const taken: Readonly<Record<string, string>> = {
  e: 'c',
  o: '0',
  i: '1',
  n: 'r',
  t: 'f',
  s: '5',
  a: 'o',
  m: 'rn',
  d: 'cl',
};

/** Every third letter that can be taken for another one is, every fourth space is lost, and a line is broken. */
function badlyRead(text: string): string {
  let letters = 0;
  let spaces = 0;
  const read = text.replace(/[eointsamd ]/g, (letter) => {
    if (letter !== ' ') return ++letters % 3 === 0 ? (taken[letter] ?? letter) : letter;
    spaces += 1;
    return spaces % 4 === 0 ? '' : spaces % 3 === 0 ? '\n' : ' ';
  });
  return `9:41\n${read}\nOK`;
}

describe('an error text that is hardly legible', () => {
  it.each(errorTexts)('is among what is offered: $text', ({ text, ids }) => {
    const { decision, intents: offered } = understand(badlyRead(text));
    expect(decision).not.toBe('none');
    expect(offered.filter(({ id }) => ids.includes(id))).not.toEqual([]);
  });

  it('is answered when the words say the same', () => {
    const {
      decision,
      intents: [first],
    } = understand('Okta is the IdP of Access: fcderatlom Arfifocf rol f0umd after the Okta password');
    expect({ decision, id: first?.id }).toEqual({ decision: 'answer', id: 'federation-artifact-not-found' });
    expect(first?.evidence[0]).toMatch(/^nearly matches the error text/);
  });

  it('is nothing to speak of unasked', () => {
    expect(understand('ID riot foumd', { surface: 'channel' }).decision).toBe('none');
  });

  it('of two problems is asked about', () => {
    const { decision, intents: offered } = understand('GFNFRAI_N0N5UCCF55');
    expect(decision).toBe('ask');
    expect(offered.map(({ id }) => id).sort()).toEqual([
      'device-trust-general-nonsuccess',
      'routing-rules-general-nonsuccess',
    ]);
  });
});

describe('what is no misreading', () => {
  it.each([
    'The required field “Topic” is missing',
    'GENERAL_NONSUCCESSFULLYDONE',
    'lunch at 12?',
    'printer on 3rd floor is out of toner again',
    'Please remember to lock your screens when you leave the desk, we have visitors on the floor all week.',
    '',
    '😀😀',
  ])('%j', (text) => {
    expect(findMisread(text)).toEqual([]);
  });
});

it('takes the text that explains more letters first', () => {
  const [first] = findMisread(
    'Errcrs rcpcrted by rem0te scrver: Uscr creaticn is nct suppcrted fcr spec1fied directcry id. IDP nct fcund',
  );
  expect(first?.intents).toEqual(['scim-user-creation-not-supported']);
});
