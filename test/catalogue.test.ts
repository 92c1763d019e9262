import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { loadLibrary } from '../src/knowledge/load.js';

/** Published ids never change: old messages, bookmarks and scripts name them. A release adds to these lists; nothing is taken away. */
const articleIds = [
  'saml-request-missing',
  'saml-request-wrong-application-source',
  'idp-not-found',
  'okta-sign-in-page-unmanaged-device',
  'username-mismatch',
  'okta-apps-not-showing',
  'okta-apps-disappeared',
  'federation-artifact-not-found',
  'no-access-to-service',
  'logout-signs-back-in',
  'routing-rules-general-nonsuccess',
  'device-trust-general-nonsuccess',
  'device-trust-kerberos-unmanaged',
  'device-trust-redirect-loop',
  'device-trust-not-secured',
  'scim-distinguished-name-missing',
  'scim-user-creation-not-supported',
  'scim-domain-mismatch',
  'mobile-sso-password-prompt',
  'mobile-sso-no-valid-auth-methods',
  'mobile-sso-keysize-missing',
  'mobile-sso-kerberos-failed',
  'mobile-sso-invalid-principal-name',
  'certificate-expired',
  'bot-cannot-read-tenant',
  'sign-in-leg-failing',
];
const lookupIds = [
  'lookup-last-failed-event',
  'lookup-api-token-expiry',
  'lookup-user-status',
  'lookup-idp-config',
  'lookup-user-devices',
];

describe('the catalogue', async () => {
  const { articles, intents } = await loadLibrary({ knowledge: 'knowledge', intents: 'intents' });

  it('has every article that was ever published', () => {
    expect([...articles.keys()]).toEqual(expect.arrayContaining(articleIds));
  });

  it.each([...articles.keys()])('%s is reached by the intent of the same id', (id) => {
    expect(intents.get(id)?.leadsTo).toEqual({ article: id });
  });

  it.each(lookupIds)('%s leads to a lookup', (id) => {
    expect(intents.get(id)?.leadsTo).toMatchObject({ lookup: expect.any(String) });
  });

  it('has the help, the talk that is none of our business, and nothing else', () => {
    expect(intents.get('help')?.leadsTo).toBe('help');
    expect(intents.get('unrelated')?.leadsTo).toBe('nothing');
    expect([...intents.keys()].sort()).toEqual([...articles.keys(), ...lookupIds, 'help', 'unrelated'].sort());
  });

  it('sends nobody to an article that is not there', () => {
    const texts = [...articles.values()].flatMap(({ steps, body }) => [
      ...steps.flatMap((step) => [step.do, step.expect]),
      body,
    ]);
    const named = texts.flatMap((text) => [...text.matchAll(/`article ([a-z0-9-]+)`/g)].map(([, id]) => id));

    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((id) => !articles.has(id ?? ''))).toEqual([]);
  });

  it.each(['knowledge', 'intents'])('%s/ holds nothing that is not read', async (folder) => {
    const extension = folder === 'knowledge' ? '.md' : '.yaml';
    expect((await readdir(folder)).filter((name) => !name.endsWith(extension))).toEqual([]);
  });
});
