import type { Reply } from '../../../src/desk/reply.js';
import type { Article } from '../../../src/model/article.js';

/** A small valid article. */
export function article(changes: Partial<Article> = {}): Article {
  return {
    id: 'federation-artifact-not-found',
    version: 3,
    title: 'Okta sends a SAML context that Workspace ONE Access does not know',
    area: 'identity-provider-okta',
    products: ['okta', 'access'],
    cause: 'The third-party identity provider in Access lists no “Unspecified” SAML context.',
    steps: [
      {
        do: 'Open the Okta identity provider and add the context `Unspecified`.',
        place: 'access',
        where: 'Identity & Access Management → Identity Providers → Okta',
        expect: '“Unspecified” stands in the list of SAML contexts.',
        values: ['urn:oasis:names:tc:SAML:2.0:ac:classes:unspecified'],
      },
      { do: 'Sign in again.', place: 'browser', expect: 'The catalogue opens.' },
    ],
    tellsApart: [{ from: 'no-access-to-service', by: 'The message names the service, not an artifact.' }],
    source: { title: 'Troubleshooting blog', section: 'Identity Provider – Okta', url: 'https://example.com/blog' },
    reviewed: '2026-03-01',
    body: '',
    ...changes,
  };
}

/** An answer with one card for each article. */
export function answer(...articles: Article[]): Extract<Reply, { kind: 'answer' }> {
  return {
    kind: 'answer',
    answers: articles.map((one) => ({
      article: one,
      match: { id: one.id, confidence: 0.97, evidence: ['matches the error text “federationArtifact.not.found”'] },
    })),
    redactions: [],
  };
}

/** One ordinary Reply of every kind but silence. */
export const ordinaryReplies = {
  answer: answer(article()),
  question: {
    kind: 'question',
    question: 'Where does the sign-in stop?',
    choices: [
      { intentId: 'routing-rules-general-nonsuccess', label: 'With routing rules' },
      { intentId: 'device-trust-general-nonsuccess', label: 'With device trust' },
    ],
    evidence: ['matches the error text “GENERAL_NONSUCCESS”'],
    redactions: [],
  },
  unknown: {
    kind: 'unknown',
    nearest: [
      { articleId: 'idp-not-found', title: 'IdP not found' },
      { articleId: 'scim-domain-mismatch', title: 'SCIM domain mismatch' },
    ],
    recordId: 'q-17',
    redactions: [],
  },
  lookup: {
    kind: 'lookup',
    title: 'When the API token expires',
    users: [],
    byHand: [{ place: 'okta', where: 'Security → API → Tokens', look: 'the date under “Expires”' }],
    redactions: [],
  },
  article: { kind: 'article', article: article() },
  articles: {
    kind: 'articles',
    query: 'scim',
    matches: [{ articleId: 'scim-domain-mismatch', title: 'SCIM domain mismatch' }],
  },
  help: { kind: 'help' },
  notice: { kind: 'notice', tone: 'done', text: 'I now read every message of this channel.' },
} satisfies { readonly [K in Exclude<Reply['kind'], 'silence'>]: Extract<Reply, { kind: K }> };
