import * as z from 'zod';
import type { AlertDeed } from '../desk/alert-line.js';
import { idSchema } from '../model/article.js';
import { lookupIdSchema } from '../model/intent.js';

/** Raised when a value changes its meaning, so that buttons of older messages are told apart. */
const version = 1;

/** Names the conversation for the desk: a message's timestamp, or `command-…` where a slash command began it. */
const threadSchema = z.string().min(1).max(200);

/** A person as asked for, or the key of a choice. */
const whoSchema = z.string().min(1).max(300);

/** An alert, whichever time it fires. */
const fingerprintSchema = z.string().regex(/^[0-9a-f]{16}$/);

const deedSchema = z.discriminatedUnion('does', [
  z.strictObject({ does: z.literal('acknowledge') }),
  z.strictObject({ does: z.literal('wake') }),
  z.strictObject({ does: z.literal('snooze'), for: z.enum(['1h', '1d', 'until-changed']) }),
]) satisfies z.ZodType<AlertDeed>;

/** What a button means when it is pressed. The channel is not in it: Slack says where the press happened. */
const buttonValueSchema = z.discriminatedUnion('does', [
  z.strictObject({
    v: z.literal(version),
    does: z.literal('feedback'),
    thread: threadSchema,
    article: idSchema,
    articleVersion: z.int().min(1),
    solved: z.boolean(),
    /** The other articles of a message that only the asker sees, so that it can be drawn anew. */
    beside: z.array(idSchema).min(1).max(5).optional(),
  }),
  z.strictObject({ v: z.literal(version), does: z.literal('choose'), thread: threadSchema, intent: idSchema }),
  z.strictObject({ v: z.literal(version), does: z.literal('open'), thread: threadSchema, article: idSchema }),
  z.strictObject({
    v: z.literal(version),
    does: z.literal('hand-over'),
    thread: threadSchema,
    record: z.string().min(1).max(300),
  }),
  z.strictObject({
    v: z.literal(version),
    does: z.literal('share'),
    thread: threadSchema,
    article: idSchema,
  }),
  z.strictObject({
    v: z.literal(version),
    does: z.literal('person'),
    thread: threadSchema,
    lookup: lookupIdSchema,
    who: whoSchema,
  }),
  z.strictObject({
    v: z.literal(version),
    does: z.literal('share-report'),
    thread: threadSchema,
    lookup: lookupIdSchema,
    who: whoSchema.optional(),
    report: z.string().min(1).max(50),
  }),
  z.strictObject({
    v: z.literal(version),
    does: z.literal('diagnose'),
    thread: threadSchema,
    articles: z.array(idSchema).min(1).max(4),
    cause: idSchema.optional(),
    who: whoSchema.optional(),
    whoFor: z.array(idSchema).min(1).max(4).optional(),
    choices: z.array(idSchema).min(1).max(4).optional(),
    heldBack: whoSchema.optional(),
    asked: z.array(idSchema).min(1).max(4).optional(),
    isWanted: z.literal(true).optional(),
    hasSeveralErrors: z.literal(true).optional(),
  }),
  z.strictObject({
    v: z.literal(version),
    does: z.literal('explain'),
    thread: threadSchema,
    diagnosis: z.string().min(1).max(50),
  }),
  z.strictObject({
    v: z.literal(version),
    does: z.literal('full-text'),
    thread: threadSchema,
    reading: z.string().min(1).max(50),
  }),
  z.strictObject({ v: z.literal(version), does: z.literal('right-article'), thread: threadSchema, article: idSchema }),
  z.strictObject({
    v: z.literal(version),
    does: z.literal('gap'),
    thread: threadSchema,
    which: z.string().regex(/^[0-9a-f]{8}$/),
    deed: z.enum(['article', 'example', 'dismiss']),
  }),
  // Buttons under an alert: its message is not there yet when they are made, so they do not name the conversation.
  z.strictObject({ v: z.literal(version), does: z.literal('alert'), alert: fingerprintSchema, deed: deedSchema }),
  z.strictObject({ v: z.literal(version), does: z.literal('alert-fix'), article: idSchema }),
  z.strictObject({ v: z.literal(version), does: z.literal('alert-check'), who: whoSchema }),
]);

/** A button's meaning. */
export type ButtonValue = z.infer<typeof buttonValueSchema>;
type Unversioned<V> = V extends ButtonValue ? Omit<V, 'v'> : never;

/** A meaning as the `value` of a button. */
export function writeButtonValue(value: Unversioned<ButtonValue>): string {
  return JSON.stringify({ v: version, ...value });
}

/** The meaning of a pressed button, or nothing when it is from another version or was tampered with. */
export function readButtonValue(value: string | undefined): ButtonValue | undefined {
  try {
    const parsed = buttonValueSchema.safeParse(JSON.parse(value ?? ''));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
