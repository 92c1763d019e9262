import { accessUserOf } from '../access/base.js';
import { appUserOf, workspaceOneAppId } from '../okta/base-apps.js';
import { oktaUserOf } from '../okta/base-users.js';
import { john } from '../people.js';
import type { Change, Scenario } from './scenario.js';

/** John Doe of the contractors has the same short name as Jane, in a domain of his own. */
const johnIsThereToo: Change = ({ okta, access, now }) => {
  okta.users.push(oktaUserOf(john, now));
  okta.appUsers.get(workspaceOneAppId)?.set(john.oktaId, appUserOf(john, now, true));
  access.users.push(accessUserOf(john));
  for (const { domains } of access.directories) domains.push(john.domain);
};

/** Two people answer to `jdoe`. */
export const severalMatchingUsers = {
  id: 'several-matching-users',
  title: 'Two people called jdoe',
  story: 'Jane Doe and the contractor John Doe have the same short name in two domains: the bot has to ask.',
  subject: 'jdoe',
  tryThis: '/wo-okta check jdoe',
  changes: [johnIsThereToo],
} satisfies Scenario;
