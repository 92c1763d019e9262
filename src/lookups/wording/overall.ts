import type { ReportLine } from '../../model/lookup.js';
import { productNames } from '../../model/system.js';
import type { Happening } from '../events/happening.js';
import type { Finding } from '../halves/finding.js';
import type { Inquiry } from '../inquiry.js';
import { line, listed } from './lines.js';
import { clipped, moment } from './time.js';
import { type Part, readNames, unreadSentences } from './unread.js';

/** What the line at the top is made of. */
interface Outcome {
  readonly inquiry: Inquiry;
  readonly who: string;
  /** Nearest to the root first. */
  readonly findings: readonly Finding[];
  readonly isNobody: boolean;
  /** Whether a system could be searched for the person and knows them; undefined when none could be. */
  readonly isKnown: boolean | undefined;
  /** What was typed for the person. */
  readonly asked: string;
  readonly own: readonly Happening[];
  /** Days that events were read of. */
  readonly days: number;
  /** All that was asked for. */
  readonly parts: readonly Part[];
}

/** The line at the top of `check`: what is wrong, or that nothing is, and what could not be read. */
export function overall(outcome: Outcome): { summary: string; because?: string } {
  const { inquiry, findings, isNobody, parts } = outcome;
  const [top] = findings;
  const unread = unreadSentences(parts);
  if (isNobody) return { summary: [nobody(outcome), ...unread].join(' ') };
  if (top !== undefined) {
    const summary = [clipped(top.text, 600), ...unread].join(' ');
    return { summary, ...(top.because === undefined ? {} : { because: clipped(top.because, 600) }) };
  }
  if (!inquiry.hasRead()) {
    return { summary: unread.join(' ') || inquiry.problems[0]?.message || 'No live system is connected.' };
  }
  return { summary: unread.length === 0 ? allWell(outcome) : [...unread, theRest(outcome)].join(' ') };
}

function nobody({ asked, own, parts }: Outcome): string {
  const read = readNames(parts);
  const tries = own.filter(({ failed }) => failed).length;
  const tried =
    tries === 0
      ? ''
      : ` ${tries === 1 ? 'A sign-in' : `${tries} sign-ins`} by that name failed: a typing error, perhaps.`;
  return `Nobody is called “${clipped(asked, 80)}”${read.length === 0 ? '' : ` in ${listed(read)}`}.${tried}`;
}

function allWell(outcome: Outcome): string {
  const { who, days } = outcome;
  const past = lastFailure(outcome);
  return `Nothing is wrong with ${who}: ${past ?? `no failure in the last ${days} days`}.`;
}

/** What those say that could be read. */
function theRest(outcome: Outcome): string {
  const { who, parts, isKnown } = outcome;
  if (isKnown === undefined) {
    return `${productNames.access} and ${productNames.uem} know nobody by such a name: ask by user name or e-mail address.`;
  }
  const read = readNames(parts);
  const isOne = read.length === 1;
  const names = listed(read).replace(/^the/, 'The');
  if (!isKnown) return `${names} ${isOne ? 'knows' : 'know'} nobody called “${who}”.`;
  const past = lastFailure(outcome);
  const after = past === undefined ? '' : `: ${past}`;
  return `${names} ${isOne ? 'shows' : 'show'} nothing wrong with ${who}${after}.`;
}

/** A failure that stands would be a finding. */
function lastFailure({ own }: Outcome): string | undefined {
  const last = own.filter(({ failed }) => failed).sort((a, b) => b.at - a.at)[0];
  return last && `the last failure, at ${moment(last.at)}, was followed by a success`;
}

/** The line that says a system knows nobody of that name. */
export function nobodyNote(isNobody: boolean, asked: string, system: string): ReportLine[] {
  return isNobody ? [line('bad', 'Account', `${system} has no user “${clipped(asked, 80)}”`)] : [];
}
