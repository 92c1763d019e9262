import type { DiagnosedStep, Diagnosis } from '../model/diagnosis.js';

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
