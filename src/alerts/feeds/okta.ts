import { createHash } from 'node:crypto';
import type { LogStep, Okta } from '../../connectors/okta/index.js';
import { TenantError } from '../../model/tenant-error.js';
import { type Cursor, type Feed, type FeedStep, recentIds } from '../feed.js';
import { oktaAlertEvents } from './okta-event.js';

const minute = 60_000;
/** How much is read again when Okta no longer knows the place: its clock and this machine's differ. */
const overlapMs = 10 * minute;
/** No rule looks back further, so after a longer pause the log is not read from where it was left. */
const oldestMs = 24 * 60 * minute;
const pageSize = 1_000;
/** Needed only where Okta no longer knows the place; of a busier org some events are told again then. */
const keptIds = 2_000;

/**
 * What the rules use, and no more: the log has the tightest rate limit of all. Of sign-ins all, since failures are
 * compared with them; of their steps those that failed; provisioning; and changes of what joins Okta to Workspace ONE.
 * Only attributes and operators that are documented (reference: okta-api.md, 2.2).
 */
const filter = [
  'eventType eq "user.session.start"',
  '(eventType sw "user.authentication." or eventType eq "policy.evaluate_sign_on" or eventType sw "application.policy.sign_on." or eventType eq "app.generic.unauth_app_access_attempt") and (outcome.result eq "FAILURE" or outcome.result eq "DENY")',
  'eventType sw "application.provision.user."',
  'eventType sw "application.lifecycle."',
  'eventType eq "application.configuration.update"',
  'eventType sw "system.idp."',
  'eventType sw "system.api_token."',
  'eventType sw "policy.rule."',
]
  .map((part) => `(${part})`)
  .join(' or ');

/** A place belongs to its filter: with another one it means nothing. */
const filterMark = createHash('sha256').update(filter).digest('hex').slice(0, 8);

/**
 * Okta's System Log, in the order in which events arrive: one that arrives late comes behind the cursor, not before it.
 * Where Okta refuses the cursor, it is read again from shortly before the last event; what was seen is told by its id.
 * `upTo` goes by Okta's clock: it is the date of the latest event, not the moment of reading.
 */
export const oktaFeed: Feed<'okta'> = {
  system: 'okta',
  async read(okta, cursor, now) {
    const after = placeIn(cursor);
    if (after === undefined || cursor.upTo < now - oldestMs) {
      const since = Math.max(cursor.upTo - overlapMs, now - oldestMs);
      return stepOf(await follow(okta, { since: new Date(since) }), cursor, now);
    }
    try {
      return stepOf(await follow(okta, { after }), cursor, now);
    } catch (error) {
      if (!(error instanceof TenantError) || error.code !== 'cursor-refused') throw error;
      return { events: [], cursor: { upTo: cursor.upTo, recent: cursor.recent }, more: true };
    }
  },
};

function follow(okta: Okta, from: { readonly since: Date } | { readonly after: string }): Promise<LogStep> {
  return okta.followLog({ from, filter, limit: pageSize });
}

function placeIn({ after }: Cursor): string | undefined {
  return after?.startsWith(`${filterMark} `) ? after.slice(filterMark.length + 1) : undefined;
}

function stepOf({ items, after, more }: LogStep, before: Cursor, now: number): FeedStep {
  const seen = new Set(before.recent);
  const events = oktaAlertEvents(items).filter(({ id }) => {
    const isNew = !seen.has(id);
    seen.add(id);
    return isNew;
  });
  const latest = items.reduce((time, { published }) => Math.max(time, Date.parse(published) || 0), before.upTo);
  return {
    events,
    cursor: {
      upTo: Math.max(before.upTo, Math.min(latest, now)),
      recent: recentIds(before.recent, events, keptIds),
      ...(after === undefined ? {} : { after: `${filterMark} ${after}` }),
    },
    more,
  };
}
