import { TenantError } from '../../model/tenant-error.js';
import { checkedFilter, logEvent, type OktaLogEvent, systemLog } from './log-events.js';
import type { OktaReader } from './reader.js';

/** From where to go on in the System Log: from a moment at first, then from where the step before ended. */
export type LogPlace = { readonly since: Date } | { readonly after: string };

/** One step along the System Log. */
export interface LogFollowing {
  readonly from: LogPlace;
  /** As in `LogQuery`; the same in every step, or the place means nothing. */
  readonly filter?: string;
  /** Events a page, 1 to 1,000; 100 if left out. */
  readonly limit?: number;
  /** Pages, and so calls, at most; one if left out. /logs has the tightest rate limit of all. */
  readonly pages?: number;
}

/** What a step brought. */
export interface LogStep {
  /** In the order Okta stored them: an event that arrived late has an earlier `published` than those before it. */
  readonly items: readonly OktaLogEvent[];
  /** Events of another shape, counted so that nobody takes them for none. */
  readonly unreadable: number;
  /** Where the next step goes on, to be kept as it is; undefined in the odd case that Okta does not say. */
  readonly after: string | undefined;
  /** The last page was full, or could not be read after others were: another step now brings more, or the error. */
  readonly more: boolean;
}

/** Following the System Log (`okta.logs.read`). */
export function logFollowing(reader: OktaReader) {
  async function onePage({ from, filter, limit = 100 }: LogFollowing): Promise<LogStep> {
    // Without `until` and ascending, Okta tells events as they are stored and always says where to go on
    // (“Polling requests”, System Log query, Okta developer documentation). A cursor takes the place of `since`.
    const [since, after] = 'after' in from ? [undefined, from.after] : [from.since.toISOString(), undefined];
    const query = { since, filter: checkedFilter(filter), limit, sortOrder: 'ASCENDING' };
    const page = await reader.page({ ...systemLog, query, schema: logEvent }, after);
    return { ...page, more: page.items.length + page.unreadable >= limit };
  }

  return {
    /**
     * Events stored since a place, oldest first. A page that is not full ends the step: asking until one is empty would
     * not end in an org where something always happens, and what is left comes with the next step. Rejects with
     * `TenantError` `cursor-refused` when Okta does not go on from `after`: start again from a moment, and tell events
     * seen already by their `uuid`.
     */
    async followLog(step: LogFollowing): Promise<LogStep> {
      let read = await onePage(step);
      for (let page = 1; page < (step.pages ?? 1) && read.more && read.after !== undefined; page++) {
        // What was read stays read: else the rate limit could stop every step at the same page.
        const next = await onePage({ ...step, from: { after: read.after } }).catch(unreadPage);
        if (next === undefined) break;
        read = {
          ...next,
          items: [...read.items, ...next.items],
          unreadable: read.unreadable + next.unreadable,
        };
      }
      return read;
    },
  };
}

function unreadPage(error: unknown): undefined {
  if (!(error instanceof TenantError)) throw error;
}
