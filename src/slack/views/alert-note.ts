import { lastedOf } from '../../desk/alert-words.js';
import type { Alert, AlertNote } from '../../model/alert.js';
import { type Message, toMessage } from '../limits.js';
import { bold, cutPlain, slackDate } from '../text.js';
import { memberLine, severityMarks, titleOf } from './alert-parts.js';
import { section } from './blocks.js';

/**
 * A message in an alert's thread. Those that the channel sees too name the alert, for there they stand alone; of the
 * alert they tell what is so by now, which may be more than when they were thought of.
 */
export function alertNoteView(alert: Alert, note: AlertNote): Message {
  return toMessage([section(textOf(alert, note))], '… Cut to fit Slack.');
}

function textOf(alert: Alert, { kind, lines }: AlertNote): string {
  const mark = severityMarks[alert.severity];
  switch (kind) {
    case 'details':
      return lines.length === 0 ? titleOf(alert) : lines.map(memberLine).join('\n');
    case 'worse':
      return `${mark} Worse: ${bold(cutPlain(lines[0] ?? alert.title, 500))}`;
    case 'reminder':
      return `${mark} Open since ${slackDate(alert.startedAt)}, and nobody has acknowledged it: ${titleOf(alert)}`;
    case 'snooze-over':
      return `:alarm_clock: The snooze has ended: ${titleOf(alert)}`;
    case 'again':
      return `${mark} It is back: ${titleOf(alert)}`;
    case 'resolved': {
      const long = lastedOf(alert);
      return `:white_check_mark: Resolved${long === undefined ? '' : ` after ${long}`}: ${titleOf(alert)}`;
    }
  }
}
