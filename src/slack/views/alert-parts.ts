import { followsFrom, lastedOf, standingOf } from '../../desk/alert-words.js';
import type { Alert, Severity } from '../../model/alert.js';
import { bold, cutPlain, escapeLine, mentionUser, slackDate } from '../text.js';

/** How severities look; their names stand beside them, since colours alone tell some people nothing. */
export const severityMarks: Readonly<Record<Severity, string>> = {
  critical: ':red_circle:',
  warning: ':large_orange_circle:',
  info: ':large_blue_circle:',
};

/** How severities are called. */
export const severityNames: Readonly<Record<Severity, string>> = {
  critical: 'Critical',
  warning: 'Warning',
  info: 'For information',
};

/** The sign before an alert's title: how bad it is as long as nobody has it in hand, else what became of it. */
export function markOf(alert: Alert): string {
  switch (standingOf(alert)) {
    case 'open':
      return severityMarks[alert.severity];
    case 'acknowledged':
      return ':eyes:';
    case 'snoozed':
      return ':zzz:';
    case 'follows':
      return ':link:';
    case 'resolved':
      return ':white_check_mark:';
  }
}

/**
 * Where an alert stands as mrkdwn without a full stop: who has it in hand, until when; empty while nobody has. Without
 * names where it is posted unasked: Slack would call them.
 */
export function standingText(alert: Alert, withNames = true): string {
  const { acknowledged, snoozed } = alert;
  const by = (act: { readonly by: string } | undefined) =>
    withNames && act !== undefined ? ` by ${mentionUser(act.by)}` : '';
  switch (standingOf(alert)) {
    case 'open':
      return '';
    case 'acknowledged':
      return `Acknowledged${by(acknowledged)}`;
    case 'snoozed': {
      const until = snoozed?.until === undefined ? 'it changes' : slackDate(snoozed.until);
      return `Snoozed${by(snoozed)} until ${until}`;
    }
    case 'follows':
      return `Follows from ${followsFrom(alert)}, which has an alert of its own`;
    case 'resolved': {
      const long = lastedOf(alert);
      return long === undefined ? 'Resolved' : `Resolved after ${long}`;
    }
  }
}

/** An alert's title in bold, on one line. */
export function titleOf({ title }: Alert): string {
  return bold(cutPlain(title, 500));
}

/** One line of what an alert gathers, as an item of a list. */
export function memberLine(text: string): string {
  return `• ${escapeLine(cutPlain(text, 500))}`;
}
