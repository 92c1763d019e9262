import type { CheckEvidence, CheckResult, Outcome } from '../model/check.js';
import { productNames } from '../model/system.js';
import type { Style } from './cards.js';
import { signOf } from './outcome-sign.js';
import { plainLine, wrap } from './plain-text.js';

const order: readonly Outcome[] = ['fail', 'unknown', 'pass'];

/** What checks rest on, for a terminal: what was read, where, when and by which right. */
export function evidenceText(results: readonly CheckResult[], style: Style): string {
  const { paint } = style;
  if (results.length === 0) return 'No check has run, so nothing was read.';
  const inOrder = [...results].sort((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome));
  return [paint.bold('What was read'), ...inOrder.map((result) => resultText(result, style))].join('\n');
}

/** What is wrong leads with what was seen: beside a cross the statement would read as its contrary. */
function resultText({ outcome, states, said, evidence }: CheckResult, style: Style): string {
  const { paint, width } = style;
  const [first, second] = outcome === 'fail' ? [said, `Should be: ${states}`] : [states, said];
  return [
    `${signOf(outcome, paint)} ${wrap(plainLine(first), width - 2, '  ')}`,
    `  ${wrap(plainLine(second), width - 2, '  ')}`,
    ...(evidence.length === 0 ? ['  Nothing was read for it.'] : evidence.map((fact) => factText(fact, style))),
  ].join('\n');
}

function factText({ system, what, value, readAt, call, right, where }: CheckEvidence, { paint, width }: Style): string {
  const from = `${productNames[system]}, ${plainLine(where)} · ${plainLine(call)} · needs ${plainLine(right)} · ${plainLine(readAt).slice(11, 19)} UTC`;
  return [
    `  - ${wrap(`${plainLine(what)}: ${plainLine(value)}`, width - 4, '    ')}`,
    `    ${paint.dim(wrap(from, width - 4, '    '))}`,
  ].join('\n');
}
