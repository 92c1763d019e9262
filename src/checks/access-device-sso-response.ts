import { advancedProperty } from './parts/advanced-property.js';

/** Without it Okta never gets the device result that it asks for. */
export const accessDeviceSsoResponse = advancedProperty(
  'access-device-sso-response',
  'Device SSO Response',
  'deviceSsoResponse',
);
