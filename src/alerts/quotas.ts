import type { Tenants } from '../connectors/index.js';
import type { Health } from './rule.js';

/** What is left of the systems' rate limits, as they said last. Workspace ONE Access tells none. */
export function quotasOf({ okta, uem }: Tenants): Health['quotas'] {
  return [
    ...(okta?.quota() ?? []).map((quota) => ({ ...quota, system: 'okta' as const })),
    ...(uem?.quota() ?? []).map((quota) => ({ ...quota, system: 'uem' as const })),
  ];
}
