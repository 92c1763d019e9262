import { newcomersAreRefused, newcomersJoin } from '../stories/provisioning.js';
import type { Change, Scenario } from './scenario.js';

/** The domain belongs to a directory that users are created in just in time; SCIM can't create there. */
const directoryIsForJit: Change = ({ access }) => {
  for (const directory of access.directories) directory.type = 'JIT_DIRECTORY';
  for (const user of access.users) user.internalUserType = 'JIT';
};

/** Users can be created in a directory of type Other only. */
export const scimCreationNotSupported = {
  id: 'scim-creation-not-supported',
  title: 'Provisioning: creation not supported',
  story:
    'The directory that Okta provisions into is not of type Other, so Nina and two more newcomers are not created.',
  subject: 'nina@acme.example',
  tryThis: '/wo-okta check nina@acme.example',
  pasted: 'Errors reported by remote server: User creation is not supported for specified directory id',
  cause: { article: 'scim-user-creation-not-supported', check: 'access-directory-type' },
  changes: [
    newcomersJoin,
    directoryIsForJit,
    (world) => newcomersAreRefused(world, 'User creation is not supported for specified directory id'),
  ],
} satisfies Scenario;
