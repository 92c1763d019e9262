import { clipped, counted, moment } from '../lookups/wording/time.js';
import { type Check, fail, pass, unknown } from './check.js';
import type { Look } from './look.js';
import { accessSample } from './parts/access-sample.js';
import { idpSignIns } from './parts/idp-sign-ins.js';
import { shapesOf, shapesText } from './parts/name-shapes.js';
import { matchLabels, oktaMatch } from './parts/okta-match.js';
import { oktaSource } from './parts/okta-source.js';
import { accessOktaSources, accessUserSample } from './sources/access.js';
import { oktaIdentityProviders, oktaUserSample } from './sources/okta.js';
import { oktaIdpSignIns } from './sources/okta-log.js';

const article = 'username-mismatch';

/** In most tenants the user name is the sAMAccountName, while Okta usernames are e-mail addresses or UPNs. */
export const accessOktaSourceUserName = {
  id: 'access-okta-source-user-name',
  states: 'The Username Value of the OKTA application source gives the name that Okta looks for.',
  about: 'tenant',
  shows: 'cause',
  async run(look) {
    look.soon(oktaIdentityProviders);
    look.soon(accessUserSample);
    look.soon(oktaUserSample);
    const template = (await oktaSource(look)).authInfo.nameId ?? '';
    look.saw(accessOktaSources, 'Username Value of the OKTA application source', template || '(not told)');
    const match = matchLabels[await oktaMatch(look)];
    const value = `The Username Value is ${clipped(template, 120)}`;
    if (/^\s*\$\{user\.(emails?|userPrincipalName)\}\s*$/.test(template)) return asTheLogSays(look, value, match);
    if (!/^\s*\$\{user\.(userName|sAMAccountName)\}\s*$/.test(template))
      return unknown(
        template === ''
          ? `Access does not tell the Username Value. Look under ${accessOktaSources.where}.`
          : `${value}: compare what it gives for a person with their ${match}, under ${accessOktaSources.where}.`,
      );
    const [people, { items }] = await Promise.all([accessSample(look), look.at(oktaUserSample)]);
    const here = shapesOf(people.map(({ userName }) => userName));
    const there = shapesOf(items.map(({ profile }) => profile.login));
    look.saw(accessUserSample, 'User names in Workspace ONE Access', shapesText(here));
    look.saw(oktaUserSample, 'Usernames in Okta', shapesText(there));
    if (here.short > here.address && there.all > 0 && there.short === 0)
      return fail(
        `${value}, which for ${here.short} of ${here.all} people looked at is a short name without an @, while all ${there.all} Okta usernames looked at have one.`,
        article,
      );
    return unknown(
      `${value}: whether that equals the ${match} differs from person to person, so compare it for the one who cannot sign in.`,
    );
  },
} satisfies Check;

/** An attribute that holds addresses fits by itself; it can still be another address than Okta's. */
async function asTheLogSays(look: Look, value: string, match: string) {
  const { signIns, from } = await idpSignIns(look);
  const since = `since ${moment(from)}`;
  const matched = signIns.filter(({ failed }) => !failed).length;
  const unmatched = signIns.filter(({ failed, reason }) => failed && isNobody(reason)).length;
  look.saw(oktaIdpSignIns, `Sign-ins through Workspace ONE ${since} whose name matched`, String(matched));
  look.saw(oktaIdpSignIns, `Sign-ins through Workspace ONE ${since} whose name matched nobody`, String(unmatched));
  if (unmatched === 0 || matched > 0)
    return pass(
      `${value}, which is what Okta compares with the ${match}${matched === 0 ? '' : `; ${counted(matched, 'sign-in')} ${since} did match${unmatched === 0 ? '' : `, ${unmatched} did not`}`}.`,
    );
  return fail(`${value}, and none of ${counted(unmatched, 'sign-in')} ${since} matched an ${match} in Okta.`, article);
}

/** Okta's reasons for a name that fits nobody (reference on Okta, 2.6). */
function isNobody(reason: string): boolean {
  return /unable to match transformed username|user not found/i.test(reason);
}
