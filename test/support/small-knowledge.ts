import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { buildLibrary, type Library } from '../../src/knowledge/library.js';
import type { LibraryFolders } from '../../src/knowledge/load.js';
import { parseArticle, parseIntent } from '../../src/knowledge/parse.js';

/** Fields of an article's front matter or of an intent, as a file has them. */
export type Fields = Readonly<Record<string, unknown>>;

/** The front matter of an article that lacks nothing. */
export function articleFields(id: string, more: Fields = {}): Fields {
  return {
    id,
    version: 1,
    title: `About ${id}`,
    area: 'scim',
    products: ['okta'],
    cause: 'Something is not as it should be.',
    steps: [{ do: 'Look at it.', place: 'okta', expect: 'It is right.' }],
    source: { title: 'Notes', section: 'All' },
    reviewed: '2026-01-31',
    ...more,
  };
}

/** An intent that lacks nothing and leads to the article of the same id; its examples are its own. */
export function intentFields(id: string, more: Fields = {}): Fields {
  const words = id.replaceAll('-', ' ');
  const subjects = [
    'users',
    'the caller',
    'a colleague',
    'our tenant',
    'everybody',
    'one laptop',
    'my phone',
    'the boss',
  ];
  const examples = [...subjects.map((who) => `${who} sees ${words} today`), `${words} again`, `what about ${words}`];
  return { id, title: `Somebody sees ${words}`, leadsTo: { article: id }, examples, ...more };
}

/** The text of `knowledge/<id>.md`. */
export function articleText(fields: Fields, body = 'Background.'): string {
  return `---\n${stringify(fields)}---\n${body}\n`;
}

const shared = { text: 'GENERAL_NONSUCCESS' };
/** Articles and intents of a small helpdesk: two clear problems, two that share an error text, a lookup, the help. */
export const smallArticles: readonly Fields[] = [
  articleFields('broken-bridge', { tellsApart: [{ from: 'stale-ticket', by: 'the bridge names itself' }] }),
  articleFields('stale-ticket'),
  articleFields('routing-trouble'),
  articleFields('trust-trouble'),
];
export const smallIntents: readonly Fields[] = [
  intentFields('broken-bridge', { signatures: [{ text: 'bridge.lost The bridge lost its session' }] }),
  intentFields('stale-ticket', { signatures: [{ text: 'The gateway refused a stale ticket' }] }),
  intentFields('routing-trouble', {
    choice: 'A routing rule sends them',
    question: 'Is a routing rule in play, or device trust?',
    signatures: [{ ...shared, sharedWith: ['trust-trouble'] }],
    facts: { needs: ['routing-rule'], excludes: [], prefers: [] },
  }),
  intentFields('trust-trouble', {
    question: 'Is a routing rule in play, or device trust?',
    signatures: [{ ...shared, sharedWith: ['routing-trouble'] }],
    facts: { needs: ['device-trust'], excludes: [], prefers: [] },
  }),
  intentFields('lookup-token', {
    leadsTo: { lookup: 'token', byHand: [{ place: 'okta', where: 'Security → API', look: 'Expires' }] },
    signatures: [{ text: 'how long does the integration token live' }],
  }),
  intentFields('help', { leadsTo: 'help', signatures: [{ text: 'please show me your manual' }] }),
  intentFields('unrelated', {
    leadsTo: 'nothing',
    examples: [
      'lunch at twelve',
      'who has the keys of the car',
      'the printer is out of paper',
      'happy birthday',
      'see you on monday',
      'is there cake left in the kitchen',
      'please water the plants',
      'the train is late again',
      'nice weather',
      'good morning',
    ],
  }),
];

/** A library built from such fields; throws when they do not fit together. */
export function libraryOf(articles = smallArticles, intents = smallIntents): Library {
  const parsed = {
    articles: articles.map((fields) => parseArticle(`knowledge/${String(fields['id'])}.md`, articleText(fields))),
    intents: intents.map((fields) => parseIntent(`intents/${String(fields['id'])}.yaml`, stringify(fields))),
  };
  const faults = [...parsed.articles, ...parsed.intents].flatMap((result) => (result.ok ? [] : result.faults));
  const built = buildLibrary(
    parsed.articles.flatMap((result) => (result.ok ? [result.sourced] : [])),
    parsed.intents.flatMap((result) => (result.ok ? [result.sourced] : [])),
  );
  if (!built.ok) faults.push(...built.faults);
  if (faults.length > 0 || !built.ok) throw new Error(JSON.stringify(faults));
  return built.library;
}

/** Writes such fields as the files of a library into a folder. */
export async function writeLibrary(
  folder: string,
  articles = smallArticles,
  intents = smallIntents,
): Promise<LibraryFolders> {
  const folders = { knowledge: join(folder, 'knowledge'), intents: join(folder, 'intents') };
  await Promise.all(Object.values(folders).map((path) => mkdir(path, { recursive: true })));
  await Promise.all([
    ...articles.map((fields) => writeFile(join(folders.knowledge, `${String(fields['id'])}.md`), articleText(fields))),
    ...intents.map((fields) => writeFile(join(folders.intents, `${String(fields['id'])}.yaml`), stringify(fields))),
  ]);
  return folders;
}
