import type { Reply } from '../desk/reply.js';
import type { EventWindow, LookupReport, Mark, ReportSection, TimelineEntry } from '../model/lookup.js';
import { productNames } from '../model/system.js';
import type { Style } from './cards.js';
import type { Paint } from './output.js';
import { plainLine, wrap } from './plain-text.js';

/** A report for a terminal, ending with a line break: the verdict, each system's half, what happened in order. */
export function reportCard({ report, articles }: Extract<Reply, { readonly kind: 'report' }>, style: Style): string {
  const { paint } = style;
  const blocks = [
    [verdict(report, style), ...because(report, style), paint.dim(about(report, style.width))].join('\n'),
    ...report.sections.map((section) => sectionText(section, style)).filter((text) => text !== ''),
    ...unreadElsewhere(report, style),
    ...timelineText(report, style),
    ...(articles.length === 0
      ? []
      : [articles.map(({ articleId }) => `Fix: ${paint.command(`article ${plainLine(articleId)}`)}`).join('\n')]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** Several people fit: what to ask with instead. `ask` is what follows the program's name, before a person. */
export function peopleCard(
  { question, choices }: Extract<Reply, { readonly kind: 'people' }>,
  ask: string,
  { paint, width }: Style,
): string {
  const lines = choices.map(
    ({ key, label }) => `${wrap(`- ${plainLine(label)}`, width, '  ')}\n  ${paint.command(`${ask} ${plainLine(key)}`)}`,
  );
  return `${[paint.bold(wrap(plainLine(question), width)), lines.join('\n')].join('\n\n')}\n`;
}

/** The line a report begins with. */
export function verdict({ status, summary }: LookupReport, { paint, width }: Style): string {
  const text = wrap(plainLine(summary), width - 2, '  ');
  if (status === 'ok') return `${paint.good('✓')} ${paint.bold(text)}`;
  return `${status === 'finding' ? paint.bad('✗') : paint.bad('?')} ${paint.bold(text)}`;
}

function because({ because: reason }: LookupReport, { width }: Style): string[] {
  return reason === undefined ? [] : [`  ${wrap(plainLine(reason), width - 2, '  ')}`];
}

function about({ subject, evidence }: LookupReport, width: number): string {
  const times = evidence.map(({ readAt }) => readAt).sort();
  const [first, last] = [times[0]?.slice(11, 19), times.at(-1)?.slice(11, 19)];
  const read = first === undefined ? [] : [`read ${first === last ? first : `${first}–${last}`} UTC`];
  return wrap([...(subject === undefined ? [] : [plainLine(subject, 200)]), ...read].join(' · '), width);
}

function sectionText({ title, lines, unread, more }: ReportSection, { paint, width }: Style): string {
  if (lines.length === 0 && unread === undefined && more === undefined) return '';
  const said = (mark: string, text: string) => `${mark} ${wrap(text, width - 2, '  ')}`;
  return [
    paint.bold(plainLine(title)),
    ...(unread === undefined ? [] : [said(paint.bad('?'), `Not read: ${plainLine(unread)}`)]),
    ...lines.map(({ mark, label, value, articleId }) => {
      const fix = articleId === undefined ? '' : ` → article ${plainLine(articleId)}`;
      return said(signOf(mark, paint), `${plainLine(label)}: ${plainLine(value)}${fix}`);
    }),
    ...(more === undefined ? [] : [paint.dim(wrap(plainLine(more), width))]),
  ].join('\n');
}

function signOf(mark: Mark, paint: Paint): string {
  if (mark === 'good') return paint.good('✓');
  if (mark === 'note') return paint.dim('·');
  return paint.bad(mark === 'bad' ? '✗' : '?');
}

/** What could not be read and has no section to say so. */
function unreadElsewhere({ errors, sections, summary }: LookupReport, { paint, width }: Style): string[] {
  const said = [summary, ...sections.flatMap(({ unread, lines }) => [unread, ...lines.map(({ value }) => value)])];
  return errors
    .filter(({ message }) => !said.some((text) => text?.includes(message)))
    .map(
      ({ system, message }) =>
        `${paint.bad('?')} ${wrap(`${productNames[system]}, not read: ${plainLine(message)}`, width - 2, '  ')}`,
    );
}

function timelineText({ timeline, window }: LookupReport, style: Style): string[] {
  const { paint, width } = style;
  const minute = (at: string) => plainLine(at).slice(0, 16).replace('T', ' ');
  const range =
    window === undefined
      ? []
      : [
          paint.dim(
            wrap(
              `Events${ofWhom(window)} from ${minute(window.from)} to ${minute(window.to)} UTC. ${howMany(window)}`,
              width,
            ),
          ),
        ];
  if (timeline.length === 0) return range;
  return [[paint.bold('Timeline (UTC)'), ...timeline.map((entry) => entryText(entry, style)), ...range].join('\n')];
}

function ofWhom({ only }: EventWindow): string {
  return only === undefined ? '' : ` of ${only.map((system) => productNames[system]).join(' and ')} only,`;
}

function howMany({ more, left = 0 }: EventWindow): string {
  const all = more ? 'More exist than were read. See the consoles.' : left > 0 ? '' : 'These are all.';
  return [...(left > 0 ? [`${left} in the middle are not shown.`] : []), all].join(' ').trim();
}

function entryText({ at, system, text, failed, isFirstFailure, articleId }: TimelineEntry, style: Style): string {
  const { paint, width } = style;
  const first = isFirstFailure ? 'FIRST FAILURE: ' : '';
  const fix = articleId === undefined ? '' : ` → article ${plainLine(articleId)}`;
  const time = plainLine(at).slice(0, 19).replace('T', ' ');
  const line = `${time}  ${productNames[system]}: ${first}${plainLine(text)}${fix}`;
  return `${failed ? paint.bad('✗') : paint.dim('·')} ${wrap(line, width - 2, '  ')}`;
}
