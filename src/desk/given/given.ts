import { readExportedLog } from '../../lookups/exports/index.js';
import { counted, moment } from '../../lookups/wording/time.js';
import type { ExportedFailure, ExportedLog } from '../../model/exported-log.js';
import type { FullText, Reading } from '../../model/reading.js';
import { productNames } from '../../model/system.js';
import type { RankedIntent, Understand, Understanding } from '../../model/understanding.js';
import { redact, redactedMark } from '../../understanding/redact.js';
import type { Reply } from '../reply.js';
import type { ReadFile } from './read-files.js';

/** A question's words and files as one text. */
export interface Given {
  /** What is to be understood. In the place of an exported log stands what failed in it. May hold secrets. */
  readonly text: string;
  readonly logs: readonly ExportedLog[];
  /** What was made of each file and log, without the quotes, which come of understanding. */
  readonly readings: readonly Reading[];
  /** What was read in files, to be shown on request; `whole` is as it was read, and may hold secrets. */
  readonly texts: readonly (FullText & { readonly whole: string })[];
}

/** Longest text that is kept to be shown, in characters of one file. */
const longestShown = 20_000;
const mostQuotes = 3;
const longestQuote = 200;
/** Failures that a reading names. */
const mostNamed = 5;

/** Puts together what was written and what was read in the files beside it. Pure. */
export function givenOf(words: string, files: readonly ReadFile[], understand: Understand): Given {
  const pasted = readExportedLog(words, understand);
  const read = files.map((file) => partOf(file, understand));
  const parts = [pasted === undefined ? { text: words, readings: [], texts: [] } : ofLog(pasted), ...read];
  return {
    text: parts.flatMap(({ text }) => (text.trim() === '' ? [] : [text])).join('\n'),
    logs: parts.flatMap(({ log }) => log ?? []),
    readings: parts.flatMap(({ readings }) => readings),
    texts: parts.flatMap(({ texts }) => texts),
  };
}

interface Part {
  readonly text: string;
  readonly log?: ExportedLog;
  readonly readings: readonly Reading[];
  readonly texts: Given['texts'];
}

function partOf(read: ReadFile, understand: Understand): Part {
  const { file } = read;
  if (read.kind === 'unread') {
    return { text: '', readings: [{ file, what: 'unread', said: read.why, quotes: [] }], texts: [] };
  }
  const log = read.kind === 'text' ? readExportedLog(read.text, understand) : undefined;
  if (log !== undefined) return ofLog(log, file);
  // Redacted before it is cut: half a secret is not recognised.
  const shown = redact(read.text.slice(0, 10 * longestShown)).text;
  const said = `${read.kind === 'picture' ? 'A picture with ' : ''}${counted(linesIn(read.text), 'line')} of text.`;
  return {
    text: read.text,
    readings: [{ file, what: read.kind, said, quotes: [] }],
    texts: [
      { file, text: shown.length > longestShown ? `${shown.slice(0, longestShown)}\n…` : shown, whole: read.text },
    ],
  };
}

/** A log is told by its fields; all of it as text would drown them. */
function ofLog({ log, around }: { readonly log: ExportedLog; readonly around: string }, file?: string): Part {
  const quotes = log.failures.slice(0, mostNamed).map(failureLine);
  return {
    text: [around, ...log.failures.map(({ what, reason }) => `${what}: ${reason}`)].join('\n'),
    log,
    readings: [{ ...(file === undefined ? {} : { file }), what: 'log', said: logSentence(log), quotes }],
    texts: [],
  };
}

/** `Okta’s System Log: 120 events, 2026-11-24 09:00 to 10:00 UTC, 3 failed.` */
function logSentence({ systems, events, unreadable, from, to, failures }: ExportedLog): string {
  const of = systems.map((system) =>
    system === 'okta' ? 'Okta’s System Log' : `the audit of ${productNames[system]}`,
  );
  const failed = failures.reduce((sum, { times }) => sum + times, 0);
  const name = of.join(' and ');
  return [
    `${name.charAt(0).toUpperCase()}${name.slice(1)}: ${counted(events, 'event')}`,
    from === undefined || to === undefined ? '' : `, ${span(from, to)}`,
    failed === 0 ? '; none failed.' : `; ${failed} failed.`,
    unreadable === 0 ? '' : ` ${counted(unreadable, 'entry', 'entries')} beside them can’t be read.`,
  ].join('');
}

function span(from: string, to: string): string {
  return from === to ? moment(from) : `${moment(from)} to ${moment(to)}`;
}

function failureLine({ what, reason, times, people }: ExportedFailure): string {
  const often = times === 1 ? '' : ` (${times} times${people > 1 ? `, ${people} people` : ''})`;
  return redact(`${what}${reason === '' ? '' : `: ${reason}`}${often}`).text;
}

/** Whether what was given is logs in which nothing failed, and no more. */
export function isAllWell({ logs, texts, text }: Given): boolean {
  return logs.length > 0 && text.trim() === '' && texts.length === 0;
}

/** What is said of logs in which nothing failed. */
export const allWell = {
  kind: 'notice',
  tone: 'friendly',
  text: 'Nothing failed in this log. An event of the failed sign-in itself would tell more: export again from around its time.',
} satisfies Reply;

/** The understanding of what was given, where the fields of a log say more than its words: each article they name. */
export function withLogs(understanding: Understanding, logs: readonly ExportedLog[]): Understanding {
  const failures = logs.flatMap(({ failures }) => failures);
  const ids = [...new Set(failures.flatMap(({ articleId }) => articleId ?? []))];
  if (ids.length === 0) return understanding;
  const intents = ids.map((id): RankedIntent => {
    const own = failures.filter(({ articleId }) => articleId === id);
    const known = understanding.intents.find((intent) => intent.id === id);
    return { id, confidence: known?.confidence ?? 1, evidence: own.slice(0, mostQuotes).map(evidenceOf) };
  });
  return { ...understanding, decision: 'answer', intents };
}

function evidenceOf(failure: ExportedFailure): string {
  return `${failure.system === 'okta' ? 'Okta’s log' : 'the audit'} says “${failureLine(failure)}”`;
}

/**
 * The readings with the lines that matter: those with an error text in them, else the first lines of a picture, so that
 * it can be seen how well it was read.
 */
export function withQuotes({ readings, texts }: Given, { quotes }: Understanding): readonly Reading[] {
  return readings.map((reading) => {
    const own = texts.find(({ file }) => file === reading.file);
    if (own === undefined) return reading;
    const telling = quotes.filter((quote) => isIn(own.whole, quote));
    const lines = telling.length > 0 ? telling : reading.what === 'picture' ? firstLines(own.text) : [];
    return { ...reading, quotes: lines.slice(0, mostQuotes).map((line) => line.slice(0, longestQuote)) };
  });
}

/** A quote has no secrets any more, the text has them. */
function isIn(text: string, quote: string): boolean {
  return quote.split(redactedMark).every((piece) => text.includes(piece));
}

function firstLines(text: string): string[] {
  return text
    .split('\n', 50)
    .map((line) => line.trim())
    .filter((line) => line.length > 2);
}

function linesIn(text: string): number {
  return text.trimEnd().split('\n').length;
}
