import { isFailed, methodsOf, textOf } from '../lookups/events/access-event.js';
import { counted, moment } from '../lookups/wording/time.js';
import { type Check, fail, pass, unknown } from './check.js';
import { idpName, notSent, oktaIdp } from './parts/access-idps.js';
import { auditHours, recentAudit } from './parts/audit.js';
import { accessAuditEvents, accessIdentityProvider } from './sources/access.js';

/** JIT that is off does no harm where Okta provisions everybody: only a refusal shows that somebody was missing. */
export const accessOktaIdpJit = {
  id: 'access-okta-idp-jit',
  states: 'Whoever comes from Okta has an account in Workspace ONE Access or may be created just in time.',
  about: 'tenant',
  shows: 'symptom',
  async run(look) {
    look.soon(accessAuditEvents, auditHours);
    const idp = await oktaIdp(look);
    const { jitEnabled } = idp;
    if (jitEnabled == null) return unknown(notSent('Just-in-Time User Provisioning', idp));
    const off = `Just-in-Time User Provisioning is off in the identity provider ${idpName(idp)}`;
    look.saw(accessIdentityProvider, 'Just-in-Time User Provisioning', jitEnabled ? 'on' : 'off');
    if (jitEnabled) return pass(`Just-in-Time User Provisioning is on in the identity provider ${idpName(idp)}.`);
    const { events, gap } = await recentAudit(look);
    const refused = events.filter(
      (event) => isFailed(event) && isRefusal(textOf(event, 'failureMessage') ?? '', idp.id),
    );
    const own = (idp.authMethods ?? []).flatMap(({ authMethodName }) => authMethodName ?? []);
    const arrived = events.filter(
      (event) => event.objectType === 'LOGIN' && !isFailed(event) && methodsOf(event).some((one) => own.includes(one)),
    );
    look.saw(accessAuditEvents, 'Sign-ins refused because JIT is off, last 24 hours', String(refused.length));
    look.saw(accessAuditEvents, `Sign-ins by ${own.join(', ') || 'Okta'}, last 24 hours`, String(arrived.length));
    const first = refused.at(-1);
    if (first !== undefined)
      return fail(
        `${off}, and ${counted(refused.length, 'sign-in')} since ${moment(first.timestamp)} ended with a Name ID that no user of Access has.`,
        'no-access-to-service',
      );
    if (gap !== undefined) return unknown(`${off}; whether anybody was refused for it cannot be told, since ${gap}.`);
    if (arrived.length === 0)
      return unknown(
        `${off}, and nobody signed in through Okta in the last 24 hours, so nothing shows who is missing.`,
      );
    return pass(
      `${off}, and all ${counted(arrived.length, 'sign-in')} through Okta in the last 24 hours found a user.`,
    );
  },
} satisfies Check;

/** `IDP (id: 541991) does not have JIT enabled when creating user (nameId: …)`. */
function isRefusal(message: string, idpId: string): boolean {
  const id = /\bid: {0,3}(?<id>[\w-]{1,64})\)/.exec(message)?.groups?.['id'];
  return /does not have JIT enabled/i.test(message) && (id === undefined || id === idpId);
}
