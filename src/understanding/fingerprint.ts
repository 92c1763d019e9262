import { createHash } from 'node:crypto';
import type { LabelledText } from './classify.js';
import { lexicon } from './lexicon.js';
import { training } from './train.js';
import { kindWeights } from './vectors.js';

/** Raised when features or training change in a way the values below don't show. */
const engine = 2;

/** Names what a model learnt from: two trainings with the same fingerprint give the same model. */
export function fingerprintOf(examples: readonly LabelledText[]): string {
  return createHash('sha256')
    .update(JSON.stringify([engine, lexicon, training, kindWeights, examples]))
    .digest('hex');
}
