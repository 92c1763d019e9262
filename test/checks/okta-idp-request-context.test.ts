import { describeCheck } from '../contracts/check.js';
import { idp } from './changes.js';

const setting = (key: string, value: unknown) =>
  idp((one) => {
    one.protocol.settings[key] = value;
  });

describeCheck('okta-idp-request-context', {
  pass: {
    'an org sends that it is Device Trust': { changes: [setting('requestAuthnContext', 'DEVICE_TRUST')] },
    'an org sends it as a switch': { changes: [setting('deviceTrust', true)] },
  },
  fail: {
    'an org sends that it is None': {
      changes: [setting('requestAuthnContext', 'NONE')],
      said: /is NONE, so Okta never/,
    },
    'an org sends that the switch is off': { changes: [setting('deviceTrust', false)] },
  },
  unknown: {
    'Okta does not tell, as is usual': {
      said: /does not tell Request Authentication Context.*Configure Identity Provider/,
    },
    'the value is a strange one': { changes: [setting('requestAuthnContext', 'urn:x')], said: /does not know/ },
  },
});
