import type { AuditEvents } from '../../connectors/access/index.js';
import type { ReportLine, ReportSection } from '../../model/lookup.js';
import { productNames } from '../../model/system.js';
import type { ArticleOf } from '../events/articles.js';
import type { Happening } from '../events/happening.js';
import type { Inquiry } from '../inquiry.js';
import { line, listed } from '../wording/lines.js';
import { section } from '../wording/sections.js';
import { counted, moment } from '../wording/time.js';
import type { AccessHalf } from './access.js';
import type { OktaHalf } from './okta.js';
import type { PersonHappenings } from './person-events.js';

/** How many failures are shown one by one. */
const mostShown = 5;

/** Where failures are shown from. */
interface Failures {
  readonly okta: OktaHalf;
  readonly access: AccessHalf;
  readonly happened: PersonHappenings;
  readonly articleOf: ArticleOf;
  /** What the timeline shows: nothing is said twice. */
  readonly shown: ReadonlySet<Happening>;
}

/** The failures that the timeline does not show, whether there were any at all, and what could not be read of them. */
export function failuresSection(inquiry: Inquiry, failures: Failures): ReportSection[] {
  const lines = failureLines(inquiry, failures);
  const isFurther = failures.happened.own.some((one) => one.failed && failures.shown.has(one));
  return lines.length === 0 ? [] : [section(isFurther ? 'Other failures' : 'Last failures', lines)];
}

function failureLines(inquiry: Inquiry, { okta, access, happened, articleOf, shown }: Failures): ReportLine[] {
  const all = happened.own.filter(({ failed }) => failed).sort((a, b) => b.at - a.at);
  for (const happening of all.slice(0, mostShown)) keep(inquiry, happening);
  const failures = all.filter((one) => !shown.has(one));
  const unnamed = happened.access.nameless.filter((one) => one.failed && !shown.has(one)).length;
  const read = [
    ...(okta.events?.isRead ? [productNames.okta] : []),
    ...(access.audit.isRead ? [productNames.access] : []),
  ];
  return [
    ...(okta.events === undefined || okta.events.isRead
      ? []
      : [line('unknown', 'System Log', okta.events.problem.message)]),
    ...(access.audit.isRead
      ? unreadableRows(access.audit.value)
      : isSaid(access, access.audit.problem.message)
        ? []
        : [line('unknown', 'Audit events', access.audit.problem.message)]),
    ...(all.length === 0 && read.length > 0
      ? [line('good', 'Failures', `none that name the person${read.length === 2 ? '' : ` in ${listed(read)}`}`)]
      : []),
    ...failures.slice(0, mostShown).map((happening) => lineOf(happening, articleOf)),
    ...(failures.length <= mostShown
      ? []
      : [line('note', 'Earlier', counted(failures.length - mostShown, 'more failure'))]),
    ...(unnamed === 0
      ? []
      : [
          line(
            'note',
            'In Access, naming nobody',
            `${counted(unnamed, shown.size > 0 && happened.nameless.some((one) => shown.has(one)) ? 'more failure' : 'failure')}, which may be anyone’s`,
          ),
        ]),
  ];
}

/** One failure on one line, kept as evidence. */
export function failureLine(inquiry: Inquiry, happening: Happening, articleOf: ArticleOf): ReportLine {
  keep(inquiry, happening);
  return lineOf(happening, articleOf);
}

function keep(inquiry: Inquiry, { system, at, text }: Happening): void {
  inquiry.found(system, `Failed event of ${moment(at)}`, text);
}

function lineOf(happening: Happening, articleOf: ArticleOf): ReportLine {
  const { system, at, text } = happening;
  return line('bad', `${moment(at)}, ${productNames[system]}`, text, articleOf(happening));
}

/** Whether the section about accounts says the same of the whole system. */
function isSaid({ people }: AccessHalf, message: string): boolean {
  return people?.isRead === false && people.problem.message === message;
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
