import { readExportedLog } from '../../lookups/exports/index.js';
import { counted } from '../../lookups/wording/time.js';
import type { ExportedLog } from '../../model/exported-log.js';
import type { FullText, Reading } from '../../model/reading.js';
import type { Understand } from '../../model/understanding.js';
import { redact } from '../../understanding/redact.js';
import { logReading, logText } from './log-words.js';
import type { ReadFile } from './read-files.js';

/** One part of a question: what was written, or a file. */
export interface Part {
  /** What is to be understood of it, as it was given: it may hold secrets. Of an exported log what failed in it. */
  readonly text: string;
  readonly log?: ExportedLog;
  /** Whether no words stand around the log. */
  readonly isLogAlone?: boolean;
  /** What was made of it, without the quotes that come of understanding. Absent for a few words. */
  readonly reading?: Reading;
  /** What was read in a file, without secrets, to be shown on request. */
  readonly shown?: FullText;
}

/** A question's words and files together. */
export interface Given {
  readonly parts: readonly Part[];
  /** The texts of all parts. */
  readonly text: string;
  readonly logs: readonly ExportedLog[];
}

/** Longest text that is kept to be shown, in characters of one file. */
const longestShown = 20_000;
/** A longer text was not read by whoever pasted it. */
const longestRead = 1_200;

/** Puts together what was written and what was read in the files beside it. Pure. */
export function givenOf(words: string, files: readonly ReadFile[], understand: Understand): Given {
  const pasted = readExportedLog(words, understand, withoutSecrets);
  const parts = [
    pasted === undefined ? ofWords(words) : ofLog(pasted),
    ...files.map((file) => ofFile(file, understand)),
  ];
  return {
    parts,
    text: parts.flatMap(({ text }) => (text.trim() === '' ? [] : [text])).join('\n'),
    logs: parts.flatMap(({ log }) => log ?? []),
  };
}

/** What was made of the files and logs, as far as it is known without understanding them. */
export function readingsOf({ parts }: Given): readonly Reading[] {
  return parts.flatMap(({ reading }) => (reading === undefined || isPastedText(reading) ? [] : [reading]));
}

/** The texts one by one, each with the file it stands in. */
export function sourcesOf({ parts }: Given): readonly { readonly text: string; readonly file?: string | undefined }[] {
  return parts.map(({ text, reading }) => ({ text, file: reading?.file }));
}

/** Whether logs are all that was given. */
export function isLogsAlone({ parts, logs }: Given): boolean {
  return logs.length > 0 && parts.every(({ isLogAlone, text }) => isLogAlone === true || text.trim() === '');
}

/** Whether nothing could be made of any file. */
export function isUnread({ parts }: Given): boolean {
  return parts.every(({ shown, log }) => shown === undefined && log === undefined);
}

/** Whether what was given is logs in which nothing failed, and no more. */
export function isAllWell({ logs, parts, text }: Given): boolean {
  return logs.length > 0 && text.trim() === '' && parts.every(({ shown }) => shown === undefined);
}

/** A text that was pasted, not a log or a file. */
export function isPastedText({ what, file }: Reading): boolean {
  return what === 'text' && file === undefined;
}

function ofWords(words: string): Part {
  if (words.length <= longestRead) return { text: words };
  return { text: words, reading: { what: 'text', said: linesOfText(words), quotes: [] } };
}

function ofFile(read: ReadFile, understand: Understand): Part {
  const { file } = read;
  if (read.kind === 'unread') return { text: '', reading: { file, what: 'unread', said: read.why, quotes: [] } };
  const { kind, text } = read;
  const log = kind === 'text' ? readExportedLog(text, understand, withoutSecrets) : undefined;
  if (log !== undefined) return ofLog(log, file);
  const said = kind === 'picture' ? `A picture with ${linesOfText(text)}` : linesOfText(text);
  return { text, reading: { file, what: kind, said, quotes: [] }, shown: { file, text: shownOf(text) } };
}

/** A log is told by its fields; all of it as text would drown them. */
function ofLog({ log, around }: { readonly log: ExportedLog; readonly around: string }, file?: string): Part {
  const reading = logReading(log);
  return {
    text: logText(log, around),
    log,
    isLogAlone: around === '',
    reading: file === undefined ? reading : { file, ...reading },
  };
}

function withoutSecrets(text: string): string {
  return redact(text).text;
}

/** Redacted before it is cut: half a secret is not recognised. */
function shownOf(text: string): string {
  const shown = redact(text.slice(0, 10 * longestShown)).text;
  return shown.length > longestShown ? `${shown.slice(0, longestShown)}\n…` : shown;
}

function linesOfText(text: string): string {
  return `${counted(text.trimEnd().split('\n').length, 'line')} of text.`;
}
