import { given, givenOrPaired, lineBreak, opaque, open } from './pieces.js';
import type { Secret } from './secret.js';
import { isBasicCredential, isKey, isLongKey, isRandom } from './values.js';

/** The rest of a token that a terminal or a mail broke over two lines: it has letters of both cases and digits. */
const goesOn = String.raw`(?:${lineBreak}(?=[^\s\d]{0,80}\d)(?=[^\sa-z]{0,80}[a-z])(?=[^\sA-Z]{0,80}[A-Z])[A-Za-z0-9_\-.~+/=]{8,}(?=[\s"'),;]|$))?`;

const keyLabel = [
  '(?:api|access|secret|subscription|account|integration|routing)[ _-]?key(?:[ _-]?base)?',
  "(?:api|rest api)[ _-]?(?:schlüssel|sleutel)|clé (?:d[’']?)?api|clave (?:de )?api|chiave api|chave (?:de )?api",
  '(?:(?:api|access|refresh|id|session|state|activation|recovery|scim|device|auth|security|csrf|xsrf|bearer|oauth|user|enrol+ment|verification)[ _-]?)?token',
  'aw-tenant-code|tenant[ _-]?code|bearer|ssws|client[ _-]?assertion|statehandle|code_verifier',
].join('|');
const keyHints = ['key', 'token', 'tenant', 'bearer', 'ssws', 'assertion', 'statehandle', 'code_verifier', 'api'];

/** Bearer credentials, JWTs, Slack's tokens, API tokens and keys. A scheme or label goes before the bare token, because it says what the token was for. */
export const tokens: readonly Secret[] = [
  {
    kind: 'api-token',
    hints: ['ssws'],
    pattern: new RegExp(String.raw`(?<keep>(?<![a-z])SSWS\s{1,4})${opaque}{6,}${goesOn}`, 'gi'),
    isSecret: isKey,
  },
  {
    kind: 'bearer-token',
    hints: ['bearer', 'hzn'],
    pattern: new RegExp(
      String.raw`(?<keep>(?<![a-z])(?:Bearer|HZN)(?:\s{1,4}|${given}${open}))${opaque}{8,}${goesOn}`,
      'gi',
    ),
    isSecret: isKey,
  },
  {
    kind: 'password',
    hints: ['basic'],
    pattern: /(?<keep>(?<![a-z])Basic\s{1,4})[A-Za-z0-9+/=]{6,}/gi,
    isSecret: isBasicCredential,
  },
  // Any other scheme (RFC 9110, 11.6.2), also without one.
  {
    kind: 'bearer-token',
    hints: ['authorization'],
    pattern: new RegExp(
      `(?<keep>(?<![a-z])Authorization(?:${givenOrPaired}|["']?>)${open}(?:[A-Za-z]{2,16} )?)${opaque}{12,}`,
      'gi',
    ),
    isSecret: isLongKey,
  },
  // What a Digest answers with (RFC 7616, 3.4) is the password, hashed.
  {
    kind: 'password',
    hints: ['digest'],
    pattern: /(?<keep>\bDigest [^\r\n]{0,400}?\bresponse=")[0-9a-f]{32,}/gi,
  },
  // JWS and JWE compact form (RFC 7515, 7516), also cut off or wrapped: a JSON header always starts with eyJ in base64url.
  {
    kind: 'jwt',
    hints: ['eyj'],
    pattern: new RegExp(
      String.raw`(?<![A-Za-z0-9_-])eyJ(?:[A-Za-z0-9_-]{8,}(?:\.(?:${lineBreak}(?=[A-Za-z0-9_-]{30}))?[A-Za-z0-9_-]*){1,4}|[A-Za-z0-9_-]{40,})(?:(?:${lineBreak})\.?(?=[a-z_-]{0,80}[A-Z0-9])[A-Za-z0-9_-]{30,}(?:\.(?:${lineBreak}(?=[A-Za-z0-9_-]{30}))?[A-Za-z0-9_-]*){0,4}){0,100}${goesOn}`,
      'g',
    ),
  },
  {
    kind: 'slack-token',
    hints: ['xox', 'xapp'],
    pattern: /(?<![A-Za-z0-9])x(?:ox[a-z]|app)(?:\.xox[a-z])?-[A-Za-z0-9%-]{8,}/g,
  },
  // Who knows an incoming webhook's address can post.
  {
    kind: 'slack-token',
    hints: ['hooks.slack.com'],
    pattern: /(?<keep>hooks\.slack\.com\/(?:services|workflows|triggers)\/)[A-Za-z0-9/_-]{10,}/g,
  },
  // Okta API tokens are 42 characters that start with 00 (ids of Okta objects are 20 and stay; so do hashes).
  {
    kind: 'api-token',
    hints: ['00'],
    pattern: /(?<![A-Za-z0-9_])00[A-Za-z0-9_-]{38,40}(?![A-Za-z0-9_-])/g,
    isSecret: (token) => !/^[0-9a-f]+$/i.test(token),
  },
  // Tokens of others that come along and say by their beginning what they are: GitHub, GitLab, npm, PyPI, AWS, Google,
  // Atlassian, Vault, SendGrid; secrets of Entra ID have their version in the middle.
  {
    kind: 'api-token',
    hints: ['gh', 'github_pat_', 'glpat', 'npm_', 'pypi-', 'akia', 'asia', 'aiza', 'ya29', 'atatt', 'hv', 'sg.'],
    pattern:
      /(?<![A-Za-z0-9])(?:gh[oprsu]_[A-Za-z0-9]{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|npm_[A-Za-z0-9]{20,}|pypi-[\w-]{20,}|(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Z0-9])|AIza[\w-]{30,}|ya29\.[\w-]{20,}|ATATT[\w=-]{20,}|hv[sb]\.[\w-]{20,}|SG\.[\w-]{16,}\.[\w-]{16,})/g,
  },
  {
    kind: 'client-secret',
    hints: ['q~'],
    pattern: /(?<![\w~.-])[A-Za-z0-9_~.-]{3}\dQ~[A-Za-z0-9_~.-]{31,34}(?![\w~-])/g,
  },
  {
    kind: 'api-token',
    hints: keyHints,
    pattern: new RegExp(`(?<keep>(?:${keyLabel})${givenOrPaired}${open})${opaque}{8,}${goesOn}`, 'gi'),
    isSecret: isKey,
  },
  {
    kind: 'api-token',
    hints: keyHints,
    pattern: new RegExp(String.raw`(?<keep>(?:${keyLabel})\s{1,4}(?:is\s{1,4})?${open})${opaque}{12,}${goesOn}`, 'gi'),
    isSecret: isLongKey,
  },
  // The signature of a shared access address, the key of a storage account.
  {
    kind: 'api-token',
    hints: ['sig=', 'accountkey='],
    pattern: /(?<keep>(?:[?&;]sig|AccountKey)=)[A-Za-z0-9+/=%_-]{30,}/gi,
    isSecret: isRandom,
  },
  // An authorization code (RFC 6749, 4.1.2) and what goes with it.
  {
    kind: 'bearer-token',
    hints: ['code='],
    pattern: /(?<keep>(?<![\w-])(?:device_)?code=)[A-Za-z0-9_.~-]{20,}/gi,
    isSecret: isRandom,
  },
];
