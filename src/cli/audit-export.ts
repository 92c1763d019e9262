import type { Audit, Turn } from '../model/audit.js';
import type { CheckEvidence, CheckResult, Outcome } from '../model/check.js';
import { productNames } from '../model/system.js';
import { plainLine, toJson } from './plain-text.js';

/** An audit as one JSON object on one line: also what a later audit can be compared with. */
export function auditJson({ status, summary, at, score, ...rest }: Audit): string {
  return `${toJson({ status, summary, at, score: score ?? null, ...rest })}\n`;
}

/** A cell of a spreadsheet holds 32,767 characters (Excel's limits). */
const longestCell = 32_000;
/** A spreadsheet takes a cell that begins so for a formula. The wide forms count where the input method makes them. */
const formula = /^[=+\-@＝＋－＠]/u;

/**
 * An audit as CSV (RFC 4180: commas, CRLF, quotes doubled), one row for each check. A cell that a spreadsheet would run
 * as a formula begins with an apostrophe.
 */
export function auditCsv(audit: Audit): string {
  const headings = ['at', 'check', 'outcome', 'before', 'states', 'said', 'article', 'evidence', 'errors'];
  const rows = audit.results.map((result) => [
    audit.at,
    result.check,
    result.outcome,
    beforeOf(result, audit),
    result.states,
    result.said,
    result.articleId ?? '',
    result.evidence.map(factText).join('; '),
    result.errors.map(({ system, code, message }) => `${productNames[system]}, ${code}: ${message}`).join('; '),
  ]);
  return [headings, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

function csvCell(text: string): string {
  const line = plainLine(text, longestCell);
  const guarded = formula.test(line) ? `'${line}` : line;
  return /[",]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** How the check ended at the run before; nothing when there was none, or the check was not there. */
function beforeOf({ check, outcome }: CheckResult, { change }: Audit): Outcome | '' {
  if (change === undefined) return '';
  const turn = change.turns.find((one) => one.check === check);
  return turn === undefined ? outcome : (turn.before ?? '');
}

const outcomeWords: Readonly<Record<Outcome, string>> = { fail: 'wrong', unknown: 'not seen', pass: 'right' };

/** An audit as Markdown (tables as GitHub has them): the score, what changed, all checks, and what was read. */
export function auditMarkdown(audit: Audit): string {
  const { summary, at, results, change } = audit;
  const rows = results.map(
    ({ outcome, check, states, said, articleId = '' }) =>
      [outcomeWords[outcome], check, states, said, articleId] as const,
  );
  const facts = results.flatMap(({ check, evidence }) =>
    evidence.map((fact) => `- ${escaped(check)}: ${escaped(factText(fact))}`),
  );
  const blocks = [
    '# Audit of Okta and Workspace ONE',
    `${escaped(summary)}\n\n${escaped(at)}, ${results.length} checks.`,
    ...(change === undefined ? [] : [`## Changed since ${escaped(change.since)}`, changesText(change.turns)]),
    '## All checks',
    tableText(['outcome', 'check', 'what should be so', 'what was seen', 'article'], rows),
    '## What was read',
    facts.length === 0 ? 'Nothing.' : facts.join('\n'),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function changesText(turns: readonly Turn[]): string {
  if (turns.length === 0) return 'Nothing.';
  const words = (outcome: Outcome | undefined) => (outcome === undefined ? 'new' : outcomeWords[outcome]);
  return tableText(
    ['before', 'now', 'check', 'what was seen'],
    turns.map(({ before, now, check, said }) => [words(before), words(now), check, said]),
  );
}

function tableText(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escaped).join(' | ')} |`;
  return [line(headings), `|${'---|'.repeat(headings.length)}`, ...rows.map(line)].join('\n');
}

/** Text as itself: no mark-up, no HTML, no cell's end, nobody notified. */
function escaped(text: string): string {
  return plainLine(text)
    .replace(/[\\`*_{}[\]#|~]/g, (sign) => `\\${sign}`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('@', '&#64;');
}

function factText({ system, what, value, readAt, call, right }: CheckEvidence): string {
  return `${what}: ${value} (${productNames[system]}, ${call}, needs ${right}, ${readAt})`;
}
