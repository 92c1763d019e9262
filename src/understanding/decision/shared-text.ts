import type { Intent } from '../../model/intent.js';
import type { SignatureMatch } from '../signatures/legible.js';
import { quote } from './evidence.js';
import { type Decided, type Grounds, likelihood, mostChoices } from './grounds.js';

/** Which of the intents that share an error text is meant, if the facts say so or else the words around it do. */
export function decideBetween(
  ids: readonly string[],
  intents: ReadonlyMap<string, Intent>,
  grounds: Grounds,
): string | undefined {
  const scored = ids.flatMap((id) => {
    const wanted = intents.get(id)?.facts;
    if (wanted === undefined) return [];
    const misses = wanted.needs.some((fact) => !grounds.facts.has(fact));
    const speaksFor = [...wanted.needs, ...wanted.prefers].filter((fact) => grounds.facts.has(fact)).length;
    return misses ? [] : [{ id, speaksFor }];
  });
  scored.sort((a, b) => b.speaksFor - a.speaksFor);
  const [first, second] = scored;
  if (first === undefined) return undefined;
  if (first.speaksFor > 0 && (second === undefined || first.speaksFor > second.speaksFor)) return first.id;
  if (grounds.wordsAround < 4) return undefined;
  const [likely, next] = [...ids].map((id) => ({ id, p: likelihood(id, grounds) })).sort((a, b) => b.p - a.p);
  return likely !== undefined && likely.p > 0.25 && likely.p > 8 * (next?.p ?? 0) ? likely.id : undefined;
}

/** The question which of the intents that share an error text is meant, the likeliest first. */
export function askBetween(match: SignatureMatch, grounds: Grounds): Decided {
  const share = confidenceOf(match) / match.intents.length;
  const choices = match.intents
    .map((id) => ({ id, confidence: share, evidence: [quote(match)], order: likelihood(id, grounds) }))
    .sort((a, b) => b.order - a.order)
    .map(({ id, confidence, evidence }) => ({ id, confidence, evidence }));
  return { decision: 'ask', intents: choices.slice(0, mostChoices) };
}

/** An exact error text is as sure as it gets; a fragment or a misread one leaves room for doubt. */
export function confidenceOf({ similarity }: Pick<SignatureMatch, 'similarity'>): number {
  return similarity >= 0.995 ? 0.99 : Math.min(0.97, 0.55 + similarity * 0.42);
}
