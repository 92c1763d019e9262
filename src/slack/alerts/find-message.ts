import type { webApi } from '@slack/bolt';

/** Of the bot's metadata: what its messages about alerts are called, and the field with the mark. */
export const eventType = 'wo_okta_alert';

/** Slack's advice is to ask for no more than 200 at once (docs.slack.dev/apis/web-api/pagination). */
const perPage = 200;
/** Two thousand messages since an alert began: whoever finds none among them posts anew. */
const mostPages = 10;

/** Where to look: a channel, or one thread of it, from a moment on. */
export interface SearchPlace {
  readonly channel: string;
  readonly thread?: string;
  /** Milliseconds since 1970. */
  readonly since: number;
}

interface PostedMessage {
  readonly ts?: string | undefined;
  readonly bot_id?: string | undefined;
  readonly metadata?: { readonly event_type?: string; readonly event_payload?: object } | undefined;
}

/**
 * The `ts` of a message of the bot's own with this mark; `botId` says which are its own, as any app can write any
 * metadata. Slack hands payloads out to whoever may read the messages when all metadata is asked for: beyond the scopes
 * for history it takes none (docs.slack.dev/reference/methods/conversations.history, `include_all_metadata`).
 */
export async function findMessage(
  client: webApi.WebClient,
  { channel, thread, since }: SearchPlace,
  mark: string,
  botId: string,
  call: <Result>(work: () => Promise<Result>) => Promise<Result>,
): Promise<string | undefined> {
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const asked = {
      channel,
      oldest: (since / 1_000).toFixed(6),
      limit: perPage,
      include_all_metadata: true,
      ...(cursor === undefined ? {} : { cursor }),
    };
    const { messages, response_metadata: more } = await call(
      (): Promise<{
        readonly messages?: readonly PostedMessage[];
        readonly response_metadata?: { readonly next_cursor?: string };
      }> =>
        thread === undefined
          ? client.conversations.history(asked)
          : client.conversations.replies({ ...asked, ts: thread }),
    );
    const found = messages?.find((message) => message.bot_id === botId && markIn(message) === mark);
    if (found !== undefined) return found.ts;
    cursor = more?.next_cursor || undefined;
    if (cursor === undefined) return undefined;
  }
  return undefined;
}

function markIn({ metadata }: PostedMessage): unknown {
  const { event_type: type, event_payload: payload } = metadata ?? {};
  return type === eventType && payload !== undefined && 'mark' in payload ? payload.mark : undefined;
}
