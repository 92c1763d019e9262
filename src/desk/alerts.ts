import type { Alert, Alerts } from '../model/alert.js';
import { type AlertDeed, type AlertLine, parseAlertLine } from './alert-line.js';
import type { Permission } from './permission.js';
import type { AlertRequest, Question } from './question.js';
import { done, refused } from './replies.js';
import type { Reply } from './reply.js';

/** The desk's part that deals with alerts. */
export interface AlertDesk {
  /** What follows the command `alerts`. */
  run(rest: string, question: Question): Promise<Reply>;
  act(request: AlertRequest): Promise<Reply>;
}

const notConfigured = refused(
  'Nothing is watched: no channel is set for alerts. Whoever runs me sets ALERT_CHANNEL to a channel’s id and invites me there.',
);

/** Opens the desk for alerts. Without `permission` (no live system is connected) they are handled in their channels only. */
export function createAlertDesk(alerts: Alerts | undefined, permission: Permission | undefined): AlertDesk {
  /** Why somebody may not; undefined when they may. */
  async function refusalFor(door: Alerts, asker: string, channel: string): Promise<Reply | undefined> {
    const overview = await door.overview();
    const channels = [overview.channel, ...overview.alerts.flatMap(({ message }) => message?.channel ?? [])];
    if (channels.includes(channel)) return undefined;
    const verdict = await permission?.toLookUpPeople(asker, channel);
    if (verdict?.isAllowed === true) return undefined;
    const right = verdict === undefined ? '' : ` Elsewhere that takes the right to look people up. ${verdict.refusal}`;
    return { ...refused(`Alerts are shown and handled in the channel that gets them.${right}`), isForAskerOnly: true };
  }

  async function answer(line: AlertLine, asker: string, channel: string): Promise<Reply> {
    if (alerts === undefined) return notConfigured;
    return (await refusalFor(alerts, asker, channel)) ?? runAlertLine(alerts, line, asker);
  }

  return {
    async run(rest, { asker, place }) {
      const parsed = parseAlertLine(rest);
      if (alerts !== undefined && !parsed.ok) return refused(parsed.message);
      return answer(parsed.ok ? parsed.line : { does: 'list' }, asker, place.channel);
    },
    act: ({ which, deed, asker, place }) => answer({ does: 'act', which, deed }, asker, place.channel),
  };
}

/** Carries a line out, for somebody who may. Rejects with the store's `UserError`. */
export async function runAlertLine(alerts: Alerts, line: AlertLine, by: string): Promise<Reply> {
  switch (line.does) {
    case 'list':
      return { kind: 'alerts', overview: await alerts.overview() };
    case 'test':
      return tested(await alerts.test(by));
    case 'act': {
      const alert = await alerts.act(line.which, { ...line.deed, by });
      return alert === undefined
        ? refused(`No open alert goes by “${line.which}”: it may be over, or several begin so. \`alerts\` lists them.`)
        : done(`${didTo(line.deed)}: ${alert.title}`);
    }
  }
}

function didTo(deed: AlertDeed): string {
  if (deed.does === 'acknowledge') return 'Acknowledged';
  if (deed.does === 'wake') return 'No longer snoozed';
  const spans = { '1h': 'for an hour', '1d': 'for a day', 'until-changed': 'until it changes' };
  return `Snoozed ${spans[deed.for]}`;
}

/** Nobody tries the way when all is well with it: a test that did not arrive says what may be the matter. */
function tested({ message }: Alert): Reply {
  return message === undefined
    ? refused(
        'The test alert is not in its channel yet. Either quiet hours hold it back, or Slack refused it: then the log says why. Most often I am not a member of the channel: `/invite` me there.',
      )
    : done('A test alert is in the channel of the alerts. It resolves by itself after a minute.');
}
