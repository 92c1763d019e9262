import type { OktaIdentityProvider } from '../../connectors/okta/index.js';
import type { ReportLine } from '../../model/lookup.js';
import type { Inquiry } from '../inquiry.js';
import { line } from '../wording/lines.js';
import { clipped } from '../wording/time.js';
import { type Finding, finding } from './finding.js';

/** Identity providers that are Workspace ONE: by name, or by the address that Okta sends people to. */
export function workspaceOneProviders(
  providers: readonly OktaIdentityProvider[],
  name: string,
): readonly OktaIdentityProvider[] {
  const named = providers.filter((provider) => provider.name.toLowerCase().startsWith(name.toLowerCase()));
  if (named.length > 0) return named;
  return providers.filter(({ protocol }) => /\/SAAS\//i.test(protocol?.endpoints?.sso?.url ?? ''));
}

/** The article for an issuer that makes Okta refuse sign-ins with nothing but a roll-up code. */
export const issuerArticle = 'routing-rules-general-nonsuccess';

/** The entity id of Workspace ONE Access is the address of its metadata, and ends so. */
function hasRightIssuer({ protocol }: OktaIdentityProvider): boolean {
  return /\/idp\.xml$/.test(protocol?.credentials?.trust?.issuer ?? '');
}

/** What is wrong with the issuer, if anything. */
export function issuerFinding(provider: OktaIdentityProvider, articleId: string): Finding | undefined {
  if (hasRightIssuer(provider)) return undefined;
  return finding('issuer', `${issuerOf(provider)}, so sign-ins through Workspace ONE fail.`, articleId);
}

/** What is wrong with the issuer of Workspace ONE's identity providers, where that explains a sign-in without a reason. */
export function wrongIssuer(providers: readonly OktaIdentityProvider[], name: string): Finding | undefined {
  const [wrong] = workspaceOneProviders(providers, name).flatMap(
    (provider) => issuerFinding(provider, issuerArticle) ?? [],
  );
  return wrong;
}

/** The line about the issuer, kept as evidence. */
export function issuerLine(inquiry: Inquiry, provider: OktaIdentityProvider, articleId: string): ReportLine {
  const issuer = clipped(provider.protocol?.credentials?.trust?.issuer ?? '(none)', 300);
  inquiry.found('okta', `Issuer URI of the identity provider “${clipped(provider.name, 80)}”`, issuer);
  return hasRightIssuer(provider)
    ? line('good', 'Issuer URI', issuer)
    : line('bad', 'Issuer URI', `${issuer} (must end in SAAS/API/1.0/GET/metadata/idp.xml)`, articleId);
}

function issuerOf({ name, protocol }: OktaIdentityProvider): string {
  const issuer = protocol?.credentials?.trust?.issuer;
  const subject = `The issuer of Okta’s identity provider “${clipped(name, 80)}” is`;
  return issuer
    ? `${subject} wrong: it is ${clipped(issuer, 200)}, which does not end in idp.xml`
    : `${subject} missing, where one that ends in idp.xml belongs`;
}

/**
 * What an identity provider is asked for besides the person (“Request Authentication Context”), under whatever key Okta
 * sends it: the setting is not part of the published API (reference: okta-api.md, 4.2), so that its absence says nothing.
 */
export function requestContextOf({ protocol }: OktaIdentityProvider): { key: string; value: string } | undefined {
  const entry = Object.entries({ ...protocol, ...protocol?.settings }).find(
    ([key, value]) =>
      /authn?context|authenticationcontext|devicetrust/i.test(key) &&
      ['string', 'boolean', 'number'].includes(typeof value),
  );
  return entry === undefined ? undefined : { key: entry[0], value: String(entry[1]) };
}
