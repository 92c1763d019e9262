import { type Check, fail, pass, unknown } from './check.js';
import { accessUserAttributes } from './sources/access.js';

/** Okta sends no DN, so a tenant that insists on it refuses every user whom Okta creates. */
export const accessDistinguishedNameOptional = {
  id: 'access-distinguished-name-optional',
  states: 'distinguishedName is not a required user attribute of Workspace ONE Access.',
  about: 'tenant',
  shows: 'cause',
  async run(look) {
    const attributes = await look.at(accessUserAttributes);
    const required = attributes.find(({ name }) => name.toLowerCase() === 'distinguishedname')?.required;
    if (required == null)
      return unknown(
        `Workspace ONE Access does not tell whether distinguishedName is required. Look under ${accessUserAttributes.where}.`,
      );
    look.saw(accessUserAttributes, 'distinguishedName', required ? 'required' : 'optional');
    return required
      ? fail('distinguishedName is marked as required, and Okta sends none.', 'scim-distinguished-name-missing')
      : pass('distinguishedName is optional.');
  },
} satisfies Check;
