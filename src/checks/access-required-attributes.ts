import { listed } from '../lookups/wording/lines.js';
import { clipped } from '../lookups/wording/time.js';
import { type Check, fail, pass, unknown } from './check.js';
import { accessUserAttributes } from './sources/access.js';

/** What every provisioned user brings along, as SCIM calls it. */
const alwaysSent = new Set(['username', 'emails', 'name', 'active', 'externalid', 'givenname', 'familyname', 'domain']);
/** What Okta has no value for. */
const neverSent = 'distinguishedname';

/** Access refuses the whole user when a required attribute is missing. */
export const accessRequiredAttributes = {
  id: 'access-required-attributes',
  states: 'Workspace ONE Access requires no user attribute that Okta does not send.',
  about: 'tenant',
  shows: 'cause',
  async run(look) {
    const attributes = await look.at(accessUserAttributes);
    const given = attributes.filter(({ readOnly }) => readOnly !== true);
    const untold = given.length === 0 || given.every(({ required }) => required == null);
    if (untold)
      return unknown(
        `Workspace ONE Access does not tell which attributes are required. Look under ${accessUserAttributes.where}.`,
      );
    const required = given.filter((one) => one.required === true).map(({ name }) => name);
    look.saw(accessUserAttributes, 'Required user attributes', listed(required) || 'none');
    const others = required.filter((name) => !alwaysSent.has(name.toLowerCase()));
    const shown = listed(others.slice(0, 8).map((name) => clipped(name, 60)));
    if (others.some((name) => name.toLowerCase() === neverSent))
      return fail(
        `Workspace ONE Access requires ${shown}, and Okta sends no distinguishedName.`,
        'scim-distinguished-name-missing',
      );
    return others.length === 0
      ? pass(
          required.length === 0
            ? 'No user attribute is required.'
            : `Okta sends all that is required: ${listed(required.slice(0, 8))}.`,
        )
      : unknown(
          `Workspace ONE Access also requires ${shown}: see in Okta’s mapping for the Workspace ONE app whether it is sent.`,
        );
  },
} satisfies Check;
