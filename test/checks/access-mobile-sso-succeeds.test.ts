import { ann, ben } from '../../src/playground/tenants/people.js';
import { describeCheck } from '../contracts/check.js';
import { nothingHappened, signIn, tooManyEvents } from './changes-of-access.js';

const ios = 'Mobile SSO (for iOS)';
const failure = 'Kerberos NEGOTIATE failed or was cancelled by the user';

describeCheck('access-mobile-sso-succeeds', {
  pass: {
    'everybody got in': { said: /^Mobile SSO succeeded, at last 2026-11-24 08:00 UTC/ },
    'the person got in, though others did not': {
      who: 'ann@acme.example',
      changes: [signIn(ben, 60_000, ios, { failure })],
      said: /Mobile SSO of this person succeeded/,
    },
    'a failure was put right': { changes: [signIn(ben, 60_000, ios, { failure }), signIn(ben, 30_000, ios)] },
  },
  fail: {
    'a branch office fails': {
      scenario: 'sign-in-storm',
      said: /fails for 14 people since 2026-11-24 08:40 UTC: “Kerberos NEGOTIATE failed/,
    },
    'the person fails': {
      who: 'ben@acme.example',
      changes: [signIn(ben, 60_000, ios, { failure })],
      said: /^Mobile SSO fails since/,
    },
    'a text means one article': {
      changes: [
        signIn(undefined, 60_000, ios, { failure: 'Access denied as no valid authentication methods were found.' }),
      ],
      articleId: 'mobile-sso-no-valid-auth-methods',
    },
    'the text names a login that is nobody’s': {
      changes: [signIn(undefined, 60_000, ios, { failure: 'Refused for user: Correct-Horse-Battery-9' })],
      said: /^(?!.*Battery).*a login that is no known user/,
    },
  },
  unknown: {
    'nobody used it': { changes: [nothingHappened], said: /No sign-in with Mobile SSO was found/ },
    'the person did not use it': { who: 'erik@acme.example', said: /No sign-in with Mobile SSO of this person/ },
    'not all events could be read': { changes: [tooManyEvents, signIn(ann, 0, ios)], said: /more audit events/ },
    'Okta knows nobody of that name': { who: 'nobody@acme.example', said: /Okta knows nobody/ },
  },
});
