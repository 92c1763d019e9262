import { describe, expect, it } from 'vitest';
import { card } from '../../src/cli/cards.js';
import { createPaint } from '../../src/cli/output.js';
import { answer, article, ordinaryReplies } from '../slack/helpers/samples.js';

/** `trail` is a table, as wide as what is in it; the others are no cards of `fix` and `article`. */
const withoutCard = new Set([
  'unknown',
  'trail',
  'gaps',
  'draft',
  'alerts',
  'report',
  'people',
  'diagnosis',
  'evidence',
  'audit',
  'trace',
  'full-text',
]);
const style = { paint: createPaint(false), width: Number.POSITIVE_INFINITY };

describe('a card in the terminal', () => {
  it('does not say why where nothing was near enough to be quoted', () => {
    const reply = answer(article());
    const answers = reply.answers.map((one) => ({ ...one, match: { ...one.match, evidence: [] } }));

    expect(card({ ...reply, answers }, style)).not.toContain('Why this one');
  });

  it('shows the title, why it matched, the cause, numbered steps with where to click, and the source', () => {
    const text = card(answer(article()), style);
    expect(text).toMatch(/^Okta sends a SAML context/);
    expect(text).toContain('Why this one: matches the error text “federationArtifact.not.found”');
    expect(text).toContain('Cause: The third-party identity provider');
    expect(text).toContain(
      [
        '1. Open the Okta identity provider and add the context `Unspecified`.',
        '   Where: Workspace ONE Access console → Identity & Access Management → Identity Providers → Okta',
        '   Value: urn:oasis:names:tc:SAML:2.0:ac:classes:unspecified',
        '   You should see: “Unspecified” stands in the list of SAML contexts.',
      ].join('\n'),
    );
    expect(text).toContain('2. Sign in again.\n   Where: The browser\n');
    expect(text).toContain('wo-okta article no-access-to-service');
    expect(text).toContain(
      'federation-artifact-not-found@3 · Source: Troubleshooting blog, Identity Provider – Okta (https://example.com/blog)',
    );
  });

  it('shows every article of a paste with several errors', () => {
    const text = card(answer(article(), article({ id: 'idp-not-found', title: 'IdP not found' })), style);
    expect(text).toContain('federation-artifact-not-found@3');
    expect(text).toContain('idp-not-found@3');
  });

  it('names what was recognised beside it, and how to open each', () => {
    const also = [
      { articles: [{ articleId: 'idp-not-found', title: 'IdP not found' }] },
      {
        articles: [
          { articleId: 'trust-trouble', title: 'Trust trouble' },
          { articleId: 'routing-trouble', title: 'Routing trouble' },
        ],
      },
    ];
    const named = [
      'Also in it:',
      '- IdP not found',
      '  wo-okta article idp-not-found',
      '- Trust trouble',
      '  wo-okta article trust-trouble',
      '  or: Routing trouble',
      '  wo-okta article routing-trouble',
    ].join('\n');

    expect(card({ ...answer(article()), also }, style)).toContain(named);
    expect(card({ ...ordinaryReplies.question, also }, style)).toContain(named);
  });

  it('asks the question and says how to open each choice', () => {
    const text = card(ordinaryReplies.question, style);
    expect(text).toMatch(/^Where does the sign-in stop\?/);
    expect(text).toContain('- With device trust\n  wo-okta article device-trust-general-nonsuccess');
  });

  it('names for a choice that is no article the command that does it, as a person calls it', () => {
    const { choices } = ordinaryReplies.question;
    const question = {
      ...ordinaryReplies.question,
      choices: [
        ...choices,
        { intentId: 'lookup-user-status', label: 'Check a person', leadsTo: 'check' as const },
        { intentId: 'lookup-api-token-expiry', label: 'When the token ends', leadsTo: 'token' as const },
        { intentId: 'help', label: 'Show what I can do', leadsTo: 'help' as const },
      ],
    };
    const text = card(question, { ...style, paint: createPaint(false, 'npm run -s wo-okta --') });
    expect(text).toContain('- Check a person\n  npm run -s wo-okta -- check <user>\n');
    expect(text).toContain('- When the token ends\n  npm run -s wo-okta -- token\n');
    expect(text).toContain('- Show what I can do\n  npm run -s wo-okta -- --help\n');
  });

  it('is honest about what it does not know, and names what is near', () => {
    const text = card({ kind: 'unknown', nearest: ordinaryReplies.unknown.nearest, redactions: [] }, style);
    expect(text).toMatch(/^I don’t know this one\./);
    expect(text).toContain('scim-domain-mismatch  SCIM domain mismatch');
    expect(card({ kind: 'unknown', nearest: [], redactions: [] }, style)).toContain('Nothing I know comes near it.');
  });

  it('says where to look for what a lookup asks', () => {
    const text = card({ ...ordinaryReplies.lookup, users: ['jdoe@example.com'] }, style);
    expect(text).toContain('When the API token expires for jdoe@example.com: look here');
    expect(text).toContain('1. Okta Admin Console: Security → API → Tokens\n   Look for: the date under “Expires”');
  });

  it('warns first when the text held a secret', () => {
    const text = card({ ...answer(article()), redactions: [{ kind: 'api-token', count: 2 }] }, style);
    expect(text).toMatch(/^The text holds a secret \(API token or key × 2\)/);
  });

  it.each(Object.entries(ordinaryReplies).filter(([kind]) => !withoutCard.has(kind)))(
    'of kind %s keeps within the window, and shows no control characters of anybody’s',
    (_kind, reply) => {
      const evil = JSON.parse(JSON.stringify(reply).replaceAll(/([a-z]{3}) /g, '$1 \\u001b[2J\\u009b ')) as Parameters<
        typeof card
      >[0];
      const text = card(evil, { ...style, width: 60 });
      // biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is what is tested
      expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/);
      const tooLong = text.split('\n').filter((line) => line.length > 60 && line.trim().includes(' '));
      expect(tooLong).toEqual([]);
    },
  );

  it('is coloured only where colours are wanted', () => {
    expect(card(answer(article()), style)).not.toContain('\u001B');
    expect(card(answer(article()), { ...style, paint: createPaint(true) })).toContain('\u001B[1mCause:\u001B[22m');
  });
});
