import { listed } from '../lookups/wording/lines.js';
import { type Check, fail, pass } from './check.js';
import { findOktaIdp, idpName } from './parts/access-idps.js';
import { accessIdentityProviders } from './sources/access.js';

/** Where people enter Workspace ONE through Okta, Okta is an identity provider of Access. */
export const accessOktaIdpKnown = {
  id: 'access-okta-idp-known',
  states: 'Workspace ONE Access has a third-party identity provider that stands for Okta.',
  about: 'tenant',
  shows: 'cause',
  async run(look) {
    const { items } = await look.at(accessIdentityProviders);
    const found = await findOktaIdp(look);
    look.saw(accessIdentityProviders, 'Identity providers', listed(items.map(idpName)) || 'none');
    return found === undefined
      ? fail(
          `None of the identity providers of Workspace ONE Access is Okta: ${listed(items.slice(0, 8).map(idpName)) || 'there are none'}.`,
        )
      : pass(`The identity provider ${idpName(found)} stands for Okta.`);
  },
} satisfies Check;
