import type { AuditEvents } from '../../connectors/access/index.js';
import type { ReportLine } from '../../model/lookup.js';
import { productNames } from '../../model/system.js';
import type { ArticleOf } from '../events/articles.js';
import type { Happening } from '../events/happening.js';
import type { Inquiry } from '../inquiry.js';
import { line } from '../wording/lines.js';
import { counted, moment } from '../wording/time.js';
import type { AccessHalf } from './access.js';
import { type Finding, finding } from './finding.js';
import type { OktaHalf } from './okta.js';
import type { PersonHappenings } from './person-events.js';

/** How many failures are shown one by one. */
const mostShown = 5;

/** What the failures that still stand say about the cause: the newest that is understood, else the first. */
export function eventFindings(
  who: string,
  failing: readonly Happening[],
  nameless: readonly Happening[],
  articleOf: ArticleOf,
): Finding[] {
  const understood = failing.findLast((happening) => articleOf(happening) !== undefined);
  const [first] = failing;
  const findings: Finding[] = [];
  if (understood !== undefined) {
    const kind = understood.kind === 'okta provisioning' ? 'provisioning' : 'understoodEvent';
    findings.push(finding(kind, sentence(who, understood), articleOf(understood)));
  } else if (first !== undefined) {
    findings.push(finding('event', sentence(who, first)));
  }
  const unnamed = nameless.findLast((happening) => articleOf(happening) !== undefined);
  if (unnamed !== undefined) {
    const text = `A sign-in that names nobody, and may be ${who}’s, failed in ${productNames.access}: ${unnamed.text}`;
    findings.push(finding('namelessEvent', text, articleOf(unnamed)));
  }
  return findings;
}

function sentence(who: string, { kind, system, text, at }: Happening): string {
  const isSignIn = /^(okta (sign-in|device trust)|access LOGIN)/.test(kind);
  const what =
    kind === 'okta provisioning'
      ? `Provisioning ${who} failed`
      : isSignIn
        ? `${who}’s sign-in failed`
        : `A step of ${who}’s failed`;
  return `${what} in ${productNames[system]} at ${moment(at)}: ${causeIn(text)}`;
}

/** What the other side said, where Okta tells the whole story before it (reference: okta-api.md, 2.7). */
function causeIn(text: string): string {
  return text.split('Errors reported by remote server:').at(-1)?.trim() || text;
}

/** Where failures are shown from. */
interface Failures {
  readonly okta: OktaHalf;
  readonly access: AccessHalf;
  readonly happened: PersonHappenings;
  readonly articleOf: ArticleOf;
}

/** The last failures of both systems, and what could not be read of them. */
export function failureLines(inquiry: Inquiry, { okta, access, happened, articleOf }: Failures): ReportLine[] {
  const failures = happened.own.filter(({ failed }) => failed).sort((a, b) => b.at - a.at);
  const unnamed = happened.access.nameless.filter(({ failed }) => failed).length;
  const isWhole = okta.events?.isRead === true && access.audit.isRead;
  return [
    ...(okta.events === undefined || okta.events.isRead
      ? []
      : [line('unknown', 'System Log', okta.events.problem.message)]),
    ...(access.audit.isRead
      ? unreadableRows(access.audit.value)
      : [line('unknown', 'Audit events', access.audit.problem.message)]),
    ...(failures.length === 0 && isWhole ? [line('good', 'Failures', 'none that name the person')] : []),
    ...failures.slice(0, mostShown).map((happening) => failureLine(inquiry, happening, articleOf)),
    ...(failures.length <= mostShown
      ? []
      : [line('note', 'Earlier', counted(failures.length - mostShown, 'more failure'))]),
    ...(unnamed === 0
      ? []
      : [line('note', 'In Access, naming nobody', `${counted(unnamed, 'failure')}, which may be anyone’s`)]),
  ];
}

/** One failure on one line, kept as evidence. */
export function failureLine(inquiry: Inquiry, happening: Happening, articleOf: ArticleOf): ReportLine {
  const { system, at, text } = happening;
  inquiry.found(system, `Failed event of ${moment(at)}`, text);
  return line('bad', `${moment(at)}, ${productNames[system]}`, text, articleOf(happening));
}

/** Rows that were no event must not pass for no rows. */
export function unreadableRows({ unreadable }: AuditEvents): ReportLine[] {
  return unreadable === 0
    ? []
    : [
        line(
          'unknown',
          'Audit events',
          `${counted(unreadable, 'row')} could not be understood: look in the Access console`,
        ),
      ];
}
