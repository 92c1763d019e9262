import type { Gap, ProposedExample } from '../../../src/desk/gaps.js';
import type { Reply } from '../../../src/desk/reply.js';
import type { Alert } from '../../../src/model/alert.js';
import type { Article } from '../../../src/model/article.js';
import type { Audit } from '../../../src/model/audit.js';
import type { CheckResult } from '../../../src/model/check.js';
import type { LookupReport } from '../../../src/model/lookup.js';
import { readTrace } from '../../../src/understanding/trace/index.js';
import { now, response } from '../../support/saml-messages.js';

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

/** A small report: one half read, the other not. */
export function report(changes: Partial<LookupReport> = {}): LookupReport {
  return {
    lookup: 'check',
    status: 'partial',
    summary: 'Okta sends “ann”, but Workspace ONE Access knows “ann@acme.example”.',
    subject: 'Ann Ace (ann@acme.example)',
    articleId: 'scim-domain-mismatch',
    evidence: [
      { system: 'okta', what: 'Status', value: 'ACTIVE', readAt: '2026-11-24T12:03:05.000Z' },
      { system: 'okta', what: 'Login', value: 'ann@acme.example', readAt: '2026-11-24T12:03:06.000Z' },
    ],
    errors: [
      { system: 'access', code: 'timed-out', message: 'Workspace ONE Access did not answer within 20 s.' },
      { system: 'uem', code: 'not-configured', message: 'The bot is not connected to Workspace ONE UEM.' },
    ],
    sections: [
      {
        title: 'Okta',
        system: 'okta',
        lines: [
          { mark: 'good', label: 'Status', value: 'ACTIVE: can sign in' },
          { mark: 'bad', label: 'App username', value: 'ann', articleId: 'scim-domain-mismatch' },
          { mark: 'unknown', label: 'Factors', value: 'The scope okta.users.read is missing.' },
          { mark: 'note', label: 'Last login', value: '2026-11-24 11:58 UTC' },
        ],
        more: 'There are more groups than are shown.',
      },
      {
        title: 'Workspace ONE Access',
        system: 'access',
        lines: [],
        unread: 'Workspace ONE Access did not answer within 20 s.',
      },
    ],
    timeline: [
      { at: '2026-11-24T11:57:01.000Z', system: 'okta', text: 'Sign-in', failed: false, isFirstFailure: false },
      {
        at: '2026-11-24T11:58:02.000Z',
        system: 'access',
        text: 'LOGIN failed',
        failed: true,
        isFirstFailure: true,
        articleId: 'scim-domain-mismatch',
      },
    ],
    window: { from: '2026-11-17T12:03:05.000Z', to: '2026-11-24T12:03:05.000Z', more: true },
    ...changes,
  };
}

/** A report as the desk gives it. */
export function reportReply(changes: Partial<LookupReport> = {}): Extract<Reply, { kind: 'report' }> {
  return {
    kind: 'report',
    report: report(changes),
    who: 'ann@acme.example',
    reportId: '1763985785000-1',
    articles: [{ articleId: 'scim-domain-mismatch', title: 'SCIM domain mismatch' }],
  };
}

/** What a check found. */
export function checkResult(changes: Partial<CheckResult> = {}): CheckResult {
  return {
    check: 'access-okta-idp-context',
    states: 'The Okta identity provider in Access knows the SAML context “Unspecified”.',
    outcome: 'fail',
    said: 'The identity provider “Okta” knows only PasswordProtectedTransport.',
    shows: 'cause',
    evidence: [
      {
        system: 'access',
        what: 'SAML contexts of the identity provider “Okta”',
        value: 'PasswordProtectedTransport',
        readAt: '2026-11-24T12:03:05.000Z',
        call: 'GET /SAAS/jersey/manager/api/identityProviders/{id}',
        right: 'ReadOnly Admin',
        where: 'Integrations → Identity Providers',
      },
    ],
    errors: [],
    ...changes,
  };
}

/** A proven cause: one step failed, the other is to be tried by a person. */
export function diagnosisReply(
  changes: Partial<Extract<Reply, { kind: 'diagnosis' }>> = {},
  results: readonly CheckResult[] = [checkResult()],
): Extract<Reply, { kind: 'diagnosis' }> {
  const one = article();
  const [cause] = results;
  const steps = one.steps.map((step, index) => ({
    number: index + 1,
    step,
    outcome: index === 0 ? ('fail' as const) : ('by-hand' as const),
    results: index === 0 ? results : [],
  }));
  return {
    kind: 'diagnosis',
    diagnosis: {
      status: 'finding',
      summary: cause?.said ?? '',
      left: [],
      evidence: results.flatMap(({ evidence }) => evidence),
      errors: [],
      verdict: 'confirmed',
      articles: [
        {
          article: one,
          verdict: 'confirmed',
          isCauseRuledOut: false,
          steps,
          ...(cause === undefined ? {} : { cause }),
        },
      ],
    },
    diagnosisId: '1763985785000-1',
    live: { articles: [one.id] },
    ...changes,
  };
}

/** How the set-up stands, and what changed. */
export function audit(changes: Partial<Audit> = {}): Audit {
  return {
    status: 'finding',
    summary: '1 of 2 is wrong. Score: 50 of 100.',
    at: '2026-11-24T12:03:05.000Z',
    counts: { pass: 1, fail: 1, unknown: 1 },
    score: 50,
    results: [
      checkResult(),
      checkResult({
        check: 'okta-idp-request-context',
        outcome: 'unknown',
        said: 'Okta did not send it.',
        evidence: [],
      }),
      checkResult({ check: 'okta-idp-issuer', outcome: 'pass', said: 'The issuer ends in idp.xml.' }),
    ],
    evidence: [],
    errors: [],
    change: {
      since: '2026-11-23T12:03:05.000Z',
      turns: [
        {
          check: 'access-okta-idp-context',
          states: 'It knows “Unspecified”.',
          before: 'pass',
          now: 'fail',
          said: 'The identity provider “Okta” knows only PasswordProtectedTransport.',
        },
      ],
    },
    ...changes,
  };
}

/** A Thursday, 10:00 UTC. */
export const alertStart = Date.UTC(2026, 8, 3, 10);

/** An alert as its channel shows it: open, and nobody has it in hand. */
export function alert(changes: Partial<Alert> = {}): Alert {
  return {
    fingerprint: '3f2a00112233aabb',
    episode: `3f2a00112233aabb-${alertStart}`,
    rule: 'scim-provisioning-failures',
    group: 'scim-domain-mismatch',
    severity: 'warning',
    title: 'Provisioning to Workspace ONE fails for 2 people.',
    members: [
      { key: 'ann', text: 'ann@acme.example: domain mismatch', since: alertStart, noted: true },
      { key: 'ben', text: 'ben@acme.example: domain mismatch', since: alertStart, noted: true },
    ],
    memberCount: 2,
    articleId: 'scim-domain-mismatch',
    systems: ['okta'],
    rank: 0,
    state: 'firing',
    startedAt: alertStart,
    waitUntil: alertStart,
    lastSeenAt: alertStart,
    acts: [],
    revision: 1,
    delivered: 1,
    posting: false,
    message: { channel: 'C0ALERTS', ts: '1700000000.000200' },
    notes: [],
    nextNote: 1,
    notedAt: alertStart,
    remindedAt: alertStart,
    ...changes,
  };
}

/** Something asked by several people, with an article that did not help and one that comes near. */
export function gap(changes: Partial<Gap> = {}): Gap {
  return {
    id: '3f2a9c01',
    texts: ['the tunnel app shows a purple triangle', 'purple triangle in tunnel since the update'],
    times: 3,
    people: 2,
    handedOver: 1,
    firstAt: '2026-11-20T08:00:00.000Z',
    lastAt: '2026-11-24T12:03:05.000Z',
    nearest: { articleId: 'idp-not-found', title: 'IdP not found' },
    isKnown: false,
    tried: [{ articleId: 'scim-domain-mismatch', title: 'SCIM domain mismatch' }],
    questions: ['3f2a9c01', '0a1b2c3d'],
    ...changes,
  };
}

/** A question whose article a person found. */
export function proposedExample(changes: Partial<ProposedExample> = {}): ProposedExample {
  return {
    id: '77aa88bb',
    text: 'directory is not on the list of that provider',
    article: { articleId: 'idp-not-found', title: 'IdP not found' },
    because: 'unknown',
    times: 1,
    lastAt: '2026-11-24T12:03:05.000Z',
    ...changes,
  };
}

/** One ordinary Reply of every kind but silence. */
export const ordinaryReplies = {
  diagnosis: diagnosisReply(),
  evidence: { kind: 'evidence', results: [checkResult()] },
  audit: { kind: 'audit', audit: audit() },
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
  trace: {
    kind: 'trace',
    trace: readTrace(response({ nameId: 'ann' }), now),
    articles: [{ articleId: 'username-mismatch', title: 'User names do not match' }],
  },
  report: reportReply(),
  people: {
    kind: 'people',
    lookup: 'check',
    question: '2 people answer to “jdoe”: which one is meant?',
    choices: [
      { key: '00u1a2b3c4d5e6f7g8h9', label: 'Jane Doe (jdoe@acme.example)' },
      { key: '00u9h8g7f6e5d4c3b2a1', label: 'John Doe (jdoe@contractors.example)' },
    ],
  },
  alerts: {
    kind: 'alerts',
    overview: {
      alerts: [alert()],
      polled: [{ system: 'okta', at: alertStart }],
      channel: 'C0ALERTS',
    },
  },
  trail: {
    kind: 'trail',
    entries: [
      {
        by: 'irma',
        lookup: 'check',
        asked: 'ann',
        person: 'Ann Ace (ann@acme.example)',
        channel: 'cli',
        at: '2026-11-24T12:03:05.000Z',
        outcome: 'finding',
      },
    ],
    more: 0,
  },
  gaps: { kind: 'gaps', gaps: [gap()], proposals: [proposedExample()], answered: 2, older: 0 },
  draft: {
    kind: 'draft',
    what: 'article',
    about: 'the tunnel app shows a purple triangle',
    files: [
      { file: 'knowledge/purple-triangle.md', text: '---\nid: purple-triangle\n---\n\nTODO: background.\n' },
      { file: 'intents/purple-triangle.yaml', text: 'id: purple-triangle\nexamples:\n  - "purple triangle"\n' },
    ],
    id: '3f2a9c01',
  },
  lookup: {
    kind: 'lookup',
    lookup: 'token',
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
  'full-text': { kind: 'full-text', texts: [{ file: 'screenshot.png', text: 'Access Denied\nIDP not found' }] },
  help: { kind: 'help' },
  notice: { kind: 'notice', tone: 'done', text: 'I now read every message of this channel.' },
} satisfies { readonly [K in Exclude<Reply['kind'], 'silence'>]: Extract<Reply, { kind: K }> };
