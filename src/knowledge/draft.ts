import { stringify } from 'yaml';
import type { Article } from '../model/article.js';
import type { Product } from '../model/system.js';
import type { LibraryFile } from './load.js';
import { todo } from './unfinished.js';

/** What is known of a problem that has no article yet. */
export interface DraftedProblem {
  /** An id that no article and no intent has. */
  readonly id: string;
  /** How people asked about it, each once, without their names. */
  readonly questions: readonly string[];
  /** Error texts in the questions that no intent lists. */
  readonly errorTexts: readonly string[];
  readonly products: readonly Product[];
  /** The article that comes nearest. */
  readonly nearest?: Pick<Article, 'id' | 'area'>;
  /** YYYY-MM-DD. */
  readonly today: string;
}

/** An intent has at least so many examples. */
const leastExamples = 10;
/** Longer lists of one problem teach little more, and nobody reviews them. */
const mostExamples = 25;

/**
 * The files of a new article and its intent. Both are valid; every place that only a person can fill begins with `TODO`,
 * and until none does, the library leaves them out. Pure.
 */
export function draftArticle(problem: DraftedProblem): readonly [article: LibraryFile, intent: LibraryFile] {
  const { id } = problem;
  return [
    { file: `knowledge/${id}.md`, text: articleText(problem) },
    { file: `intents/${id}.yaml`, text: intentText(problem) },
  ];
}

const untilThen = '# A draft: the bot leaves it out as long as a value here or in';

function articleText({ id, questions, products, nearest, today }: DraftedProblem): string {
  const asked = oneLine(questions[0] ?? '').slice(0, 200);
  const neighbour =
    nearest === undefined
      ? []
      : [
          'tellsApart:',
          `  - from: ${nearest.id}`,
          `    by: ${quoted(`${todo}: what to look at, and which way it points; or take this neighbour out.`)}`,
        ];
  return [
    '---',
    '# yaml-language-server: $schema=../schemas/article.schema.json',
    `${untilThen} intents/${id}.yaml begins with ${todo}.`,
    `id: ${id}`,
    'version: 1',
    `title: ${quoted(`${todo}: what is wrong, in one line. Asked was “${asked}”`)}`,
    `area: ${nearest?.area ?? 'troubleshooting-overview'} # or another one of the schema`,
    `products: [${(products.length === 0 ? (['okta', 'access'] as const) : products).join(', ')}]`,
    `cause: ${quoted(`${todo}: the cause, in one sentence.`)}`,
    'steps:',
    `  - do: ${quoted(`${todo}: what to verify or change, as an instruction.`)}`,
    '    place: okta # whose console',
    `    where: ${quoted(`${todo}: the menu path, labels exactly as shown, joined by →.`)}`,
    `    expect: ${quoted(`${todo}: what one sees when it is right.`)}`,
    `    byHand: ${quoted(`${todo}: why no check can tell; or name the checks that can, instead of this.`)}`,
    ...neighbour,
    'source:',
    `  title: ${quoted(`${todo}: where the facts come from.`)}`,
    `  section: ${quoted(`${todo}: its chapter.`)}`,
    `reviewed: ${today} # the day you compared it with the consoles`,
    '---',
    '',
    `${todo}: background for the curious.`,
    '',
  ].join('\n');
}

function intentText({ id, questions, errorTexts }: DraftedProblem): string {
  const examples = questions.slice(0, mostExamples);
  const missing = Array.from(
    { length: Math.max(0, leastExamples - examples.length) },
    (_, index) => `${todo}: another way to ask it (${examples.length + index + 1})`,
  );
  return [
    '# yaml-language-server: $schema=../schemas/intent.schema.json',
    `${untilThen} knowledge/${id}.md begins with ${todo}.`,
    `id: ${id}`,
    `title: ${quoted(`${todo}: what the person means, as a short phrase.`)}`,
    'leadsTo:',
    `  article: ${id}`,
    ...(errorTexts.length === 0
      ? []
      : [
          '# Only what the product itself shows, exactly so.',
          'signatures:',
          ...errorTexts.map((text) => `  - text: ${quoted(text)}`),
        ]),
    '# As people asked. Addresses and hosts were exchanged; take out what else names somebody.',
    'examples:',
    ...[...examples, ...missing].map((text) => exampleItem(text, '  ')),
    '',
  ].join('\n');
}

/** One example as an item of a YAML list, `indent` before its dash; several lines stay readable. */
export function exampleItem(text: string, indent: string): string {
  const clean = inSight(text.replace(/\r\n?/g, '\n'))
    .replace(/[ \t]+$/gm, '')
    .trim();
  if (!clean.includes('\n')) return `${indent}- ${quoted(clean)}`;
  const [first = '', ...rest] = stringify(clean, { blockQuote: 'literal', lineWidth: 0 }).trimEnd().split('\n');
  return [`${indent}- ${first}`, ...rest.map((line) => (line === '' ? '' : `${indent}  ${line}`))].join('\n');
}

/** Without what a reviewer does not see, or sees in another order or line than a parser does. */
function inSight(text: string): string {
  return text.replace(/[\u0085\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/g, '');
}

function quoted(text: string): string {
  return stringify(inSight(text), { defaultStringType: 'QUOTE_DOUBLE', lineWidth: 0 }).trimEnd();
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
