import { clipped } from '../lookups/wording/time.js';
import { type Check, fail, pass, unknown } from './check.js';
import { iosSsoPayloads, notSent, profileNamed } from './parts/ios-sso.js';
import { uemSingleSignOn } from './sources/uem.js';

const article = 'mobile-sso-invalid-principal-name';
/** Lookup values that stand for something with an @. */
const addresses: ReadonlySet<string> = new Set(['{emailaddress}', '{userprincipalname}']);

/** Kerberos takes an @ for the beginning of the realm, and a name without a lookup is the same for everybody. */
export const uemIosSsoPrincipalName = {
  id: 'uem-ios-sso-principal-name',
  states: 'The principal name in the iOS SSO profile is a lookup value without an @.',
  about: 'tenant',
  shows: 'cause',
  async run(look) {
    const all = await iosSsoPayloads(look);
    const names = all.flatMap(({ profile, payload }) => {
      const principal = payload?.principalName?.trim();
      return principal ? [{ named: profileNamed(profile), principal, shown: clipped(principal, 120) }] : [];
    });
    for (const { named, shown } of names) look.saw(uemSingleSignOn, `Principal name of ${named}`, shown);
    for (const { named, principal, shown } of names) {
      if (principal.includes('@')) return fail(`The principal name of ${named} is ${shown}, with an @.`, article);
      if (addresses.has(principal.toLowerCase()))
        return fail(`The principal name of ${named} is ${shown}, which gives a name with an @.`, article);
      if (!/[{}]/.test(principal))
        return fail(`The principal name of ${named} is ${shown}: no lookup value, so the same for everybody.`, article);
    }
    const hidden = all.find(({ payload }) => !payload?.principalName?.trim());
    if (hidden !== undefined) return unknown(notSent('principal name', hidden));
    const odd = names.find(({ principal }) => !/^\{[^{}]+\}$/.test(principal));
    if (odd !== undefined)
      return unknown(
        `The principal name of ${odd.named} is ${odd.shown}, more than one lookup value. Look under ${uemSingleSignOn.where}.`,
      );
    return pass(`${names.map(({ named, shown }) => `The principal name of ${named} is ${shown}`).join(', ')}.`);
  },
} satisfies Check;
