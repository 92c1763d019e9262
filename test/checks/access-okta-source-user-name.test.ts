import { ann, ben, jane } from '../../src/playground/tenants/people.js';
import { placeholder } from '../../src/playground/tenants/placeholder.js';
import { oktaRefusesAssertion } from '../../src/playground/tenants/stories/refused-assertion.js';
import { describeCheck } from '../contracts/check.js';
import { idpOfOkta, oktaSourceOf } from './changes-of-access.js';

const sends = (name: string) =>
  oktaSourceOf((authInfo) => {
    authInfo.nameId = name;
  });
const refuses = (person: typeof ann) => (world: Parameters<typeof oktaRefusesAssertion>[0]) =>
  oktaRefusesAssertion(world, {
    person,
    ago: 900_000,
    sent: `${person.short}@old.example`,
    known: false,
    cause: 'Unable to match transformed username',
    requestArrives: true,
  });

describeCheck('access-okta-source-user-name', {
  pass: {
    'it is the user principal name, and sign-ins matched': {
      said: /\$\{user\.userPrincipalName\}, which is what Okta compares with the Okta Username; 3 sign-ins/,
    },
    'it is the e-mail address, and some did not match': {
      changes: [sends(placeholder('user.email')), refuses(jane)],
      said: /3 sign-ins since 2026-11-23 09:00 UTC did match, 1 did not/,
    },
    'it is the e-mail address, and nobody tried': {
      changes: [
        sends(placeholder('user.email')),
        ({ okta }) => {
          okta.logs.splice(0);
        },
      ],
      said: /\$\{user\.email\}/,
    },
  },
  fail: {
    'it is the short user name': {
      scenario: 'user-name-mismatch',
      said: /\$\{user\.userName\}.*for 6 of 6 people looked at is a short name/,
      articleId: 'username-mismatch',
    },
    'it is an address, and none that came matched': {
      changes: [
        ({ okta }) => {
          okta.logs.splice(0);
        },
        refuses(ann),
        refuses(ben),
      ],
      said: /none of 2 sign-ins since 2026-11-23 09:00 UTC matched/,
      articleId: 'username-mismatch',
    },
  },
  unknown: {
    'it is the user name, and that is an address here': {
      changes: [
        sends(placeholder('user.userName')),
        ({ access }) => {
          for (const user of access.users) user.userName = user.email;
        },
      ],
      said: /differs from person to person/,
    },
    'it is an attribute of the tenant’s own': {
      changes: [sends(placeholder('user.employeeID'))],
      said: /\$\{user\.employeeID\}: compare/,
    },
    'Okta takes the name from another attribute': {
      changes: [
        idpOfOkta((idp) => {
          idp.policy.subject.userNameTemplate.template = 'idpuser.email';
        }),
      ],
      said: /idpuser\.email instead of idpuser\.subjectNameId/,
    },
    'Okta matches against an attribute of the org’s own': {
      changes: [
        idpOfOkta((idp) => {
          idp.policy.subject.matchType = 'CUSTOM_ATTRIBUTE';
        }),
      ],
      said: /CUSTOM_ATTRIBUTE/,
    },
  },
});
