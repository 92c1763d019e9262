import * as z from 'zod';
import { faultsOf } from '../block-kit/faults.js';
import type { Core } from '../core.js';
import type { Channel, Json, Message } from '../objects.js';
import { faultsAs, SlackError } from '../slack-error.js';

/** One Web API method, ready to be called with whatever came over the wire. */
export interface ApiMethod {
  readonly name: string;
  /** The kind of token it takes. */
  readonly token: 'bot' | 'app';
  /** Scopes of which one suffices; empty when any token will do. */
  readonly scopes: readonly string[];
  /** Throws `SlackError`. What it returns goes out beside `ok: true`. */
  call(raw: Json, core: Core): Json;
}

/** A method with its parameters as a schema; a fault in them is `invalid_arguments`, with the place. */
export const method = <P>(definition: {
  readonly name: string;
  readonly token?: 'bot' | 'app';
  readonly scopes: readonly string[];
  readonly params: z.ZodType<P>;
  run(params: P, core: Core): Json;
}): ApiMethod => ({
  name: definition.name,
  token: definition.token ?? 'bot',
  scopes: definition.scopes,
  call(raw, core) {
    const parsed = definition.params.safeParse(raw);
    if (!parsed.success) throw faultsAs('invalid_arguments', faultsOf(parsed.error, raw, []));
    return definition.run(parsed.data, core);
  },
});

/** A flag: `true` in JSON, `"true"` or `"1"` in a form. */
export const flag = z.union([z.boolean(), z.stringbool()]).optional();

/** A number, also as the text a form carries. */
export const count = z.coerce.number().int().min(1).max(1_000).optional();

/** A structure: as it is in JSON, as a JSON text in a form. An unreadable text stays a text and fails its checks. */
export const structure = z.preprocess((value) => {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}, z.unknown());

/** Throws `missing_scope` unless the bot token has one of these. */
export const needScope = (core: Core, ...scopes: readonly string[]): void => {
  if (scopes.length === 0 || scopes.some((scope) => core.seed.app.scopes.includes(scope))) return;
  throw new SlackError('missing_scope', { needed: scopes.join(','), provided: core.seed.app.scopes.join(',') });
};

/** The channel with this id or `#name` that the bot can know of. */
export const findChannel = (core: Core, wanted: string): Channel => {
  const channel = core.workspace.channel(wanted) ?? core.workspace.channelByName(wanted.replace(/^#/, ''));
  if (channel === undefined || (channel.kind === 'direct' && !channel.members.has(core.bot.id))) {
    throw new SlackError('channel_not_found');
  }
  return channel;
};

/** Throws `not_in_channel` when the bot is no member. */
export const mustBeMember = (core: Core, channel: Channel): void => {
  if (!channel.members.has(core.bot.id)) throw new SlackError('not_in_channel');
};

/** A message that is in the history. */
export const findMessage = (core: Core, channel: Channel, ts: string): Message => {
  const message = core.workspace.message(channel.id, ts);
  if (message === undefined || message.ephemeralTo !== undefined) throw new SlackError('message_not_found');
  return message;
};

/** One page of a list, with Slack's cursor: the start of the next page, in base64. */
export const page = <T>(
  all: readonly T[],
  limit: number,
  cursor: string | undefined,
): { readonly items: readonly T[]; readonly next: string } => {
  const asked = cursor === undefined || cursor === '' ? '0' : Buffer.from(cursor, 'base64').toString();
  if (!/^\d{1,9}$/.test(asked)) throw new SlackError('invalid_cursor');
  const start = Number(asked);
  const end = start + limit;
  return { items: all.slice(start, end), next: end < all.length ? Buffer.from(String(end)).toString('base64') : '' };
};
