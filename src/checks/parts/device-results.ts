import type { OktaIdentityProvider, OktaLogEvent } from '../../connectors/okta/index.js';
import { detail, isFailed, untrustedResults } from '../../lookups/events/okta-event.js';

/** Workspace ONE by its old name, as the event catalogue has it (reference: okta-api.md, 2.5). */
const vendor = 'AIRWATCH';

/**
 * Whether an event is what came of judging a device: by its type, or by what the console calls it. That the two are the
 * same event is likely and not documented.
 */
export function isDeviceResult({ eventType, displayMessage }: OktaLogEvent): boolean {
  return eventType === 'user.authentication.authenticate' || /^authentication of device/i.test(displayMessage ?? '');
}

/** Whether it was Workspace ONE that was asked, as far as the event tells. */
export function isByWorkspaceOne(event: OktaLogEvent, idps: readonly OktaIdentityProvider[]): boolean {
  const idp = detail(event, 'identity_provider_id');
  if (idp !== undefined) return idps.some(({ id }) => id === idp);
  return (detail(event, 'device_trust_vendor') ?? vendor) === vendor;
}

/** What came of it. */
export interface DeviceResult {
  readonly isTrusted: boolean;
  /** In Okta's own word: NOT_VERIFIED, NOT_ENROLLED …; SUCCESS or FAILURE where it says no more. */
  readonly name: string;
}

/** What came of it; undefined when the event says neither that the device is trusted nor that it is not. */
export function deviceResult(event: OktaLogEvent): DeviceResult | undefined {
  const { result = '', reason } = event.outcome ?? {};
  const said = detail(event, 'result') ?? reason ?? '';
  const name = /^[A-Z_]{3,40}$/i.test(said) ? said : result;
  if (isFailed(event) || untrustedResults.has(said) || /^(?:false|not_trusted)$/i.test(said))
    return { isTrusted: false, name };
  return result === 'SUCCESS' || result === 'ALLOW' ? { isTrusted: true, name } : undefined;
}
