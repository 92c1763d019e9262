import { clipped } from '../lookups/wording/time.js';
import type { Check } from './check.js';
import { eachIdp } from './parts/each-idp.js';
import { idpNamed, idpsInUse } from './parts/workspace-one-idp.js';
import { oktaIdentityProviders } from './sources/okta.js';

const matched: Readonly<Record<string, string>> = {
  USERNAME: 'Okta Username',
  EMAIL: 'Email',
  USERNAME_OR_EMAIL: 'Okta Username or Email',
};

/** Anything else than the name in the assertion is right only where somebody chose it. */
export const oktaIdpUserMatch = {
  id: 'okta-idp-user-match',
  states: 'Okta takes the name that Workspace ONE sends (idpuser.subjectNameId) and looks for that username or e-mail.',
  about: 'tenant',
  shows: 'cause',
  async run(look) {
    const where = `${oktaIdentityProviders.where} → Configure Identity Provider`;
    return eachIdp(await idpsInUse(look), (idp) => {
      const { userNameTemplate, matchType, filter } = idp.policy?.subject ?? {};
      const template = userNameTemplate?.template;
      if (!template || !matchType)
        return { untold: `Okta did not send how ${idpNamed(idp)} finds the user. Look under ${where}.` };
      const name = clipped(template, 120);
      const against = matched[matchType];
      look.saw(oktaIdentityProviders, `IdP Username of ${idpNamed(idp)}`, name);
      look.saw(oktaIdentityProviders, `Match against of ${idpNamed(idp)}`, against ?? matchType);
      if (filter) look.saw(oktaIdentityProviders, `Filter of ${idpNamed(idp)}`, filter);
      if (!/\bsubjectNameId\b/.test(template)) {
        return {
          wrong: `IdP Username of ${idpNamed(idp)} is ${name}: it must be idpuser.subjectNameId, the name that Workspace ONE sends.`,
        };
      }
      const odd = [
        ...(/^\s*(?:\$\{)?idpuser\.subjectNameId\}?\s*$/.test(template) ? [] : [`IdP Username is ${name}`]),
        ...(against === undefined ? [`Match against is ${clipped(matchType, 60)}`] : []),
        ...(filter ? [`only names that fit ${clipped(filter, 100)} are taken`] : []),
      ];
      if (odd.length > 0)
        return { untold: `In ${idpNamed(idp)} ${odd.join(', and ')}: is that on purpose? Look under ${where}.` };
      return { right: `${idpNamed(idp)} compares idpuser.subjectNameId with ${against}.` };
    });
  },
} satisfies Check;
