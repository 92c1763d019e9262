import { webApi } from '@slack/bolt';
import { type Alert, digestMark, MessageGone, type Notifier, noteMark } from '../../model/alert.js';
import { UserError } from '../../model/errors.js';
import type { Log } from '../../model/log.js';
import { checkedApiUrl } from '../api-url.js';
import { boltLogger } from '../bolt-logger.js';
import type { Message } from '../limits.js';
import { slackErrorCode } from '../slack-error.js';
import { alertView } from '../views/alert.js';
import { alertNoteView } from '../views/alert-note.js';
import { digestView } from '../views/digest.js';
import { eventType, findMessage } from './find-message.js';
import { patiently, realWait, type Wait } from './patience.js';

/** Longer than Slack takes on a bad day. */
const timeoutMs = 10_000;
/** Links of a digest: each costs a call. */
const mostLinks = 15;

/** What Slack answers when the message to change, or to reply to, is not there or nobody's to change any more. */
const gone = ['message_not_found', 'cant_update_message', 'thread_not_found', 'cannot_reply_to_message'];
/** What Slack answers when the bot may not post there, and what helps. */
const remedies: Readonly<Record<string, string>> = {
  not_in_channel: 'Invite the bot to the channel: type /invite and its name there.',
  channel_not_found:
    'No such channel, or a private one that the bot is not in: invite it there, or correct ALERT_CHANNEL and ALERT_ROUTES.',
  is_archived: 'The channel is archived: bring it back, or set ALERT_CHANNEL and ALERT_ROUTES to another.',
  missing_scope: 'Compare the app’s scopes with slack-manifest.yaml; wo-okta doctor names those that are missing.',
};

/** Tells alerts on a workspace, with a client of its own. Nothing is sent before the first call. */
export function openNotifier(
  { botToken, apiUrl }: { readonly botToken: string; readonly apiUrl?: string | undefined },
  { log }: { readonly log: Log },
): Notifier {
  const client = new webApi.WebClient(botToken, {
    slackApiUrl: checkedApiUrl(apiUrl),
    logger: boltLogger(log),
    allowAbsoluteUrls: false,
    timeout: timeoutMs,
    // A post whose answer is lost may be there: whoever tries again looks for it first.
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });
  return createNotifier(client, { log });
}

/**
 * Tells alerts by this client, which must neither repeat a lost call by itself nor wait for rate limits. Refusals that a
 * person can mend are `UserError` `bad-config` with what to do.
 */
export function createNotifier(
  client: webApi.WebClient,
  { log, wait = realWait }: { readonly log: Log; readonly wait?: Wait },
): Notifier {
  let identity: Promise<string> | undefined;

  async function call<Result>(channel: string, work: () => Promise<Result>): Promise<Result> {
    try {
      return await patiently(work, wait);
    } catch (error) {
      throw explained(error, channel);
    }
  }

  /** The bot's own id among the authors of messages. */
  function botId(channel: string): Promise<string> {
    identity ??= call(channel, () => client.auth.test()).then(({ bot_id: id }) => id ?? '');
    identity.catch(() => {
      identity = undefined;
    });
    return identity;
  }

  function post(channel: string, mark: string, message: Message, thread: Thread = {}) {
    return call(channel, () =>
      client.chat.postMessage({
        channel,
        ...contentOf(message, mark),
        unfurl_links: false,
        unfurl_media: false,
        ...thread,
      }),
    );
  }

  /** Leads from alerts to their messages, as far as Slack says; a digest without links is one, too. */
  async function linksTo(alerts: readonly Alert[]): Promise<ReadonlyMap<string, string>> {
    const links = new Map<string, string>();
    for (const { fingerprint, message } of alerts.slice(0, mostLinks)) {
      if (message === undefined) continue;
      try {
        const asked = { channel: message.channel, message_ts: message.ts };
        const { permalink } = await call(message.channel, () => client.chat.getPermalink(asked));
        if (permalink !== undefined) links.set(fingerprint, permalink);
      } catch (err) {
        log.debug('Slack gave no link to an alert', { err });
      }
    }
    return links;
  }

  return {
    async post(channel, alert) {
      const { ts } = await post(channel, alert.episode, alertView(alert));
      if (ts === undefined) throw new Error('Slack did not say under which ts it posted the alert.');
      return ts;
    },
    async update({ channel, ts }, alert) {
      await call(channel, () => client.chat.update({ channel, ts, ...contentOf(alertView(alert), alert.episode) }));
    },
    async note({ channel, ts }, alert, note) {
      const thread: Thread = note.broadcast ? { thread_ts: ts, reply_broadcast: true } : { thread_ts: ts };
      const posted = await post(channel, noteMark(alert, note), alertNoteView(alert, note), thread);
      // Below a message that was deleted Slack posts no reply but, without a word, a message (slack-go issue 1571).
      if (posted.message === undefined || posted.message.thread_ts === ts || posted.ts === undefined) return;
      const stray = { channel, ts: posted.ts };
      await call(channel, () => client.chat.delete(stray));
      throw new MessageGone();
    },
    async digest(channel, digest) {
      await post(channel, digestMark(digest.day), digestView(digest, await linksTo(digest.open)));
    },
    async find({ channel, thread }, mark, since) {
      const own = await botId(channel);
      const place = { channel, since, ...(thread === undefined ? {} : { thread }) };
      try {
        return await findMessage(client, place, mark, own, (work) => call(channel, work));
      } catch (error) {
        // A thread that is gone has nothing in it.
        if (error instanceof MessageGone) return undefined;
        throw error;
      }
    },
  };
}

/** Where a reply goes, in Slack's words. */
type Thread =
  | Readonly<Record<string, never>>
  | { readonly thread_ts: string }
  | { readonly thread_ts: string; readonly reply_broadcast: true };

function contentOf({ text, blocks }: Message, mark: string) {
  return { text, blocks, metadata: { event_type: eventType, event_payload: { mark } } };
}

function explained(error: unknown, channel: string): unknown {
  const code = slackErrorCode(error) ?? '';
  if (gone.includes(code)) return new MessageGone(code, { cause: error });
  const remedy = remedies[code];
  if (remedy === undefined) return error;
  return new UserError('bad-config', `Slack refused the alert in ${channel} (${code}). ${remedy}`, { cause: error });
}
