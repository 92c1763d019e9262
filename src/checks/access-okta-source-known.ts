import { clipped } from '../lookups/wording/time.js';
import { type Check, fail, pass, unknown } from './check.js';
import { oktaSource } from './parts/okta-source.js';
import { idpNamed, idpsInUse, idpsNamed } from './parts/workspace-one-idp.js';
import { accessOktaSources } from './sources/access.js';
import { oktaIdentityProviders } from './sources/okta.js';

const acsLabel = 'Assertion Consumer Service URL of the OKTA application source';

/** Okta gives each identity provider an address of its own, with its id in it: one rebuilt in Okta has another. */
export const accessOktaSourceKnown = {
  id: 'access-okta-source-known',
  states: 'The OKTA application source of Workspace ONE Access answers to Okta’s identity provider for Workspace ONE.',
  about: 'tenant',
  shows: 'cause',
  async run(look) {
    look.soon(oktaIdentityProviders);
    const { authInfo } = await oktaSource(look);
    const addresses = [authInfo.assertionConsumerServiceUrl, authInfo.recipientName].flatMap((one) => one || []);
    for (const [place, address] of addresses.entries())
      look.saw(accessOktaSources, place === 0 ? acsLabel : 'Recipient in the OKTA application source', address);
    const idps = await idpsInUse(look);
    for (const idp of idps) look.saw(oktaIdentityProviders, `Id of the identity provider ${idpNamed(idp)}`, idp.id);
    const ids = addresses.map(idIn);
    if (addresses.length === 0 || ids.includes(undefined))
      return unknown(
        `The OKTA application source has ${addresses.map((one) => clipped(one, 160)).join(' and ') || 'no address that Access tells'}, which names no identity provider: compare it under ${accessOktaSources.where} with Okta’s metadata.`,
      );
    const strange = ids.find((id) => !idps.some((idp) => idp.id === id));
    if (strange === undefined)
      return pass(
        `The OKTA application source answers to ${idpsNamed(idps.filter(({ id }) => ids.includes(id)))} (${ids[0]}).`,
      );
    const all = await look.at(oktaIdentityProviders);
    const other = all.items.find(({ id }) => id === strange);
    if (other === undefined && all.more)
      return unknown(`Okta has more identity providers than were read; look for ${strange} among them.`);
    return fail(
      `The OKTA application source answers to ${strange}, which is ${other === undefined ? 'no SAML identity provider of this Okta org' : `Okta’s identity provider ${idpNamed(other)}`}, not to ${idps.map((idp) => `${idpNamed(idp)} (${idp.id})`).join(', ')}.`,
      'saml-request-wrong-application-source',
    );
  },
} satisfies Check;

function idIn(address: string): string | undefined {
  return /\/sso\/saml2\/(?<id>0oa\w{1,40})(?:[/?#]|$)/.exec(address)?.groups?.['id'];
}
