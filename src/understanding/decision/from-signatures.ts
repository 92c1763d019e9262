import type { Intent } from '../../model/intent.js';
import type { RankedIntent } from '../../model/understanding.js';
import type { SignatureMatch } from '../signatures/legible.js';
import { quote } from './evidence.js';
import { type Decided, type Grounds, isRuledOut, likelihood } from './grounds.js';
import { askBetween, confidenceOf, decideBetween } from './shared-text.js';

/** From this similarity on a fragment of an error text speaks for itself. */
const leastBelievable = 0.78;

/** What the error texts in a text say; nothing where there is none that counts. */
export function fromSignatures(intents: ReadonlyMap<string, Intent>, grounds: Grounds): Decided | undefined {
  if (grounds.matches.length === 0) return undefined;
  const settled = new Map<string, RankedIntent>();
  const open: SignatureMatch[] = [];
  for (const match of grounds.matches.filter((found) => !found.isDoubtful && isBelievable(found, grounds))) {
    const possible = match.intents.filter((id) => !isRuledOut(intents.get(id), grounds.facts));
    if (possible.length === 0) continue;
    const decided = possible.length === 1 ? possible[0] : decideBetween(possible, intents, grounds);
    if (decided === undefined) open.push(match);
    else if ((settled.get(decided)?.confidence ?? 0) < confidenceOf(match))
      settled.set(decided, ranked(decided, match, intents, grounds));
  }
  const answers = [...settled.values()].sort((a, b) => b.confidence - a.confidence);
  if (answers.length > 0) {
    if (grounds.surface === 'channel' && grounds.isTalk) return { decision: 'none', intents: answers.slice(0, 2) };
    return { decision: 'answer', intents: answers, ...openBeside(open, answers) };
  }
  const [match, ...others] = open;
  if (match === undefined) return undefined;
  const asked = askBetween(match, grounds);
  return { ...asked, ...openBeside(others, asked.intents) };
}

/** What is left open: an intent that is told anyway explains the error texts that it shares, too. */
function openBeside(open: readonly SignatureMatch[], told: readonly RankedIntent[]): Pick<Decided, 'open'> {
  const left = open.map(({ intents }) => intents).filter((ids) => !told.some(({ id }) => ids.includes(id)));
  const once = [...new Map(left.map((ids) => [[...ids].sort().join(), ids])).values()];
  return once.length === 0 ? {} : { open: once };
}

/** A fragment of an error text counts only when the rest of the text sounds like it. */
function isBelievable({ similarity, isWhole, intents }: SignatureMatch, grounds: Grounds): boolean {
  if (isWhole || similarity >= leastBelievable) return true;
  return intents.some((id) => likelihood(id, grounds) >= 0.5);
}

function ranked(
  id: string,
  match: SignatureMatch,
  intents: ReadonlyMap<string, Intent>,
  grounds: Grounds,
): RankedIntent {
  const evidence = [quote(match)];
  if (match.intents.length > 1) {
    const deciding = intents.get(id)?.facts;
    const named = [...(deciding?.needs ?? []), ...(deciding?.prefers ?? [])].filter((fact) => grounds.facts.has(fact));
    if (named.length > 0)
      evidence.push(`the text also speaks of ${named.map((fact) => fact.replaceAll('-', ' ')).join(', ')}`);
  }
  return { id, confidence: confidenceOf(match), evidence };
}
