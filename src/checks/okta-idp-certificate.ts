import { moment } from '../lookups/wording/time.js';
import type { Check } from './check.js';
import { certificateDays, ends, failAt, lasts, latest } from './parts/days-left.js';
import { eachIdp } from './parts/each-idp.js';
import { trustedCertificates } from './parts/trusted-certificates.js';
import { idpNamed, idpsInUse } from './parts/workspace-one-idp.js';
import { oktaIdpKeys } from './sources/okta.js';

/** Of several that Okta trusts the one that ends last counts: the others may be on their way out. */
export const oktaIdpCertificate = {
  id: 'okta-idp-certificate',
  states: `The certificate that Okta trusts for Workspace ONE is valid for ${certificateDays} days or more.`,
  about: 'tenant',
  shows: 'cause',
  async run(look) {
    const [idps, trusted] = await Promise.all([idpsInUse(look), trustedCertificates(look)]);
    return eachIdp(
      idps,
      (idp) => {
        const end = latest(trusted(idp).map(({ expiresAt }) => expiresAt));
        if (end === undefined) {
          return {
            untold: `Okta did not tell when the certificate for ${idpNamed(idp)} ends. Look under ${oktaIdpKeys.where}.`,
          };
        }
        look.saw(oktaIdpKeys, `End of the certificate trusted for ${idpNamed(idp)}`, moment(end));
        const said = `The certificate that Okta trusts for ${idpNamed(idp)} ${ends(end, look.now)}`;
        if (lasts(end, certificateDays, look.now)) return { right: `${said}.` };
        const { said: wrong, isAhead } = failAt(
          `${said}: nobody signs in to Okta through Workspace ONE after that.`,
          end,
          look.now,
        );
        return { wrong, ...(isAhead === undefined ? {} : { isAhead }) };
      },
      'certificate-expired',
    );
  },
} satisfies Check;
