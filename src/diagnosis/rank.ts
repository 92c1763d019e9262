import type { DiagnosedArticle, Verdict } from '../model/diagnosis.js';

const order: readonly Verdict[] = ['confirmed', 'could-not-check', 'ruled-out'];

/**
 * Orders articles, given the likeliest first: the confirmed one leads, then what nobody could rule out, then those whose
 * usual cause is ruled out, then what is ruled out altogether. Of equals the likelier stays first.
 */
export function rank(judged: readonly DiagnosedArticle[]): readonly DiagnosedArticle[] {
  return [...judged].sort(
    (a, b) =>
      order.indexOf(a.verdict) - order.indexOf(b.verdict) || Number(a.isCauseRuledOut) - Number(b.isCauseRuledOut),
  );
}
