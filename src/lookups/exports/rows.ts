import { type AccessAuditEvent, accessAuditEvent } from '../../connectors/access/audit-events.js';
import { logEvent, type OktaLogEvent } from '../../connectors/okta/log-events.js';

/** The events in a piece of JSON, by system. */
export interface ExportedRows {
  readonly okta: readonly OktaLogEvent[];
  readonly access: readonly AccessRow[];
  /** Entries that are neither, where others are. */
  readonly unreadable: number;
  /** The words around the JSON; empty when there are none. */
  readonly around: string;
}

/** An event of the audit, and all that was given of it: what is not documented may say why it failed. */
export interface AccessRow {
  readonly event: AccessAuditEvent;
  readonly given: unknown;
}

/** More events than an export has: the audit report ends at 10,000 rows, a page of the System Log at 1,000. */
const mostRows = 20_000;
/** Where the events stand, one in the other: an event hook's `data.events`, a report's `data`, a collector's `event`. */
const wrappers = ['data', 'events', 'items', 'event', 'result', 'records'] as const;
const deepest = 4;

/**
 * The events in a text: an array of them, one alone, one a line, or a report as the API gives it; also with words before
 * and after. Undefined when the text is no JSON, or JSON of something else.
 */
export function rowsIn(text: string): ExportedRows | undefined {
  // The names of fields that each such event has: anything else need not be parsed.
  if (!/"(?:eventType|objectType)"|\\"objectType\\"/.test(text)) return undefined;
  const { values, around } = jsonIn(text);
  const entries = values.flatMap((value) => entriesOf(value, deepest));
  const okta: OktaLogEvent[] = [];
  const access: AccessRow[] = [];
  let unreadable = 0;
  for (const entry of entries.slice(0, mostRows)) {
    const event = eventIn(entry);
    if (event === undefined) unreadable += 1;
    else if ('okta' in event) okta.push(event.okta);
    else access.push(event.access);
  }
  return okta.length + access.length === 0 ? undefined : { okta, access, unreadable, around };
}

function eventIn(entry: unknown): { okta: OktaLogEvent } | { access: AccessRow } | undefined {
  const value = Array.isArray(entry) ? fromReportRow(entry) : entry;
  const okta = logEvent.safeParse(value);
  if (okta.success) return { okta: okta.data };
  const access = accessAuditEvent.safeParse(value);
  return access.success && isAudit(access.data) ? { access: { event: access.data, given: value } } : undefined;
}

/** Other systems' JSON has object types and times, too. */
function isAudit({ baseType, values, objectType }: AccessAuditEvent): boolean {
  return baseType != null || values != null || /^(?:LOGIN|LAUNCH)(?:_ERROR)?$/.test(objectType);
}

/** A row of the report is five texts; the last is the whole event as JSON (reference: workspace-one-api.md, A2). */
function fromReportRow(row: readonly unknown[]): unknown {
  const [json] = row.slice(-1);
  return typeof json === 'string' ? parsed(json) : undefined;
}

function entriesOf(value: unknown, depth: number): unknown[] {
  if (depth <= 0 || typeof value !== 'object' || value === null) return [value];
  if (Array.isArray(value)) return isReportRow(value) ? [value] : value.flatMap((one) => entriesOf(one, depth - 1));
  if ('eventType' in value || 'objectType' in value) return [value];
  const inside = wrappers.find((name) => name in value);
  return inside === undefined ? [value] : entriesOf((value as Record<string, unknown>)[inside], depth - 1);
}

function isReportRow(value: readonly unknown[]): boolean {
  return value.length > 1 && value.every((cell) => cell === null || typeof cell !== 'object');
}

/** The JSON in a text: all of it, one value a line, or what stands between the first and the last bracket. */
function jsonIn(text: string): { readonly values: unknown[]; readonly around: string } {
  const whole = parsed(text);
  if (whole !== undefined) return { values: [whole], around: '' };
  const start = text.search(/[[{]/);
  const end = Math.max(text.lastIndexOf(']'), text.lastIndexOf('}')) + 1;
  const inner = start === -1 || end <= start ? undefined : parsed(text.slice(start, end));
  if (inner !== undefined) return { values: [inner], around: `${text.slice(0, start)}\n${text.slice(end)}`.trim() };
  const lines = text
    .split('\n', mostRows)
    .map((line) => ({ line, value: /^\s*[[{]/.test(line) ? parsed(line) : undefined }));
  return {
    values: lines.flatMap(({ value }) => value ?? []),
    around: lines
      .flatMap(({ line, value }) => (value === undefined ? [line] : []))
      .join('\n')
      .trim(),
  };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
