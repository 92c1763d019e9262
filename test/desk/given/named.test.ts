import { describe, expect, it } from 'vitest';
import { givenOf } from '../../../src/desk/given/given.js';
import { namedIn } from '../../../src/desk/given/named.js';
import { createUnderstand, examplesOf, learn } from '../../../src/understanding/index.js';
import { libraryOf } from '../../support/small-knowledge.js';

const library = libraryOf();
const understand = createUnderstand(library.intents, learn(examplesOf(library.intents.values())));
const bridge = 'bridge.lost The bridge lost its session';
const ticket = 'The gateway refused a stale ticket';

function named(words: string, ...pictures: readonly string[]) {
  const files = pictures.map((text, index) => ({ file: `${index}.png`, kind: 'picture' as const, text }));
  const given = givenOf(words, files, understand);
  return namedIn(given, understand(given.text), understand);
}

describe('who is named', () => {
  it('in one of several pictures belongs to what that picture shows', () => {
    expect(named('what is this?', `ann@acme.example\n${bridge}`, ticket)).toEqual({
      users: ['ann@acme.example'],
      of: ['broken-bridge'],
    });
  });

  it('in two pictures belongs to what either shows, each once', () => {
    expect(named('', `ann@acme.example\n${bridge}`, `ANN@acme.example\n${ticket}`, 'GENERAL_NONSUCCESS')).toMatchObject(
      {
        users: [expect.stringMatching(/^ann@acme\.example$/i)],
        of: ['broken-bridge', 'stale-ticket'],
      },
    );
  });

  it('in the words of the message is meant for all pictures, whoever stands in them', () => {
    expect(named('for ben@acme.example please', `ann@acme.example\n${bridge}`, ticket)).toEqual({
      users: ['ben@acme.example'],
    });
  });

  it('in a picture that shows no problem is meant for the others', () => {
    expect(named('', 'Profile of ann@acme.example', bridge)).toEqual({ users: ['ann@acme.example'] });
  });

  it('in a picture with an error that nobody knows is meant for none of the others', () => {
    expect(named('', 'ann@acme.example\nError code: ZORBLAX_MODULE_FAILED', bridge)).toEqual({
      users: ['ann@acme.example'],
      of: [],
    });
  });

  it('without files is meant for all of the text', () => {
    expect(named(`ann@acme.example has ${bridge}\nand ${ticket}`)).toEqual({ users: ['ann@acme.example'] });
  });
});
