import { describeCheck } from '../contracts/check.js';
import { app } from './changes.js';

describeCheck('okta-app-active', {
  pass: {
    'it is active': { said: /“Workspace ONE” is active/ },
    'another one begins with the same name': {
      changes: [
        ({ okta }) => {
          okta.apps.push({ id: '0oauem', name: 'uem', label: 'Workspace ONE UEM', status: 'INACTIVE' });
        },
      ],
    },
  },
  fail: { 'it is inactive': { changes: [app((one) => (one.status = 'INACTIVE'))], said: /is inactive/ } },
  unknown: {
    'none is called so': { changes: [app((one) => (one.label = 'Intranet'))], said: /set OKTA_WS1_APP/ },
    'several are called so': {
      changes: [
        app((one) => (one.label = 'Workspace ONE Access')),
        ({ okta }) => {
          okta.apps.push({ id: '0oauem', name: 'uem', label: 'Workspace ONE UEM', status: 'ACTIVE' });
        },
      ],
      said: /Several apps/,
    },
    'the status is a new one': { changes: [app((one) => (one.status = 'PAUSED'))] },
  },
});
