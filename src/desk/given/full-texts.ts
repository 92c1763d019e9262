import type { FullText } from '../../model/reading.js';
import { refused } from '../replies.js';
import type { Reply } from '../reply.js';

/** As long as somebody can be expected to ask what was read. */
const memoryMs = 60 * 60_000;
const mostKept = 100;

/** Texts that were read, for a while, so that what was read can be shown on request. They are never stored. */
export interface FullTexts {
  /** Keeps texts; gives the id to ask for them by. */
  keep(texts: readonly FullText[]): string;
  show(id: string): Reply;
}

/** Opens the memory of texts that were read. `now`: milliseconds since 1970. */
export function createFullTexts(now: () => number): FullTexts {
  const kept = new Map<string, { readonly texts: readonly FullText[]; readonly at: number }>();
  let count = 0;
  return {
    keep(texts) {
      count += 1;
      const id = `${now()}-${count}`;
      kept.set(id, { texts, at: now() });
      for (const [oldest, { at }] of kept) {
        if (kept.size <= mostKept && at > now() - memoryMs) break;
        kept.delete(oldest);
      }
      return id;
    },
    show(id) {
      const found = kept.get(id);
      if (found === undefined || found.at < now() - memoryMs)
        return { ...refused('I no longer have what I read. Send the file again.'), isForAskerOnly: true };
      return { kind: 'full-text', texts: found.texts };
    },
  };
}
