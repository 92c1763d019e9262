import type { EvaluationReport, Miss } from '../../understanding/evaluate.js';
import type { Paint } from '../output.js';
import { plainLine } from '../plain-text.js';
import { table } from '../table.js';

/** The report as text for people; with `misses` each text that came out otherwise than expected. */
export function reportText(report: EvaluationReport, { paint, misses }: { paint: Paint; misses: boolean }): string {
  const { kinds, falseReplies, calibration, confusions } = report;
  const quiet = `False replies: ${falseReplies.answered} of ${falseReplies.texts} texts that ask for nothing were answered (${percent(falseReplies.share)}).`;
  const blocks = [
    table(
      ['kind', 'texts', 'answered right', 'first right', 'offered', 'answered wrong'],
      kinds.map((kind) => [
        kind.kind,
        String(kind.texts),
        ...[kind.answeredRight, kind.firstRight, kind.offered, kind.answeredWrong].map(percent),
      ]),
      paint,
    ),
    paint.bold(quiet),
    table(
      ['confidence', 'replies', 'first right'],
      calibration
        .filter(({ answers }) => answers > 0)
        .map(({ from, to, answers, right }) => [
          `${from.toFixed(1)} to ${to.toFixed(1)}`,
          String(answers),
          percent(right),
        ]),
      paint,
    ),
    confusions.length === 0
      ? 'Nothing was confused.'
      : table(
          ['count', 'wanted', 'given'],
          confusions.map(({ wanted, given, count }) => [String(count), wanted, given]),
          paint,
        ),
    ...(misses ? report.misses.map((miss) => missText(miss, paint)) : []),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** The report for machines. Shares are 0 to 1. */
export function reportJson(report: EvaluationReport, { misses }: { misses: boolean }): object {
  const { misses: all, ...counts } = report;
  if (!misses) return counts;
  return {
    ...counts,
    misses: all.map(({ case: item, understanding: { decision, intents } }) => ({
      ...item,
      given: { decision, intents },
    })),
  };
}

function missText({ case: item, understanding }: Miss, paint: Paint): string {
  const wanted =
    item.expect.length === 0 ? 'nothing' : `${item.decision === 'ask' ? 'ask: ' : ''}${item.expect.join(' or ')}`;
  const given = understanding.intents.map(({ id, confidence }) => `${id} ${confidence.toFixed(2)}`).join(', ');
  return [
    paint.bold(plainLine(item.id)),
    `  ${plainLine(item.text, 300)}`,
    `  wanted ${plainLine(wanted)}`,
    `  given  ${understanding.decision}${given === '' ? '' : `: ${given}`}`,
  ].join('\n');
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
