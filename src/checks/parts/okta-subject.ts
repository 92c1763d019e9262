import type { OktaUser } from '../../connectors/okta/index.js';
import { NotSeen } from '../check.js';
import type { Look } from '../look.js';
import { oktaUser, oktaUsersNamed } from '../sources/okta.js';

/** The person in Okta, read as a source so that it counts as seen. Throws `NotSeen` when Okta knows nobody of that name. */
export async function oktaSubject(look: Look): Promise<OktaUser> {
  const id = look.subject?.okta?.id;
  // Asked for once more even when nobody was found: what kept Okta from answering stands in the way here too.
  const user =
    id === undefined
      ? (await look.at(oktaUsersNamed, look.subject?.name.text ?? '')).items[0]
      : await look.at(oktaUser, id);
  if (user !== undefined) return user;
  throw new NotSeen(`Okta knows nobody of that name: check the spelling, or look under ${oktaUser.where}.`);
}
