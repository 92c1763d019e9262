import { type AccessHappenings, accessHappenings } from '../events/access-events.js';
import type { Happening } from '../events/happening.js';
import { nearbyNameless, requestsBefore } from '../events/nameless.js';
import { oktaHappenings } from '../events/okta-events.js';
import type { KnownNames } from '../person/known-names.js';
import type { AccessHalf } from './access.js';
import type { OktaHalf } from './okta.js';

/** What happened to a person in both systems. */
export interface PersonHappenings {
  readonly okta: readonly Happening[];
  readonly access: AccessHappenings;
  /** Of both, what names the person. */
  readonly own: readonly Happening[];
  /** Failures that name nobody and may be the person's. */
  readonly nameless: readonly Happening[];
  /** All that a timeline of the person is made of. */
  readonly all: readonly Happening[];
  /** Whether a system has more events of the window than were read. */
  readonly more: boolean;
}

/** Puts the events of both halves together, once every name of the person is known. */
export function happeningsOf(
  { events, user }: OktaHalf,
  { audit, people }: AccessHalf,
  names: KnownNames,
): PersonHappenings {
  const okta = events?.isRead ? oktaHappenings(events.value.events, user?.id, names) : [];
  const users = people?.isRead ? people.value.users : [];
  const access = audit.isRead ? accessHappenings(audit.value.items, users, names) : { own: [], nameless: [] };
  const own = [...okta, ...access.own];
  const nameless = nearbyNameless(own, access.nameless);
  return {
    okta,
    access,
    own,
    nameless,
    all: [...own, ...requestsBefore(access.own, access.nameless), ...nameless],
    more: (events?.isRead === true && events.value.more) || (audit.isRead && audit.value.more),
  };
}
