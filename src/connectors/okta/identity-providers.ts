import * as z from 'zod';
import { segment } from '../http/address.js';
import type { Page } from '../http/page.js';
import { keyCredential, type OktaKey } from './keys.js';
import type { OktaReader } from './reader.js';

const text = z.string().nullish();

const identityProvider = z.object({
  id: z.string().min(1),
  type: z.string(),
  name: z.string(),
  status: z.string(),
  protocol: z
    // Whatever else stands here is kept: whether “Request Authentication Context” shows anywhere is not documented.
    .looseObject({
      endpoints: z.object({ sso: z.object({ url: text, binding: text, destination: text }).nullish() }).nullish(),
      settings: z.looseObject({ nameFormat: text, honorPersistentNameId: z.boolean().nullish() }).nullish(),
      credentials: z
        .object({
          trust: z
            .object({ issuer: text, audience: text, kid: text, additionalKids: z.array(z.string()).nullish() })
            .nullish(),
          signing: z.object({ kid: text }).nullish(),
        })
        .nullish(),
    })
    .nullish(),
  policy: z
    .object({
      subject: z
        .object({
          userNameTemplate: z.object({ template: text }).nullish(),
          filter: text,
          /** USERNAME, EMAIL, USERNAME_OR_EMAIL, CUSTOM_ATTRIBUTE. */
          matchType: text,
          matchAttribute: text,
        })
        .nullish(),
      accountLink: z.object({ action: text }).nullish(),
      provisioning: z.object({ action: text }).nullish(),
      maxClockSkew: z.number().nullish(),
    })
    .nullish(),
});
/** A SAML identity provider in Okta. */
export type OktaIdentityProvider = z.infer<typeof identityProvider>;

const policy = z.object({ id: z.string().min(1), name: text, status: text });

const platform = z.object({ type: text, os: z.object({ type: text }).nullish() });
const pattern = z.object({ matchType: text, value: text });

const discoveryRule = z.object({
  id: z.string().min(1),
  name: z.string(),
  /** The lower number is tried first; null for the default rule in some orgs. */
  priority: z.number().nullish(),
  status: z.string(),
  system: z.boolean().nullish(),
  conditions: z
    .object({
      network: z.object({ connection: text }).nullish(),
      platform: z.object({ include: z.array(platform).nullish(), exclude: z.array(platform).nullish() }).nullish(),
      userIdentifier: z.object({ type: text, attribute: text, patterns: z.array(pattern).nullish() }).nullish(),
      app: z
        .object({
          include: z.array(z.object({ type: text, id: text, name: text })).nullish(),
          exclude: z.array(z.object({ type: text, id: text, name: text })).nullish(),
        })
        .nullish(),
    })
    .nullish(),
  actions: z.object({
    idp: z
      .object({
        providers: z.array(z.object({ type: text, id: text, name: text })).nullish(),
        /** SPECIFIC, or DYNAMIC: chosen by an expression. */
        idpSelectionType: text,
      })
      .nullish(),
  }),
});
/** A routing rule: who is sent to which identity provider. */
export type OktaDiscoveryRule = z.infer<typeof discoveryRule>;

/** Reads of identity providers (`okta.idps.read`) and routing rules (`okta.policies.read`). */
export function identityProviderReads(reader: OktaReader) {
  const scope = 'okta.idps.read';
  const keys = (path: string, what: string, query = {}): Promise<Page<OktaKey>> =>
    reader.list({ what, path, query, scope, schema: keyCredential }, 2);
  return {
    /** All SAML 2.0 identity providers. */
    identityProviders: (): Promise<Page<OktaIdentityProvider>> =>
      reader.list(
        {
          what: 'the identity providers',
          path: '/api/v1/idps',
          query: { type: 'SAML2', limit: 200 },
          scope,
          schema: identityProvider,
        },
        2,
      ),

    /** Certificates that Okta trusts, of all identity providers: `protocol.credentials.trust.kid` names one. */
    idpKeys: (): Promise<Page<OktaKey>> =>
      keys('/api/v1/idps/credentials/keys', 'the identity providers’ certificates', { limit: 200 }),

    /** Certificates with which Okta signs its requests to one identity provider. */
    idpSigningKeys: (idpId: string): Promise<Page<OktaKey>> =>
      keys(`/api/v1/idps/${segment(idpId)}/credentials/keys`, 'the identity provider’s signing certificates'),

    /** The routing rules, in the order Okta tries them. Two calls: the one policy of its kind, then its rules. */
    async idpDiscoveryRules(): Promise<Page<OktaDiscoveryRule>> {
      const common = { what: 'the routing rules', scope: 'okta.policies.read' } as const;
      const policies = await reader.list(
        { ...common, path: '/api/v1/policies', query: { type: 'IDP_DISCOVERY' }, schema: policy },
        1,
      );
      const rules = await Promise.all(
        policies.items.map(({ id }) =>
          reader.list({ ...common, path: `/api/v1/policies/${segment(id)}/rules`, schema: discoveryRule }, 2),
        ),
      );
      const last = Number.MAX_SAFE_INTEGER;
      return {
        items: rules.flatMap(({ items }) => items).sort((a, b) => (a.priority ?? last) - (b.priority ?? last)),
        more: policies.more || rules.some(({ more }) => more),
      };
    },
  };
}
