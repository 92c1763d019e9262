import type { Intent } from '../../model/intent.js';
import { fromMisread } from './from-misread.js';
import { fromSignatures } from './from-signatures.js';
import { fromWords } from './from-words.js';
import type { Decided, Grounds } from './grounds.js';
import { askBetween } from './shared-text.js';

/** Decides what a text means: error texts first, the classifier where there are none or they leave it open. */
export function decide(intents: ReadonlyMap<string, Intent>, grounds: Grounds): Decided {
  const settled = fromSignatures(intents, grounds);
  if (settled !== undefined) return settled;
  const guessed = fromWords(intents, grounds);
  if (grounds.surface === 'channel') return guessed;
  const doubtful = grounds.matches.filter(({ isDoubtful }) => isDoubtful);
  if (doubtful.length === 0) return fromMisread(intents, grounds, guessed) ?? guessed;
  // What may be another error is worth a question where somebody asks and there is one to ask, and never an answer.
  const open = doubtful.find((match) => match.intents.length > 1);
  return guessed.decision === 'answer' || open === undefined ? guessed : askBetween(open, grounds);
}
