import { ann, ben } from '../../src/playground/tenants/people.js';
import { describeCheck } from '../contracts/check.js';
import { idpOfAccess, signIn, tooManyEvents } from './changes-of-access.js';

const refusal = (id: string) => `IDP (id: ${id}) does not have JIT enabled when creating user (nameId: x@acme.example)`;

describeCheck('access-okta-idp-jit', {
  pass: {
    'it is off, and all who came from Okta were known': {
      changes: [signIn(ann, 60_000, 'Okta Auth'), signIn(ben, 50_000, 'Okta Auth')],
      said: /is off .* all 2 sign-ins through Okta/,
    },
    'it is on': {
      changes: [
        idpOfAccess('Okta', (idp) => {
          idp.jitEnabled = true;
        }),
      ],
      said: /is on/,
    },
    'it is off, and only another identity provider refused somebody': {
      changes: [signIn(ann, 60_000, 'Okta Auth'), signIn(undefined, 50_000, undefined, { failure: refusal('7') })],
      said: /all 1 sign-in through Okta/,
    },
  },
  fail: {
    'it is off and somebody was refused for it': {
      scenario: 'jit-off',
      said: /is off .* 1 sign-in since 2026-11-24 08:42 UTC/,
      articleId: 'no-access-to-service',
    },
  },
  unknown: {
    'it is off and nobody came from Okta': { said: /nobody signed in through Okta/ },
    'it is off and not all events could be read': {
      changes: [tooManyEvents],
      said: /cannot be told, since there are more audit events/,
    },
    'Access does not tell': {
      changes: [
        idpOfAccess('Okta', (idp) => {
          delete idp.jitEnabled;
        }),
      ],
      said: /does not show Just-in-Time/,
    },
  },
});
