import type { RoundFindings } from '../../../src/alerts/book.js';
import type { Finding } from '../../../src/alerts/finding.js';
import { defaultAlertSettings } from '../../../src/alerts/settings.js';

export const minute = 60_000;
export const hour = 60 * minute;
/** A Thursday, 10:00 UTC. */
export const start = Date.UTC(2026, 8, 3, 10);
export const settings = { ...defaultAlertSettings, channel: 'C0ALERTS' };

/** A token that ends in some days. */
export function token(overrides: Partial<Finding> = {}): Finding {
  return {
    group: '00T1',
    key: '00T1',
    severity: 'warning',
    title: 'The Okta API token “Workspace ONE” expires in 7 days.',
    text: 'Workspace ONE: 7 days left',
    at: start,
    rank: 2,
    gathers: false,
    systems: ['okta'],
    articleId: 'okta-apps-disappeared',
    ...overrides,
  };
}

/** Somebody whose provisioning failed. */
export function person(key: string, overrides: Partial<Finding> = {}): Finding {
  return token({
    group: 'scim-domain-mismatch',
    key,
    title: 'Provisioning to Workspace ONE fails.',
    text: `${key}: the domain does not belong to the directory`,
    rank: 0,
    gathers: true,
    articleId: 'scim-domain-mismatch',
    ...overrides,
  });
}

export function found(rule: RoundFindings['rule'], ...findings: readonly Finding[]): RoundFindings {
  return { rule, findings, unread: [] };
}
