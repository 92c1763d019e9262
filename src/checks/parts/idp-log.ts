import type { Page } from '../../connectors/http/page.js';
import type { OktaLogEvent } from '../../connectors/okta/index.js';
import type { Look } from '../look.js';
import { oktaIdpFailures, oktaIdpSignIns } from '../sources/okta-log.js';

const hourMs = 3_600_000;

/** How far back checks look for what happened, in hours. */
export const logHours = 24;

/** Events and the moment from which on they are all there is, milliseconds since 1970. */
export interface WholeLog {
  readonly from: number;
  readonly events: readonly OktaLogEvent[];
}

/**
 * What several reads of the same window, newest first, know together: a list that was cut off says nothing of the time
 * before its oldest event, so nothing before that is used. Each event once.
 */
export function wholeLog(pages: readonly Page<OktaLogEvent>[], now: number): WholeLog {
  const begins = pages.map(({ items, more }) => {
    if (!more) return now - logHours * hourMs;
    // Others of that very moment may be missing.
    return Date.parse(items.at(-1)?.published ?? '') + 1 || now;
  });
  const from = Math.max(...begins);
  const events = new Map(pages.flatMap(({ items }) => items.map((event) => [event.uuid, event] as const)));
  return { from, events: [...events.values()].filter(({ published }) => Date.parse(published) >= from) };
}

/** Sign-ins through identity providers and device results of everybody. */
export async function idpLog(look: Look): Promise<WholeLog> {
  const pages = await Promise.all([look.at(oktaIdpSignIns, logHours), look.at(oktaIdpFailures, logHours)]);
  return wholeLog(pages, look.now);
}
