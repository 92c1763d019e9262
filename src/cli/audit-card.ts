import type { Audit, AuditChange, Turn } from '../model/audit.js';
import type { CheckResult, Outcome } from '../model/check.js';
import type { Style } from './cards.js';
import { signOf } from './outcome-sign.js';
import { plainLine, wrap } from './plain-text.js';

/** An audit for a terminal, ending with a line break: the score, what changed, and a table of all checks. */
export function auditCard(audit: Audit, style: Style): string {
  const { paint, width } = style;
  const when = `${minute(audit.at)} UTC · ${audit.results.length} checks`;
  const blocks = [
    [
      `${signOf(outcomeOf(audit), paint)} ${paint.bold(wrap(plainLine(audit.summary), width - 2, '  '))}`,
      paint.dim(when),
    ].join('\n'),
    audit.change === undefined
      ? paint.dim(wrap('There is no run before this one; the next one says what changed.', width))
      : changeText(audit.change, style),
    tableOf(audit.results, style),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** What no check could see is told in the table; without a score half of the set-up is out of sight. */
function outcomeOf({ counts, score }: Audit): Outcome {
  if (counts.fail > 0) return 'fail';
  return score === undefined ? 'unknown' : 'pass';
}

function changeText({ since, turns }: AuditChange, { paint, width }: Style): string {
  const when = `${minute(since)} UTC`;
  if (turns.length === 0) return `Nothing changed since ${when}.`;
  const line = ({ before, now, check, said }: Turn) => {
    const was = before === undefined ? 'new' : signOf(before, paint);
    const room = width - 8;
    return `${was} → ${signOf(now, paint)} ${wrap(`${plainLine(check)}: ${plainLine(said)}`, room, '  ')}`;
  };
  return [paint.bold(`Changed since ${when}`), ...turns.map(line)].join('\n');
}

/** A row each: the outcome, the check, and what was seen, which wraps in its column. */
function tableOf(results: readonly CheckResult[], { paint, width }: Style): string {
  const longest = Math.max(0, ...results.map(({ check }) => plainLine(check, 200).length));
  const indent = ' '.repeat(longest + 4);
  const row = ({ outcome, check, said, articleId }: CheckResult) => {
    const fix = articleId === undefined ? '' : ` → article ${plainLine(articleId)}`;
    const id = plainLine(check, 200).padEnd(longest);
    const column = wrap(`${plainLine(said)}${fix}`, width - indent.length).replaceAll('\n', `\n${indent}`);
    return `${signOf(outcome, paint)} ${id}  ${column}`;
  };
  return results.map(row).join('\n');
}

function minute(at: string): string {
  return plainLine(at).slice(0, 16).replace('T', ' ');
}
