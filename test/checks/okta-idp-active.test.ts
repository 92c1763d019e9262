import { describeCheck } from '../contracts/check.js';
import { idp, noIdp, secondIdp } from './changes.js';

describeCheck('okta-idp-active', {
  pass: {
    'it is active': { said: /“Workspace ONE” is active/ },
    'one of two is active': {
      changes: [secondIdp((one) => (one.status = 'INACTIVE'))],
      said: /^The identity provider “Workspace ONE” is active/,
    },
  },
  fail: { 'it is inactive': { changes: [idp((one) => (one.status = 'INACTIVE'))], said: /is inactive/ } },
  unknown: {
    'none is recognised': { changes: [noIdp], said: /OKTA_WS1_IDP/ },
    'the status is a new one': { changes: [idp((one) => (one.status = 'PAUSED'))], said: /Security → Identity Prov/ },
  },
});
