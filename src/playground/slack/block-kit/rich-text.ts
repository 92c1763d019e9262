import * as z from 'zod';
import { LIMITS } from './limits.js';
import { blockId, bounded, url } from './objects.js';

const style = z
  .strictObject({
    bold: z.boolean().optional(),
    italic: z.boolean().optional(),
    strike: z.boolean().optional(),
    code: z.boolean().optional(),
    underline: z.boolean().optional(),
    highlight: z.boolean().optional(),
    client_highlight: z.boolean().optional(),
    unlink: z.boolean().optional(),
  })
  .optional();

const inline = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string().min(1), style }),
  z.strictObject({ type: z.literal('link'), url, text: z.string().optional(), unsafe: z.boolean().optional(), style }),
  z.strictObject({
    type: z.literal('emoji'),
    name: bounded(100),
    unicode: z.string().optional(),
    url: url.optional(),
    style,
  }),
  z.strictObject({ type: z.literal('user'), user_id: bounded(32), style }),
  z.strictObject({ type: z.literal('usergroup'), usergroup_id: bounded(32), style }),
  z.strictObject({ type: z.literal('team'), team_id: bounded(32), style }),
  z.strictObject({ type: z.literal('channel'), channel_id: bounded(32), style }),
  z.strictObject({ type: z.literal('broadcast'), range: z.enum(['here', 'channel', 'everyone']), style }),
  z.strictObject({ type: z.literal('color'), value: bounded(32), style }),
  z.strictObject({
    type: z.literal('date'),
    timestamp: z.number().int(),
    format: bounded(LIMITS.text),
    url: url.optional(),
    fallback: z.string().optional(),
    style,
  }),
]);

const section = z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(inline) });
const border = z.union([z.literal(0), z.literal(1)]).optional();

/** The block people's own messages have, and the only formatted text inside tables and task cards. */
export const richText = z.strictObject({
  type: z.literal('rich_text'),
  block_id: blockId,
  elements: z
    .array(
      z.discriminatedUnion('type', [
        section,
        z.strictObject({
          type: z.literal('rich_text_list'),
          style: z.enum(['bullet', 'ordered']),
          elements: z.array(section),
          indent: z.number().int().min(0).max(8).optional(),
          offset: z.number().int().min(0).optional(),
          border,
        }),
        z.strictObject({ type: z.literal('rich_text_quote'), elements: z.array(inline), border }),
        z.strictObject({
          type: z.literal('rich_text_preformatted'),
          elements: z.array(inline),
          border,
          language: z.string().optional(),
        }),
      ]),
    )
    .min(1),
});
