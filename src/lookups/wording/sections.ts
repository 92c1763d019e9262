import type { ReportLine, ReportSection } from '../../model/lookup.js';
import type { Product } from '../../model/system.js';

/** A section of a report. */
export function section(
  title: string,
  lines: readonly ReportLine[],
  rest: Omit<ReportSection, 'title' | 'lines'> = {},
): ReportSection {
  return { title, lines, ...rest };
}

/** A system's half: its lines, or why there are none. */
export function partSection(
  title: string,
  system: Product,
  unread: string | undefined,
  lines: readonly ReportLine[],
): ReportSection {
  return unread === undefined ? section(title, lines, { system }) : section(title, [], { system, unread });
}
