import { describeCheck } from '../contracts/check.js';
import { app } from './changes.js';

const slo = (value: unknown) =>
  app((one) => {
    const settings = one['settings'] as { signOn: Record<string, unknown> };
    settings.signOn['slo'] = value;
  });

describeCheck('okta-app-single-logout', {
  pass: { 'it is enabled': { said: /Single Logout is enabled in “Workspace ONE”/ } },
  fail: { 'it is off': { changes: [slo({ enabled: false })], said: /is not enabled/ } },
  unknown: { 'it was not sent': { changes: [slo(null)], said: /did not send whether Single Logout/ } },
});
