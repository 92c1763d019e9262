import type { AccessCatalogItem } from '../../connectors/access/index.js';
import { type Check, fail, pass, unknown } from '../check.js';
import { accessOktaSources } from '../sources/access.js';
import { oktaSource } from './okta-source.js';

type Flag = 'deviceSsoResponse' | 'enableForceAuthnRequest' | 'returnFailureResponse';

/** Each of them alone has an effect that people see; the article that describes it mends it. */
const articles: Readonly<Record<Flag, string>> = {
  deviceSsoResponse: 'device-trust-redirect-loop',
  enableForceAuthnRequest: 'device-trust-redirect-loop',
  returnFailureResponse: 'device-trust-kerberos-unmanaged',
};

/** A check that one of the advanced properties of the OKTA application source is Yes. */
export function advancedProperty(
  id: string,
  label: string,
  flag: Flag & keyof NonNullable<AccessCatalogItem['authInfo']>,
): Check {
  return {
    id,
    states: `${label} is Yes in the OKTA application source of Workspace ONE Access.`,
    about: 'tenant',
    shows: 'cause',
    async run(look) {
      const { authInfo } = await oktaSource(look);
      const value = authInfo[flag];
      if (value == null)
        return unknown(`Access did not send ${label}. Look under ${accessOktaSources.where} → Advanced Properties.`);
      look.saw(accessOktaSources, label, value ? 'Yes' : 'No');
      return value ? pass(`${label} is Yes.`) : fail(`${label} is No.`, articles[flag]);
    },
  };
}
