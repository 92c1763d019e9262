import type { Article } from '../model/article.js';
import type { Fault } from '../model/errors.js';
import { fold } from '../model/fold.js';
import { type Intent, unrelated } from '../model/intent.js';
import type { Sourced } from './parse.js';
import { type Draft, draftIn } from './unfinished.js';

/** All articles and intents, cross-checked: every reference leads somewhere and no two intents collide. */
export interface Library {
  readonly articles: ReadonlyMap<string, Article>;
  readonly intents: ReadonlyMap<string, Intent>;
  /** The files that still say `TODO`: neither they nor what leads to them is among the others. */
  readonly drafts: readonly Draft[];
}

/**
 * Builds a library, or says everything that does not fit together. What is not finished is left out, with the article
 * or the intent that belongs to it: a draft breaks nothing and is never an answer. Pure: the same files, the same result.
 */
export function buildLibrary(
  allArticles: readonly Sourced<Article>[],
  allIntents: readonly Sourced<Intent>[],
): { readonly ok: true; readonly library: Library } | { readonly ok: false; readonly faults: readonly Fault[] } {
  const { articles, intents, drafts } = finished(allArticles, allIntents);
  const articlesById = byId(articles);
  const intentsById = byId(intents);
  const faults = [
    ...misnamed(articles, '.md'),
    ...misnamed(intents, '.yaml'),
    ...duplicateIds([...articles, ...intents]),
    ...articles.flatMap((article) => articleReferences(article, articlesById, intents)),
    ...intents.flatMap((intent) => intentReferences(intent, articlesById, intentsById)),
    ...unrecognisable(intents),
    ...signatureCollisions(intents),
    ...exampleCollisions(intents),
  ];
  if (faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    library: {
      articles: new Map(articles.map(({ value }) => [value.id, value])),
      intents: new Map(intents.map(({ value }) => [value.id, value])),
      drafts,
    },
  };
}

/** What is finished, and the drafts. An article that only drafts lead to waits for them, and they for it. */
function finished(articles: readonly Sourced<Article>[], intents: readonly Sourced<Intent>[]) {
  const drafts = [...articles, ...intents].flatMap((source) => draftIn(source) ?? []);
  const draftFiles = new Set(drafts.map(({ file }) => file));
  const isDraft = ({ file }: Sourced<unknown>) => draftFiles.has(file);
  const draftArticles = new Set(articles.filter(isDraft).map(({ value }) => value.id));
  const doneIntents = intents.filter((intent) => !isDraft(intent) && !draftArticles.has(articleOf(intent.value) ?? ''));
  const isAwaited = (id: string) =>
    intents.some((intent) => isDraft(intent) && articleOf(intent.value) === id) &&
    !doneIntents.some(({ value }) => articleOf(value) === id);
  return {
    drafts,
    articles: articles.filter((article) => !isDraft(article) && !isAwaited(article.value.id)),
    intents: doneIntents,
  };
}

function articleOf({ leadsTo }: Intent): string | undefined {
  return typeof leadsTo === 'object' && 'article' in leadsTo ? leadsTo.article : undefined;
}

function byId<T extends { id: string }>(sources: readonly Sourced<T>[]): ReadonlyMap<string, Sourced<T>> {
  return new Map(sources.map((source) => [source.value.id, source]));
}

function fault(source: Sourced<unknown>, path: readonly PropertyKey[], message: string): Fault {
  return { file: source.file, line: source.lineOf(path), message };
}

function misnamed(sources: readonly Sourced<{ id: string }>[], extension: string): Fault[] {
  return sources
    .filter(({ file, value }) => !file.endsWith(`/${value.id}${extension}`))
    .map((source) =>
      fault(source, ['id'], `The id "${source.value.id}" and the file name differ; rename one of them.`),
    );
}

/** An article and the intent that leads to it share their id; two of one kind can't. */
function duplicateIds(sources: readonly Sourced<{ id: string }>[]): Fault[] {
  const seen = new Map<string, string>();
  const faults: Fault[] = [];
  for (const source of sources) {
    const key = `${source.file.slice(source.file.lastIndexOf('.'))}:${source.value.id}`;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, source.file);
    else faults.push(fault(source, ['id'], `The id "${source.value.id}" is already used by ${first}.`));
  }
  return faults;
}

function articleReferences(
  article: Sourced<Article>,
  articles: ReadonlyMap<string, Sourced<Article>>,
  intents: readonly Sourced<Intent>[],
): Fault[] {
  const { id, tellsApart } = article.value;
  const faults = tellsApart.flatMap(({ from }, index) => {
    const path = ['tellsApart', index, 'from'];
    if (from === id) return [fault(article, path, 'An article is not told apart from itself.')];
    return articles.has(from) ? [] : [fault(article, path, `There is no article "${from}".`)];
  });
  if (!intents.some(({ value }) => articleOf(value) === id))
    faults.push(fault(article, ['id'], `No intent leads to this article; add intents/${id}.yaml.`));
  return faults;
}

function intentReferences(
  intent: Sourced<Intent>,
  articles: ReadonlyMap<string, Sourced<Article>>,
  intents: ReadonlyMap<string, Sourced<Intent>>,
): Fault[] {
  const faults: Fault[] = [];
  const { notThis, vague, facts, question, questionBetween = [] } = intent.value;
  const article = articleOf(intent.value);
  if (article !== undefined && !articles.has(article)) {
    faults.push(fault(intent, ['leadsTo', 'article'], `There is no article "${article}".`));
  }
  notThis.forEach((counter, index) => {
    if (typeof counter === 'string') return;
    const { instead } = counter;
    if (instead === intent.value.id || !intents.has(instead)) {
      faults.push(fault(intent, ['notThis', index, 'instead'], `There is no other intent "${instead}".`));
    }
  });
  vague.forEach(({ or }, index) => {
    for (const other of or.filter((id) => id === intent.value.id || !intents.has(id))) {
      faults.push(fault(intent, ['vague', index, 'or'], `There is no other intent "${other}".`));
    }
  });
  if (question === undefined && questionBetween.length > 0) {
    faults.push(fault(intent, ['questionBetween'], 'There is no question that could decide; add one.'));
  }
  questionBetween.forEach((other, index) => {
    if (other === intent.value.id || !intents.has(other)) {
      faults.push(fault(intent, ['questionBetween', index], `There is no other intent "${other}".`));
    }
  });
  for (const excluded of facts.excludes) {
    if (facts.needs.includes(excluded) || facts.prefers.includes(excluded)) {
      faults.push(fault(intent, ['facts', 'excludes'], `"${excluded}" can't speak for this intent and rule it out.`));
    }
  }
  return faults;
}

/** The very same error text in two intents is a collision, unless each says that it shares it with the other. */
function signatureCollisions(intents: readonly Sourced<Intent>[]): Fault[] {
  const owners = new Map<string, { source: Sourced<Intent>; index: number }[]>();
  for (const source of intents) {
    source.value.signatures.forEach((signature, index) => {
      const key = keyOf(signature.text);
      const group = owners.get(key);
      if (group === undefined) owners.set(key, [{ source, index }]);
      else group.push({ source, index });
    });
  }
  const faults: Fault[] = [];
  for (const group of owners.values()) {
    for (const { source, index } of group) {
      const path = ['signatures', index, 'text'];
      const others = group
        .filter((other) => other.source !== source || other.index !== index)
        .map((other) => other.source.value.id);
      const declared = source.value.signatures[index]?.sharedWith ?? [];
      if (others.includes(source.value.id)) faults.push(fault(source, path, 'This error text is listed twice here.'));
      for (const other of others.filter((id) => id !== source.value.id && !declared.includes(id))) {
        faults.push(
          fault(
            source,
            path,
            `The intent "${other}" lists the same error text; if both can mean it, name it in sharedWith.`,
          ),
        );
      }
      for (const other of declared.filter((id) => !others.includes(id))) {
        faults.push(
          fault(
            source,
            ['signatures', index, 'sharedWith'],
            `sharedWith names "${other}", which does not list this error text.`,
          ),
        );
      }
    }
  }
  return faults;
}

/** One phrasing can't mean two things, nor be an example and a counter-example of the same intent. */
function exampleCollisions(intents: readonly Sourced<Intent>[]): Fault[] {
  const owners = new Map<string, string>();
  const faults: Fault[] = [];
  for (const source of intents) {
    const phrasings = [
      ...source.value.examples.map((text, index) => ({ text, path: ['examples', index] })),
      ...source.value.vague.map(({ text }, index) => ({ text, path: ['vague', index, 'text'] })),
    ];
    for (const { text, path } of phrasings) {
      const key = keyOf(text);
      const owner = owners.get(key);
      if (owner === undefined) owners.set(key, source.value.id);
      else faults.push(fault(source, path, `"${text}" is already an example of "${owner}".`));
    }
  }
  for (const source of intents) {
    source.value.notThis.forEach((counter, index) => {
      const [text, instead] = typeof counter === 'string' ? [counter, undefined] : [counter.text, counter.instead];
      const owner = owners.get(keyOf(text));
      if (owner !== undefined && owner !== instead && owner !== unrelated) {
        faults.push(fault(source, ['notThis', index], `"${text}" is an example of "${owner}".`));
      }
    });
  }
  return faults;
}

/** What two texts that read alike have in common; text without a letter (an emoji) has nothing to collide by. */
function keyOf(text: string): string {
  return fold(text) || text;
}

/** Texts are compared by their Latin letters and digits; with fewer an error text would never be found. */
const leastLetters = 4;

function unrecognisable(intents: readonly Sourced<Intent>[]): Fault[] {
  return intents.flatMap((source) =>
    source.value.signatures.flatMap(({ text }, index) =>
      (text.normalize('NFKD').match(/[a-z0-9]/gi)?.length ?? 0) >= leastLetters
        ? []
        : [
            fault(
              source,
              ['signatures', index, 'text'],
              `"${text}" has fewer than ${leastLetters} Latin letters or digits and would never be recognised.`,
            ),
          ],
    ),
  );
}
