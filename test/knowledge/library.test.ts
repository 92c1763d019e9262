import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { buildLibrary } from '../../src/knowledge/library.js';
import { type Parsed, parseArticle, parseIntent, type Sourced } from '../../src/knowledge/parse.js';
import type { Fault } from '../../src/model/errors.js';
import {
  articleFields,
  articleText,
  type Fields,
  intentFields,
  libraryOf,
  smallArticles,
  smallIntents,
} from '../support/small-knowledge.js';

interface File {
  readonly name?: string;
  readonly fields: Fields;
}

function sourced<T>(parsed: Parsed<T>): Sourced<T> {
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.sourced;
}

/** What is wrong with these files as a library, and for each fault the line of the file it points at. */
function faultsOf(articles: readonly File[], intents: readonly File[]): (Fault & { readonly quoted: string })[] {
  const texts = new Map<string, string>();
  const nameOf = ({ name, fields }: File, extension: string) => name ?? `${String(fields['id'])}${extension}`;
  const keep = (file: string, text: string) => {
    texts.set(file, text);
    return text;
  };
  const built = buildLibrary(
    articles.map((file) => {
      const path = `knowledge/${nameOf(file, '.md')}`;
      return sourced(parseArticle(path, keep(path, articleText(file.fields))));
    }),
    intents.map((file) => {
      const path = `intents/${nameOf(file, '.yaml')}`;
      return sourced(parseIntent(path, keep(path, stringify(file.fields))));
    }),
  );
  if (built.ok) return [];
  return built.faults.map((fault) => ({ ...fault, quoted: texts.get(fault.file)?.split('\n')[fault.line - 1] ?? '' }));
}

const files = (fields: readonly Fields[]) => fields.map((one) => ({ fields: one }));
const pair = (id: string, intent: Fields = {}, article: Fields = {}) => ({
  article: { fields: articleFields(id, article) },
  intent: { fields: intentFields(id, intent) },
});

describe('a library', () => {
  it('has every article and intent by its id when all fits together', () => {
    const { articles, intents } = libraryOf();
    expect([...articles.keys()]).toEqual(smallArticles.map(({ id }) => id));
    expect([...intents.keys()]).toEqual(smallIntents.map(({ id }) => id));
    expect(articles.get('stale-ticket')?.body).toBe('Background.');
  });

  const one = pair('one-thing');
  const cases: Readonly<
    Record<string, { articles: File[]; intents: File[]; file: string; quoted: string; message: RegExp }>
  > = {
    'an article that no intent leads to': {
      articles: [one.article],
      intents: [],
      file: 'knowledge/one-thing.md',
      quoted: 'id: one-thing',
      message: /No intent leads to this article; add intents\/one-thing\.yaml/,
    },
    'an intent that leads to no article': {
      articles: [],
      intents: [one.intent],
      file: 'intents/one-thing.yaml',
      quoted: '  article: one-thing',
      message: /no article "one-thing"/,
    },
    'an article in a file of another name': {
      articles: [{ ...one.article, name: 'other.md' }],
      intents: [one.intent],
      file: 'knowledge/other.md',
      quoted: 'id: one-thing',
      message: /the file name differ/,
    },
    'an intent in a file of another name': {
      articles: [one.article],
      intents: [{ ...one.intent, name: 'one-thing-2.yaml' }],
      file: 'intents/one-thing-2.yaml',
      quoted: 'id: one-thing',
      message: /the file name differ/,
    },
    'a neighbour that does not exist': {
      articles: [pair('one-thing', {}, { tellsApart: [{ from: 'gone', by: 'x' }] }).article],
      intents: [one.intent],
      file: 'knowledge/one-thing.md',
      quoted: '  - from: gone',
      message: /no article "gone"/,
    },
    'an article told apart from itself': {
      articles: [pair('one-thing', {}, { tellsApart: [{ from: 'one-thing', by: 'x' }] }).article],
      intents: [one.intent],
      file: 'knowledge/one-thing.md',
      quoted: '  - from: one-thing',
      message: /not told apart from itself/,
    },
    'a question that decides between it and an intent that does not exist': {
      articles: [one.article],
      intents: [pair('one-thing', { question: 'Which is it?', questionBetween: ['gone'] }).intent],
      file: 'intents/one-thing.yaml',
      quoted: '  - gone',
      message: /no other intent "gone"/,
    },
    'a question that decides between it and itself': {
      articles: [one.article],
      intents: [pair('one-thing', { question: 'Which is it?', questionBetween: ['one-thing'] }).intent],
      file: 'intents/one-thing.yaml',
      quoted: '  - one-thing',
      message: /no other intent "one-thing"/,
    },
    'neighbours to decide between, and no question': {
      articles: [one.article, pair('other-thing').article],
      intents: [pair('one-thing', { questionBetween: ['other-thing'] }).intent, pair('other-thing').intent],
      file: 'intents/one-thing.yaml',
      quoted: '  - other-thing',
      message: /no question that could decide/,
    },
    'a counter-example of an intent that does not exist': {
      articles: [one.article],
      intents: [pair('one-thing', { notThis: ['fine', { text: 'some text', instead: 'gone' }] }).intent],
      file: 'intents/one-thing.yaml',
      quoted: '    instead: gone',
      message: /no other intent "gone"/,
    },
    'a counter-example that belongs here all the same': {
      articles: [one.article],
      intents: [pair('one-thing', { notThis: [{ text: 'some text', instead: 'one-thing' }] }).intent],
      file: 'intents/one-thing.yaml',
      quoted: '    instead: one-thing',
      message: /no other intent "one-thing"/,
    },
    'a vague phrasing between this and nothing': {
      articles: [one.article],
      intents: [pair('one-thing', { vague: [{ text: 'it is odd', or: ['gone'] }] }).intent],
      file: 'intents/one-thing.yaml',
      quoted: '      - gone',
      message: /no other intent "gone"/,
    },
    'a fact that speaks for an intent and rules it out': {
      articles: [one.article],
      intents: [pair('one-thing', { facts: { needs: ['scim'], excludes: ['scim'], prefers: [] } }).intent],
      file: 'intents/one-thing.yaml',
      quoted: '    - scim',
      message: /can't speak for this intent and rule it out/,
    },
    'an error text that could never be found': {
      articles: [one.article],
      intents: [pair('one-thing', { signatures: [{ text: 'ошибка входа' }] }).intent],
      file: 'intents/one-thing.yaml',
      quoted: '  - text: ошибка входа',
      message: /fewer than 4 Latin letters/,
    },
    'an error text listed twice': {
      articles: [one.article],
      intents: [pair('one-thing', { signatures: [{ text: 'It is broken' }, { text: '“It is BROKEN!”' }] }).intent],
      file: 'intents/one-thing.yaml',
      quoted: '  - text: It is broken',
      message: /listed twice here/,
    },
    'a counter-example that is an example': {
      articles: [one.article],
      intents: [pair('one-thing', { notThis: ['One-thing, again!'] }).intent],
      file: 'intents/one-thing.yaml',
      quoted: '  - One-thing, again!',
      message: /is an example of "one-thing"/,
    },
    'the same phrasing twice': {
      articles: [one.article],
      intents: [pair('one-thing', { vague: [{ text: 'what about one thing?', or: ['one-thing'] }] }).intent],
      file: 'intents/one-thing.yaml',
      quoted: '  - text: what about one thing?',
      message: /already an example of "one-thing"/,
    },
  };
  it.each(Object.entries(cases))(
    'is refused for %s, with file and line',
    (_what, { articles, intents, file, quoted, message }) => {
      const faults = faultsOf(articles, intents);
      expect(faults).toContainEqual(expect.objectContaining({ file, quoted, message: expect.stringMatching(message) }));
    },
  );

  it('is refused for an id used twice, naming both files', () => {
    const faults = faultsOf([one.article], [one.intent, { ...one.intent, name: 'copy.yaml' }]);
    expect(faults.map(({ message }) => message)).toContain(
      'The id "one-thing" is already used by intents/one-thing.yaml.',
    );
  });

  describe('in which two intents list the same error text', () => {
    const two = (first: readonly string[] | undefined, second: readonly string[] | undefined) => {
      const signature = (text: string, sharedWith?: readonly string[]) => ({
        signatures: [{ text, ...(sharedWith && { sharedWith }) }],
      });
      const a = pair('a-thing', signature('Access denied: 7', first));
      const b = pair('b-thing', signature('access denied – 7', second));
      return faultsOf([a.article, b.article], [a.intent, b.intent]).map(({ file, message }) => `${file} ${message}`);
    };

    it('is fine when each says that it shares it', () => {
      expect(two(['b-thing'], ['a-thing'])).toEqual([]);
    });
    it('is refused in both places when neither says so', () => {
      expect(two(undefined, undefined)).toEqual([
        expect.stringMatching(/^intents\/a-thing\.yaml .*"b-thing" lists the same error text/),
        expect.stringMatching(/^intents\/b-thing\.yaml .*"a-thing" lists the same error text/),
      ]);
    });
    it('is refused in the place that does not say so', () => {
      expect(two(['b-thing'], undefined)).toEqual([
        expect.stringMatching(/^intents\/b-thing\.yaml .*name it in sharedWith/),
      ]);
    });
    it('is refused when one is named that does not list it', () => {
      expect(two(['b-thing', 'c-thing'], ['a-thing'])).toEqual([
        expect.stringMatching(/^intents\/a-thing\.yaml sharedWith names "c-thing"/),
      ]);
    });
  });

  it('refuses one phrasing for two intents', () => {
    const a = pair('a-thing');
    const b = pair('b-thing', { examples: [...(a.intent.fields['examples'] as string[])] });
    expect(
      faultsOf([a.article, b.article], [a.intent, b.intent]).filter(({ file }) => file === 'intents/b-thing.yaml'),
    ).toHaveLength(10);
  });

  it('takes phrasings without a letter, each as its own', () => {
    const emoji = pair('a-thing', { notThis: ['🎉🎉', '👍👍'] });
    expect(faultsOf([emoji.article], [emoji.intent])).toEqual([]);
  });

  it('takes an example of another intent as a counter-example that says so', () => {
    const a = pair('a-thing');
    const b = pair('b-thing', { notThis: [{ text: 'a thing again', instead: 'a-thing' }] });
    expect(faultsOf([a.article, b.article], [a.intent, b.intent])).toEqual([]);
  });

  it('names everything that is wrong at once', () => {
    const faults = faultsOf(
      [pair('a-thing').article, { fields: articleFields('b-thing'), name: 'c.md' }],
      [{ fields: intentFields('d-thing') }],
    );
    expect(new Set(faults.map(({ file }) => file))).toEqual(
      new Set(['knowledge/a-thing.md', 'knowledge/c.md', 'intents/d-thing.yaml']),
    );
  });

  it('is the same for the same files', () => {
    expect(libraryOf()).toEqual(libraryOf());
    expect(files(smallIntents)).toHaveLength(libraryOf().intents.size);
  });
});
