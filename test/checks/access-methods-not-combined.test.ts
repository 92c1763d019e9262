import { ben } from '../../src/playground/tenants/people.js';
import { describeCheck } from '../contracts/check.js';
import { nothingHappened, signIn, tooManyEvents } from './changes-of-access.js';

const alone = 'Mobile SSO (for iOS)';
const both = `${alone},Device Compliance (with AirWatch)`;
const hour = 3_600_000;

describeCheck('access-methods-not-combined', {
  pass: { 'Mobile SSO is used alone': { said: /None of 3 sign-ins with Mobile SSO/ } },
  fail: {
    'the two are used together': {
      scenario: 'device-not-secured',
      said: /6 sign-ins since 2026-11-24 08:07 UTC used Mobile SSO and Device Compliance together, so a rule/,
      articleId: 'device-trust-not-secured',
    },
    'only Android combines them, and iPhones came later': {
      changes: [
        nothingHappened,
        signIn(ben, 2 * hour, 'Mobile SSO (for Android),Device Compliance (with AirWatch)'),
        signIn(ben, hour, alone),
      ],
      said: /1 sign-in/,
      articleId: 'device-trust-not-secured',
    },
  },
  unknown: {
    'nobody used Mobile SSO': { changes: [nothingHappened], said: /Nobody signed in with Mobile SSO/ },
    'they were combined until a while ago': {
      changes: [nothingHappened, signIn(ben, 2 * hour, both), signIn(ben, hour, alone)],
      said: /later ones did not/,
    },
    'not all events could be read': { changes: [tooManyEvents, signIn(ben, 0, alone)], said: /more audit events/ },
  },
});
