import * as z from 'zod';
import { UserError } from '../../model/errors.js';
import type { Page } from '../http/page.js';
import { scimLiteral } from '../http/scim-literal.js';
import type { OktaReader } from './reader.js';

const text = z.string().nullish();

const party = z.object({ id: text, type: text, alternateId: text, displayName: text });

/** An event as far as it is used; what else Okta sends is dropped. */
export const logEvent = z.object({
  uuid: z.string().min(1),
  published: z.string(),
  eventType: z.string(),
  displayMessage: text,
  severity: text,
  legacyEventType: text,
  /** `alternateId` is what was typed at sign-in; people type passwords there. */
  actor: party.nullish(),
  target: z.array(party).nullish(),
  outcome: z.object({ result: z.string(), reason: text }).nullish(),
  client: z
    .object({
      ipAddress: text,
      device: text,
      userAgent: z.object({ os: text, browser: text, rawUserAgent: text }).nullish(),
    })
    .nullish(),
  authenticationContext: z
    .object({ credentialType: text, authenticationProvider: text, externalSessionId: text, rootSessionId: text })
    .nullish(),
  transaction: z.object({ type: text, id: text }).nullish(),
  /** Keys are no contract: snake_case in the catalogue, camelCase in samples. */
  debugContext: z.object({ debugData: z.record(z.string(), z.unknown()).nullish() }).nullish(),
});
/** One event of the System Log. Nearly everything may be null. */
export type OktaLogEvent = z.infer<typeof logEvent>;

/** What part of the System Log to read. Ends are part of it: without `until` Okta's log never ends. */
export interface LogQuery {
  /** A filter expression; texts from outside in it through `logFilter`. */
  readonly filter?: string;
  readonly since: Date;
  readonly until: Date;
  /** Events a page, 1 to 1,000. */
  readonly limit?: number;
  /** Pages at most; one if left out. /logs has the tightest rate limit of all. */
  readonly pages?: number;
}

/** The same of the last hours. */
export interface RecentLogQuery extends Omit<LogQuery, 'since' | 'until'> {
  /** Okta keeps events for 90 days and refuses more than 180 (“System Log query”, Okta developer documentation). */
  readonly hours: number;
}

const hourMs = 3_600_000;
const longestFilter = 4_000;

/**
 * A filter expression with texts from outside as literals: logFilter`actor.id eq ${id}`. Throws `UserError` `bad-input`
 * for texts that cannot be names.
 */
export function logFilter(parts: TemplateStringsArray, ...values: readonly string[]): string {
  return parts.map((part, at) => part + (at < values.length ? scimLiteral(values[at] ?? '') : '')).join('');
}

/** A filter expression of a length that Okta takes. Throws `UserError` `bad-input` for a longer one. */
export function checkedFilter(filter: string | undefined): string | undefined {
  if (filter !== undefined && filter.length > longestFilter) {
    throw new UserError('bad-input', 'That asks for too much of the log at once. Ask for fewer names.');
  }
  return filter;
}

/** What is read, and what it needs. */
export const systemLog = { what: 'the System Log', path: '/api/v1/logs', scope: 'okta.logs.read' } as const;

/** Reads of the System Log. All need `okta.logs.read`. `now`: milliseconds since 1970. */
export function logReads(reader: OktaReader, now: () => number) {
  const logEvents = ({ filter, since, until, limit = 100, pages = 1 }: LogQuery): Promise<Page<OktaLogEvent>> => {
    const query = {
      since: since.toISOString(),
      until: until.toISOString(),
      filter: checkedFilter(filter),
      limit,
      sortOrder: 'DESCENDING',
    };
    return reader.list({ ...systemLog, query, schema: logEvent }, pages);
  };
  return {
    /** Events of a window, newest first. Events of the last seconds may still be missing. */
    logEvents: async (query: LogQuery): Promise<Page<OktaLogEvent>> => logEvents(query),

    /** Events of the last hours, newest first. Events of the last seconds may still be missing. */
    recentLogEvents: async ({ hours, ...query }: RecentLogQuery): Promise<Page<OktaLogEvent>> => {
      const until = now();
      return logEvents({ ...query, since: new Date(until - hours * hourMs), until: new Date(until) });
    },

    /** Every event of one request, newest first: a roll-up such as GENERAL_NONSUCCESS has its cause among them. */
    logEventsOfTransaction: async (id: string, { published }: { published: string }): Promise<Page<OktaLogEvent>> => {
      const at = Date.parse(published);
      const around = 10 * 60_000;
      return logEvents({
        filter: logFilter`transaction.id eq ${id}`,
        since: new Date(at - around),
        until: new Date(at + around),
        limit: 50,
      });
    },
  };
}
