import * as z from 'zod';
import { idSchema } from './article.js';
import { factSchema } from './fact.js';
import { placeSchema } from './system.js';

const phraseSchema = z.string().trim().min(2).max(2_000);

/** The questions to the live tenants that a person can ask. */
export const lookupIdSchema = z.enum(['last-failure', 'token', 'check', 'idp', 'devices']);
export type LookupId = z.infer<typeof lookupIdSchema>;

/** A text that must not be taken for this intent, and the intent it belongs to, if any. */
const counterExampleSchema = z.union([
  phraseSchema,
  z.strictObject({ text: phraseSchema, instead: idSchema.describe('The intent this text does belong to.') }),
]);

/** An error text as the product shows it. A text that several problems show names all of them in `sharedWith`. */
const signatureSchema = z.strictObject({
  text: z.string().trim().min(6).max(400),
  sharedWith: z.array(idSchema).min(1).optional().describe('The other intents that list the very same text.'),
});

/** Where an intent leads: an article, a lookup, the help text, or nowhere (talk that is none of our business). */
const leadsToSchema = z.union([
  z.strictObject({ article: idSchema }),
  z.strictObject({
    lookup: lookupIdSchema,
    byHand: z
      .array(z.strictObject({ place: placeSchema, where: z.string().trim().min(1), look: z.string().trim().min(1) }))
      .min(1)
      .describe('How a person finds the same answer in the consoles.'),
  }),
  z.literal('help'),
  z.literal('nothing'),
]);

/** The validated content of `intents/<id>.yaml`: one thing a person can mean. */
export const intentSchema = z.strictObject({
  id: idSchema,
  title: z.string().trim().min(3).max(120).describe('What the person means, as a short phrase.'),
  leadsTo: leadsToSchema,
  choice: z.string().trim().min(2).max(75).optional().describe('Label of the button when the bot has to ask.'),
  question: z.string().trim().min(5).max(300).optional().describe('What to ask when nothing decides.'),
  questionBetween: z
    .array(idSchema)
    .min(1)
    .optional()
    .describe('The other intents between which the question decides. Beside any other a plain question is asked.'),
  signatures: z.array(signatureSchema).default([]),
  facts: z
    .strictObject({
      needs: z.array(factSchema).default([]).describe('Without all of these a shared error text does not mean this.'),
      excludes: z.array(factSchema).default([]).describe('Any of these rules this intent out.'),
      prefers: z.array(factSchema).default([]).describe('Each of these speaks for this intent against its neighbours.'),
    })
    .default({ needs: [], excludes: [], prefers: [] }),
  examples: z.array(phraseSchema).min(10),
  vague: z
    .array(z.strictObject({ text: phraseSchema, or: z.array(idSchema).min(1).max(4) }))
    .default([])
    .describe('Phrasings that leave open which of several intents is meant: the bot has to ask.'),
  notThis: z.array(counterExampleSchema).default([]),
});

/** The id of the intent for talk that is none of our business: it leads nowhere, and keeps the bot quiet. */
export const unrelated = 'unrelated';

/** One thing a person can mean. */
export type Intent = z.infer<typeof intentSchema>;
