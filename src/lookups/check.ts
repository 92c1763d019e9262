import { checkDays, lastDays } from './events/window.js';
import { readAccessHalf } from './halves/access.js';
import { readOktaHalf } from './halves/okta.js';
import { pictureOf } from './halves/picture.js';
import { readUemHalf } from './halves/uem.js';
import type { Inquiry } from './inquiry.js';
import { accessRole, type Lookup, type LookupFindings, type LookupParams, uemRight } from './lookup.js';
import { accessChoices, severalFindings } from './person/choices.js';
import { readName } from './person/name.js';
import { resolveInOkta } from './person/resolve.js';

/** iOS devices whose profiles `check` reads: each costs a call. */
const mostProfiles = 2;

/** Everything about one person in all systems, what is wrong with it, and what happened in which order. */
export const check = {
  id: 'check',
  title: 'What is wrong with a person’s account or sign-in, in all systems',
  needs: {
    okta: ['okta.users.read', 'okta.apps.read', 'okta.logs.read', 'okta.idps.read'],
    access: [accessRole],
    uem: [uemRight],
  },
  run: runCheck,
} satisfies Lookup;

async function runCheck(inquiry: Inquiry, { who = '' }: LookupParams): Promise<LookupFindings> {
  const name = readName(who);
  const window = lastDays(checkDays, inquiry.now());
  const person = resolveInOkta(inquiry, name);
  const halves = Promise.all([
    readOktaHalf(inquiry, name, person, window),
    readAccessHalf(inquiry, name, person, window),
    readUemHalf(inquiry, name, person, mostProfiles),
  ]);
  const found = await person;
  if (found.isRead && found.value.kind === 'several') {
    // Nobody waits for the other systems any more, nor for their errors.
    halves.catch(() => undefined);
    return severalFindings(name, found.value.choices);
  }
  const [okta, access, uem] = await halves;
  const choices = okta.user === undefined && access.people?.isRead ? accessChoices(access.people.value.users) : [];
  if (choices.length > 1) return severalFindings(name, choices);
  return pictureOf(inquiry, { name, found, okta, access, uem, window, days: checkDays });
}
