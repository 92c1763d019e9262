import { counted, moment } from '../lookups/wording/time.js';
import { type Check, fail, pass, unknown } from './check.js';
import { type MobileSignIn, mobileSignIns, recentAudit } from './parts/audit.js';
import { accessAuditEvents } from './sources/access.js';

/** Policy rules have no API; with which methods people get in shows how a rule combines them. */
export const accessMethodsNotCombined = {
  id: 'access-methods-not-combined',
  states: 'No access policy rule combines Mobile SSO with Device Compliance.',
  about: 'tenant',
  shows: 'cause',
  async run(look) {
    const { events, gap } = await recentAudit(look);
    const signIns = mobileSignIns(events).filter(({ failed }) => !failed);
    const combined = signIns.filter(isCombined);
    look.saw(accessAuditEvents, 'Sign-ins with Mobile SSO, last 24 hours', String(signIns.length));
    look.saw(accessAuditEvents, 'Of these combined with Device Compliance', String(combined.length));
    const [newest] = combined;
    if (newest === undefined) {
      if (signIns.length > 0 && gap === undefined)
        return pass(
          `None of ${counted(signIns.length, 'sign-in')} with Mobile SSO in the last 24 hours used Device Compliance too.`,
        );
      return unknown(
        signIns.length === 0
          ? 'Nobody signed in with Mobile SSO in the last 24 hours, so no rule shows: look under Resources → Policies.'
          : `No sign-in that was read combines the two, but ${gap}: look under Resources → Policies.`,
      );
    }
    const text = `${counted(combined.length, 'sign-in')} since ${moment(combined.at(-1)?.at ?? newest.at)} used Mobile SSO and Device Compliance together`;
    // Newest first: a later sign-in by the same method alone may show that the rule was changed meanwhile.
    const isCurrent = combined.some((one) => signIns.find(({ mobileSso }) => mobileSso === one.mobileSso) === one);
    return isCurrent
      ? fail(`${text}, so a rule of the access policy combines them.`, 'device-trust-not-secured')
      : unknown(`${text}, later ones did not: see under Resources → Policies whether a rule still combines them.`);
  },
} satisfies Check;

function isCombined({ methods }: MobileSignIn): boolean {
  return methods.some((method) => /^device compliance\b/i.test(method));
}
