import type { Context, Hono } from 'hono';
import { notFound, OktaError, withSelf } from './answer.js';
import type { OktaContext } from './app.js';
import type { IdentityProvider, Key } from './objects.js';
import { page } from './paging.js';
import { activeTokens } from './tokens.js';

const byId = <T>(items: readonly T[], id: string, key: (item: T) => string, kind: string): T => {
  const found = items.find((item) => key(item) === id);
  if (found === undefined) throw notFound(id, kind);
  return found;
};

/** Identity providers, routing, tokens and what else is set up once for an org. */
export const addSetupRoutes = (app: Hono, { okta, origin, clock }: OktaContext): void => {
  const url = (path: string): string => `${origin()}/api/v1/${path}`;
  const sendIdp = (idp: IdentityProvider) => ({
    ...idp,
    _links: {
      acs: { href: `${origin()}/sso/saml2/${idp.id}`, type: 'application/xml', hints: { allow: ['POST'] } },
      metadata: {
        href: url(`idps/${idp.id}/metadata.xml`),
        type: 'application/xml',
        hints: { allow: ['GET'] },
      },
    },
  });
  const idpOf = (c: Context): IdentityProvider =>
    byId(okta().idps, c.req.param('idp') ?? '', ({ id }) => id, 'IdentityProvider');

  app.get('/api/v1/idps', (c) => {
    const type = c.req.query('type');
    const q = (c.req.query('q') ?? '').toLowerCase();
    const found = okta().idps.filter(
      (idp) => (type === undefined || idp.type === type) && idp.name.toLowerCase().startsWith(q),
    );
    return c.json(page(c, origin(), found, 20, 200).map(sendIdp));
  });
  app.get('/api/v1/idps/credentials/keys', (c) => c.json(page(c, origin(), okta().trustKeys, 20, 200)));
  app.get('/api/v1/idps/credentials/keys/:kid', (c) =>
    c.json(byId<Key>(okta().trustKeys, c.req.param('kid'), ({ kid }) => kid, 'Key')),
  );
  app.get('/api/v1/idps/:idp', (c) => c.json(sendIdp(idpOf(c))));
  for (const path of ['', '/active']) {
    app.get(`/api/v1/idps/:idp/credentials/keys${path}`, (c) => c.json(okta().signingKeys.get(idpOf(c).id) ?? []));
  }

  app.get('/api/v1/policies', (c) => {
    const type = c.req.query('type');
    if (type === undefined) throw new OktaError('E0000001', 'Api validation failed: type', ['type: required.']);
    const found = okta().policies.filter((policy) => policy.type === type);
    return c.json(page(c, origin(), found, 20, 200).map((policy) => withSelf(policy, url(`policies/${policy.id}`))));
  });
  app.get('/api/v1/policies/:policy/rules', (c) => {
    const { id } = byId(okta().policies, c.req.param('policy'), (policy) => policy.id, 'Policy');
    const rules = okta().rules.get(id) ?? [];
    return c.json(rules.map((rule) => withSelf(rule, url(`policies/${id}/rules/${rule['id']}`))));
  });

  app.get('/api/v1/api-tokens', (c) =>
    c.json(activeTokens(okta(), clock.now()).map((token) => withSelf(token, url(`api-tokens/${token.id}`)))),
  );
  app.get('/api/v1/api-tokens/:token', (c) => {
    const token = byId(activeTokens(okta(), clock.now()), c.req.param('token'), ({ id }) => id, 'ApiToken');
    return c.json(withSelf(token, url(`api-tokens/${token.id}`)));
  });
  app.get('/api/v1/mappings', (c) => {
    const [source, target] = [c.req.query('sourceId'), c.req.query('targetId')];
    const found = okta().mappings.filter(
      (mapping) =>
        (source === undefined || mapping.source.id === source) &&
        (target === undefined || mapping.target.id === target),
    );
    return c.json(page(c, origin(), found, 20, 200).map(({ properties: _, ...mapping }) => mapping));
  });
  app.get('/api/v1/mappings/:mapping', (c) =>
    c.json(byId(okta().mappings, c.req.param('mapping'), ({ id }) => id, 'ProfileMapping')),
  );
  app.get('/api/v1/zones', (c) => c.json(page(c, origin(), okta().zones, 20, 200)));
  app.get('/api/v1/org', (c) => c.json(okta().org));
  app.get('/api/v1/principal-rate-limits', (c) => c.json(page(c, origin(), [], 20, 50)));
};
