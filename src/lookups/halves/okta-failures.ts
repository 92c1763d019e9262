import type { Page } from '../../connectors/http/page.js';
import type { OktaIdentityProvider } from '../../connectors/okta/index.js';
import { isUnexplainedSignIn, oktaHappenings } from '../events/okta-events.js';
import { type OktaEvents, readOktaEvents } from '../events/read-okta.js';
import type { Window } from '../events/window.js';
import type { Answer, Inquiry } from '../inquiry.js';
import { oktaUserOf } from '../person/access-user.js';
import { knownNames } from '../person/known-names.js';
import type { PersonName } from '../person/name.js';
import type { OktaPerson } from '../person/resolve.js';

const mostEvents = 50;

/** What Okta has about a person's failures. */
export interface OktaFailures {
  /** Undefined when there was nobody to look for. */
  readonly events: Answer<OktaEvents> | undefined;
  /** Read only when a sign-in failed for no reason that Okta gives. */
  readonly identityProviders: Answer<Page<OktaIdentityProvider>> | undefined;
}

/** Reads Okta's failed events of a person, and what explains those for which it gives no reason. */
export async function readOktaFailures(
  inquiry: Inquiry,
  name: PersonName,
  person: Promise<Answer<OktaPerson>>,
  window: Window,
): Promise<OktaFailures> {
  const found = await person;
  const nothing = { events: undefined, identityProviders: undefined };
  if (!found.isRead || found.value.kind === 'several') return nothing;
  const user = oktaUserOf(found);
  if (user === undefined && name.isOktaId) return nothing;
  const names = knownNames(name, user);
  const events = await readOktaEvents(inquiry, { name, user, names, window, failed: true, limit: mostEvents });
  const isUnexplained = events.isRead && oktaHappenings(events.value.events, user?.id, names).some(isUnexplainedSignIn);
  const identityProviders = isUnexplained ? await inquiry.ask('okta', (okta) => okta.identityProviders()) : undefined;
  return { events, identityProviders };
}
