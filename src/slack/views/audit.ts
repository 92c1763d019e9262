import type { AuditChange, Turn } from '../../model/audit.js';
import type { CheckResult } from '../../model/check.js';
import type { Block } from '../limits.js';
import { bold, codeSpan, cutPlain, escapeLine } from '../text.js';
import { context, section } from './blocks.js';
import type { View } from './view.js';

const marks = { fail: ':x:', unknown: ':grey_question:', pass: ':white_check_mark:' } as const;
const mostTurns = 10;
/** As many lines as one section holds. */
const linesInSection = 12;

/** How the whole set-up stands: the score, what changed, what is wrong, what could not be seen, what is right. */
export const auditView: View<'audit'> = ({ audit }) => {
  const of = (outcome: CheckResult['outcome']) => audit.results.filter((result) => result.outcome === outcome);
  // What no check could see is told below; nothing that was seen is wrong.
  const mark = audit.counts.fail > 0 ? marks.fail : audit.score === undefined ? marks.unknown : marks.pass;
  return [
    section(`${mark} ${bold(cutPlain(audit.summary, 600))}`),
    ...(audit.change === undefined
      ? [context('This is the first run; the next one says what changed.')]
      : changeBlocks(audit.change)),
    ...listBlocks('Wrong', linesOf(of('fail'))),
    ...listBlocks('Not seen', linesOf(of('unknown'))),
    ...foldedBlocks(of('pass')),
    context(
      `${minute(audit.at)} · ${audit.results.length} checks · as a file: ${codeSpan('wo-okta audit --csv')} or ${codeSpan('--markdown')} in a shell`,
    ),
  ];
};

/** Each sentence once: a system that is silent says the same of many checks. */
function linesOf(results: readonly CheckResult[]): string[] {
  const firsts = results.filter(({ said }, place) => results.findIndex((one) => one.said === said) === place);
  return firsts.map(({ outcome, said, articleId }) => {
    const count = results.filter((one) => one.said === said).length;
    const fix = articleId === undefined ? '' : ` → ${codeSpan(`article ${articleId}`)}`;
    return `${marks[outcome]} ${escapeLine(cutPlain(said, 300))}${count === 1 ? '' : ` (${count} checks)`}${fix}`;
  });
}

function listBlocks(title: string, lines: readonly string[]): Block[] {
  const groups = Array.from({ length: Math.ceil(lines.length / linesInSection) }, (_, index) =>
    lines.slice(index * linesInSection, (index + 1) * linesInSection),
  );
  return groups.map((group, index) => section([...(index === 0 ? [`*${title}*`] : []), ...group].join('\n')));
}

function foldedBlocks(passed: readonly CheckResult[]): Block[] {
  if (passed.length === 0) return [];
  return [
    context(
      `${marks.pass} ${passed.length} are as they should be; ${codeSpan('wo-okta audit')} in a shell lists them.`,
    ),
  ];
}

function changeBlocks({ since, turns }: AuditChange): Block[] {
  const when = minute(since);
  if (turns.length === 0) return [context(`Nothing changed since ${when}.`)];
  const lines = [...new Set(turns.map(turnLine))];
  const rest = lines.length > mostTurns ? [`… and ${lines.length - mostTurns} more`] : [];
  return [section([`*Changed since ${when}*`, ...lines.slice(0, mostTurns), ...rest].join('\n'))];
}

function turnLine({ before, now, said }: Turn): string {
  return `${before === undefined ? 'new' : marks[before]} → ${marks[now]} ${escapeLine(cutPlain(said, 250))}`;
}

/** `2026-11-24 09:00 UTC` of an ISO moment. */
function minute(at: string): string {
  return `${escapeLine(at.slice(0, 16)).replace('T', ' ')} UTC`;
}
