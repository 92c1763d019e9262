import { child, type Json } from '../json.js';

/** The per-field sentences in the answer to a submission: block_id → sentence. */
export function readErrors(answer: Json): Readonly<Record<string, string>> {
  const errors: Record<string, string> = {};
  for (const [blockId, sentence] of Object.entries(child(answer, 'errors') ?? {})) {
    if (typeof sentence === 'string') errors[blockId] = sentence;
  }
  return errors;
}
