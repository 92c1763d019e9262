import { clipped } from '../lookups/wording/time.js';
import { type Check, fail, pass, unknown } from './check.js';
import { idpNamed, workspaceOneIdps } from './parts/workspace-one-idp.js';
import { accessMetadata } from './sources/access.js';
import { oktaIdentityProviders } from './sources/okta.js';

/** An address that is not the tenant's own sends people, and the SAML request, elsewhere. */
export const oktaIdpSignOnAddress = {
  id: 'okta-idp-sign-on-address',
  states: 'The IdP Single Sign-On URL in Okta is a sign-on address of Workspace ONE Access.',
  about: 'tenant',
  shows: 'cause',
  async run(look) {
    look.soon(accessMetadata);
    const idps = await workspaceOneIdps(look);
    const addresses = idps.map((idp) => ({ idp, url: idp.protocol?.endpoints?.sso?.url ?? '' }));
    for (const { idp, url } of addresses) {
      look.saw(oktaIdentityProviders, `IdP Single Sign-On URL of ${idpNamed(idp)}`, url || '(none)');
    }
    const { signOnAddresses } = await look.at(accessMetadata);
    if (signOnAddresses.length === 0) {
      return unknown('The metadata of Workspace ONE Access names no SingleSignOnService to compare with.');
    }
    look.saw(accessMetadata, 'SingleSignOnService', signOnAddresses.join(', '));
    const right = new Set(signOnAddresses.map(written));
    const wrong = addresses.find(({ url }) => !right.has(written(url)));
    if (wrong === undefined) {
      return pass(
        `The IdP Single Sign-On URL of ${idps.map(idpNamed).join(', ')} is the one in the metadata of Access.`,
      );
    }
    return fail(
      wrong.url
        ? `The IdP Single Sign-On URL of ${idpNamed(wrong.idp)} is ${clipped(wrong.url, 200)}; the metadata of Access says ${clipped(signOnAddresses.join(', '), 200)}.`
        : `The identity provider ${idpNamed(wrong.idp)} has no IdP Single Sign-On URL.`,
    );
  },
} satisfies Check;

/** An address as every browser writes it: the case of a host makes no difference. */
function written(address: string): string {
  return URL.canParse(address) ? new URL(address).href : address;
}
