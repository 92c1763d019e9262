import { fullName } from '../lookups/person/resolve.js';
import { oktaStatusMeaning } from '../lookups/wording/okta-status.js';
import { clipped, moment } from '../lookups/wording/time.js';
import { type Check, fail, pass, unknown } from './check.js';
import { oktaSubject } from './parts/okta-subject.js';
import { oktaUser, oktaUserBlocks } from './sources/okta.js';

/** Okta lets nobody in whose account is not active, or whose sign-in is blocked. */
export const oktaUserActive = {
  id: 'okta-user-active',
  states: 'The person’s account in Okta is active, and nothing blocks the sign-in.',
  about: 'person',
  shows: 'cause',
  async run(look) {
    const user = await oktaSubject(look);
    const who = clipped(fullName(user), 80);
    const { state, remedy, canSignIn } = oktaStatusMeaning(user.status);
    look.saw(oktaUser, `Status of ${who}`, user.status);
    const since = user.statusChanged ? ` since ${moment(user.statusChanged)}` : '';
    if (canSignIn === undefined) return unknown(`${who} ${clipped(state, 120)}: ${remedy}.`);
    if (!canSignIn) return fail(`${who} ${state}${since}: ${remedy}.`);
    const blocks = user.blocks ?? (await look.at(oktaUserBlocks, user.id)).items;
    look.saw(
      user.blocks ? oktaUser : oktaUserBlocks,
      `Blocks of ${who}`,
      blocks.map(({ appliesTo }) => appliesTo).join(', ') || 'none',
    );
    if (blocks.length === 0) return pass(`${who} is active in Okta, and nothing blocks the sign-in.`);
    const where = blocks.some(({ appliesTo }) => appliesTo === 'ANY_DEVICES') ? 'any device' : 'devices new to Okta';
    return fail(`${who} is blocked in Okta from ${where}: unblock the sign-in under ${oktaUserBlocks.where}.`);
  },
} satisfies Check;
