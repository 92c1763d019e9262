import { followsFrom, furtherMembers, lastedOf, shortIds, standingOf } from '../desk/alert-words.js';
import type { Alert, Polled } from '../model/alert.js';
import { productNames } from '../model/system.js';
import type { Style } from './cards.js';
import { plainLine, wrap } from './plain-text.js';

/** What a shell knows of the alerts. Moments are milliseconds since 1970. */
export interface AlertsShown {
  /** As they are listed in Slack. */
  readonly alerts: readonly Alert[];
  /** How each system was read just now; absent when only what a bot knows was read. */
  readonly polled?: readonly Polled[];
  /** When a bot's rules looked last. */
  readonly lookedAt?: number;
}

const shownMembers = 5;

/** Alerts for a terminal, ending with a line break: those that are open with the ids to type, then what is over. */
export function alertsCard(shown: AlertsShown, style: Style): string {
  const { paint, width } = style;
  const open = shown.alerts.filter(({ state }) => state !== 'resolved');
  const resolved = shown.alerts.filter(({ state }) => state === 'resolved');
  const ids = shortIds(open);
  const blocks = [
    `${open.length === 0 ? paint.good('✓') : paint.bad('✗')} ${paint.bold(headingOf(open.length))}`,
    ...open.map((alert) => openText(alert, ids.get(alert.fingerprint) ?? alert.fingerprint, style)),
    ...(resolved.length === 0
      ? []
      : [
          [
            paint.bold('Resolved lately'),
            ...resolved.map((alert) => wrap(`- ${plainLine(alert.title)} · ${standingWords(alert)}`, width, '  ')),
          ].join('\n'),
        ]),
    ...readBlock(shown, style),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function headingOf(count: number): string {
  if (count === 0) return 'No alert is open.';
  return count === 1 ? 'One alert is open.' : `${count} alerts are open.`;
}

function openText(alert: Alert, id: string, { paint, width }: Style): string {
  const indent = ' '.repeat(id.length + 2);
  const line = (text: string) => `${indent}${wrap(text, width - indent.length, indent)}`;
  const members = alert.members.slice(0, shownMembers).map(({ text }) => line(`- ${plainLine(text)}`));
  const more = furtherMembers(alert, members.length);
  const standing = standingWords(alert);
  return [
    `${paint.code(id)}  ${paint.bold(wrap(plainLine(alert.title), width - indent.length, indent))}`,
    line([alert.severity, `since ${moment(alert.startedAt)}`, ...(standing === '' ? [] : [standing])].join(' · ')),
    ...members,
    ...(more === undefined ? [] : [line(more)]),
    ...(alert.articleId === undefined ? [] : [line(`Fix: ${paint.command(`article ${plainLine(alert.articleId)}`)}`)]),
  ].join('\n');
}

function standingWords(alert: Alert): string {
  const { acknowledged, snoozed } = alert;
  switch (standingOf(alert)) {
    case 'open':
      return '';
    case 'acknowledged':
      return `acknowledged by ${plainLine(acknowledged?.by ?? '')}`;
    case 'snoozed':
      return `snoozed by ${plainLine(snoozed?.by ?? '')} until ${snoozed?.until === undefined ? 'it changes' : moment(snoozed.until)}`;
    case 'follows':
      return `follows from ${followsFrom(alert)}`;
    case 'resolved':
      return `resolved after ${lastedOf(alert) ?? 'a while'}`;
  }
}

function readBlock({ polled, lookedAt }: AlertsShown, { paint, width }: Style): string[] {
  if (polled !== undefined) {
    const lines = polled.map(({ system, problem, at }) =>
      problem === undefined
        ? `${paint.good('✓')} ${productNames[system]}: ${at === undefined ? 'nothing to read now' : `read ${moment(at)}`}`
        : `${paint.bad('?')} ${wrap(`${productNames[system]}, not read: ${plainLine(problem)}`, width - 2, '  ')}`,
    );
    return lines.length === 0 ? [] : [lines.join('\n')];
  }
  const text =
    lookedAt === undefined
      ? 'No bot that watches has run on this data folder: ALERT_CHANNEL says where alerts go.'
      : `A bot looked last: ${moment(lookedAt)}.`;
  return [paint.dim(wrap(text, width))];
}

function moment(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
