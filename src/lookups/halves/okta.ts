import type { Page } from '../../connectors/http/page.js';
import type {
  OktaAssignedApp,
  OktaIdentityProvider,
  OktaUser,
  OktaUserBlock,
  OktaUserFactor,
} from '../../connectors/okta/index.js';
import { isUnexplainedSignIn, oktaHappenings } from '../events/okta-events.js';
import { type OktaEvents, readOktaEvents } from '../events/read-okta.js';
import type { Window } from '../events/window.js';
import type { Answer, Inquiry } from '../inquiry.js';
import { knownNames } from '../person/known-names.js';
import type { PersonName } from '../person/name.js';
import type { OktaPerson } from '../person/resolve.js';

/** Okta's half of the picture of a person; without a user, only what was tried under the name. */
export interface OktaHalf {
  readonly user: OktaUser | undefined;
  readonly details: OktaDetails | undefined;
  /** Undefined when there was no name to look for. */
  readonly events: Answer<OktaEvents> | undefined;
  /** Read only when a sign-in failed for no reason that Okta gives. */
  readonly identityProviders: Answer<Page<OktaIdentityProvider>> | undefined;
}

/** What belongs to the account. */
export interface OktaDetails {
  readonly blocks: Answer<Page<OktaUserBlock>>;
  readonly factors: Answer<Page<OktaUserFactor>>;
  readonly apps: Answer<Page<OktaAssignedApp>>;
}

/** The person's events of three days, all outcomes, in one page. */
const mostEvents = 500;

/** Reads Okta's half; the user's own records and events at the same time. */
export async function readOktaHalf(
  inquiry: Inquiry,
  name: PersonName,
  person: Promise<Answer<OktaPerson>>,
  window: Window,
): Promise<OktaHalf> {
  const found = await person;
  const nothing = { user: undefined, details: undefined, events: undefined, identityProviders: undefined };
  if (!found.isRead || found.value.kind === 'several') return nothing;
  const user = found.value.kind === 'one' ? found.value.user : undefined;
  if (user === undefined && name.isOktaId) return nothing;
  const names = knownNames(name, user);
  const [events, details] = await Promise.all([
    readOktaEvents(inquiry, { name, user, names, window, limit: mostEvents }),
    user === undefined ? undefined : readDetails(inquiry, user),
  ]);
  const isUnexplained = events.isRead && oktaHappenings(events.value.events, user?.id, names).some(isUnexplainedSignIn);
  const identityProviders = isUnexplained ? await inquiry.ask('okta', (okta) => okta.identityProviders()) : undefined;
  return { user, details, events, identityProviders };
}

async function readDetails(inquiry: Inquiry, { id, blocks: sent }: OktaUser): Promise<OktaDetails> {
  const [blocks, factors, apps] = await Promise.all([
    inquiry.ask('okta', async (okta) => (sent ? { items: sent, more: false } : okta.userBlocks(id))),
    inquiry.ask('okta', (okta) => okta.userFactors(id)),
    inquiry.ask('okta', (okta) => okta.assignedApps(id)),
  ]);
  return { blocks, factors, apps };
}
