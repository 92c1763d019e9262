import { type Alert, type Digest, severities } from '../../model/alert.js';
import { type Block, type Message, toMessage } from '../limits.js';
import { cutPlain, link } from '../text.js';
import { markOf } from './alert-parts.js';
import { standingAside } from './alerts-list.js';
import { context, section } from './blocks.js';

const shown = 15;

/** The day's summary: what is open, the worst first, and what was resolved. `links` leads to alerts' messages. */
export function digestView({ day, open, resolved }: Digest, links: ReadonlyMap<string, string>): Message {
  const heading =
    open.length === 0
      ? `:white_check_mark: *${day}: no alert is open.*`
      : `:clipboard: *${day}: ${open.length === 1 ? 'one alert is' : `${open.length} alerts are`} open.*`;
  return toMessage(
    [
      section(heading),
      ...listed('', worstFirst(open), links),
      ...listed('*Resolved since the last summary*', resolved, links),
    ],
    '… Cut to fit Slack.',
  );
}

function worstFirst(alerts: readonly Alert[]): Alert[] {
  const weight = ({ severity }: Alert) => severities.indexOf(severity);
  return [...alerts].sort((a, b) => weight(b) - weight(a) || b.startedAt - a.startedAt);
}

function listed(heading: string, alerts: readonly Alert[], links: ReadonlyMap<string, string>): Block[] {
  if (alerts.length === 0) return [];
  const lines = alerts.slice(0, shown).map((alert) => {
    const title = link(links.get(alert.fingerprint) ?? '', cutPlain(alert.title, 130));
    return `${markOf(alert)} ${title} · ${standingAside(alert, false)}`;
  });
  const left = alerts.length - lines.length;
  return [
    section([...(heading === '' ? [] : [heading]), ...lines].join('\n')),
    ...(left > 0 ? [context(`… and ${left} more: \`/wo-okta alerts\``)] : []),
  ];
}
