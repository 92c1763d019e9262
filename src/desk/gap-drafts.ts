import type { Library } from '../knowledge/library.js';
import { fold } from '../model/fold.js';
import { extractEntities } from '../understanding/entities.js';
import type { Likeness } from '../understanding/likeness.js';
import { words } from '../understanding/tokens.js';
import type { Gap } from './gaps.js';
import { ordinaryWords } from './ordinary-words.js';

/** A file, or lines of one, for a person to review. */
export interface DraftFile {
  /** As people know it: `intents/idp-not-found.yaml`. */
  readonly file: string;
  readonly text: string;
}

/** More error texts than these are no error texts but a log. */
const mostErrorTexts = 5;

/** The files of a new article and its intent, made of what is known of a gap. `today` is YYYY-MM-DD. */
export async function draftOfGap(
  { texts, nearest }: Gap,
  { library, likeness, today }: { readonly library: Library; readonly likeness: Likeness; readonly today: string },
): Promise<readonly DraftFile[]> {
  // With it comes the YAML library, which no start waits for.
  const { draftArticle } = await import('../knowledge/draft.js');
  const near = library.articles.get(nearest?.articleId ?? '');
  return draftArticle({
    id: freeId(texts[0] ?? '', library, likeness),
    questions: newTo(texts, library),
    errorTexts: errorTextsIn(texts, library),
    products: [...new Set(texts.flatMap((text) => extractEntities(text).products))].sort(),
    ...(near === undefined ? {} : { nearest: near }),
    today,
  });
}

/** Texts to become examples of an article, and the file they belong in. */
export interface NewExamples {
  readonly file: string;
  readonly texts: readonly string[];
}

/** The texts that are not yet examples of anything; undefined where none is left, or nothing leads to the article. */
export function newExamples(texts: readonly string[], articleId: string, library: Library): NewExamples | undefined {
  const file = intentFileOf(articleId, library);
  const fresh = newTo(texts, library);
  return file === undefined || fresh.length === 0 ? undefined : { file, texts: fresh };
}

/** The lines to add for them, as they stand in the file. */
export async function exampleLines({ file, texts }: NewExamples): Promise<DraftFile> {
  const { exampleItem } = await import('../knowledge/draft.js');
  return { file, text: `${texts.map((text) => exampleItem(text, '  ')).join('\n')}\n` };
}

/** The file of the intent that leads to an article. */
function intentFileOf(articleId: string, { intents }: Library): string | undefined {
  const own = [...intents.values()].find(
    ({ leadsTo }) => typeof leadsTo === 'object' && 'article' in leadsTo && leadsTo.article === articleId,
  );
  return own && `intents/${own.id}.yaml`;
}

/** The texts that no intent has as an example: one phrasing cannot mean two things. */
function newTo(texts: readonly string[], { intents }: Library): readonly string[] {
  const known = new Set(
    [...intents.values()].flatMap(({ examples, vague }) =>
      [...examples, ...vague.map(({ text }) => text)].map((text) => fold(text)),
    ),
  );
  return texts.filter((text) => fold(text) !== '' && !known.has(fold(text)));
}

/** Error codes, and what people put between quotation marks, that no intent lists yet. */
function errorTextsIn(texts: readonly string[], { intents }: Library): readonly string[] {
  const known = new Set([...intents.values()].flatMap(({ signatures }) => signatures.map(({ text }) => fold(text))));
  const found = texts.flatMap((text) => [
    ...extractEntities(text).errorCodes,
    ...[...text.matchAll(/[“"„]([^“”"„\n]{12,200})[”"“]/g)].flatMap(([, inside = '']) =>
      words(inside).length >= 3 ? [inside.trim()] : [],
    ),
  ]);
  const byFold = new Map(found.map((text) => [fold(text), text]));
  return [...byFold]
    .filter(([folded, text]) => text.length >= 6 && /(?:[a-z0-9].*){4}/.test(folded) && !known.has(folded))
    .map(([, text]) => text)
    .slice(0, mostErrorTexts);
}

/** An id of the words that say most, that no article, intent or draft has. */
function freeId(text: string, { articles, intents, drafts }: Library, likeness: Likeness): string {
  const plain = words(text).filter((word) => /^[a-z][a-z0-9]{2,20}$/.test(word) && !ordinaryWords.has(word));
  const telling = likeness.tellingWords(plain.join(' '), 4).join('-') || 'new-problem';
  const taken = new Set([...articles.keys(), ...intents.keys(), ...drafts.map(({ id }) => id)]);
  let id = telling;
  for (let number = 2; taken.has(id); number += 1) id = `${telling}-${number}`;
  return id;
}
