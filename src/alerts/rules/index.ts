import type { Rule } from '../rule.js';
import { apiTokenExpiring } from './api-token-expiring.js';
import { certificateExpiring } from './certificate-expiring.js';
import { configurationChanged } from './configuration-changed.js';
import { connectorFailing } from './connector-failing.js';
import { deviceTrustFailures } from './device-trust-failures.js';
import { manyPeopleOneProblem } from './many-people-one-problem.js';
import { scimProvisioningFailures } from './scim-provisioning-failures.js';
import { signInFailuresSpike } from './sign-in-failures-spike.js';

/** Every rule, in the order in which they are told of. */
export const rules: readonly Rule[] = [
  apiTokenExpiring,
  certificateExpiring,
  signInFailuresSpike,
  scimProvisioningFailures,
  deviceTrustFailures,
  configurationChanged,
  connectorFailing,
  manyPeopleOneProblem,
];
