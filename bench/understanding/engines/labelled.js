import { createRequire } from 'node:module';
import { examplesOf } from '../../../dist/understanding/index.js';

/**
 * What other engines learn from: every example and every error text of the intents, one label each. A text that means
 * two intents comes once for each.
 */
export function labelled(intents) {
  const examples = examplesOf(intents.values()).flatMap(({ text, labels }) => labels.map((label) => ({ text, label })));
  const errors = [...intents.values()].flatMap(({ id, signatures }) =>
    signatures.map(({ text }) => ({ text, label: id })),
  );
  return [...errors, ...examples];
}

/** A part of natural by its path: the whole of it costs a second and 110 MB, which would be held against it. */
export function naturalPart(path) {
  return createRequire(import.meta.url)(`natural/lib/natural/${path}`);
}
