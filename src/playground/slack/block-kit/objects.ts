import * as z from 'zod';
import { LIMITS } from './limits.js';

/** A string that is not empty and no longer than `max`. */
export const bounded = (max: number) => z.string().min(1).max(max);

export const plainText = (max: number = LIMITS.text) =>
  z.strictObject({ type: z.literal('plain_text'), text: bounded(max), emoji: z.boolean().optional() });

export const mrkdwn = (max: number = LIMITS.text) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: bounded(max), verbatim: z.boolean().optional() });

/** `plain_text` or `mrkdwn`. */
export const textObject = (max: number = LIMITS.text) => z.discriminatedUnion('type', [plainText(max), mrkdwn(max)]);

export const actionId = bounded(LIMITS.actionId).optional();
export const blockId = z.string().max(LIMITS.blockId).optional();

const isUrl = (value: string): boolean => {
  const parsed = URL.canParse(value) ? new URL(value) : undefined;
  return parsed !== undefined && parsed.protocol !== 'javascript:' && parsed.protocol !== 'data:';
};

/** An absolute address. */
export const url = bounded(LIMITS.url).refine(isUrl, 'must be a valid URL');

/** A host that Slack's own servers cannot reach: loopback, private ranges, bare names. */
const isUnreachable = (host: string): boolean =>
  !host.includes('.') ||
  /^(?:127|10|0)\.|^192\.168\.|^169\.254\.|^172\.(?:1[6-9]|2\d|3[01])\./.test(host) ||
  host.startsWith('[');

/** Slack downloads every image itself, so the address must be public and http(s). */
export const imageUrl = url.refine((value) => {
  const parsed = URL.canParse(value) ? new URL(value) : undefined;
  return parsed !== undefined && /^https?:$/.test(parsed.protocol) && !isUnreachable(parsed.hostname);
}, 'downloading image failed');

export const slackFile = z.union([z.strictObject({ id: bounded(LIMITS.url) }), z.strictObject({ url })]);

export const confirm = z.strictObject({
  title: plainText(LIMITS.confirmTitle).optional(),
  text: textObject(LIMITS.confirmText),
  confirm: plainText(LIMITS.confirmButton).optional(),
  deny: plainText(LIMITS.confirmButton).optional(),
  style: z.enum(['primary', 'danger']).optional(),
});

const option = <T extends z.ZodType>(text: T) =>
  z.strictObject({
    text,
    value: bounded(LIMITS.optionValue).optional(),
    url: url.optional(),
    description: plainText(LIMITS.optionDescription).optional(),
  });

/** Option of a select or overflow menu. */
export const plainOption = option(plainText(LIMITS.optionText));
/** Option of radio buttons or checkboxes. */
export const richOption = option(textObject(LIMITS.optionText));

export const optionGroup = z.strictObject({
  label: plainText(LIMITS.optionText),
  options: z.array(plainOption).min(1).max(LIMITS.options),
});

export const dispatchConfig = z.strictObject({
  trigger_actions_on: z.array(z.enum(['on_enter_pressed', 'on_character_entered'])).optional(),
});

export const conversationFilter = z.strictObject({
  include: z
    .array(z.enum(['im', 'mpim', 'private', 'public']))
    .min(1)
    .optional(),
  exclude_external_shared_channels: z.boolean().optional(),
  exclude_bot_users: z.boolean().optional(),
});
