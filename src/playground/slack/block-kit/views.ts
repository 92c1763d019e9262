import * as z from 'zod';
import { blockSchema } from './blocks.js';
import { LIMITS } from './limits.js';
import { plainText } from './objects.js';

const base = {
  blocks: z.array(blockSchema).max(LIMITS.viewBlocks),
  private_metadata: z.string().max(LIMITS.privateMetadata).optional(),
  callback_id: z.string().max(LIMITS.callbackId).optional(),
  external_id: z.string().max(255).optional(),
};

/** A view handed to views.open, views.push, views.update or views.publish. */
export const viewSchema = z.discriminatedUnion('type', [
  z
    .strictObject({
      type: z.literal('modal'),
      ...base,
      title: plainText(LIMITS.viewTitle),
      submit: plainText(LIMITS.viewButton).optional(),
      close: plainText(LIMITS.viewButton).optional(),
      clear_on_close: z.boolean().optional(),
      notify_on_close: z.boolean().optional(),
      submit_disabled: z.boolean().optional(),
    })
    .refine(
      (view) =>
        view.submit !== undefined ||
        !view.blocks.some((block) => z.object({ type: z.literal('input') }).safeParse(block).success),
      { message: 'missing required field: submit' },
    ),
  z.strictObject({ type: z.literal('home'), ...base }),
]);

export type View = z.infer<typeof viewSchema>;
