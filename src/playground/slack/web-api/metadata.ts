import * as z from 'zod';
import type { Json } from '../objects.js';
import { SlackError } from '../slack-error.js';

/**
 * Characters of a payload as JSON. Slack has a limit (`metadata_too_large`) and tells nobody which; this one is the
 * stand-in's own, low enough that an app does not come near Slack's.
 */
export const METADATA_PAYLOAD = 8_000;

/** “Letters, numbers, underscores, and hyphens” (docs.slack.dev/messaging/message-metadata). */
const EVENT_TYPE = /^[A-Za-z0-9_-]{1,255}$/;

const schema = z.object({ event_type: z.string().min(1), event_payload: z.record(z.string(), z.unknown()) });

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a call's `metadata` comes to. */
export interface GivenMetadata {
  /** `null`: an empty object, which takes away what an update finds. Absent: nothing was said about it. */
  readonly metadata?: Json | null;
  /** What Slack warns of while it carries the call out without the metadata. */
  readonly warnings: readonly string[];
}

/**
 * Checks `metadata` as Slack does: what is no object is `invalid_metadata_format`, what lacks a field
 * `invalid_metadata_schema`; an event type with other characters is a mere warning, and the message goes out without
 * (docs.slack.dev/messaging/message-metadata). Throws `SlackError`.
 */
export const readMetadata = (given: unknown): GivenMetadata => {
  if (given === undefined || given === '') return { warnings: [] };
  if (!isObject(given)) throw new SlackError('invalid_metadata_format');
  if (Object.keys(given).length === 0) return { metadata: null, warnings: [] };
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw new SlackError('invalid_metadata_schema');
  const metadata = parsed.data;
  if (JSON.stringify(metadata.event_payload).length > METADATA_PAYLOAD) throw new SlackError('metadata_too_large');
  if (!EVENT_TYPE.test(metadata.event_type)) return { warnings: ['invalid_metadata_schema'] };
  return { metadata, warnings: [] };
};

/** How Slack tells of warnings, beside what a call answers otherwise. */
export const warned = (warnings: readonly string[]): Json =>
  warnings.length === 0 ? {} : { warning: warnings.join(','), response_metadata: { warnings } };
