import { productNames } from '../../model/system.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import type { Paint } from '../output.js';
import { plain } from '../plain-text.js';
import { table } from '../table.js';
import { checkConfiguration } from './configuration.js';
import { checkDataFolder } from './data-folder.js';
import type { DoctorParts, Finding } from './finding.js';
import { checkKnowledge } from './knowledge.js';
import type { Need } from './needs.js';
import { checkNode } from './node.js';
import { checkSlack } from './slack.js';
import { checkTenants } from './tenants.js';

/** Runs all checks; each stands alone, so that one that finds something hides no other. */
export async function examine(parts: DoctorParts): Promise<Finding[]> {
  const [dataFolder, knowledge, slack, tenants] = await Promise.all([
    checkDataFolder(parts),
    checkKnowledge(parts.knowledge),
    checkSlack(parts),
    checkTenants(parts),
  ]);
  return [checkNode(parts.node), checkConfiguration(parts.configuration), dataFolder, knowledge, ...slack, ...tenants];
}

/** What is wrong weighs more than what could not be read; a wrong configuration is the reader's own to mend. */
export function exitCodeFor(findings: readonly Finding[]): ExitCode {
  const wrong = findings.filter(({ status }) => status === 'wrong');
  if (wrong.some(({ check }) => check === 'configuration')) return exitCodes.usage;
  if (wrong.length > 0) return exitCodes.foundWrong;
  return findings.some(({ status }) => status === 'unread') ? exitCodes.unreadable : exitCodes.ran;
}

/** The findings as lines for people, with what to do next under each. */
export function findingsText(findings: readonly Finding[], paint: Paint): string {
  const marks = { ok: paint.good('✓'), wrong: paint.bad('✗'), unread: paint.bad('✗'), skipped: paint.dim('–') };
  const lines = findings.flatMap(({ status, summary, details = [], next }) => [
    `${marks[status]} ${indented(summary)}`,
    ...details.map((detail) => `    ${indented(detail)}`),
    ...(next === undefined ? [] : [`  → ${indented(next)}`]),
  ]);
  return `${lines.join('\n')}\n`;
}

/** The least rights as a table for the one who grants them. */
export function rightsText(needs: readonly Need[], paint: Paint): string {
  const rows = needs.map(({ system, right, neededBy }) => [productNames[system], right, neededBy.join(', ')]);
  return `\nThe least rights that lookups need; all of them only read:\n${table(['System', 'Right', 'Needed by'], rows, paint)}\n`;
}

function indented(text: string): string {
  return plain(text).replaceAll('\n', '\n    ');
}
