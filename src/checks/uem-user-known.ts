import { isSameName } from '../lookups/person/matching.js';
import { clipped } from '../lookups/wording/time.js';
import { type Check, fail, pass, unknown } from './check.js';
import { accessUsers } from './parts/access-person.js';
import { called, subjectOf, uemAccounts } from './parts/uem-person.js';
import { accessUsersNamed } from './sources/access.js';
import { uemUsersNamed } from './sources/uem.js';

/** The certificate of Mobile SSO carries the user name of UEM, and Access looks its user up by it. */
export const uemUserKnown = {
  id: 'uem-user-known',
  states: 'The person has an account in Workspace ONE UEM whose user name is that of Workspace ONE Access.',
  about: 'person',
  shows: 'cause',
  async run(look) {
    const subject = subjectOf(look);
    const who = called(subject);
    const accounts = await uemAccounts(look, subject);
    const theirs = accounts.map(({ userName }) => userName);
    look.saw(uemUsersNamed, `User name of ${who} in Workspace ONE UEM`, theirs.join(', ') || 'no account');
    if (accounts.length === 0) return fail(`${who} has no account in Workspace ONE UEM.`);
    const users = await accessUsers(look, subject, theirs);
    const others = users.map(({ userName }) => userName);
    look.saw(accessUsersNamed, `User name of ${who} in Workspace ONE Access`, others.join(', ') || 'no user found');
    if (users.length === 0)
      return unknown(
        `Workspace ONE Access shows no user for ${who} to compare with. Look under ${accessUsersNamed.where}.`,
      );
    const [shown, shownOther] = [theirs, others].map((names) => `“${clipped(names.join('”, “'), 200)}”`);
    const isSame = (name: string) => others.some((other) => isSameName(name, other));
    if (theirs.every(isSame)) return pass(`The user name of ${who} is ${shown} in Workspace ONE UEM and Access.`);
    if (theirs.some(isSame))
      return unknown(
        `${who} has several accounts in Workspace ONE UEM, ${shown}, and is ${shownOther} in Access: see under which the device is enrolled.`,
      );
    return fail(`The user name of ${who} is ${shown} in Workspace ONE UEM, but ${shownOther} in Access.`);
  },
} satisfies Check;
