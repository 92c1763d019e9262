import { describeCheck } from '../contracts/check.js';
import { oktaSourceOf } from './changes-of-access.js';

describeCheck('access-failure-notification', {
  pass: { 'it is on': { said: /Authentication Failure Notification is Yes/ } },
  fail: {
    'it is off': {
      changes: [
        oktaSourceOf((authInfo) => {
          authInfo.returnFailureResponse = false;
        }),
      ],
      said: /Authentication Failure Notification is No/,
    },
  },
  unknown: {
    'the tenant does not send it': {
      changes: [
        oktaSourceOf((authInfo: Record<string, unknown>) => {
          delete authInfo['returnFailureResponse'];
        }),
      ],
      said: /did not send/,
    },
  },
});
