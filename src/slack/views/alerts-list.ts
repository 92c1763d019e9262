import { shortIds } from '../../desk/alert-words.js';
import type { Alert, Polled } from '../../model/alert.js';
import { productNames } from '../../model/system.js';
import type { Block } from '../limits.js';
import { codeSpan, cutPlain, escapeLine, mentionChannel, slackDate } from '../text.js';
import { markOf, standingText } from './alert-parts.js';
import { context, section } from './blocks.js';
import type { View } from './view.js';

const shownOpen = 20;
const shownResolved = 10;
const perSection = 5;

/** What the alerts know: the open ones with the ids to type, those resolved lately, and how each system was read. */
export const alertsView: View<'alerts'> = ({ overview: { alerts, polled, channel } }) => {
  const open = alerts.filter(({ state }) => state !== 'resolved');
  const resolved = alerts.filter(({ state }) => state === 'resolved');
  const ids = shortIds(open);
  const [first] = ids.values();
  return [
    section(`*${headingOf(open.length)}* Told in ${mentionChannel(channel)}.`),
    ...paragraphs(open, shownOpen, (alert) => openLine(alert, ids.get(alert.fingerprint) ?? alert.fingerprint)),
    ...(resolved.length === 0 ? [] : [context('*Resolved lately*')]),
    ...paragraphs(resolved, shownResolved, resolvedLine),
    ...(polled.length === 0 ? [] : [context(polled.map(polledLine).join('\n'))]),
    ...(first === undefined
      ? []
      : [
          context(
            `${codeSpan(`/wo-okta alerts ack ${first}`)} takes one in hand, as the buttons under its message do.`,
          ),
        ]),
  ];
};

/** Since when, and who has it in hand or what became of it: what stands behind an alert's title in a list, as mrkdwn. */
export function standingAside(alert: Alert, withNames = true): string {
  const text = standingText(alert, withNames);
  const standing = `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
  if (alert.state === 'resolved') return standing;
  const since = `since ${slackDate(alert.startedAt)}`;
  return standing === '' ? since : `${since} · ${standing}`;
}

function headingOf(count: number): string {
  if (count === 0) return 'No alert is open.';
  return count === 1 ? 'One alert is open.' : `${count} alerts are open.`;
}

function openLine(alert: Alert, id: string): string {
  return `${markOf(alert)} ${codeSpan(id)} ${titleIn(alert)} · ${standingAside(alert)}`;
}

function resolvedLine(alert: Alert): string {
  return `${markOf(alert)} ${titleIn(alert)} · ${standingAside(alert)}`;
}

function titleIn({ title }: Alert): string {
  return escapeLine(cutPlain(title, 300));
}

function paragraphs(alerts: readonly Alert[], most: number, line: (alert: Alert) => string): Block[] {
  const lines = alerts.slice(0, most).map(line);
  const sections = Array.from({ length: Math.ceil(lines.length / perSection) }, (_, index) =>
    section(lines.slice(index * perSection, (index + 1) * perSection).join('\n')),
  );
  const left = alerts.length - lines.length;
  return left > 0 ? [...sections, context(`… and ${left} more`)] : sections;
}

function polledLine({ system, at, problem }: Polled): string {
  const name = productNames[system];
  if (problem !== undefined) return `:grey_question: ${name}, not read: ${escapeLine(cutPlain(problem, 400))}`;
  return at === undefined
    ? `:grey_question: ${name}: not read yet`
    : `:white_check_mark: ${name}: read ${slackDate(at)}`;
}
