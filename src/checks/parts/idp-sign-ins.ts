import type { OktaIdentityProvider, OktaLogEvent } from '../../connectors/okta/index.js';
import { detail, isFailed, isRollUp, requestOf } from '../../lookups/events/okta-event.js';
import { workspaceOneProviders } from '../../lookups/halves/identity-provider.js';
import { NotSeen } from '../check.js';
import type { Look } from '../look.js';
import { oktaIdentityProviders } from '../sources/okta.js';
import { isDeviceResult } from './device-results.js';
import { idpLog } from './idp-log.js';
import { type Trial, whoOf } from './people.js';

/** Somebody came back from Workspace ONE, and Okta let them in or not. */
export interface IdpSignIn extends Trial {
  /** Why not, in Okta's words; empty when it does not say, or only that it failed. */
  readonly reason: string;
  /** The name that Workspace ONE sent; undefined when Okta did not keep it. May be anything: never for people to see. */
  readonly sent: string | undefined;
}

/** The events of one request. */
type Request = [OktaLogEvent, ...OktaLogEvent[]];

/** Sign-ins through Workspace ONE since `from`, milliseconds since 1970, newest first. */
export interface IdpSignIns {
  readonly from: number;
  readonly signIns: readonly IdpSignIn[];
}

/** Reads the sign-ins through Workspace ONE's identity providers. Throws `NotSeen` when none is recognised. */
export async function idpSignIns(look: Look): Promise<IdpSignIns> {
  const [{ items, more }, { from, events }] = await Promise.all([look.at(oktaIdentityProviders), idpLog(look)]);
  const idps = workspaceOneProviders(items, look.settings.identityProvider);
  if (idps.length === 0)
    throw new NotSeen('Okta has no identity provider that is recognised as Workspace ONE: set OKTA_WS1_IDP.');
  const isOnly = !more && idps.length === items.length;
  const requests = new Map<string, Request>();
  for (const event of events.filter((one) => !isDeviceResult(one))) {
    const key = requestOf(event) ?? event.uuid;
    const known = requests.get(key);
    if (known === undefined) requests.set(key, [event]);
    else known.push(event);
  }
  const signIns = [...requests.values()].filter((request) => isThrough(request, idps, isOnly)).map(signInOf);
  return { from, signIns: signIns.sort((a, b) => b.at - a.at) };
}

/**
 * Whether a request came through one of these identity providers. A roll-up that names none is a refused assertion all
 * the same, so it is theirs where there is no other SAML identity provider.
 */
function isThrough(request: readonly OktaLogEvent[], idps: readonly OktaIdentityProvider[], isOnly: boolean): boolean {
  const named = request.map((event) => isNamedIn(event, idps));
  if (named.some((one) => one !== undefined)) return named.includes(true);
  return isOnly && request.every(({ outcome }) => outcome?.reason === 'GENERAL_NONSUCCESS');
}

/** Undefined when the event names no identity provider at all. */
function isNamedIn(event: OktaLogEvent, idps: readonly OktaIdentityProvider[]): boolean | undefined {
  const target = event.target?.find(({ type }) => /identity.?provider|^idp$/i.test(type ?? ''))?.id;
  const path = /\/sso\/saml2\/(?<id>\w{1,40})/.exec(detail(event, 'request_uri') ?? '')?.groups?.['id'];
  const id = target || detail(event, 'identity_provider_id') || path;
  if (id) return idps.some((idp) => idp.id === id);
  const name = detail(event, 'idp_display_name');
  return name === undefined ? undefined : idps.some((idp) => idp.name === name);
}

function signInOf([first, ...others]: Request): IdpSignIn {
  const request = [first, ...others];
  const failed = request.filter(isFailed);
  const cause = failed.find((event) => event.outcome?.reason && !isRollUp(event));
  const sent = request.map((one) => detail(one, 'transformed_user_name') ?? detail(one, 'subject_name'));
  return {
    who: whoOf(failed[0] ?? first),
    at: Math.max(...request.map(({ published }) => Date.parse(published))),
    failed: failed.length > 0,
    reason: cause?.outcome?.reason ?? '',
    sent: sent.find((name) => name !== undefined),
  };
}
