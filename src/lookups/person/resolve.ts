import type { OktaUser } from '../../connectors/okta/index.js';
import type { PersonChoice } from '../../model/lookup.js';
import type { Answer, Inquiry } from '../inquiry.js';
import { oktaStatusName } from '../wording/okta-status.js';
import type { PersonName } from './name.js';

/** Whom a name means in Okta. */
export type OktaPerson =
  | { readonly kind: 'one'; readonly user: OktaUser }
  | { readonly kind: 'several'; readonly choices: readonly PersonChoice[] }
  | { readonly kind: 'nobody' };

/** Buttons beyond these would help nobody. */
const mostChoices = 10;

/**
 * Finds the Okta user that a name means. A login belongs to one user only, so one that fits exactly decides: whoever
 * has it as e-mail address besides (an administrator's second account) has a login of their own to be asked by.
 */
export function resolveInOkta(inquiry: Inquiry, name: PersonName): Promise<Answer<OktaPerson>> {
  return inquiry.ask('okta', async (okta): Promise<OktaPerson> => {
    const isWhole = name.isOktaId || (name.email !== undefined && !name.text.includes('/'));
    const user = isWhole ? await okta.getUser(name.text) : undefined;
    const isExact = user?.id === name.text || user?.profile.login.toLowerCase() === name.text.toLowerCase();
    if (user !== undefined && isExact) return { kind: 'one', user };
    const isUnknown = isWhole && user === undefined;
    const { items, more } = await (isUnknown ? okta.searchUsers(name.text) : okta.findUsers(name.text));
    const [first] = items;
    if (first === undefined) return { kind: 'nobody' };
    if (items.length === 1 && !more) return { kind: 'one', user: first };
    return { kind: 'several', choices: items.slice(0, mostChoices).map(choiceOf) };
  });
}

/** `Ann Ace` or the login when there is no name. */
export function fullName({ profile }: OktaUser): string {
  const name = [profile.firstName, profile.lastName].filter((part) => part != null && part.trim() !== '').join(' ');
  return name === '' ? profile.login : name;
}

function choiceOf(user: OktaUser): PersonChoice {
  return { key: user.id, label: `${fullName(user)} (${user.profile.login}), ${oktaStatusName(user.status)}` };
}
