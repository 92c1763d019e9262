import type { AccessUser } from '../../connectors/access/index.js';
import type { PersonChoice } from '../../model/lookup.js';
import type { LookupFindings } from '../lookup.js';
import { clipped, counted } from '../wording/time.js';
import type { PersonName } from './name.js';

/** What to ask with when Okta cannot tell several people in Access apart: those that have a name of their own. */
export function accessChoices(users: readonly AccessUser[]): PersonChoice[] {
  return users.flatMap((user) => {
    const key = user.userPrincipalName ?? user.emails[0];
    const full = [user.givenName, user.familyName].filter(Boolean).join(' ');
    const domain = user.domain === undefined ? '' : `, domain ${user.domain}`;
    return key === undefined ? [] : [{ key, label: clipped(`${full || user.userName} (${key})${domain}`, 150) }];
  });
}

/** The answer when several people fit. */
export function severalFindings({ text }: PersonName, choices: readonly PersonChoice[]): LookupFindings {
  return {
    isFinding: false,
    summary: `${counted(choices.length, 'person', 'people')} answer to “${clipped(text, 80)}”: which one is meant?`,
    subject: clipped(text, 80),
    choices,
  };
}
