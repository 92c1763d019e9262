import type { Intent } from '../../model/intent.js';
import { quote } from './evidence.js';
import { type Decided, type Grounds, isRuledOut, likelihood, mostChoices } from './grounds.js';
import { confidenceOf } from './shared-text.js';

/** From this likeness on a hardly legible error text is taken for it, */
const answers = 0.75;
/** is worth a question though the words are sure of something else, */
const outweighs = 0.7;
/** comes before what else is asked about. */
const leads = 0.6;

/**
 * What a hardly legible error text says: what the words say too, or, when it is nearly legible, by itself; else it is
 * asked about, beside what the words say.
 */
export function fromMisread(
  intents: ReadonlyMap<string, Intent>,
  grounds: Grounds,
  guessed: Decided,
): Decided | undefined {
  const misread = grounds
    .findMisread()
    .map((found) => ({ ...found, possible: found.intents.filter((id) => !isRuledOut(intents.get(id), grounds.facts)) }))
    .find(({ possible }) => possible.length > 0);
  if (misread === undefined) return undefined;
  const { possible, similarity } = misread;
  const evidence = [quote(misread)];
  const confidence = confidenceOf(misread);
  const [said] = guessed.intents;
  if (guessed.decision === 'answer' && said !== undefined) {
    if (possible.includes(said.id))
      return { decision: 'answer', intents: [{ ...said, evidence: [...evidence, ...said.evidence] }] };
    if (similarity < outweighs) return guessed;
  } else {
    const [meant, other] = possible;
    if (meant !== undefined && other === undefined && similarity >= answers)
      return { decision: 'answer', intents: [{ id: meant, confidence, evidence }] };
  }
  const misreadFor = possible
    .map((id) => ({ id, confidence: confidence / possible.length, evidence }))
    .sort((a, b) => likelihood(b.id, grounds) - likelihood(a.id, grounds));
  const others = guessed.decision === 'none' ? [] : guessed.intents.filter(({ id }) => !possible.includes(id));
  const choices = similarity >= leads ? [...misreadFor, ...others] : [...others, ...misreadFor];
  return { decision: 'ask', intents: choices.slice(0, mostChoices) };
}
