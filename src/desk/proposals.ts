import type { Library } from '../knowledge/library.js';
import { fold } from '../model/fold.js';
import type { Proposal } from '../state/collections.js';
import type { Memory } from './memory.js';
import { keyOf, type Place } from './question.js';

/**
 * What a conversation teaches when it went wrong first and somebody then found the right article: the question is
 * proposed as an example of it. Nothing that the bot answers changes by that; a person reviews it among the gaps.
 */
export interface Proposals {
  /** Whether an article opened here may be what a question was about that was not understood. */
  isSought(place: Place, articleId: string): Promise<boolean>;
  /** Keeps the pair if anything went wrong here before. True when it did. */
  propose(place: Place, articleId: string, by: string): Promise<boolean>;
  /** The article did not help after all: takes back what was proposed here. */
  withdraw(place: Place, articleId: string): Promise<void>;
}

/** What went wrong in a conversation. */
type Missed = Pick<Proposal, 'text' | 'because'> & { readonly tried: readonly string[] };

/** Opens the proposals. `now` is milliseconds since 1970. */
export function createProposals({
  memory,
  library,
  now,
}: {
  readonly memory: Memory;
  /** Asked anew each time. */
  readonly library: () => Library;
  readonly now: () => number;
}): Proposals {
  /** The last question here that had no answer, or whose answer did not help; else one the bot had to ask about. */
  async function missed(place: Place, articleId: string): Promise<Missed | undefined> {
    const key = keyOf(place);
    const all = await memory.forgiving((store) => store.list('unanswered'), []);
    const last = all.findLast(({ value }) => value.place === key && value.text !== '')?.value;
    const thread = await memory.thread(place);
    if (last !== undefined && !last.tried?.includes(articleId)) {
      const because = (last.tried ?? []).length > 0 ? ('not-solved' as const) : ('unknown' as const);
      return { text: last.text, because, tried: last.tried ?? [] };
    }
    const leadsTo = library().intents.get(thread?.chosen ?? '')?.leadsTo;
    const isChosen = typeof leadsTo === 'object' && 'article' in leadsTo && leadsTo.article === articleId;
    return isChosen && thread !== undefined ? { text: thread.text, because: 'asked', tried: [] } : undefined;
  }

  return {
    async isSought(place, articleId) {
      const found = await missed(place, articleId);
      return found !== undefined && found.because !== 'asked' && library().articles.has(articleId);
    },
    async propose(place, articleId, by) {
      const found = await missed(place, articleId);
      if (found === undefined || !library().articles.has(articleId) || isKnown(found.text, library())) return false;
      const { text, because } = found;
      const proposal = { text, because, articleId, place: keyOf(place), by, at: new Date(now()).toISOString() };
      return memory.forgiving(async (store) => {
        await store.put('proposals', keyFor(place, articleId), proposal);
        return true;
      }, false);
    },
    async withdraw(place, articleId) {
      await memory.forgiving((store) => store.delete('proposals', keyFor(place, articleId)), false);
    },
  };
}

function keyFor(place: Place, articleId: string): string {
  return `${keyOf(place)}:${articleId}`;
}

/** A bare error text, or a phrasing that is learnt already, teaches nothing as one more example. */
function isKnown(text: string, { intents }: Library): boolean {
  const own = fold(text);
  return [...intents.values()].some(({ signatures, examples, vague }) =>
    [...signatures.map((one) => one.text), ...examples, ...vague.map((one) => one.text)].some(
      (known) => fold(known) === own,
    ),
  );
}
