import { advancedProperty } from './parts/advanced-property.js';

/** Without it Access answers from a session it already has, and says nothing about the device. */
export const accessForceAuthn = advancedProperty(
  'access-force-authn',
  'Enabled ForceAuthN Request',
  'enableForceAuthnRequest',
);
