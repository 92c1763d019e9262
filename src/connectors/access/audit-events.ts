import * as z from 'zod';
import type { Page } from '../http/page.js';
import type { AccessReader } from './reader.js';

const text = z.string().nullish();

const report = z.object({ data: z.array(z.array(z.unknown())) });

/** A row of the audit report, as it is parsed. */
export const accessAuditEvent = z.object({
  uuid: text,
  timestamp: z.coerce.number(),
  baseType: text,
  actorUserName: text,
  actorDomain: text,
  actorUuid: text,
  objectType: z.string(),
  objectName: text,
  objectAction: text,
  sourceIp: text,
  /** The user agent, in spite of its name. */
  deviceId: text,
  /** Strings, booleans among them: `success` is "true" or "false". */
  values: z.record(z.string(), z.unknown()).nullish(),
});
/** One audit event. `actor…` is null when no user was resolved, `timestamp` in milliseconds since 1970. */
export type AccessAuditEvent = z.infer<typeof accessAuditEvent>;

/** What part of the audit report to read. There is no filter by user: that is done on the rows. */
export interface AuditQuery {
  readonly from: Date;
  readonly to: Date;
  /** LOGIN, LOGIN_ERROR, LAUNCH, LAUNCH_ERROR, …: case matters. */
  readonly objectType?: string;
  /** Rows a page; more than 5,000 are 5,000. */
  readonly pageSize?: number;
  /** Pages at most; two if left out. */
  readonly pages?: number;
}

/** Events as far as read. `unreadable`: rows that were no event, counted so that nobody takes them for none. */
export interface AuditEvents extends Page<AccessAuditEvent> {
  readonly unreadable: number;
}

/** The API ends here, however much there is: a client gives up at this row, and the console exports no more. */
const deepestRow = 10_000;
/** The most that a page has, as documented: of a longer one asked for, even a full page would look short. */
const largestPage = 5_000;

/** Reads of the audit report. `now`: milliseconds since 1970. */
export function auditReads(reader: AccessReader, now: () => number) {
  const auditEvents = async ({ from, to, objectType, pages = 2, ...query }: AuditQuery): Promise<AuditEvents> => {
    const pageSize = Math.min(query.pageSize ?? 1_000, largestPage);
    const items: AccessAuditEvent[] = [];
    let unreadable = 0;
    let more = true;
    for (let page = 0; page < pages && more && page * pageSize < deepestRow; page++) {
      const { data } = await reader.read({
        what: 'the audit events',
        path: '/analytics/reports/audit',
        query: {
          // Left out, the window is three days in one place of the documentation and four in another.
          fromMillis: from.getTime(),
          toMillis: to.getTime(),
          objectType,
          pageSize,
          startIndex: page * pageSize,
        },
        schema: report,
      });
      const events = data.map(eventOf);
      items.push(...events.flatMap((event) => event ?? []));
      unreadable += events.filter((event) => event === undefined).length;
      // A page that crosses the end is short for the end's sake.
      more = data.length >= pageSize || page * pageSize + data.length >= deepestRow;
    }
    return { items: items.sort((a, b) => b.timestamp - a.timestamp), more, unreadable };
  };
  return {
    /**
     * Events of a window, newest first. When there are more than read, which ones are missing is not documented: read
     * more pages, or, at 10,000 rows, a shorter window.
     */
    auditEvents,

    /** All events of the last `hours` hours, as far as the API goes: 10,000 rows. */
    recentAuditEvents: (hours: number): Promise<AuditEvents> =>
      auditEvents({
        from: new Date(now() - hours * 3_600_000),
        to: new Date(now()),
        pageSize: largestPage,
        pages: deepestRow / largestPage,
      }),
  };
}

/** A row is five texts; the last is the whole event as JSON. */
function eventOf(row: readonly unknown[]): AccessAuditEvent | undefined {
  const json = row[4];
  if (typeof json !== 'string') return undefined;
  try {
    return accessAuditEvent.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}
