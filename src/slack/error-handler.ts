import type { App, Context } from '@slack/bolt';
import { UserError } from '../model/errors.js';
import type { Log } from '../model/log.js';
import { toMessage } from './limits.js';
import { escapeText } from './text.js';
import { context, section } from './views/blocks.js';

interface ErrorHandlerOptions {
  readonly client: App['client'];
  readonly log: Log;
  /** A short id that joins what the person sees with the log. */
  readonly newId: () => string;
  /** Posts to the `response_url` of commands and buttons. */
  readonly fetch: typeof globalThis.fetch;
}

/** The parts of a payload that say where its sender waits for an answer. */
interface Body {
  readonly response_url?: string;
  readonly event?: {
    readonly type?: string;
    readonly channel?: string;
    readonly channel_type?: string;
    readonly ts?: string;
    readonly thread_ts?: string;
  };
}

/** What Bolt hands to an extended error handler, as far as it is used. */
export interface FailedListener {
  readonly error: Error;
  readonly body: object;
  readonly context: Context;
}

/**
 * The one place where a failed listener ends: the log gets the cause, the person a constant sentence with an id, or the
 * message of a `UserError`. Nobody waits for an answer to an unasked channel message, so there nothing is said.
 */
export function createErrorHandler({ client, log, newId, fetch }: ErrorHandlerOptions) {
  return async (failed: FailedListener): Promise<void> => {
    const id = newId();
    const err = causeOf(failed.error);
    if (err instanceof UserError) log.warn('Refused a request from Slack', { id, code: err.code, err });
    else log.error('A Slack listener failed', { id, err });
    const message = toMessage(
      err instanceof UserError
        ? [section(`:information_source: ${escapeText(err.message)}`)]
        : [
            section(':warning: Something went wrong on my side and I could not finish this. Please try again.'),
            context(`If it happens again, give your administrator this number: \`${id}\``),
          ],
      '…',
    );
    try {
      await tell(failed.body, message);
    } catch (cause) {
      log.error('Could not report a failure to the person', { id, err: cause });
    }

    async function tell({ response_url: url, event }: Body, { text, blocks }: typeof message): Promise<void> {
      if (url !== undefined) {
        const body = JSON.stringify({ response_type: 'ephemeral', replace_original: false, text, blocks });
        await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
        return;
      }
      const { channel, ts } = event ?? {};
      const asked = event?.type === 'app_mention' || event?.channel_type === 'im';
      const token = failed.context.botToken;
      if (!asked || channel === undefined || ts === undefined || token === undefined) return;
      await client.chat.postMessage({ token, channel, thread_ts: event?.thread_ts ?? ts, text, blocks });
    }
  };
}

/** Bolt wraps what a listener throws, several failures in one error; the first cause is what happened first. */
function causeOf(error: unknown): unknown {
  if (error instanceof Error && 'original' in error && error.original instanceof Error) return causeOf(error.original);
  if (error instanceof Error && 'originals' in error && Array.isArray(error.originals)) {
    return causeOf(error.originals[0]);
  }
  return error;
}
