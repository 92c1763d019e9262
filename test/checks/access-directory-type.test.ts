import { workspaceOneAppId } from '../../src/playground/tenants/okta/base-apps.js';
import { describeCheck } from '../contracts/check.js';

describeCheck('access-directory-type', {
  pass: {
    'two domains belong to one directory of type Other': {
      scenario: 'several-matching-users',
      said: /contractors\.example/,
    },
    'it is of type Other': { said: /acme\.example, which Okta sends, belongs to “Okta Users” \(type Other\)/ },
  },
  fail: {
    'it is for users made just in time': {
      scenario: 'scim-creation-not-supported',
      said: /“Okta Users” \(JIT_DIRECTORY\)/,
      articleId: 'scim-user-creation-not-supported',
    },
    'a second directory of another type has the domain too': {
      changes: [
        ({ access }) => {
          const [first] = access.directories;
          if (first !== undefined)
            access.directories.push({ ...first, directoryId: 'd2', name: 'Old JIT', type: 'JIT_DIRECTORY' });
        },
      ],
      said: /“Old JIT” \(JIT_DIRECTORY\)/,
      articleId: 'scim-user-creation-not-supported',
    },
    'no directory has the domain that Okta sends': {
      scenario: 'scim-domain-mismatch',
      said: /No directory .* has the domain acme\.lan/,
      articleId: 'scim-domain-mismatch',
    },
  },
  unknown: {
    'the app’s users have no domain': {
      changes: [
        ({ okta }) => {
          for (const user of okta.appUsers.get(workspaceOneAppId)?.values() ?? []) delete user.profile['domain'];
        },
      ],
      said: /does not show which domain/,
    },
    'Access does not tell the type': {
      changes: [
        ({ access }) => {
          for (const directory of access.directories) Object.assign(directory, { type: null });
        },
      ],
      said: /does not tell the type/,
    },
  },
});
