import { ben } from '../../src/playground/tenants/people.js';
import type { Change } from '../../src/playground/tenants/scenarios/scenario.js';
import { uemUserOf } from '../../src/playground/tenants/uem/base.js';
import { describeCheck } from '../contracts/check.js';

const article = 'mobile-sso-invalid-principal-name';
/** 600 more colleagues behind those of the first page. */
const crowd: Change = ({ uem }) => {
  const more = Array.from({ length: 600 }, (_, place) => ({
    ...uemUserOf(ben),
    number: 2_000 + place,
    userName: `user${place}`,
  }));
  uem.users.push(...more);
};

describeCheck('uem-user-names-without-at', {
  pass: {
    'no user name has one': { said: /^None of 6 user names contains an @/ },
    'the person asked about has none, whatever others have': {
      scenario: 'uem-user-name-with-at',
      who: 'ann@acme.example',
      said: /person asked about contains no @/,
    },
  },
  fail: {
    'one user name has one': {
      scenario: 'uem-user-name-with-at',
      said: /^1 of 6 user names in Workspace ONE UEM contains an @/,
      articleId: article,
    },
    'some of a part have one': {
      scenario: 'uem-user-name-with-at',
      changes: [crowd],
      said: /^1 of the first 500 user names in Workspace ONE UEM contains an @/,
      articleId: article,
    },
    'the person asked about has one': {
      scenario: 'uem-user-name-with-at',
      who: 'ben@acme.example',
      said: /^The user name of the person asked about contains an @/,
      articleId: article,
    },
  },
  unknown: {
    'there are more users than were read': {
      changes: [crowd],
      said: /^None of the first 500 user names contains an @; the others were not read/,
    },
    'there are no users': {
      changes: [
        ({ uem }) => {
          uem.users.splice(0);
        },
      ],
      said: /shows no users/,
    },
    'the person asked about has no account': {
      changes: [
        ({ uem }) => {
          uem.users.splice(0);
        },
      ],
      who: 'ann@acme.example',
      said: /has no account/,
    },
  },
});
