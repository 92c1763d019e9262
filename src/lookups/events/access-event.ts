import type { AccessAuditEvent } from '../../connectors/access/index.js';

/** Whether what was tried did not succeed (reference: workspace-one-api.md, A2). */
export function isFailed(event: AccessAuditEvent): boolean {
  return textOf(event, 'success')?.toLowerCase() === 'false' || event.objectType.endsWith('_ERROR');
}

/** One of the event's values as text. */
export function textOf({ values }: AccessAuditEvent, key: string): string | undefined {
  const value = values?.[key];
  return typeof value === 'string' && value !== '' ? value : typeof value === 'boolean' ? String(value) : undefined;
}

/** The authentication methods of a sign-in: one text, comma-separated if several (reference: workspace-one-api.md, A2). */
export function methodsOf(event: AccessAuditEvent): string[] {
  return (textOf(event, 'authMethods') ?? '')
    .split(',', 10)
    .map((method) => method.trim())
    .filter((method) => method !== '');
}

/** What was done, for people: `LOGIN (Mobile SSO (for iOS)) → OKTA`. */
export function whatOf(event: AccessAuditEvent): string {
  const { objectType, objectName } = event;
  const methods = textOf(event, 'authMethods') ?? '';
  return `${objectType}${methods === '' ? '' : ` (${methods})`}${objectName ? ` → ${objectName}` : ''}`;
}

/** A failure's text with each name in it shown as `show` says: it may be what somebody typed into the login field. */
export function withNames(text: string, show: (name: string) => string): string {
  return text.replace(
    /(?<before>\b(?:nameId|user ?name|user|login)\b\s{0,3}[:=]\s{0,3})(?<name>[^\s,;()]{1,256})/giu,
    (_all, before: string, name: string) => `${before}${show(name)}`,
  );
}
