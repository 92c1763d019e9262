import * as z from 'zod';
import type { Understanding } from '../model/understanding.js';

/** What `classify` writes for a text: the stable public form of an understanding. */
export interface Classification {
  readonly decision: Understanding['decision'];
  readonly intents: Understanding['intents'];
  readonly entities: { readonly users: readonly string[]; readonly errorCodes: readonly string[] };
  /** How many secrets were taken out of the text. */
  readonly redactions: number;
  /** How long understanding took, in milliseconds. */
  readonly ms: number;
}

/** The public form of an understanding that took this many milliseconds. */
export function classificationOf(understanding: Understanding, ms: number): Classification {
  const { decision, intents, entities, redactions } = understanding;
  return {
    decision,
    intents: intents.map(({ id, confidence, evidence }) => ({ id, confidence: round(confidence, 4), evidence })),
    entities: { users: entities.users, errorCodes: entities.errorCodes },
    redactions: redactions.reduce((sum, { count }) => sum + count, 0),
    ms: round(ms, 3),
  };
}

/** One line of `classify --jsonl`. Other properties are allowed and ignored. */
const itemSchema = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  surface: z.enum(['channel', 'direct']).optional(),
});
type Item = z.infer<typeof itemSchema>;

const example = '{"id":"1","text":"…","surface":"direct"}';
const wanted: Readonly<Record<string, string>> = {
  id: '"id" must be a string or a number',
  text: '"text" must be a string',
  surface: '"surface" must be "channel" or "direct", or left out',
};

/** Reads one input line, or says what is wrong with it; never with the text, which may hold a secret. */
export function readItem(
  line: string,
): { readonly ok: true; readonly item: Item } | { readonly ok: false; readonly error: string } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { ok: false, error: `The line is not valid JSON. It must be one object such as ${example}.` };
  }
  const read = itemSchema.safeParse(value);
  if (read.success) return { ok: true, item: read.data };
  const faults = read.error.issues
    .map(({ path: [field] }) => wanted[String(field)])
    .filter((fault) => fault !== undefined);
  const what = faults.length > 0 ? faults.join('; ') : 'The line is not an object';
  return { ok: false, error: `${what}. It must be one object such as ${example}.` };
}

function round(value: number, digits: number): number {
  const scale = 10 ** digits;
  return Math.round(value * scale) / scale;
}
