import { isSameName, sentName } from '../lookups/person/matching.js';
import { clipped } from '../lookups/wording/time.js';
import { type Check, fail, pass, unknown } from './check.js';
import { accessAccounts } from './parts/access-accounts.js';
import { matchLabels, oktaMatch } from './parts/okta-match.js';
import { oktaSource } from './parts/okta-source.js';
import { oktaSubject } from './parts/okta-subject.js';
import { accessOktaSources, accessUsersNamed } from './sources/access.js';

/** The setting can be right and a person's attribute wrong. */
export const accessUserNamesMatch = {
  id: 'access-user-names-match',
  states: 'Workspace ONE Access sends the name that Okta knows the person by, and their account there is enabled.',
  about: 'person',
  shows: 'cause',
  async run(look) {
    look.soon(accessOktaSources);
    const match = await oktaMatch(look);
    const template = (await oktaSource(look)).authInfo.nameId;
    const { users, isComplete } = await accessAccounts(look);
    const { login, email } = (await oktaSubject(look)).profile;
    const who = clipped(login, 120);
    const [user] = users;
    look.saw(accessUsersNamed, `Accounts of ${who} in Workspace ONE Access`, String(users.length));
    if (user === undefined)
      return isComplete
        ? fail(
            `${who} has no account in Workspace ONE Access: see whether Okta provisions them.`,
            'no-access-to-service',
          )
        : unknown(
            `No account of ${who} was found in Workspace ONE Access by name, and it cannot be searched by e-mail address.`,
          );
    if (users.length > 1)
      return unknown(
        `${who} has ${users.length} accounts in Workspace ONE Access: see under ${accessUsersNamed.where} which one they sign in with.`,
      );
    if (user.isDeleted || user.active === false || /^[23]$/.test(user.status ?? '')) {
      const state = user.isDeleted || user.status === '3' ? 'deleted' : 'disabled';
      look.saw(accessUsersNamed, `Account of ${who}`, state);
      return fail(`The account of ${who} in Workspace ONE Access is ${state}.`);
    }
    const sent = sentName(template, user);
    look.saw(accessOktaSources, 'Username Value of the OKTA application source', template ?? '(not told)');
    if (sent === undefined)
      return unknown(
        `The Username Value is ${clipped(template ?? 'not told', 120)}: what it gives for ${who} cannot be told from here.`,
      );
    look.saw(accessUsersNamed, `${sent.label} of ${who}`, sent.value);
    const names = [...(match === 'EMAIL' ? [] : [login]), ...(match === 'USERNAME' ? [] : [email])];
    const value = `Workspace ONE Access sends “${clipped(sent.value, 120)}” (${sent.label.toLowerCase()})`;
    return names.some((name) => isSameName(name, sent.value))
      ? pass(`${value}, which is the ${matchLabels[match]} of ${who}.`)
      : fail(
          `${value}, and the ${matchLabels[match]} in Okta is “${clipped(names[0] ?? 'none', 120)}”.`,
          'username-mismatch',
        );
  },
} satisfies Check;
