import { ann, ben, type Person } from '../people.js';
import { noIdentityProviderIsFound } from '../stories/access-refuses.js';
import { minute } from '../time.js';
import type { Change, Scenario } from './scenario.js';

/** Mobile SSO was set up before there was a directory for Okta's users, and nobody ticked it later. */
const builtInLacksTheDirectory: Change = ({ access }) => {
  for (const { name, directories } of access.idps) {
    if (name === 'Built-in') directories.splice(0);
  }
};

const isNotAsked =
  (person: Person, minutes: number): Change =>
  (world) =>
    noIdentityProviderIsFound(world, person, minutes * minute);

/** Access finds nobody who could sign the person in. */
export const idpNotFound = {
  id: 'idp-not-found',
  title: 'IDP not found',
  story:
    'The built-in identity provider does not have the directory that Okta fills, so nobody of it can sign in there.',
  subject: 'ann@acme.example',
  tryThis: '@wo-okta The audit details in Workspace ONE say: IDP not found',
  pasted: 'IDP not found',
  cause: { article: 'idp-not-found', check: 'access-built-in-idp-directory' },
  changes: [builtInLacksTheDirectory, isNotAsked(ben, 38), isNotAsked(ann, 16), isNotAsked(ann, 15)],
} satisfies Scenario;
