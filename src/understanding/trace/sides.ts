import type { SamlSide } from '../../model/trace.js';
import type { Parsed } from './parse.js';

/**
 * Which system an address or entity id belongs to. Workspace ONE Access has everything under `/SAAS/`; Okta has its own
 * domains, and the assertion consumer of an identity provider at `/sso/saml2/` also in an org's own domain (Okta, “Add a
 * SAML identity provider”).
 */
export function sideOf(address: string | undefined): SamlSide {
  if (address === undefined) return 'other';
  if (/\/SAAS(?:\/|$)/i.test(address)) return 'access';
  if (/^https?:\/\/[^/]{0,200}\b(?:okta|oktapreview|okta-emea|okta-gov)\.(?:com|mil)(?:[:/]|$)/i.test(address))
    return 'okta';
  if (/\/sso\/saml2\/|\/app\/[^/]{1,100}\/[^/]{1,40}\/sso\/saml/i.test(address)) return 'okta';
  if (
    /^https?:\/\/[^/]{0,200}\.(?:vmwareidentity|workspaceoneaccess|vidmpreview)\.[a-z.]{2,10}(?:[:/]|$)/i.test(address)
  )
    return 'access';
  return 'other';
}

/** From which system a message goes to which, by all the addresses in it. */
export function sidesOf(
  {
    kind,
    issuer,
    destination,
    consumer,
    assertion,
  }: Pick<Parsed, 'kind' | 'issuer' | 'destination' | 'consumer' | 'assertion'>,
  sentTo: string | undefined,
): { readonly from: SamlSide; readonly to: SamlSide } {
  const isRequest = kind === 'authn-request';
  const from = firstKnown([issuer, assertion.issuer, isRequest ? consumer : undefined]);
  const to = firstKnown([destination, sentTo, assertion.recipient, ...assertion.audiences]);
  return { from, to };
}

function firstKnown(addresses: readonly (string | undefined)[]): SamlSide {
  return addresses.map(sideOf).find((side) => side !== 'other') ?? 'other';
}
