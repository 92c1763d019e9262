import type { Happening } from '../events/happening.js';
import type { Inquiry } from '../inquiry.js';
import { listed } from '../wording/lines.js';
import { clipped, moment } from '../wording/time.js';
import { type Finding, finding } from './finding.js';

/** Okta asks for the device, Access answers, Okta judges: within seconds; people may have to touch something between. */
const windowMs = 60_000;

/**
 * A policy rule in Access that chains Mobile SSO with another method: Access lets the person in and Okta gets no result
 * for the device that it can use. Shown by a sign-in at Access with several methods, just before Okta refuses the
 * device. Source: knowledge/device-trust-not-secured.md, first step.
 */
export function findCombinedMethods(
  inquiry: Inquiry,
  who: string,
  failing: readonly Happening[],
  access: readonly Happening[],
): Finding | undefined {
  const refused = failing.findLast(({ kind }) => kind === 'okta device trust');
  if (refused === undefined) return undefined;
  const signedIn = access
    .filter(({ failed, methods, at }) => !failed && methods && at <= refused.at && refused.at - at <= windowMs)
    .sort((a, b) => a.at - b.at)
    .at(-1);
  const methods = signedIn?.methods ?? [];
  if (signedIn === undefined || methods.length < 2 || !usesMobileSso(signedIn)) return undefined;
  const used = clipped(methods.join(' + '), 200);
  inquiry.found('access', `Authentication methods of the sign-in at ${moment(signedIn.at)}`, used);
  return finding(
    'methods',
    `The access policy in Workspace ONE Access combines ${listed([...new Set(methods.map(shortName))])} in one rule, so Okta gets no trusted result for ${who}’s device.`,
    'device-trust-not-secured',
    `Workspace ONE Access, ${moment(signedIn.at)}: ${signedIn.text}. Okta, right after it: ${refused.text}`,
  );
}

/** Mobile SSO works on a device only with the profile that Workspace ONE UEM gives it: such a device is managed. */
export function usesMobileSso({ failed, methods }: Happening): boolean {
  return !failed && methods !== undefined && methods.some((method) => /^mobile sso\b/i.test(method));
}

/** `Mobile SSO` of `Mobile SSO (for iOS)`. */
function shortName(method: string): string {
  return clipped(method.replace(/ \([^()]*\)$/, ''), 60);
}
