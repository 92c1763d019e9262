import { usualCauseIs } from '../diagnosis/index.js';
import type { DiagnosedArticle, DiagnosedStep, Diagnosis } from '../model/diagnosis.js';

/** What of a diagnosis is told as an instruction. */
export interface Instructions {
  /** Most urgent first. */
  readonly steps: readonly DiagnosedStep[];
  /**
   * Whether they are no more than what is still worth doing where the cause is ruled out: then their numbers, which are
   * those of the whole article, mean nothing.
   */
  readonly isRest: boolean;
}

/** The steps to take: not those that are in order, and not those that presuppose a cause that is ruled out. */
export function instructionsOf({ articles: [first], mended }: Diagnosis): Instructions {
  const open = (first?.steps ?? []).filter(({ outcome }) => outcome !== 'pass');
  // What was mended just now goes on with the steps behind it.
  const isRest = first?.isCauseRuledOut === true && mended === undefined;
  return { steps: isRest ? open.filter(({ step }) => step.canHelpAnyway === true) : open, isRest };
}

/** How a proven cause is told: what is only about to fail explains nothing that fails today. */
function foundAs({ cause }: DiagnosedArticle): string {
  return cause?.isAhead ? 'Not broken yet, but about to be' : 'Found the cause';
}

/** The first line of a diagnosis. */
export interface Headline {
  /** What is so. */
  readonly says: string;
  /** The usual cause, where that is not proven: no surface may make it look like what was found. */
  readonly usually?: string;
}

/** What a diagnosis comes to. `proven` says what was found in other words than the check. */
export function headlineOf({ articles: [first], mended, summary }: Diagnosis, proven = summary): Headline {
  if (first === undefined || mended !== undefined) return { says: summary };
  if (first.verdict === 'confirmed') return { says: `${foundAs(first)}: ${proven}` };
  return { says: `${usualCauseIs(first)}:`, usually: first.article.cause };
}
