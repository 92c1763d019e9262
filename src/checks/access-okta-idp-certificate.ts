import { certificateOf } from '../lookups/halves/certificates.js';
import { type Check, fail, pass, unknown } from './check.js';
import { idpName, notSent, oktaIdp } from './parts/access-idps.js';
import { certificateDays, ends, failAt, lasts } from './parts/days-left.js';
import { metadataIn } from './parts/saml-metadata.js';
import { appNamed, workspaceOneApp } from './parts/workspace-one-app.js';
import { accessIdentityProvider } from './sources/access.js';
import { oktaAppKeys, oktaAppsNamed } from './sources/okta.js';

const certificateArticle = 'certificate-expired';

/** Access has a copy of Okta's certificate in the metadata that was pasted into it; nothing keeps it up to date. */
export const accessOktaIdpCertificate = {
  id: 'access-okta-idp-certificate',
  states: 'Workspace ONE Access trusts the certificate that Okta’s Workspace ONE app signs with, for 14 days or more.',
  about: 'tenant',
  shows: 'cause',
  async run(look) {
    look.soon(oktaAppsNamed, look.settings.app);
    const idp = await oktaIdp(look);
    const metadata = await metadataIn(idp);
    const trusted = metadata?.certificates.filter(({ use }) => use !== 'encryption') ?? [];
    if (trusted.length === 0) return unknown(notSent('the certificate in the metadata', idp));
    for (const { fingerprint, notAfter } of trusted) {
      look.saw(
        accessIdentityProvider,
        `Certificate in the identity provider ${idpName(idp)}`,
        `${fingerprint}, ${notAfter}`,
      );
    }
    const app = await workspaceOneApp(look);
    const { items } = await look.at(oktaAppKeys, app.id);
    const inUse = items.find(({ kid }) => kid === app.credentials?.signing?.kid);
    const { fingerprint, expiresAt } = inUse === undefined ? {} : certificateOf(inUse);
    const label = appNamed(app);
    if (fingerprint === undefined || expiresAt === undefined)
      return unknown(
        `Okta does not show the certificate that the app ${label} signs with. Look under ${oktaAppKeys.where}.`,
      );
    look.saw(oktaAppKeys, `Certificate that the app ${label} signs with`, `${fingerprint}, ${expiresAt}`);
    if (!trusted.some((one) => one.fingerprint === fingerprint))
      return fail(
        `The identity provider ${idpName(idp)} trusts another certificate than the one that Okta’s app ${label} signs with now.`,
        certificateArticle,
      );
    const said = `The certificate of Okta’s app ${label}, which ${idpName(idp)} trusts, ${ends(expiresAt, look.now)}.`;
    return lasts(expiresAt, certificateDays, look.now)
      ? pass(said)
      : failAt(said, expiresAt, look.now, certificateArticle);
  },
} satisfies Check;
