import { createRequire } from 'node:module';
import { examplesOf } from '../../../dist/understanding/index.js';

/**
 * What other engines learn from: the very texts ours learns from (examples, error texts, counter-examples), one label
 * each. A text that means two intents comes once for each.
 */
export function labelled(intents) {
  return examplesOf(intents.values()).flatMap(({ text, labels }) => labels.map((label) => ({ text, label })));
}

/** A part of natural by its path: the whole of it costs a second and 110 MB, which would be held against it. */
export function naturalPart(path) {
  return createRequire(import.meta.url)(`natural/lib/natural/${path}`);
}
