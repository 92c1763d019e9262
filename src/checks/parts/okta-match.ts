import { clipped } from '../../lookups/wording/time.js';
import { NotSeen } from '../check.js';
import type { Look } from '../look.js';
import { oktaIdentityProviders } from '../sources/okta.js';
import { idpNamed, idpsInUse } from './workspace-one-idp.js';

/** What Okta looks the name from Workspace ONE up among. */
export type OktaMatch = 'USERNAME' | 'EMAIL' | 'USERNAME_OR_EMAIL';

/** As Okta's console calls them, under “Match against”. */
export const matchLabels: Readonly<Record<OktaMatch, string>> = {
  USERNAME: 'Okta Username',
  EMAIL: 'Email',
  USERNAME_OR_EMAIL: 'Okta Username or Email',
};

/**
 * What Okta compares the name in Workspace ONE's assertion with, the whole of it. Throws `NotSeen` when the name is
 * taken from elsewhere, changed on the way, or compared with an attribute of the org's own.
 */
export async function oktaMatch(look: Look): Promise<OktaMatch> {
  const idps = await idpsInUse(look);
  const matches = idps.map((idp) => {
    const { userNameTemplate, matchType, filter } = idp.policy?.subject ?? {};
    const template = userNameTemplate?.template ?? '';
    look.saw(oktaIdentityProviders, `IdP Username of ${idpNamed(idp)}`, template || '(not told)');
    look.saw(oktaIdentityProviders, `Match against of ${idpNamed(idp)}`, matchType ?? '(not told)');
    if (template !== 'idpuser.subjectNameId')
      throw new NotSeen(
        `The identity provider ${idpNamed(idp)} in Okta takes the name from ${clipped(template, 120) || 'nothing that Okta tells'} instead of idpuser.subjectNameId: compare the two by hand under ${oktaIdentityProviders.where}.`,
      );
    if (filter)
      throw new NotSeen(
        `The identity provider ${idpNamed(idp)} in Okta has a filter on usernames: see under ${oktaIdentityProviders.where} what it lets through.`,
      );
    if (!isMatch(matchType))
      throw new NotSeen(
        `The identity provider ${idpNamed(idp)} in Okta matches against ${clipped(matchType ?? 'something that Okta does not tell', 60)}: compare the two by hand under ${oktaIdentityProviders.where}.`,
      );
    return matchType;
  });
  const [first] = new Set(matches);
  if (first !== undefined && matches.every((match) => match === first)) return first;
  throw new NotSeen(
    `Okta’s identity providers for Workspace ONE match against different things: compare them under ${oktaIdentityProviders.where}.`,
  );
}

function isMatch(type: string | null | undefined): type is OktaMatch {
  return type != null && Object.hasOwn(matchLabels, type);
}
