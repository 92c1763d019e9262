import type { Understand, Understanding } from '../model/understanding.js';
import type { ThreadRecord } from '../state/store.js';
import type { Question } from './question.js';

/**
 * A follow-up in a thread: a new problem stands for itself; otherwise what it adds ("it's an unmanaged iPad") is read
 * together with what was said before. One that adds nothing decides nothing.
 */
export function refine(
  understand: Understand,
  earlierText: string,
  { text, surface }: Pick<Question, 'text' | 'surface'>,
): Understanding {
  const alone = understand(text, { surface });
  if (earlierText === '') return alone;
  const isNewProblem = alone.decision === 'answer' && alone.intents.some(({ confidence }) => confidence >= 0.9);
  if (isNewProblem) return alone;
  const namesNewError = alone.entities.errorCodes.some((code) => !earlierText.includes(code));
  // An error that nobody knows is no more about the earlier one than talk is.
  const addsNothing = alone.facts.length === 0 && (namesNewError || alone.entities.errorCodes.length === 0);
  if (addsNothing && alone.decision === 'none') return alone;
  // The excerpt has all that was understood of the text, however long that was; what was taken out of it is known.
  const again = understand(alone.excerpt, { surface: 'direct', context: earlierText });
  const together = { ...again, redactions: alone.redactions };
  const isAboutIt = together.intents.some(({ id }) => alone.intents.some((intent) => intent.id === id));
  // Another error that leaves its cause open, or a question about something else, must not bring the earlier fix again.
  const isAboutElse = alone.decision !== 'none' && (namesNewError || alone.facts.length === 0) && !isAboutIt;
  return isAboutElse ? alone : together;
}

/** Whether a follow-up changed nothing: the very same would be said again. */
export function repeats({ decision, intents }: Understanding, earlier: ThreadRecord): boolean {
  const before = new Set(earlier.intents);
  return decision === earlier.decision && intents.length === before.size && intents.every(({ id }) => before.has(id));
}

/** Whether a follow-up is about what was understood before. */
export function narrows({ intents }: Understanding, earlier: ThreadRecord): boolean {
  return intents.some(({ id }) => earlier.intents.includes(id));
}
