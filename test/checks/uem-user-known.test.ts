import { ann } from '../../src/playground/tenants/people.js';
import { uemUserOf } from '../../src/playground/tenants/uem/base.js';
import { describeCheck } from '../contracts/check.js';

const who = 'ann@acme.example';

describeCheck('uem-user-known', {
  pass: {
    'both are the same': { who, said: /^The user name of Ann Ace is “ann” in Workspace ONE UEM and Access/ },
    'a namesake has the same': {
      scenario: 'several-matching-users',
      who: 'jdoe@acme.example',
      said: /^The user name of Jane Doe is “jdoe” in/,
    },
    'only a short name was given': { who: 'ann', said: /“ann”/ },
  },
  fail: {
    'UEM has the e-mail address': {
      scenario: 'uem-user-name-with-at',
      who: 'ben@acme.example',
      said: /is “ben@acme\.example” in Workspace ONE UEM, but “ben” in Access/,
    },
    'only a namesake has an account': {
      scenario: 'several-matching-users',
      who: 'jdoe@contractors.example',
      said: /^John Doe has no account/,
    },
    'there is no account': {
      scenario: 'scim-domain-mismatch',
      who: 'nina@acme.example',
      said: /^Nina Berg has no account in Workspace ONE UEM/,
    },
  },
  unknown: {
    'Access does not know the person': {
      changes: [
        ({ access }) => {
          access.users.splice(0);
        },
      ],
      who,
      said: /Access shows no user for Ann Ace/,
    },
    'one of two accounts fits': {
      changes: [
        ({ uem }) => {
          uem.users.push({ ...uemUserOf(ann), number: 777, userName: ann.email });
        },
      ],
      who,
      said: /several accounts/,
    },
    'nobody is of that name': { who: 'nobody@acme.example', said: /no account by the name that was asked for/ },
  },
});
