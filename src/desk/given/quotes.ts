import { tellsReason } from '../../lookups/exports/index.js';
import { fold } from '../../model/fold.js';
import type { Reading } from '../../model/reading.js';
import type { Understanding } from '../../model/understanding.js';
import { redact, redactedMark } from '../../understanding/redact.js';
import { type Given, isPastedText, type Part } from './given.js';

const mostQuotes = 3;
const longestQuote = 200;

/**
 * The readings with the lines that matter: those with an error text in them, else the first lines of a picture, so that
 * it can be seen how well it was read. Of a pasted text nothing else is worth saying: it is in sight.
 */
export function quoted(
  { parts }: Given,
  { quotes, intents }: Pick<Understanding, 'quotes' | 'intents'>,
): readonly Reading[] {
  const errorTexts = errorTextsOf(intents);
  return parts.flatMap((part): Reading[] => {
    const { reading } = part;
    if (reading === undefined) return [];
    if (reading.what === 'log' || reading.what === 'unread') return [reading];
    const telling = quotes.filter((quote) => isIn(part.text, quote));
    if (telling.length === 0 && isPastedText(reading)) return [];
    const lines = telling.length > 0 ? telling : firstLines(part);
    return [
      {
        ...reading,
        quotes: lines.slice(0, mostQuotes).map((line) => fieldsOf(line, errorTexts).slice(0, longestQuote)),
      },
    ];
  });
}

/** A quote has no secrets any more, the text has them. */
function isIn(text: string, quote: string): boolean {
  return quote.split(redactedMark).every((piece) => text.includes(piece));
}

/** A member of an object of JSON with a text as its value; the end of the text may be cut off. */
const member = /"(?<name>[^"\\]{1,60})"\s{0,9}:\s{0,9}(?<json>"(?:[^"\\]|\\.){1,1000})(?:"|$)/g;

/**
 * A line of JSON as what its fields say: those with one of the `errorTexts` in them, else those whose name tells a reason.
 * Any other line as it is.
 */
function fieldsOf(line: string, errorTexts: readonly string[]): string {
  const fields = [...line.matchAll(member)].map(({ groups: { name = '', json = '' } = {} }) => ({
    name,
    value: textOfJson(json),
  }));
  const matching = fields.filter(({ value }) => errorTexts.some((text) => fold(value).includes(fold(text))));
  const telling = fields.filter(({ name }) => tellsReason(name));
  const chosen = [matching, telling, fields.length === 1 ? fields : []].find(({ length }) => length > 0) ?? [];
  if (chosen.length === 0) return line;
  return redact(chosen.map(({ name, value }) => `${name}: ${value}`).join(', ')).text;
}

/** The error texts that were found, as the evidence names them. */
function errorTextsOf(intents: Understanding['intents']): readonly string[] {
  return intents.flatMap(({ evidence }) =>
    evidence.flatMap((line) => /error text “(.{1,300})”$/.exec(line)?.[1] ?? []),
  );
}

function textOfJson(json: string): string {
  try {
    return String(JSON.parse(`${json}"`)).replace(/\s+/g, ' ');
  } catch {
    return json.slice(1);
  }
}

function firstLines({ reading, shown }: Part): string[] {
  if (reading?.what !== 'picture' || shown === undefined) return [];
  return shown.text
    .split('\n', 50)
    .map((line) => line.trim())
    .filter((line) => line.length > 2);
}
