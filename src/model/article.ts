import * as z from 'zod';
import { placeSchema, productSchema } from './system.js';

/** Ids of articles, intents and checks: lower-case words joined by hyphens, never changed once published. */
export const idSchema = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'an id is lower-case words joined by hyphens');

/** One sentence or short paragraph of plain text: no line breaks, no mark-up beyond `code`. */
const lineSchema = z
  .string()
  .trim()
  .min(1)
  .max(600)
  .regex(/^[^\r\n]*$/, 'must be a single line');

/** The chapters of the troubleshooting blog, which group articles for people. */
export const areaSchema = z.enum([
  'troubleshooting-overview',
  'digital-workspace',
  'identity-provider-okta',
  'identity-provider-workspace-one',
  'device-trust',
  'scim',
  'mobile-sso',
]);

/** One thing to verify or change. `where` is the menu path exactly as the console labels it. */
export const stepSchema = z
  .strictObject({
    do: lineSchema.describe('What to verify or change, as an instruction.'),
    place: placeSchema.describe('Whose console, or which side, this happens in.'),
    where: lineSchema.optional().describe('The menu path, labels exactly as shown, joined by " → ".'),
    expect: lineSchema.describe('What you should see when this step is right.'),
    values: z.array(lineSchema).max(12).optional().describe('Exact values to enter or compare, copied verbatim.'),
    checks: z
      .array(idSchema)
      .min(1)
      .max(4)
      .optional()
      .describe('The checks that tell whether this step is right; all of them have to pass.'),
    byHand: lineSchema
      .optional()
      .describe(
        'Why no check can tell: there is no API for it, or only a person can try it. Stands in place of checks.',
      ),
    canHelpAnyway: z
      .literal(true)
      .optional()
      .describe(
        'The step is worth taking also where the live checks rule the cause out: it looks for another cause, or tries again. Left out where it presupposes the cause.',
      ),
  })
  .refine(({ checks, byHand }) => checks === undefined || byHand === undefined, {
    message: 'A step has either checks or byHand: what a check tells, nobody has to look up by hand.',
  })
  .describe('One step of the fix.');
export type Step = z.infer<typeof stepSchema>;

/** The validated front matter of `knowledge/<id>.md`. */
export const articleFrontMatterSchema = z.strictObject({
  id: idSchema,
  version: z.int().min(1).describe('Raised by one with every change of meaning.'),
  title: lineSchema,
  area: areaSchema,
  products: z.array(productSchema).min(1),
  cause: lineSchema.describe('The cause in one line.'),
  ruledOutBy: z
    .array(idSchema)
    .min(1)
    .max(8)
    .optional()
    .describe(
      'The checks that decide whether it is this cause: when all of them pass, it is ruled out, whatever else is open. Left out where something that no check sees can be the cause.',
    ),
  steps: z.array(stepSchema).min(1).max(12),
  tellsApart: z
    .array(
      z.strictObject({
        from: idSchema.describe('The neighbouring article.'),
        by: lineSchema.describe('What to look at, and which way it points.'),
      }),
    )
    .default([]),
  source: z.strictObject({
    title: lineSchema,
    section: lineSchema,
    url: z.url({ protocol: /^https$/ }).optional(),
  }),
  reviewed: z.iso.date().describe('When a person last compared this article with the consoles, YYYY-MM-DD.'),
});

/** One known problem and its fix. `body` is the Markdown below the front matter: background for the curious. */
export type Article = z.infer<typeof articleFrontMatterSchema> & { readonly body: string };
