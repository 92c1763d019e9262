import { requestContextOf } from '../lookups/halves/identity-provider.js';
import { clipped } from '../lookups/wording/time.js';
import type { Check } from './check.js';
import { eachIdp } from './parts/each-idp.js';
import { idpNamed, idpsInUse } from './parts/workspace-one-idp.js';
import { oktaIdentityProviders } from './sources/okta.js';

/** The setting is not part of Okta's published API, so it is read only where an org sends it all the same. */
export const oktaIdpRequestContext = {
  id: 'okta-idp-request-context',
  states: 'Request Authentication Context is Device Trust in the identity provider for Workspace ONE.',
  about: 'tenant',
  shows: 'cause',
  async run(look) {
    const where = `${oktaIdentityProviders.where} → Configure Identity Provider → Request Authentication Context`;
    return eachIdp(await idpsInUse(look), (idp) => {
      const context = requestContextOf(idp);
      if (context === undefined)
        return {
          untold: `Okta’s API does not tell Request Authentication Context of ${idpNamed(idp)}. Look under ${where}.`,
        };
      const value = clipped(context.value, 80);
      look.saw(oktaIdentityProviders, `${context.key} of the identity provider ${idpNamed(idp)}`, value);
      const said = `Request Authentication Context of ${idpNamed(idp)} is ${value}`;
      const isFlag = /devicetrust/i.test(context.key);
      if (/device.?trust/i.test(value) || (isFlag && value === 'true')) return { right: `${said}.` };
      if (/^none$/i.test(value) || (isFlag && value === 'false'))
        return { wrong: `${said}, so Okta never asks Workspace ONE Access for the device.` };
      return { untold: `${said}, which the bot does not know. Look under ${where}.` };
    });
  },
} satisfies Check;
