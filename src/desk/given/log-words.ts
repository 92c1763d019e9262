import { counted, moment } from '../../lookups/wording/time.js';
import type { ExportedFailure, ExportedLog } from '../../model/exported-log.js';
import type { Reading } from '../../model/reading.js';
import { productNames } from '../../model/system.js';
import type { RankedIntent, Understanding } from '../../model/understanding.js';
import { redact } from '../../understanding/redact.js';
import type { Reply } from '../reply.js';

/** How understanding begins the evidence of an error text that it found. */
const errorText = /^(?:nearly )?matches the error text/;

/** Failures that a reading names, and lines of evidence for one article. */
const mostNamed = 5;
const mostEvidence = 3;

/** What an exported log is and what failed in it. */
export function logReading(log: ExportedLog): Reading {
  return { what: 'log', said: sentence(log), quotes: log.failures.slice(0, mostNamed).map(failureLine) };
}

/** What is to be understood of a log: the words around it, and what failed. */
export function logText({ failures }: ExportedLog, around: string): string {
  return [around, ...failures.map(({ what, reason }) => `${what}: ${reason}`)].join('\n');
}

/** What is said of logs in which nothing failed. */
export const allWell = {
  kind: 'notice',
  tone: 'done',
  text: 'Nothing failed in this log. Export again from around the time of the failed sign-in, without a filter.',
} satisfies Reply;

/**
 * The understanding of what was given, where the fields of a log say more than its words: each article they name, and
 * beside them what other error texts say. Where they name none, a log that stands `alone` is known by its error texts
 * only: its entries sound like nothing people write.
 */
export function withLogs(
  understanding: Understanding,
  logs: readonly ExportedLog[],
  { isAlone }: { readonly isAlone: boolean },
): Understanding {
  const failures = logs.flatMap((log) => log.failures);
  const ids = [...new Set(failures.flatMap(({ articleId }) => articleId ?? []))];
  if (ids.length === 0) {
    return !isAlone || understanding.intents.some(hasErrorText)
      ? understanding
      : { ...understanding, decision: 'none', intents: [] };
  }
  const intents = ids.map((id): RankedIntent => {
    const own = failures.filter(({ articleId }) => articleId === id);
    const known = understanding.intents.find((intent) => intent.id === id);
    // A field of the log is no guess.
    return { id, confidence: known?.confidence ?? 1, evidence: own.slice(0, mostEvidence).map(evidenceOf) };
  });
  const { open: _, question: __, ...rest } = understanding;
  return { ...rest, decision: 'answer', ...besideFields(understanding, intents, failures) };
}

/** What the fields name, then what the error texts beside them say or leave open; each error text once. */
function besideFields(
  { decision, intents, open = [] }: Understanding,
  named: readonly RankedIntent[],
  failures: readonly ExportedFailure[],
): Pick<Understanding, 'intents' | 'open'> {
  const between = failures.map((failure) => failure.between ?? []);
  const isNamed = (id: string) => named.some((intent) => intent.id === id);
  // What a failure leaves open, other entries of the same log do not decide.
  const beside = intents.filter((one) => hasErrorText(one) && !isNamed(one.id) && !between.flat().includes(one.id));
  const all = decision === 'answer' ? [...named, ...beside] : named;
  const asked = decision === 'ask' ? [intents.filter(hasErrorText).map(({ id }) => id)] : [];
  const isOpen = (ids: readonly string[]) => ids.length > 0 && !all.some(({ id }) => ids.includes(id));
  const once = new Map([...between, ...asked, ...open].filter(isOpen).map((ids) => [[...ids].sort().join(), ids]));
  return { intents: all, ...(once.size === 0 ? {} : { open: [...once.values()] }) };
}

/** Whether an error text speaks for an intent, not only the sound of the words. */
export function hasErrorText({ evidence }: RankedIntent): boolean {
  return evidence.some((line) => errorText.test(line));
}

/** `Okta’s System Log: 120 events, 2026-11-24 09:00 UTC to 2026-11-24 10:00 UTC; 3 failed.` */
function sentence({ systems, events, unreadable, from, to, failures }: ExportedLog): string {
  const names = systems.map((system) =>
    system === 'okta' ? 'Okta’s System Log' : `The audit of ${productNames[system]}`,
  );
  const failed = failures.reduce((sum, { times }) => sum + times, 0);
  return [
    `${names.join(' and ')}: ${counted(events, 'event')}`,
    from === undefined || to === undefined
      ? ''
      : `, ${from === to ? moment(from) : `${moment(from)} to ${moment(to)}`}`,
    failed === 0 ? '; none failed.' : `; ${failed} failed.`,
    unreadable === 0 ? '' : ` ${counted(unreadable, 'entry', 'entries')} beside them can’t be read.`,
  ].join('');
}

function failureLine({ what, reason, times, people }: ExportedFailure): string {
  const often = times === 1 ? '' : ` (${times} times${people > 1 ? `, ${people} people` : ''})`;
  return redact(`${what}${reason === '' ? '' : `: ${reason}`}${often}`).text;
}

function evidenceOf(failure: ExportedFailure): string {
  return `${failure.system === 'okta' ? 'Okta’s log' : 'the audit'} says “${failureLine(failure)}”`;
}
