import { clipped } from '../lookups/wording/time.js';
import { type Check, fail, pass, unknown } from './check.js';
import { notSent, oktaIdp } from './parts/access-idps.js';
import { accessSample } from './parts/access-sample.js';
import { attributeLabel, shapesOf, shapesText, valuesOf } from './parts/name-shapes.js';
import { sentNameId } from './parts/sent-name-id.js';
import { accessIdentityProvider, accessUserSample } from './sources/access.js';
import { oktaAppsNamed } from './sources/okta.js';

const unspecified = 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified';

/** Access looks for one user whose mapped attribute is the Name ID. */
export const accessOktaIdpNameId = {
  id: 'access-okta-idp-name-id',
  states: 'The “Unspecified” Name ID is mapped to the attribute that holds what Okta sends.',
  about: 'tenant',
  shows: 'cause',
  async run(look) {
    look.soon(oktaAppsNamed, look.settings.app);
    look.soon(accessUserSample);
    const idp = await oktaIdp(look);
    const attribute = idp.nameIdFormatAttributeMappings?.[unspecified];
    if (!attribute) return unknown(notSent('the mapping of “Unspecified”', idp));
    const label = attributeLabel(attribute);
    look.saw(accessIdentityProvider, '“Unspecified” is mapped to', label);
    const sent = await sentNameId(look);
    const people = await accessSample(look);
    const values = people.map((user) => valuesOf(user, attribute));
    const shapes = shapesOf(values.map((value) => value?.[0]));
    if (values.includes(undefined))
      return unknown(
        `“Unspecified” is mapped to ${clipped(label, 60)}, which the API does not tell of a user: compare it with the nameId in the audit event.`,
      );
    look.saw(accessUserSample, `${label} of some users`, shapesText(shapes));
    const mapped = `“Unspecified” is mapped to ${label}`;
    if (shapes[sent.shape] === shapes.all)
      return pass(`${mapped}, which has the form of what Okta sends: ${sent.said}.`);
    if (shapes[sent.shape] === 0)
      return fail(
        `${mapped}, which for none of ${shapes.all} users looked at is ${sent.shape === 'address' ? 'an address with an @' : 'a short name without an @'}, but Okta sends ${sent.said}.`,
        'no-access-to-service',
      );
    return unknown(
      `${mapped}, which for ${shapes[sent.shape]} of ${shapes.all} users looked at has the form of what Okta sends (${sent.said}): look at the account of the person.`,
    );
  },
} satisfies Check;
