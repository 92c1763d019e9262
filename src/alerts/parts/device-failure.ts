import { unmanagedArticle, untrustedResults } from '../../lookups/events/okta-event.js';
import type { AlertEvent } from '../event.js';
import { failureText } from './failure-text.js';

/** Articles about devices that Workspace ONE does not vouch for. */
export const deviceArticles = [
  'device-trust-not-secured',
  unmanagedArticle,
  'device-trust-general-nonsuccess',
  'device-trust-kerberos-unmanaged',
  'mobile-sso-kerberos-failed',
  'mobile-sso-no-valid-auth-methods',
] as const;

/** A device that was not trusted, with what it is told by. */
export interface DeviceFailure {
  readonly text: string;
  readonly articleId?: string;
}

/**
 * Whether an event is a device that was not trusted: Okta's result of Device Trust, or Mobile SSO or Device Compliance
 * that failed at Access. Undefined for every other event.
 */
export function deviceFailure(
  event: AlertEvent,
  articleFor: (text: string) => string | undefined,
): DeviceFailure | undefined {
  const { system, type, failed, what, reason } = event;
  if (!failed) return undefined;
  if (system === 'okta') {
    const isDevice =
      type === 'user.authentication.authenticate' ||
      /^authentication of device/i.test(what) ||
      untrustedResults.has(reason);
    if (!isDevice) return undefined;
    return {
      text: failureText(event),
      articleId: reason === 'NOT_ENROLLED' ? unmanagedArticle : 'device-trust-not-secured',
    };
  }
  const text = failureText(event);
  const articleId = articleFor(text);
  const isKnown = deviceArticles.some((id) => id === articleId);
  if (!isKnown && !/\b(?:mobile sso|device compliance)\b/i.test(what)) return undefined;
  return { text, ...(articleId === undefined ? {} : { articleId }) };
}
