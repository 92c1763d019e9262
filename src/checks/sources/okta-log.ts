import { logFilter } from '../../connectors/okta/log-events.js';
import { failedOnly } from '../../lookups/events/log-filter.js';
import { source } from '../source.js';

/**
 * The System Log has the tightest rate limit of all, so that each of these is one call, shared by every check that looks
 * at it. Windows are whole hours until now.
 */
const common = {
  system: 'okta',
  call: 'GET /api/v1/logs',
  right: 'okta.logs.read',
  where: 'Reports → System Log',
} as const;

const deviceTrust = 'eventType eq "user.authentication.authenticate"';
const throughIdp = `eventType eq "user.authentication.auth_via_IDP" or ${deviceTrust}`;

/** Sign-ins through identity providers and their device results, good and bad, newest first. */
export const oktaIdpSignIns = source({
  ...common,
  id: 'okta-log-idp-sign-ins',
  read: (okta, hours: number) => okta.recentLogEvents({ hours, filter: throughIdp, limit: 1_000 }),
});

/** Those that failed alone, so that many good ones hide none; with the roll-up that has its cause among them. */
export const oktaIdpFailures = source({
  ...common,
  id: 'okta-log-idp-failures',
  read: (okta, hours: number) =>
    okta.recentLogEvents({
      hours,
      filter: `((${throughIdp}) and (${failedOnly})) or (eventType eq "user.session.start" and outcome.reason eq "GENERAL_NONSUCCESS")`,
      limit: 1_000,
    }),
});

/** The device results of one user. */
export const oktaDeviceResultsOf = source({
  ...common,
  id: 'okta-log-device-results',
  read: (okta, userId: string, hours: number) =>
    okta.recentLogEvents({
      hours,
      filter: `${deviceTrust} and (${logFilter`actor.id eq ${userId} or target.id eq ${userId}`})`,
      limit: 100,
    }),
});

/** What provisioning to one app did, good and bad. */
export const oktaProvisioning = source({
  ...common,
  id: 'okta-log-provisioning',
  read: (okta, appId: string, hours: number) =>
    okta.recentLogEvents({
      hours,
      filter: `eventType sw "application.provision." and ${logFilter`target.id eq ${appId}`}`,
      limit: 1_000,
    }),
});

/** API tokens that were revoked. */
export const oktaRevokedTokens = source({
  ...common,
  id: 'okta-log-revoked-tokens',
  read: (okta, hours: number) =>
    okta.recentLogEvents({ hours, filter: 'eventType eq "system.api_token.revoke"', limit: 200 }),
});
