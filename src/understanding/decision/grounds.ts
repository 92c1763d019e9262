import type { Fact } from '../../model/fact.js';
import type { Intent } from '../../model/intent.js';
import type { Decision, RankedIntent, Surface } from '../../model/understanding.js';
import type { Classification } from '../classify.js';
import { contradicted } from '../concepts.js';
import type { SignatureMatch } from '../signatures/legible.js';
import type { Misreading } from '../signatures/misread.js';

/** What the decision rests on. */
export interface Grounds {
  readonly surface: Surface;
  readonly matches: readonly SignatureMatch[];
  /** Looks for error texts that were hardly legible: asked only where nothing else decides. */
  readonly findMisread: () => readonly Misreading[];
  readonly classification: Classification;
  readonly facts: ReadonlySet<Fact>;
  /** Error codes of the text that no text of the knowledge has. */
  readonly unknownCodes: readonly string[];
  /** True when the text says nothing of the situation but such a code: what else is in it fits any error. */
  readonly isCodeAlone: boolean;
  /** True when anything in the text sounds like thanks, an announcement, a document, a plan or something solved. */
  readonly hasTalkCue: boolean;
  /** True when the text around the error texts is mere talk: thanks, an announcement, something solved. */
  readonly isTalk: boolean;
  /** Words of the text outside error texts. */
  readonly wordsAround: number;
}

/** What a text means, as far as it was decided: see `Understanding`. */
export interface Decided {
  readonly decision: Decision;
  readonly intents: readonly RankedIntent[];
  readonly open?: readonly (readonly string[])[];
}

/** Choices offered at most. */
export const mostChoices = 4;

/** How likely the classifier takes an intent to be, 0 to 1. */
export function likelihood(id: string, { classification }: Grounds): number {
  return classification.ranked.find(({ label }) => label === id)?.probability ?? 0;
}

/** Whether the text says what excludes this intent, and does not say the contrary too ("the managed ones are fine"). */
export function isRuledOut(intent: Intent | undefined, facts: ReadonlySet<Fact>): boolean {
  const excludes = intent?.facts.excludes ?? [];
  return excludes.some(
    (fact) => facts.has(fact) && !contradicted([fact]).some((contrary) => facts.has(contrary as Fact)),
  );
}
