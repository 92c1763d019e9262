import { isIP } from 'node:net';
import { clipped } from '../lookups/wording/time.js';
import { type Check, fail, pass, unknown } from './check.js';
import { iosSsoPayloads, notSent, profileNamed } from './parts/ios-sso.js';
import { accessMetadata } from './sources/access.js';
import { uemSingleSignOn } from './sources/uem.js';

/**
 * That the realm is the tenant's domain in capitals is convention, and no document says it of every tenant (reference on
 * Workspace ONE, A7 and B4): another domain may be right.
 */
export const uemIosSsoRealm = {
  id: 'uem-ios-sso-realm',
  states:
    'The realm in the iOS SSO profile is in capitals and names no other domain than that of Workspace ONE Access.',
  about: 'tenant',
  shows: 'cause',
  async run(look) {
    look.soon(accessMetadata);
    const all = await iosSsoPayloads(look);
    const realms = all.flatMap(({ profile, payload }) => {
      const realm = payload?.realm?.trim();
      return realm ? [{ named: profileNamed(profile), realm, shown: clipped(realm, 120) }] : [];
    });
    for (const { named, shown } of realms) look.saw(uemSingleSignOn, `Realm of ${named}`, shown);
    const small = realms.find(({ realm }) => /\p{Ll}/u.test(realm));
    if (small !== undefined)
      return fail(`The realm of ${small.named} is ${small.shown}, with small letters: it must be in capitals.`);
    const hidden = all.find(({ payload }) => !payload?.realm?.trim());
    if (hidden !== undefined) return unknown(notSent('realm', hidden));
    const { entityId } = await look.at(accessMetadata);
    const host = URL.canParse(entityId) ? new URL(entityId).hostname : '';
    look.saw(accessMetadata, 'Host of Workspace ONE Access', host || entityId);
    if (host === '')
      return unknown(
        `The entity ID of Workspace ONE Access is no address to compare the realm with. Look under ${accessMetadata.where}.`,
      );
    const domain = domainOf(host);
    const other = realms.find(({ realm }) => domain !== undefined && realm !== domain.toUpperCase());
    if (other !== undefined)
      return unknown(
        `The realm of ${other.named} is ${other.shown}, and Workspace ONE Access is at ${clipped(host, 120)}: compare it with the realm that Access shows for its KDC, under Identity Providers → Built-in.`,
      );
    const list = realms.map(({ named, shown }) => `the realm of ${named} is ${shown}`).join(', ');
    return pass(
      domain === undefined
        ? `In capitals: ${list}. Workspace ONE Access is at ${clipped(host, 120)}, which names no domain to compare with.`
        : `In capitals, and the domain of ${clipped(host, 120)}: ${list}.`,
    );
  },
} satisfies Check;

/** What follows the tenant's own name; undefined for an IP address or a bare name. */
function domainOf(host: string): string | undefined {
  if (isIP(host.replace(/^\[|\]$/g, '')) !== 0) return undefined;
  const [, ...rest] = host.split('.');
  return rest.length === 0 ? undefined : rest.join('.');
}
