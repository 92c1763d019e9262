import * as z from 'zod';
import type { AlertConfig } from '../../alerts-config.js';
import type { Finding } from './finding.js';
import type { SlackSays } from './slack-call.js';

const check = 'alert-channels';

/** What is read of a channel's history: that it may be read. */
export const historySchema = z.object({ ok: z.literal(true) });

/**
 * Whether the bot is a member of each channel that alerts go to. `ask` reads the channel's history, a message at most:
 * that takes membership as posting does, and no scope beyond those the bot has (conversations.info would need two more).
 * `bot`: its name in Slack.
 */
export async function checkAlertChannels(
  { channel, routes }: Pick<AlertConfig, 'channel' | 'routes'>,
  bot: string,
  ask: (channel: string) => Promise<SlackSays<z.infer<typeof historySchema>>>,
): Promise<Finding> {
  if (channel === undefined) {
    return {
      check,
      status: 'skipped',
      summary: 'No channel is set for alerts (ALERT_CHANNEL), so nothing is watched.',
    };
  }
  const channels = [...new Set([channel, ...Object.values(routes)])];
  const asked = await Promise.all(channels.map(async (one) => ({ channel: one, says: await ask(one) })));
  const away = asked.flatMap(({ channel: one, says }) => awayFrom(one, says) ?? []);
  const unread = asked.flatMap(({ channel: one, says }) => unreadOf(one, says) ?? []);
  if (away.length > 0) {
    return {
      check,
      status: 'wrong',
      summary: `The bot is not a member of ${away.length === channels.length ? '' : `${away.length} of `}the ${channels.length === 1 ? 'channel' : `${channels.length} channels`} that alerts go to.`,
      details: [...away, ...unread],
      next: `Type /invite @${bot} there; into a private channel only its members can. Compare the ids with ALERT_CHANNEL and ALERT_ROUTES.`,
    };
  }
  if (unread.length > 0) {
    return {
      check,
      status: 'unread',
      summary: 'Slack does not say whether the bot is a member of every channel that alerts go to.',
      details: unread,
      next: 'Put right what is said above about Slack, then run this again.',
    };
  }
  return { check, status: 'ok', summary: `The bot is a member of ${channels.join(', ')}, where alerts go.` };
}

function awayFrom(channel: string, says: SlackSays<unknown>): string | undefined {
  if (says.kind !== 'no') return undefined;
  if (says.code === 'not_in_channel') return `${channel}: the bot is not in it`;
  if (says.code === 'channel_not_found') return `${channel}: there is none, or it is private and the bot is not in it`;
  return undefined;
}

function unreadOf(channel: string, says: SlackSays<unknown>): string | undefined {
  if (says.kind === 'silent') return `${channel}: ${says.why}`;
  return says.kind === 'no' && awayFrom(channel, says) === undefined ? `${channel}: ${says.code}` : undefined;
}
