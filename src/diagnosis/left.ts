import type { DiagnosedArticle, DiagnosedStep } from '../model/diagnosis.js';

const list = new Intl.ListFormat('en-GB');

/**
 * How far the steps of an article are settled, so that nobody wonders where the first ones are; where its cause is ruled
 * out, what of it was seen or could not be checked all the same. Whole sentences for people.
 */
export function leftOf(one: DiagnosedArticle, { isMended }: { readonly isMended: boolean }): readonly string[] {
  const { verdict, isCauseRuledOut, steps } = one;
  if (verdict === 'confirmed' || isMended) return sentence([inOrder(steps)]);
  return isCauseRuledOut ? openOf(one) : howFar(steps);
}

/** Of a step that is shown as an instruction its card tells. */
function openOf({ steps }: DiagnosedArticle): readonly string[] {
  const open = steps.filter(({ outcome }) => outcome !== 'pass');
  const untold = open.filter(({ step }) => step.canHelpAnyway !== true).flatMap(({ results }) => results);
  const lines = untold.flatMap(({ outcome, said }) => {
    if (outcome === 'pass') return [];
    return [`${outcome === 'fail' ? 'Seen all the same' : 'Could not be checked'}: ${said}`];
  });
  if (lines.length > 0 || open.some(({ step }) => step.canHelpAnyway === true)) return [...new Set(lines)];
  return ['The article names nothing else to look at.'];
}

function howFar(steps: readonly DiagnosedStep[]): readonly string[] {
  if (steps.every(({ outcome }) => outcome === 'by-hand')) return ['No check can tell: go through the steps by hand.'];
  return sentence([
    inOrder(steps),
    said(steps, 'fail', 'shows a failure, not its cause', 'show a failure, not its cause'),
    said(steps, 'unknown', 'could not be checked', 'could not be checked'),
    said(steps, 'by-hand', 'is to be looked at by hand', 'are to be looked at by hand'),
  ]);
}

function inOrder(steps: readonly DiagnosedStep[]): string {
  return said(steps, 'pass', 'is in order', 'are in order');
}

/** `step 2 is in order`, `steps 1 and 3 are in order`; empty where there is no such step. */
function said(steps: readonly DiagnosedStep[], which: DiagnosedStep['outcome'], one: string, many: string): string {
  const numbers = steps.filter(({ outcome }) => outcome === which).map(({ number }) => number);
  if (numbers.length === 0) return '';
  const named = list.format(numbers.sort((a, b) => a - b).map(String));
  return numbers.length === 1 ? `step ${named} ${one}` : `steps ${named} ${many}`;
}

function sentence(parts: readonly string[]): readonly string[] {
  const text = parts.filter((part) => part !== '').join('; ');
  return text === '' ? [] : [`${text.charAt(0).toUpperCase()}${text.slice(1)}.`];
}
