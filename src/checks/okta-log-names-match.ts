import { listed } from '../lookups/wording/lines.js';
import { counted, moment } from '../lookups/wording/time.js';
import { type Check, fail, pass, unknown } from './check.js';
import { idpSignIns } from './parts/idp-sign-ins.js';
import { nameShape } from './parts/name-shape.js';
import { peopleIn, standing } from './parts/people.js';
import { oktaIdpFailures, oktaIdpSignIns } from './sources/okta-log.js';

/** As Okta writes it (reference: okta-api.md, 2.6). */
const unmatched = /unable to match transformed username|user not found|unable to transform email to username/i;

/** The log of the sign-ins is the only place where the name that really arrived is written. */
export const oktaLogNamesMatch = {
  id: 'okta-log-names-match',
  states: 'Okta knows the names that Workspace ONE has sent in the last 24 hours.',
  about: 'tenant',
  shows: 'cause',
  async run(look) {
    const { from, signIns } = await idpSignIns(look);
    const good = signIns.filter(({ failed }) => !failed);
    const nameless = standing(signIns).filter(({ reason }) => unmatched.test(reason));
    look.saw(oktaIdpFailures, `Names that Okta did not know since ${moment(from)}`, String(nameless.length));
    look.saw(oktaIdpSignIns, `Sign-ins through Workspace ONE since ${moment(from)}`, String(good.length));
    const [first] = nameless;
    if (first !== undefined) {
      const shapes = [
        ...new Set(nameless.map(({ sent }) => (sent === undefined ? 'a name that is not told' : nameShape(sent)))),
      ];
      return fail(
        `Okta found no user for ${counted(nameless.length, 'sign-in')} of ${peopleIn(nameless)} since ${moment(first.at)}: Workspace ONE sent ${listed(shapes)}.`,
        'username-mismatch',
      );
    }
    if (good.length > 0)
      return pass(
        `Okta knew the name in ${counted(good.length, 'sign-in')} through Workspace ONE since ${moment(from)}, and nobody’s last one was unknown.`,
      );
    return unknown(
      `Nobody signed in to Okta through Workspace ONE since ${moment(from)}. Look under ${oktaIdpSignIns.where} after the next try.`,
    );
  },
} satisfies Check;
