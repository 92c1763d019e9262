import * as z from 'zod';
import { type Product, productSchema } from '../../model/system.js';
import { crowdSchema } from './crowd.js';
import { usualSchema } from './usual.js';

/** What the rule about sign-ins keeps of one system: who tried to sign in, now and usually. */
const triedSchema = z
  .object({
    system: productSchema,
    /** Stretches before this are only in `usual`: what arrives for them now is too late to count. */
    openFrom: z.int(),
    recent: crowdSchema,
    usual: usualSchema,
  })
  .readonly();
export type Tried = z.infer<typeof triedSchema>;

/** An alarm over a text, from when it was raised until the failures are fewer again. */
const alarmSchema = z
  .object({
    /** When it was raised, milliseconds since 1970. */
    at: z.int(),
    /** How many people in a window it took, and how many were usual, if that was known. */
    need: z.number(),
    usual: z.number().optional(),
    /** Most who tried failed so. */
    isWidespread: z.boolean(),
    /** Everybody who failed since, in one stretch. */
    failed: crowdSchema,
  })
  .readonly();

const textSchema = z
  .object({
    system: productSchema,
    text: z.string().max(200),
    articleId: z.string().max(200).optional(),
    recent: crowdSchema,
    usual: usualSchema,
    alarm: alarmSchema.optional(),
  })
  .readonly();
export type FailingText = z.infer<typeof textSchema>;

/** Texts kept at most; more than any tenant has that matter. */
export const mostTexts = 40;

/** The memory of the rule about sign-ins. */
export const failingTextsSchema = z
  .object({
    /** What it was counted by: with another window the numbers mean nothing. */
    windowMs: z.int(),
    tried: z.array(triedSchema).max(3).readonly(),
    texts: z.array(textSchema).max(mostTexts).readonly(),
  })
  .readonly();
export type FailingTexts = z.infer<typeof failingTextsSchema>;

/** A text's name among those of all systems. */
export function keyOf({ system, text }: { readonly system: Product; readonly text: string }): string {
  return `${system} ${text}`;
}
