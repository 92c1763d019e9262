import type { CheckResult, Outcome } from '../../model/check.js';
import { productNames } from '../../model/system.js';
import type { Block } from '../limits.js';
import { codeSpan, cutPlain, escapeLine } from '../text.js';
import { section } from './blocks.js';
import type { View } from './view.js';

const marks: Readonly<Record<Outcome, string>> = {
  fail: ':x:',
  unknown: ':grey_question:',
  pass: ':white_check_mark:',
};
const order: readonly Outcome[] = ['fail', 'unknown', 'pass'];
const mostFacts = 6;

/** What each check rests on: what was read, where, when and by which right. The modal it is shown in says so above it. */
export const evidenceView: View<'evidence'> = ({ results }) => {
  if (results.length === 0) return [section('No check has run, so nothing was read.')];
  const inOrder = [...results].sort((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome));
  return inOrder.map(resultBlock);
};

/** What is wrong leads with what was seen: beside a cross the statement would read as its contrary. */
function resultBlock({ outcome, states, said, evidence, errors }: CheckResult): Block {
  const facts = evidence
    .slice(0, mostFacts)
    .map(({ system, what, value, readAt, call, right, where }) =>
      [
        `• ${escapeLine(cutPlain(what, 150))}: ${codeSpan(cutPlain(value, 200))}`,
        `   ${productNames[system]}, ${escapeLine(where)} · ${codeSpan(call)} · needs ${codeSpan(right)} · ${escapeLine(readAt.slice(11, 19))} UTC`,
      ].join('\n'),
    );
  const seen = escapeLine(cutPlain(said, 500));
  const rest = evidence.length > mostFacts ? [`… and ${evidence.length - mostFacts} more`] : [];
  return section(
    [
      ...(outcome === 'fail'
        ? [`${marks.fail} ${seen}`, `Should be: ${escapeLine(states)}`]
        : [`${marks[outcome]} ${escapeLine(states)}`, seen]),
      ...(evidence.length === 0 && errors.length === 0 ? ['Nothing was read for it.'] : []),
      ...facts,
      ...rest,
    ].join('\n'),
  );
}
