import type { ReportLine } from '../../model/lookup.js';
import { productNames } from '../../model/system.js';
import type { Happening } from '../events/happening.js';
import type { Finding } from '../halves/finding.js';
import type { Inquiry } from '../inquiry.js';
import { line, listed } from './lines.js';
import { clipped, counted, moment } from './time.js';

/** What the line at the top is made of. */
interface Outcome {
  readonly inquiry: Inquiry;
  readonly who: string;
  /** Nearest to the root first. */
  readonly findings: readonly Finding[];
  readonly isNobody: boolean;
  /** What was typed for the person. */
  readonly asked: string;
  readonly own: readonly Happening[];
  /** Days that events were read of. */
  readonly days: number;
}

/** The line at the top of `check`: what is wrong, or that nothing is, or what could not be read. */
export function overall({ inquiry, who, findings, isNobody, asked, own, days }: Outcome): { summary: string } {
  const [top] = findings;
  const { problems } = inquiry;
  const broken = problems.filter(({ code }) => code !== 'not-configured' && code !== 'not-found');
  const unread = broken.map(({ message }) => message);
  if (isNobody) {
    const read = (['okta', 'access', 'uem'] as const).filter(
      (system) => !problems.some((one) => one.system === system),
    );
    const tries = own.filter(({ failed }) => failed).length;
    const tried =
      tries === 0 ? '' : ` Sign-ins by that name failed ${counted(tries, 'time')}: a typing error, perhaps.`;
    const where = read.length === 0 ? '' : ` in ${listed(read.map((system) => productNames[system]))}`;
    return { summary: `Nobody is called “${clipped(asked, 80)}”${where}.${tried}${alsoUnread(unread)}` };
  }
  if (top !== undefined) return { summary: `${clipped(top.text, 600)}${alsoUnread(unread)}` };
  if (!inquiry.hasRead()) return { summary: unread[0] ?? problems[0]?.message ?? 'No live system is connected.' };
  const last = own.filter(({ failed }) => failed).sort((a, b) => b.at - a.at)[0];
  const past = last === undefined ? '' : ` The last failure, at ${moment(last.at)}, was followed by a success.`;
  if (unread.length > 0) {
    return { summary: `${unread.join(' ')} In what could be read, nothing is wrong with ${who}.${past}` };
  }
  return { summary: `Nothing is wrong with ${who}: no failure of the last ${days} days stands.${past}` };
}

function alsoUnread(messages: readonly string[]): string {
  return messages.length === 0 ? '' : ` Not everything could be read: ${messages[0]}`;
}

/** The line that says a system knows nobody of that name. */
export function nobodyNote(isNobody: boolean, asked: string, system: string): ReportLine[] {
  return isNobody ? [line('bad', 'Account', `${system} has no user “${clipped(asked, 80)}”`)] : [];
}
