import type { LookupStatus } from '../../model/evidence.js';
import type { EventWindow, LookupReport, Mark, ReportSection, TimelineEntry } from '../../model/lookup.js';
import { productNames } from '../../model/system.js';
import { writeButtonValue } from '../button-value.js';
import type { Block } from '../limits.js';
import { bold, codeSpan, cutPlain, escapeLine } from '../text.js';
import { actions, button, context, section } from './blocks.js';
import { actionIds, type View } from './view.js';

const marks: Readonly<Record<Mark, string>> = {
  good: ':white_check_mark:',
  bad: ':x:',
  unknown: ':grey_question:',
  note: '•',
};
const verdicts: Readonly<Record<LookupStatus, string>> = {
  ok: ':white_check_mark:',
  finding: ':x:',
  partial: ':grey_question:',
  unreadable: ':grey_question:',
};

/** As many as a message has room for beside each other. */
const mostSections = 12;
const mostLines = 25;
const mostEntries = 20;
/** What a button's value takes; no name that was looked up is longer. */
const longestName = 300;
/** Below a section's own limit, so that lines are never cut in the middle. */
const roomInSection = 2_800;

/** What the live tenants say: the verdict first, then each system's half, then what happened in which order. */
export const reportView: View<'report'> = ({ report, who, reportId, articles }, { thread, ephemeral }) => [
  section(headline(report)),
  context(aboutOf(report)),
  ...report.sections.slice(0, mostSections).flatMap(sectionBlocks),
  ...unreadElsewhere(report),
  ...timelineBlocks(report),
  actions('report', [
    ...articles.map(({ articleId, title }, index) =>
      button(
        `${actionIds.open}:${index}`,
        `Show fix: ${title}`,
        writeButtonValue({ does: 'open', thread, article: articleId }),
      ),
    ),
    ...(ephemeral && (who ?? '').length <= longestName
      ? [
          button(
            actionIds.shareReport,
            /^\d/.test(thread) ? 'Share in thread' : 'Share in channel',
            writeButtonValue({
              does: 'share-report',
              thread,
              lookup: report.lookup,
              report: reportId,
              ...(who === undefined ? {} : { who }),
            }),
          ),
        ]
      : []),
  ]),
];

/** What is wrong in bold, and below it in the systems' own words what that rests on. */
function headline(report: LookupReport): string {
  const verdict = `${verdictOf(report)} ${bold(cutPlain(report.summary, 1_000))}`;
  return report.because === undefined ? verdict : `${verdict}\n${escapeLine(cutPlain(report.because, 800))}`;
}

/** A finding stays one when a system could not be read as well. */
function verdictOf({ status, articleId, sections }: LookupReport): string {
  const isBad = articleId !== undefined || sections.some(({ lines }) => lines.some(({ mark }) => mark === 'bad'));
  return status === 'partial' && isBad ? marks.bad : verdicts[status];
}

function aboutOf({ lookup, subject, evidence }: LookupReport): string {
  const readAt = evidence.map((one) => one.readAt).sort();
  const [first, last] = [clock(readAt[0]), clock(readAt.at(-1))];
  const read = first === '' ? [] : [first === last ? `read ${first} UTC` : `read ${first}–${last} UTC`];
  const about = subject === undefined ? [] : [escapeLine(cutPlain(subject, 200))];
  return [...about, codeSpan(lookup), ...read].join(' · ');
}

function sectionBlocks({ title, lines, unread, more }: ReportSection): Block[] {
  if (lines.length === 0 && unread === undefined && more === undefined) return [];
  const texts = [
    bold(cutPlain(title, 150)),
    ...(unread === undefined ? [] : [`${marks.unknown} Not read: ${escapeLine(cutPlain(unread, 600))}`]),
    ...lines.slice(0, mostLines).map(({ mark, label, value, articleId }) => {
      const fix = articleId === undefined ? '' : ` → ${codeSpan(`article ${articleId}`)}`;
      return `${marks[mark]} ${escapeLine(cutPlain(label, 150))}: ${escapeLine(cutPlain(value, 600))}${fix}`;
    }),
    ...(lines.length > mostLines ? [`… and ${lines.length - mostLines} more`] : []),
    ...(more === undefined ? [] : [`_${escapeLine(cutPlain(more, 300)).replace(/_/g, 'ˍ')}_`]),
  ];
  return paragraphs(texts);
}

/** What could not be read and has no section of its own to say so. */
function unreadElsewhere({ errors, sections, summary }: LookupReport): Block[] {
  const said = [summary, ...sections.flatMap(({ unread, lines }) => [unread, ...lines.map(({ value }) => value)])];
  return errors
    .filter(({ message }) => !said.some((text) => text?.includes(message)))
    .slice(0, 6)
    .map(({ system, message }) =>
      context(`${marks.unknown} ${productNames[system]}, not read: ${escapeLine(cutPlain(message, 600))}`),
    );
}

function timelineBlocks({ timeline, window }: LookupReport): Block[] {
  const entries = timeline.slice(0, mostEntries);
  const days = new Set(entries.map(({ at }) => at.slice(0, 10)));
  const range =
    window === undefined
      ? ''
      : `Events${ofWhom(window)} from ${minute(window.from)} to ${minute(window.to)} UTC. ${howMany(window)}`;
  if (entries.length === 0) return range === '' ? [] : [context(range)];
  const lines = entries.map((entry) => entryLine(entry, days.size > 1));
  const left = timeline.length - entries.length;
  return [
    ...paragraphs(['*Timeline* (UTC)', ...lines, ...(left > 0 ? [`… and ${left} more`] : [])]),
    ...(range === '' ? [] : [context(range)]),
  ];
}

function ofWhom({ only }: EventWindow): string {
  return only === undefined ? '' : ` of ${only.map((system) => productNames[system]).join(' and ')} only,`;
}

function howMany({ more, left = 0 }: EventWindow): string {
  const all = more ? 'More exist than were read. See the consoles.' : left > 0 ? '' : 'These are all.';
  return [...(left > 0 ? [`${left} in the middle are not shown.`] : []), all].join(' ').trim();
}

function entryLine({ at, system, text, failed, isFirstFailure, articleId }: TimelineEntry, withDay: boolean): string {
  const day = withDay ? `${at.slice(5, 10)} ` : '';
  const said = `${productNames[system]}: ${escapeLine(cutPlain(text, 500))}`;
  const fix = articleId === undefined ? '' : ` → ${codeSpan(`article ${articleId}`)}`;
  const first = isFirstFailure ? ':point_right: *First failure:* ' : '';
  return `${failed ? marks.bad : marks.note} ${codeSpan(`${day}${clock(at)}`)} ${first}${said}${fix}`;
}

/** Lines in as few sections as hold them. */
function paragraphs(lines: readonly string[]): Block[] {
  const texts: string[] = [];
  for (const line of lines) {
    const last = texts.at(-1);
    if (last !== undefined && last.length + 1 + line.length <= roomInSection)
      texts[texts.length - 1] = `${last}\n${line}`;
    else texts.push(line);
  }
  return texts.map(section);
}

/** `12:03:05` of an ISO moment; nothing when it is none. */
function clock(at: string | undefined): string {
  return /^\d{4}-\d\d-\d\dT(\d\d:\d\d:\d\d)/.exec(at ?? '')?.[1] ?? '';
}

/** `2026-11-24 09:00` of an ISO moment. */
function minute(at: string): string {
  return escapeLine(at.slice(0, 16).replace('T', ' '));
}
