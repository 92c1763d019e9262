import type { Button, StaticSelect } from '@slack/types';
import type { AlertDeed } from '../../desk/alert-line.js';
import { furtherMembers, standingOf } from '../../desk/alert-words.js';
import { type Alert, membersInMessage } from '../../model/alert.js';
import { writeButtonValue } from '../button-value.js';
import { type Block, type Message, toMessage } from '../limits.js';
import { escapeLine, mentionUser, slackDate } from '../text.js';
import { markOf, memberLine, severityNames, standingText, titleOf } from './alert-parts.js';
import { actions, button, context, menu, section } from './blocks.js';
import { actionIds } from './view.js';

const shownActs = 4;

/** The living message of an alert, redrawn with every change: what is wrong and who has it in hand, what to do. */
export function alertView(alert: Alert): Message {
  const standing = standingText(alert);
  const first = `${markOf(alert)} ${titleOf(alert)}`;
  return toMessage(
    [
      section(standing === '' ? first : `${first}\n${standing}.`),
      ...membersOf(alert),
      context(sinceText(alert)),
      ...actsOf(alert),
      // Slack's clients remember what was chosen in a row, so every new drawing has a new one.
      actions(`alert-${alert.revision}`, buttonsOf(alert)),
    ],
    '… Cut to fit Slack.',
  );
}

/** What the alert gathers; nothing where one member says no more than the title. */
function membersOf(alert: Alert): Block[] {
  const shown = alert.members.slice(0, membersInMessage);
  if (alert.memberCount <= 1 && shown.every(({ text }) => alert.title.startsWith(text))) return [];
  const more = furtherMembers(alert, shown.length);
  return [section([...shown.map(({ text }) => memberLine(text)), ...(more === undefined ? [] : [more])].join('\n'))];
}

function sinceText({ severity, startedAt, resolvedAt }: Alert): string {
  const when =
    resolvedAt === undefined
      ? `since ${slackDate(startedAt)}`
      : `from ${slackDate(startedAt)} to ${slackDate(resolvedAt)}`;
  return `${severityNames[severity]} · ${when}`;
}

/** Who did what, but for what the first lines say already; pressed twice is done once. */
function actsOf(alert: Alert): Block[] {
  const standing = standingOf(alert);
  const said = standing === 'acknowledged' ? alert.acknowledged : standing === 'snoozed' ? alert.snoozed : undefined;
  const acts = alert.acts
    .filter(({ by, at }) => by !== said?.by || at !== said.at)
    .filter(({ by, did }, index, all) => all[index + 1]?.by !== by || all[index + 1]?.did !== did)
    .slice(-shownActs)
    .map(({ by, at, did }) => `${mentionUser(by)} ${escapeLine(did)} ${slackDate(at)}`);
  return acts.length === 0 ? [] : [context(acts.join(' · '))];
}

function buttonsOf(alert: Alert): (Button | StaticSelect)[] {
  const { person, articleId } = alert;
  const standing = standingOf(alert);
  const fix =
    articleId === undefined
      ? []
      : [button(actionIds.alertFix, 'Show fix', writeButtonValue({ does: 'alert-fix', article: articleId }))];
  // What is over or told elsewhere needs nobody.
  if (standing === 'resolved' || standing === 'follows') return fix;
  const check =
    person === undefined
      ? []
      : [button(actionIds.alertCheck, 'Run check', writeButtonValue({ does: 'alert-check', who: person }))];
  return [...inHandButtons(alert, standing), ...fix, ...check];
}

function inHandButtons(
  { fingerprint }: Alert,
  standing: 'open' | 'acknowledged' | 'snoozed',
): (Button | StaticSelect)[] {
  const value = (deed: AlertDeed) => writeButtonValue({ does: 'alert', alert: fingerprint, deed });
  if (standing === 'snoozed') return [button(actionIds.alertWake, 'End snooze', value({ does: 'wake' }))];
  const snooze = menu(actionIds.alertSnooze, 'Snooze …', [
    { label: 'for an hour', value: value({ does: 'snooze', for: '1h' }) },
    { label: 'for a day', value: value({ does: 'snooze', for: '1d' }) },
    { label: 'until it changes', value: value({ does: 'snooze', for: 'until-changed' }) },
  ]);
  if (standing === 'acknowledged') return [snooze];
  return [button(actionIds.alertAcknowledge, 'Acknowledge', value({ does: 'acknowledge' }), 'primary'), snooze];
}
