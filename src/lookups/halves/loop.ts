import type { AccessCatalogItem } from '../../connectors/access/index.js';
import type { Page } from '../../connectors/http/page.js';
import type { Happening } from '../events/happening.js';
import { loopArticle, loopIn } from '../events/loop.js';
import type { Answer } from '../inquiry.js';
import { oktaSources } from './access-section.js';
import { type Finding, finding } from './finding.js';

/** A browser sent back and forth between Okta and Access, with what is off that should keep it from that. */
export function findLoop(
  who: string,
  okta: readonly Happening[],
  access: readonly Happening[],
  sources: Answer<Page<AccessCatalogItem>> | undefined,
): Finding | undefined {
  const loop = loopIn({
    signIns: momentsOf(access, ({ kind, failed }) => kind.startsWith('access LOGIN') && !failed),
    sessionAt: momentsOf(okta, ({ kind, failed }) => kind === 'okta sign-in' && !failed).at(-1),
    refusedAt: momentsOf(okta, ({ failed }) => failed).at(-1),
  });
  if (loop === undefined) return undefined;
  const off = sources?.isRead ? switchedOff(sources.value.items) : [];
  const because =
    off.length === 0
      ? ''
      : ` ${off.join(' and ')} ${off.length === 1 ? 'is' : 'are'} off in the OKTA application source.`;
  return finding(
    'loop',
    `${who} goes round between Okta and Workspace ONE Access: ${loop.rounds} sign-ins at Access and no Okta session.${because}`,
    loopArticle,
  );
}

function momentsOf(happenings: readonly Happening[], counts: (one: Happening) => boolean): number[] {
  return happenings
    .filter(counts)
    .map(({ at }) => at)
    .sort((a, b) => a - b);
}

/** The advanced properties, as the console calls them, that Device Trust needs and that are off. */
function switchedOff(items: readonly AccessCatalogItem[]): string[] {
  const infos = oktaSources(items).map(({ authInfo }) => authInfo);
  return [
    ...(infos.some((info) => info?.deviceSsoResponse === false) ? ['Device SSO Response'] : []),
    ...(infos.some((info) => info?.enableForceAuthnRequest === false) ? ['Enable ForceAuthN Request'] : []),
  ];
}
