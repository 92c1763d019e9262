import type { OktaLogEvent } from '../../connectors/okta/index.js';

const bad = new Set(['FAILURE', 'DENY']);

/** Whether what was tried did not succeed. */
export function isFailed({ outcome }: OktaLogEvent): boolean {
  return bad.has(outcome?.result ?? '');
}

/** A reason that stands for any cause, or none where there always is one. */
export function isRollUp({ eventType, outcome }: OktaLogEvent): boolean {
  const reason = outcome?.reason ?? '';
  return (
    reason === 'GENERAL_NONSUCCESS' ||
    (reason === '' && /^user\.(session\.start|authentication\.(sso|auth_via_))/.test(eventType))
  );
}

/** A browser's request. A job is none: it has many people's events in it. */
export function requestOf({ transaction }: OktaLogEvent): string | undefined {
  return transaction?.type === 'JOB' ? undefined : (transaction?.id ?? undefined);
}

/** The causes that failed events name, by request: a roll-up of the same request has none of its own. */
export function causesByRequest(events: readonly OktaLogEvent[]): Map<string, string> {
  const causes = new Map<string, string>();
  for (const event of events) {
    const id = requestOf(event);
    const reason = event.outcome?.reason;
    if (id && reason && isFailed(event) && !isRollUp(event)) causes.set(id, reason);
  }
  return causes;
}

/** What Okta writes when the name in an assertion fits nobody; no error text that people see. */
export function namelessArticle(eventType: string, failed: boolean, reason: string): { articleId?: string } {
  const isNameless = /^(user not found|unable to transform email to username)/i.test(reason);
  return failed && isNameless && /auth_via_IDP|session\.start/.test(eventType)
    ? { articleId: 'username-mismatch' }
    : {};
}

/** What came of judging the device: NOT_VERIFIED, NOT_ENROLLED … (reference: okta-api.md, 2.5). */
export function deviceTrust(event: OktaLogEvent): string | undefined {
  const result = detail(event, 'result');
  return result !== undefined && /^[A-Z_]{3,40}$/.test(result) ? result : undefined;
}

/** What comes of judging a device that is not trusted (reference: okta-api.md, 2.5). */
export const untrustedResults: ReadonlySet<string> = new Set([
  'NOT_VERIFIED',
  'NOT_ENROLLED',
  'INVALID_MANAGEMENT_HINT',
  'INVALID_OKTA_MOBILE_ID',
]);

/** The article that says that this is how it should be, unless the device is managed after all. */
export const unmanagedArticle = 'okta-sign-in-page-unmanaged-device';

/** Okta writes these keys in snake case in its catalogue and in camel case in its samples. */
export function detail({ debugContext }: OktaLogEvent, key: string): string | undefined {
  const data = debugContext?.debugData ?? {};
  const camel = key.replace(/_(?<letter>\w)/g, (_, letter: string) => letter.toUpperCase());
  const value = data[key] ?? data[camel];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
