import { advancedProperty } from './parts/advanced-property.js';

/** Without it Okta never hears that Mobile SSO failed, and people are left on an error page of Access. */
export const accessFailureNotification = advancedProperty(
  'access-failure-notification',
  'Enable Authentication Failure Notification',
  'returnFailureResponse',
);
