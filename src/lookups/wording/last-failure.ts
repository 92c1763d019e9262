import { type Product, productNames } from '../../model/system.js';
import type { Happening } from '../events/happening.js';
import { lastFailureDays } from '../events/window.js';
import { causeIn } from '../halves/event-findings.js';
import type { LastFailure, Reason } from '../halves/reason.js';
import type { Inquiry } from '../inquiry.js';
import type { LookupFindings } from '../lookup.js';
import { listed } from './lines.js';
import { counted, moment } from './time.js';
import { type Part, unreadSentences } from './unread.js';

/** What the line at the top is made of. */
interface Outcome {
  readonly who: string;
  readonly failure: LastFailure | undefined;
  readonly reason: Reason | undefined;
  readonly nameless: readonly Happening[];
  readonly parts: readonly Part[];
  /** The systems whose events could be read. */
  readonly logs: readonly Product[];
}

/** The line at the top of `last-failure`: the last failure and what it means, or that there is none. */
export function lastFailureLine(
  { problems, hasRead }: Inquiry,
  { who, failure, reason, nameless, parts, logs }: Outcome,
): Pick<LookupFindings, 'summary' | 'because'> {
  const unread = unreadSentences(parts);
  if (!hasRead()) return { summary: unread.join(' ') || problems.map(({ message }) => message).join(' ') };
  if (failure !== undefined) {
    const { telling, cause } = failure;
    const last = `${who}’s last failure: ${moment(telling.at)}, ${productNames[telling.system]}`;
    const alike = cause && `One like it, at ${moment(cause.at)}, names the cause: ${causeIn(cause.text)}`;
    if (reason?.text !== undefined) {
      const because = [reason.because ?? [], alike ?? []].flat().join('. ');
      return {
        summary: [`${last}. ${reason.text}`, ...unread].join(' '),
        // The failure itself is the first line below.
        ...(because === '' ? {} : { because }),
      };
    }
    return { summary: [`${last}: ${telling.text}.`, ...(alike === undefined ? [] : [alike]), ...unread].join(' ') };
  }
  const count = nameless.filter(({ failed }) => failed).length;
  const others =
    count === 0 ? '' : ` In Workspace ONE Access ${counted(count, 'failure')} name nobody, and may be theirs.`;
  if (logs.length === 0) return { summary: [...unread, `So no failed event of ${who} could be looked for.`].join(' ') };
  const where = unread.length === 0 ? '' : ` in ${listed(logs.map((system) => productNames[system]))}`;
  return {
    summary: [...unread, `No failed event of ${who}${where} in the last ${lastFailureDays} days.${others}`].join(' '),
  };
}
