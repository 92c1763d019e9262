import type { Intent } from '../../model/intent.js';

const plain = 'Which of these is it?';
const plainForOne = 'Is it this?';

/**
 * What to ask between these candidates, likeliest first: the question of the first one whose question decides between
 * all of them; a plain one when none does, for a question about other problems than those on the buttons misleads.
 * A single candidate is asked about as such.
 */
export function questionFor(candidates: readonly Intent[]): string {
  if (candidates.length === 1) return plainForOne;
  const fitting = candidates.find((candidate) => {
    const decided = decidedBy(candidate);
    return (
      candidate.question !== undefined &&
      candidates.every(({ id, question }) => decided.has(id) || question === candidate.question)
    );
  });
  return fitting?.question ?? plain;
}

/** The intents between which this one's question decides. Those with the same error text are what it was written for. */
function decidedBy({ id, questionBetween = [], signatures }: Intent): ReadonlySet<string> {
  return new Set([id, ...questionBetween, ...signatures.flatMap(({ sharedWith = [] }) => sharedWith)]);
}
