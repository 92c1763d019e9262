import { placeholder } from '../../src/playground/tenants/placeholder.js';
import { describeCheck } from '../contracts/check.js';
import { idpOfOkta, oktaSourceOf } from './changes-of-access.js';

const who = 'jdoe@acme.example';
const account = (change: Record<string, unknown>) => (world: { access: { users: { userName: string }[] } }) => {
  for (const user of world.access.users) if (user.userName === 'jdoe') Object.assign(user, change);
};

describeCheck('access-user-names-match', {
  pass: {
    'Access sends their Okta username': {
      who,
      said: /sends “jdoe@acme\.example” \(user principal name\).*Okta Username/,
    },
    'Okta matches e-mail addresses, and it is theirs': {
      who,
      changes: [
        idpOfOkta((idp) => {
          idp.policy.subject.matchType = 'EMAIL';
        }),
      ],
      said: /the Email of/,
    },
    'somebody else has the same short name': { who, scenario: 'several-matching-users' },
  },
  fail: {
    'Access sends their short name': {
      who,
      scenario: 'user-name-mismatch',
      said: /sends “jdoe” \(user name\), and the Okta Username in Okta is “jdoe@acme\.example”/,
      articleId: 'username-mismatch',
    },
    'their principal name is another one': {
      who,
      changes: [account({ userPrincipalName: 'jane.doe@acme.example' })],
      said: /sends “jane\.doe@acme\.example”/,
      articleId: 'username-mismatch',
    },
    'their account is disabled': { who, changes: [account({ active: false })], said: /is disabled/ },
  },
  unknown: {
    'no account is found, and the tenant cannot be searched by e-mail address': {
      who: 'dora@acme.example',
      said: /cannot be searched by e-mail address/,
    },
    'Okta knows nobody of that name': { who: 'nobody@acme.example', said: /Okta knows nobody/ },
    'the Username Value is an attribute of the tenant’s own': {
      who,
      changes: [
        oktaSourceOf((authInfo) => {
          authInfo.nameId = placeholder('user.employeeID');
        }),
      ],
      said: /\$\{user\.employeeID\}/,
    },
  },
});
