import type { Redaction, SecretKind } from '../model/understanding.js';

/** A text without its secrets, and what was taken out. */
export interface Redacted {
  readonly text: string;
  readonly redactions: readonly Redaction[];
}

/**
 * How each secret looks. Order matters: whole containers (a key block, a SAML message) go before what they may hold.
 * Every pattern is linear: one bounded or greedy character class between fixed anchors, no nested repetition.
 * A named group `keep` is what stays in front of the secret ("password: ").
 */
const patterns: readonly { readonly kind: SecretKind; readonly pattern: RegExp }[] = [
  // PEM (RFC 7468). A block cut off by the paste has no end line; what follows the header still goes.
  {
    kind: 'private-key',
    pattern:
      /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[A-Za-z0-9+/=\s\\:,-]{0,20000}?(?:-----END [A-Z ]{0,40}PRIVATE KEY-----|$)/g,
  },
  // Form field or query parameter of the HTTP-POST and HTTP-Redirect bindings (SAML 2.0 Bindings, 3.4 and 3.5).
  {
    kind: 'saml-message',
    pattern: /(?<keep>\bSAML(?:Response|Request|art)["']?\s{0,4}[=:]\s{0,4}["']?)[A-Za-z0-9+/=%_\-\s]{40,}/g,
  },
  // A Bearer or SSWS header before a bare JWT: the scheme says what it was for.
  { kind: 'api-token', pattern: /(?<keep>\bSSWS\s{1,4})[A-Za-z0-9_\-.~+/=]{6,}/gi },
  { kind: 'bearer-token', pattern: /(?<keep>\b(?:Bearer|HZN)\s{1,4})[A-Za-z0-9_\-.~+/=]{8,}/gi },
  {
    kind: 'bearer-token',
    pattern: /(?<keep>\bAuthorization["']?\s{0,4}[:=]\s{0,4}["']?Basic\s{1,4})[A-Za-z0-9+/=]{6,}/gi,
  },
  // JWS compact form (RFC 7515): a JSON header always starts with eyJ in base64url.
  { kind: 'jwt', pattern: /\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]*)?/g },
  { kind: 'slack-token', pattern: /\bx(?:ox[a-z]|app)(?:\.xox[a-z])?-[A-Za-z0-9-]{8,}/g },
  // Okta API tokens are 42 characters that start with 00 (ids of Okta objects are 20 and stay).
  { kind: 'api-token', pattern: /\b00[A-Za-z0-9_-]{38,40}(?![A-Za-z0-9_-])/g },
  { kind: 'cookie', pattern: /(?<keep>\b(?:Set-)?Cookie["']?\s{0,4}:\s{0,4}["']?)[^\r\n"']{4,}/gi },
  {
    kind: 'cookie',
    pattern:
      /(?<keep>\b(?:sid|idx|JSESSIONID|HZN|USER_CATALOG_CONTEXT|oktaStateToken|DT)\s{0,2}=\s{0,2})[A-Za-z0-9_\-.~+/%]{12,}/g,
  },
  {
    kind: 'api-token',
    pattern:
      /(?<keep>\b(?:api[ _-]?(?:key|token)|access[ _-]?token|refresh[ _-]?token|aw-tenant-code|scim[ _-]?token|token)["']?\s{0,4}(?:[:=]|is)\s{0,4}["']?)(?=[A-Za-z0-9_\-.~+/=]{0,400}[0-9])[A-Za-z0-9_\-.~+/=]{16,}/gi,
  },
  {
    kind: 'password',
    pattern:
      /(?<keep>\b(?:pass(?:word|wd|phrase|code)?|pwd|kennwort|passwort|client[ _-]?secret|secret|pin)["']?\s{0,4}(?:[:=]|\bis\b(?!\s{1,4}(?:not|in|the|a|an|expired|wrong|incorrect|invalid|required|correct|set|reset|being|asked|still|ok|fine|right|accepted|rejected|missing|never|always|also|only|now|no)\b))\s{0,4}["']?)[^\s"',;<>]{3,200}/gi,
  },
];

/** What stands in place of a secret. Fixed words, so that the rest of the text still reads and classifies as before. */
export const redactedMark = '[redacted]';

/**
 * Takes secrets out of a text: API tokens (SSWS and Okta's 00… form), Bearer and Basic credentials, JWTs, Slack tokens,
 * passwords behind their label, private keys, cookies and SAML messages. Runs before anything is logged, stored or
 * echoed. Linear in the length of the text.
 */
export function redact(text: string): Redacted {
  const counts = new Map<SecretKind, number>();
  let rest = text;
  for (const { kind, pattern } of patterns) {
    rest = rest.replace(pattern, (...match: unknown[]) => {
      const whole = String(match[0]);
      const groups = match.at(-1);
      const keep =
        typeof groups === 'object' && groups !== null ? String((groups as { keep?: string }).keep ?? '') : '';
      // An earlier pattern already took this one.
      if (whole.slice(keep.length).startsWith('[redacted')) return whole;
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
      return `${keep}${redactedMark}`;
    });
  }
  return { text: rest, redactions: [...counts].map(([kind, count]) => ({ kind, count })) };
}
