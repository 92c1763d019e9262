import type { FullText } from '../../model/reading.js';
import { refused } from '../replies.js';
import type { Reply } from '../reply.js';
import { createShortMemory } from '../short-memory.js';

/** Texts that were read, so that what was read can be shown on request. They are never stored. */
export interface FullTexts {
  /** Keeps texts for an hour; gives the id to ask for them by. */
  keep(texts: readonly FullText[]): string;
  show(id: string): Reply;
}

/** Opens the memory of texts that were read. `now`: milliseconds since 1970. */
export function createFullTexts(now: () => number): FullTexts {
  const kept = createShortMemory<readonly FullText[]>(now, { most: 100, ms: 60 * 60_000 });
  return {
    keep: kept.keep,
    show(id) {
      const texts = kept.get(id);
      if (texts !== undefined) return { kind: 'full-text', texts };
      return { ...refused('I no longer have what I read. Send the file again.'), isForAskerOnly: true };
    },
  };
}
