import type { AccessCatalogItem } from '../../connectors/access/index.js';
import type { Page } from '../../connectors/http/page.js';
import type { Happening } from '../events/happening.js';
import type { Answer } from '../inquiry.js';
import { oktaSources } from './access-section.js';
import { type Finding, finding } from './finding.js';

const windowMs = 2 * 60_000;
/** Nobody signs in so often in two minutes; a browser that is sent back and forth does. */
const fewestRounds = 4;

/**
 * A browser sent back and forth between Okta and Access: many good sign-ins at Access in two minutes, none of which
 * became a session in Okta.
 */
export function findLoop(
  who: string,
  okta: readonly Happening[],
  access: readonly Happening[],
  sources: Answer<Page<AccessCatalogItem>> | undefined,
): Finding | undefined {
  const rounds = access
    .filter(({ kind, failed }) => kind.startsWith('access LOGIN') && !failed)
    .map(({ at }) => at)
    .sort((a, b) => a - b);
  const start = rounds.findLast(
    (at, index) => (rounds[index + fewestRounds - 1] ?? Number.POSITIVE_INFINITY) - at <= windowMs,
  );
  if (start === undefined) return undefined;
  const hasSession = okta.some(({ kind, failed, at }) => kind === 'okta sign-in' && !failed && at >= start);
  if (hasSession) return undefined;
  // A refusal is no loop, and says more.
  if (okta.some(({ failed, at }) => failed && at >= start - windowMs)) return undefined;
  const count = rounds.filter((at) => at >= start - windowMs).length;
  const off = sources?.isRead ? switchedOff(sources.value.items) : [];
  const because =
    off.length === 0
      ? ''
      : ` ${off.join(' and ')} ${off.length === 1 ? 'is' : 'are'} off in the OKTA application source.`;
  return finding(
    'loop',
    `${who} goes round between Okta and Workspace ONE Access: ${count} sign-ins at Access and no Okta session.${because}`,
    'device-trust-redirect-loop',
  );
}

/** The advanced properties, as the console calls them, that Device Trust needs and that are off. */
function switchedOff(items: readonly AccessCatalogItem[]): string[] {
  const infos = oktaSources(items).map(({ authInfo }) => authInfo);
  return [
    ...(infos.some((info) => info?.deviceSsoResponse === false) ? ['Device SSO Response'] : []),
    ...(infos.some((info) => info?.enableForceAuthnRequest === false) ? ['Enable ForceAuthN Request'] : []),
  ];
}
