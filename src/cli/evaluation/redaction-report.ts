import type { RedactionReport } from '../../understanding/evaluate-redaction.js';
import { plainLine } from '../plain-text.js';

/** How redaction fared, as a line for people; with `misses` the ids of the texts that came out wrong. Nothing when it was not measured. */
export function redactionText(report: RedactionReport | undefined, { misses }: { readonly misses: boolean }): string {
  if (report === undefined) return '';
  const { planted, leaked, lookAlikes, changed } = report;
  const line = `Planted secrets: ${planted}, leaked ${leaked}; look-alikes changed: ${changed} of ${lookAlikes}.`;
  const ids = misses ? report.misses.map((id) => `  ${plainLine(id)}`) : [];
  return `\n${[line, ...ids].join('\n')}\n`;
}

/** The same for machines. */
export function redactionJson(report: RedactionReport | undefined, { misses }: { readonly misses: boolean }): object {
  if (report === undefined) return {};
  const { misses: ids, ...counts } = report;
  return { redaction: misses ? { ...counts, misses: ids } : counts };
}
