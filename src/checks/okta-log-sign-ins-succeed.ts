import { withoutPeople } from '../lookups/events/without-people.js';
import { listed } from '../lookups/wording/lines.js';
import { clipped, counted, moment } from '../lookups/wording/time.js';
import { type Check, fail, pass, unknown } from './check.js';
import { idpSignIns } from './parts/idp-sign-ins.js';
import { peopleIn, standing } from './parts/people.js';
import { oktaIdpFailures, oktaIdpSignIns } from './sources/okta-log.js';

/** What Okta makes of an answer of Workspace ONE's in the end; each person's last sign-in counts. */
export const oktaLogSignInsSucceed = {
  id: 'okta-log-sign-ins-succeed',
  states: 'People who sign in through Workspace ONE are let in by Okta.',
  about: 'tenant',
  shows: 'symptom',
  async run(look) {
    const { from, signIns } = await idpSignIns(look);
    const good = signIns.filter(({ failed }) => !failed);
    const bad = standing(signIns);
    look.saw(
      oktaIdpFailures,
      `Failed sign-ins through Workspace ONE since ${moment(from)}`,
      String(signIns.length - good.length),
    );
    look.saw(oktaIdpSignIns, `Sign-ins through Workspace ONE since ${moment(from)}`, String(good.length));
    const [first] = bad;
    if (first !== undefined) {
      const reasons = [
        ...new Set(
          bad.map(({ reason }) => clipped(withoutPeople(reason, []), 80) || 'GENERAL_NONSUCCESS or no reason'),
        ),
      ];
      return fail(
        `${counted(bad.length, 'sign-in')} through Workspace ONE failed in Okta for ${peopleIn(bad)} since ${moment(first.at)} (${clipped(listed(reasons), 200)}), and ${good.length} succeeded.`,
      );
    }
    if (good.length > 0)
      return pass(
        `${counted(good.length, 'sign-in')} of ${peopleIn(good)} through Workspace ONE succeeded since ${moment(from)}, and nobody is left out.`,
      );
    return unknown(
      `Nobody tried to sign in to Okta through Workspace ONE since ${moment(from)}. Look under ${oktaIdpSignIns.where}.`,
    );
  },
} satisfies Check;
