import * as z from 'zod';
import { button, ELEMENTS, ELEMENTS_IN, imageElement } from './elements.js';
import { LIMITS } from './limits.js';
import { blockId, bounded, imageUrl, mrkdwn, plainText, slackFile, textObject, url } from './objects.js';
import { richText } from './rich-text.js';

/** One schema for all elements a kind of block takes, told apart by their `type`. */
const elementOf = (place: keyof typeof ELEMENTS_IN): z.ZodType => {
  const [first, ...rest] = ELEMENTS_IN[place].map((type) => ELEMENTS[type]);
  return first === undefined ? z.never() : z.discriminatedUnion('type', [first, ...rest]);
};

const identified = { block_id: blockId };
const rawText = z.strictObject({ type: z.literal('raw_text'), text: z.string().min(1) });
const rawNumber = z.strictObject({
  type: z.literal('raw_number'),
  value: z.number(),
  text: z.string().min(1).optional(),
});
const cell = z.discriminatedUnion('type', [rawText, rawNumber, richText]);

const card = z
  .strictObject({
    type: z.literal('card'),
    ...identified,
    hero_image: imageElement.optional(),
    icon: imageElement.optional(),
    title: mrkdwn(LIMITS.cardTitle).optional(),
    subtitle: mrkdwn(LIMITS.cardTitle).optional(),
    body: mrkdwn(LIMITS.cardBody).optional(),
    actions: z.array(button).optional(),
  })
  .refine((given) => given.hero_image ?? given.title ?? given.actions ?? given.body, {
    message: 'must provide at least one of hero_image, title, actions, body',
  });

const taskCard = z.strictObject({
  type: z.literal('task_card'),
  ...identified,
  task_id: bounded(LIMITS.blockId),
  // A plain string here, unlike the text objects everywhere else.
  title: bounded(LIMITS.text),
  details: richText.optional(),
  output: richText.optional(),
  sources: z.array(z.strictObject({ type: z.literal('url'), url, text: bounded(LIMITS.text) })).optional(),
  status: z.enum(['pending', 'in_progress', 'complete', 'error']),
});

/** Blocks that may also stand inside a `container`. */
const CONTAINABLE = {
  actions: z.strictObject({
    type: z.literal('actions'),
    ...identified,
    elements: z.array(elementOf('actions')).min(1).max(LIMITS.actionsElements),
  }),
  context: z.strictObject({
    type: z.literal('context'),
    ...identified,
    elements: z
      .array(z.discriminatedUnion('type', [plainText(), mrkdwn(), imageElement]))
      .min(1)
      .max(LIMITS.contextElements),
  }),
  divider: z.strictObject({ type: z.literal('divider'), ...identified }),
  file: z.strictObject({
    type: z.literal('file'),
    ...identified,
    external_id: bounded(255),
    source: z.literal('remote'),
  }),
  header: z.strictObject({
    type: z.literal('header'),
    ...identified,
    text: plainText(LIMITS.header),
    level: z.number().int().min(1).max(4).optional(),
  }),
  image: z
    .strictObject({
      type: z.literal('image'),
      ...identified,
      alt_text: bounded(LIMITS.altText),
      title: plainText(LIMITS.imageTitle).optional(),
      image_url: imageUrl.optional(),
      slack_file: slackFile.optional(),
    })
    .refine((image) => (image.image_url === undefined) !== (image.slack_file === undefined), {
      message: 'must provide either image_url or slack_file',
    }),
  input: z.strictObject({
    type: z.literal('input'),
    ...identified,
    label: plainText(LIMITS.inputLabel),
    hint: plainText(LIMITS.inputHint).optional(),
    optional: z.boolean().optional(),
    dispatch_action: z.boolean().optional(),
    element: elementOf('input'),
  }),
  rich_text: richText,
  section: z
    .strictObject({
      type: z.literal('section'),
      ...identified,
      text: textObject().optional(),
      fields: z.array(textObject(LIMITS.sectionField)).min(1).max(LIMITS.sectionFields).optional(),
      accessory: elementOf('section').optional(),
      expand: z.boolean().optional(),
    })
    .refine((section) => section.text !== undefined || section.fields !== undefined, {
      message: 'missing required field: text',
    }),
  table: z.strictObject({
    type: z.literal('table'),
    ...identified,
    rows: z.array(z.array(cell).min(1).max(LIMITS.tableColumns)).min(1).max(LIMITS.tableRows),
    column_settings: z
      .array(
        z
          .strictObject({ align: z.enum(['left', 'center', 'right']).optional(), is_wrapped: z.boolean().optional() })
          .nullable(),
      )
      .max(LIMITS.tableColumns)
      .optional(),
  }),
  video: z.strictObject({
    type: z.literal('video'),
    ...identified,
    video_url: url,
    thumbnail_url: imageUrl,
    alt_text: bounded(LIMITS.altText),
    title: plainText(LIMITS.videoTitle - 1),
    title_url: url.optional(),
    author_name: bounded(LIMITS.videoAuthor - 1).optional(),
    provider_name: bounded(LIMITS.text).optional(),
    provider_icon_url: imageUrl.optional(),
    description: plainText().optional(),
  }),
} as const;

const asUnion = (schemas: Readonly<Record<string, z.ZodType>>): z.ZodType => {
  const [first, ...rest] = Object.values(schemas) as z.core.$ZodTypeDiscriminable[];
  return first === undefined ? z.never() : z.discriminatedUnion('type', [first, ...rest]);
};

/** Every block of a message or view, by its type. */
const BLOCKS = {
  ...CONTAINABLE,
  alert: z.strictObject({
    type: z.literal('alert'),
    ...identified,
    text: textObject(),
    level: z.enum(['default', 'info', 'warning', 'error', 'success']).optional(),
  }),
  card,
  carousel: z.strictObject({
    type: z.literal('carousel'),
    ...identified,
    elements: z.array(card).min(1).max(LIMITS.carouselCards),
  }),
  container: z
    .strictObject({
      type: z.literal('container'),
      ...identified,
      title: plainText(LIMITS.containerTitle).optional(),
      rich_text_title: richText.optional(),
      subtitle: textObject(LIMITS.containerTitle).optional(),
      child_blocks: z.array(asUnion(CONTAINABLE)).min(1).max(LIMITS.containerBlocks),
      width: z.enum(['narrow', 'standard', 'wide', 'full']).optional(),
      icon: imageElement.optional(),
      is_collapsible: z.boolean().optional(),
      default_collapsed: z.boolean().optional(),
      has_header_divider: z.boolean().optional(),
    })
    .refine((container) => container.title !== undefined || container.rich_text_title !== undefined, {
      message: 'missing required field: title',
    }),
  context_actions: z.strictObject({
    type: z.literal('context_actions'),
    ...identified,
    elements: z.array(elementOf('context_actions')).min(1).max(LIMITS.contextActions),
  }),
  data_table: z.strictObject({
    type: z.literal('data_table'),
    ...identified,
    rows: z.array(z.array(cell).min(1)).min(1),
    caption: bounded(LIMITS.text),
    page_size: z.number().int().min(1).max(100).optional(),
    row_header_column_index: z.number().int().min(0).optional(),
  }),
  markdown: z.strictObject({ type: z.literal('markdown'), ...identified, text: bounded(LIMITS.markdown) }),
  plan: z.strictObject({
    type: z.literal('plan'),
    ...identified,
    title: bounded(LIMITS.text),
    tasks: z.array(taskCard).optional(),
  }),
  task_card: taskCard,
} as const;

/** The types this stand-in knows; it refuses all others, as Slack does. */
export const BLOCK_TYPES: readonly string[] = Object.keys(BLOCKS);

/** Any one block. */
export const blockSchema = asUnion(BLOCKS);
