import type { Memory } from './memory.js';
import type { Reply } from './reply.js';

/** The rule over it looks at an hour; a day shows what it saw. */
const askedForMemoryMs = 24 * 60 * 60_000;

/**
 * Keeps who got which article as the answer, so that many people with one problem can be noticed. A failing store loses
 * the record, never the answer. `now` is milliseconds since 1970.
 */
export function createAskedFor(memory: Memory, now: () => number): (reply: Reply, by: string) => Promise<void> {
  return async (reply, by) => {
    if (reply.kind !== 'answer') return;
    const at = new Date(now()).toISOString();
    await Promise.all(
      reply.answers.map(({ article: { id: articleId } }) =>
        memory.forgiving(
          (store) =>
            store.put('asked-for', `${at}:${by}:${articleId}`, { articleId, by, at }, { ttlMs: askedForMemoryMs }),
          undefined,
        ),
      ),
    );
  };
}
