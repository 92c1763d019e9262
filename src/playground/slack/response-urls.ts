import * as z from 'zod';
import { checkBlocks } from './block-kit/index.js';
import type { Clock } from './clock.js';
import { fromApp } from './escape.js';
import type { Message, User } from './objects.js';
import { SlackError } from './slack-error.js';
import type { Workspace } from './workspace.js';

const USES = 5;
const TTL = 30 * 60_000;
/** Remembered longer than they are good for, to tell "expired" from "unknown". */
const REMEMBERED = 24 * 3_600_000;
const TEXT = 40_000;

/** What a `response_url` was given for. */
interface Occasion {
  readonly channel: string;
  readonly user: string;
  /** The message that was acted on; absent for slash commands. */
  readonly original?: { readonly ts: string; readonly threadTs?: string; readonly ephemeral: boolean };
}

/** Addresses an app may answer an interaction at: five times within thirty minutes. */
export interface ResponseUrls {
  /** Returns the secret part of a new address. */
  issue(occasion: Occasion): string;
  /** Carries out what was posted to the address. Throws `SlackError`. */
  use(secret: string, body: unknown): void;
  /** Carries out an answer that came with an acknowledgement; costs no use. */
  answer(occasion: Occasion, body: unknown): void;
}

const responseSchema = z.object({
  text: z.string().optional(),
  blocks: z.unknown().optional(),
  response_type: z.enum(['in_channel', 'ephemeral']).optional(),
  replace_original: z.stringbool().or(z.boolean()).optional(),
  delete_original: z.stringbool().or(z.boolean()).optional(),
  thread_ts: z.string().optional(),
});

/** The addresses of one workspace; answers are posted as `bot`. */
export const createResponseUrls = (parts: {
  readonly workspace: Workspace;
  readonly clock: Clock;
  readonly uuid: () => string;
  readonly id: (prefix: string) => string;
  readonly bot: User & { readonly botId: string };
}): ResponseUrls => {
  const { workspace, clock, bot } = parts;
  const issued = new Map<string, { readonly occasion: Occasion; readonly expires: number; left: number }>();

  const parse = (body: unknown): z.infer<typeof responseSchema> => {
    const parsed = responseSchema.safeParse(typeof body === 'string' ? { text: body } : body);
    if (!parsed.success) throw new SlackError('invalid_payload');
    return parsed.data;
  };

  const answer = (occasion: Occasion, body: unknown): void => {
    const given = parse(body);
    const { original } = occasion;
    if (given.delete_original === true) {
      if (original !== undefined) workspace.remove(occasion.channel, original.ts, bot.id);
      return;
    }
    const blocks = given.blocks === undefined ? undefined : checkBlocks(given.blocks, () => parts.id(''));
    const text = fromApp(given.text ?? '');
    if (text === '' && (blocks === undefined || blocks.length === 0)) throw new SlackError('no_text');
    if (text.length > TEXT) throw new SlackError('msg_too_long');
    // Without the flag Slack replaces the message that was acted on, unless the answer asks for its own visibility.
    const replace = given.replace_original ?? given.response_type === undefined;
    if (replace && original !== undefined) {
      workspace.edit(occasion.channel, original.ts, bot.id, { text, blocks: blocks ?? [] });
      return;
    }
    const thread = given.thread_ts ?? original?.threadTs;
    const draft: Omit<Message, 'ts' | 'reactions'> = {
      channel: occasion.channel,
      user: bot.id,
      botId: bot.botId,
      text,
      ...(blocks === undefined ? {} : { blocks }),
      ...(thread === undefined ? {} : { threadTs: thread }),
      ...(given.response_type === 'in_channel' ? {} : { ephemeralTo: occasion.user }),
    };
    workspace.post(draft);
  };

  return {
    issue(occasion) {
      for (const [old, { expires }] of issued) if (expires + REMEMBERED <= clock.now()) issued.delete(old);
      const secret = parts.uuid();
      issued.set(secret, { occasion, expires: clock.now() + TTL, left: USES });
      return secret;
    },
    use(secret, body) {
      const found = issued.get(secret);
      if (found === undefined) throw new SlackError('no_service');
      if (found.expires <= clock.now()) throw new SlackError('expired_url');
      if (found.left === 0) throw new SlackError('used_url');
      found.left -= 1;
      answer(found.occasion, body);
    },
    answer,
  };
};
