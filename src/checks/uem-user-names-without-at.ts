import { counted } from '../lookups/wording/time.js';
import { type Check, fail, pass, unknown, type Verdict } from './check.js';
import type { Look, Subject } from './look.js';
import { uemAccounts } from './parts/uem-person.js';
import { uemUserSample, uemUsersNamed } from './sources/uem.js';

const article = 'mobile-sso-invalid-principal-name';

/** The principal name of Mobile SSO is made of the user name, and in Kerberos the @ begins the realm. */
export const uemUserNamesWithoutAt = {
  id: 'uem-user-names-without-at',
  states: 'User names in Workspace ONE UEM contain no @.',
  about: 'tenant',
  shows: 'cause',
  run: (look) => (look.subject === undefined ? ofEverybody(look) : ofOne(look, look.subject)),
} satisfies Check;

async function ofEverybody(look: Look): Promise<Verdict> {
  const { items, total } = await look.at(uemUserSample);
  if (items.length === 0)
    return unknown(`Workspace ONE UEM shows no users to the bot. Look under ${uemUserSample.where}.`);
  const withAt = items.filter(({ userName }) => userName.includes('@')).length;
  const isAll = total !== undefined && total <= items.length;
  const read = isAll ? counted(items.length, 'user name') : `the first ${counted(items.length, 'user name')}`;
  look.saw(uemUserSample, 'User names that contain an @', `${withAt} of ${read}`);
  if (withAt > 0)
    return fail(
      `${withAt} of ${read} in Workspace ONE UEM ${withAt === 1 ? 'contains' : 'contain'} an @: for ${withAt === 1 ? 'that person' : 'those people'} Mobile SSO fails.`,
      article,
    );
  if (isAll) return pass(`None of ${read} contains an @.`);
  return unknown(`None of ${read} contains an @; the others were not read. Look under ${uemUserSample.where}.`);
}

/** Shown where others may read it, so it names nobody. */
async function ofOne(look: Look, subject: Subject): Promise<Verdict> {
  const accounts = await uemAccounts(look, subject);
  if (accounts.length === 0)
    return unknown('The person asked about has no account in Workspace ONE UEM, so there is no user name to look at.');
  const hasAt = accounts.some(({ userName }) => userName.includes('@'));
  look.saw(uemUsersNamed, 'User name of the person asked about', hasAt ? 'contains an @' : 'contains no @');
  return hasAt
    ? fail('The user name of the person asked about contains an @ in Workspace ONE UEM.', article)
    : pass('The user name of the person asked about contains no @ in Workspace ONE UEM.');
}
