import type { SecretKind } from '../model/understanding.js';
import { isBasicCredential, isKey, isLongKey, isMixed, isPassword, isPin } from './secret-values.js';

/** How one secret looks. */
interface Secret {
  readonly kind: SecretKind;
  /** A text without any of these, in lower case, has no such secret: cheaper to see than to run the pattern. */
  readonly hints: readonly string[];
  /** Global. The named group `keep` is what stays in front of the secret ("password: "); the rest goes. */
  readonly pattern: RegExp;
  /** Whether what was found behind `keep` is a secret and not a word about one ("password: required"). */
  readonly isSecret?: (value: string) => boolean;
}

/** Space, and the characters without width that office programs and chats put in. */
const gap = String.raw`[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069]{0,4}`;
/** What can close a label: quotes (escaped too), mark-up, a bracket. */
const closing = String.raw`[\\"'\u0060*_~”’»)\]]{0,4}`;
const assign = `${closing}${gap}(?:[:=]>?|->|[：＝→])[*_~]{0,2}${gap}`;
/** `name="password" value="…"` of a form, `"name":"sid","value":"…"` of a HAR file, `"password":{"value":"…"}` of Okta. */
const named = String.raw`\\?["']${gap},?${gap}\\?["']?value\\?["']?${gap}[:=]${gap}`;
const nested = String.raw`${assign}\{${gap}\\?["']value\\?["']${gap}:${gap}`;
const given = `(?:${nested}|${named}|${assign})`;
/** A key or token: an opening quote, then no spaces. */
const open = String.raw`(?:\\?["'\u0060“„«])?`;
const opaque = String.raw`[A-Za-z0-9_\-.~+/=%]`;

/** In quotes up to the closing one; else up to a space, or to where the next field of a log or form starts. */
const value = [
  String.raw`\\"[^"\r\n]{1,200}(?=\\")`,
  String.raw`"(?:[^"\\\r\n]|\\.){1,200}(?=")`,
  String.raw`'[^'\r\n]{1,200}(?=')`,
  String.raw`\u0060[^\u0060\r\n]{1,200}(?=\u0060)`,
  String.raw`[“„«][^”“»\r\n]{1,200}(?=[”“»])`,
  String.raw`["'“„«]?(?:[^\s"'\u0060“”„«»&,;<]|[&,;](?![\s"']|[\w.-]{1,40}[=:]|$)|<(?!/?[a-z][^<>\s]{0,40}>)){1,200}`,
].join('|');

/** Labels of passwords, in the languages of the field's helpdesks. English ones also within a name: DB_PASSWORD. */
const passwordLabel = [
  'pass ?phrase|passwd|password|(?<![a-z])(?:pwd|pw)',
  'client[ _-]?secret|shared[ _-]?secret',
  String.raw`(?<!\p{L})(?:passwort|kennwort|mot de passe|mdp|contraseña|clave|senha|palavra-passe|wachtwoord|lösenord)`,
  String.raw`(?<!\p{L})(?:passord|adgangskode|salasana|hasło|heslo|jelszó|parola|şifre|пароль|סיסמה|كلمة المرور|كلمة السر)`,
  '密码|密碼|パスワード|비밀번호',
].join('|');
/** "password for jdoe: …", "password (Okta): …", "Password1: …". */
const whose = String.raw`\d{0,2}(?:${gap}\([^()\r\n]{0,60}\)| (?:for|of|from|on|in|für|von|pour|para|de) [^\s:=]{1,80})?`;
const verb = 'is|was|are|ist|war|lautet|est|es|é|jest|should be|must be|set to|changed to|reset to';
const says = String.raw`${closing}${gap}(?<!\p{L})(?:${verb})(?: (?:now|still|currently|set to|reset to|changed to))?:?[\s*_]{1,4}`;

const keyLabel = [
  '(?:api|access|secret|subscription)[ _-]?key',
  '(?:(?:api|access|refresh|id|session|state|activation|recovery|scim|device|auth|security|csrf|bearer|oauth|user)[ _-]?)?token',
  'aw-tenant-code|bearer|ssws|client[ _-]?assertion',
].join('|');

/** The words in `passwordLabel` that are in every one of them. */
const passwordHints = [
  'pass',
  'pwd',
  'pw',
  'secret',
  'kennwort',
  'mdp',
  'contraseña',
  'clave',
  'senha',
  'wachtwoord',
  'lösenord',
  'adgangskode',
  'salasana',
  'hasło',
  'heslo',
  'jelszó',
  'parola',
  'şifre',
  'пароль',
  'סיסמה',
  'كلمة',
  '密码',
  '密碼',
  'パスワード',
  '비밀번호',
];
const keyHints = ['key', 'token', 'aw-tenant-code', 'bearer', 'ssws', 'assertion'];

const base64 = '[A-Za-z0-9+/=]';
const saml = `[A-Za-z0-9+/=%_-]`;
const cookieName = String.raw`(?<![\w-])(?:sid|idx|JSESSIONID|HZN|USER_CATALOG_CONTEXT|oktaStateToken|DT)`;

/**
 * All secrets known. Order matters: whole containers (a key block, a SAML message) go before what they may hold, a
 * scheme or label before the bare token, because it says what the token was for. Every pattern is linear: what repeats
 * is bounded or can start only where a look-behind lets it.
 */
export const secrets: readonly Secret[] = [
  // PEM (RFC 7468), PGP. A block stops at its end line, or at the next dashes when the paste was cut off: then only
  // what looks like key lines goes.
  {
    kind: 'private-key',
    hints: ['private key'],
    pattern: new RegExp(
      String.raw`-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----(?:(?:[^-]|-(?!----)){0,100000}-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----|(?:(?:\s|\\[nr]){0,8}(?:[A-Z][A-Za-z-]{2,20}: [^\r\n]{1,100}|${base64}{16,}))*(?:(?:\s|\\[nr]){1,8}${base64}{1,15}(?=\W*(?:[\r\n]|$)))?)`,
      'g',
    ),
  },
  // The same with its beginning cut off; it can start only at the first line of the block.
  {
    kind: 'private-key',
    hints: ['private key'],
    pattern: new RegExp(
      String.raw`(?<!${base64}|${base64}{16}\r?\n)${base64}{16,}(?:\r?\n${base64}{1,200})*\r?\n-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----`,
      'g',
    ),
  },
  // The private numbers of a JSON Web Key (RFC 7518, 6.2.2 and 6.3.2): what an Okta service app signs with.
  {
    kind: 'private-key',
    hints: ['"d', '"p', '"q'],
    pattern: /(?<keep>\\?"(?:d|p|q|dp|dq|qi)\\?"\s{0,4}:\s{0,4}\\?")[A-Za-z0-9_-]{40,}/g,
  },
  // Form field or query parameter of the HTTP-POST and HTTP-Redirect bindings (SAML 2.0 Bindings, 3.4 and 3.5), maybe
  // wrapped into lines.
  {
    kind: 'saml-message',
    hints: ['saml'],
    pattern: new RegExp(
      String.raw`(?<keep>SAML(?:Response|Request|art)(?:${given}|\s{1,4})${open})${saml}{20,}(?:\r?\n[ \t]{0,8}${saml}{20,})*(?:\r?\n[ \t]{0,8}${saml}{1,19}(?=\s{0,4}(?:\n|$|[&"'<])))?`,
      'g',
    ),
  },
  // Without its signature a decoded assertion signs nobody in, and its status still says what went wrong.
  {
    kind: 'saml-message',
    hints: ['signaturevalue'],
    pattern: /(?<keep><(?:\w{1,10}:)?SignatureValue[^<>]{0,100}>)[^<>]{20,}/g,
  },
  {
    kind: 'api-token',
    hints: ['ssws'],
    pattern: new RegExp(String.raw`(?<keep>(?<![a-z])SSWS\s{1,4})${opaque}{6,}`, 'gi'),
    isSecret: isKey,
  },
  {
    kind: 'bearer-token',
    hints: ['bearer', 'hzn'],
    pattern: new RegExp(String.raw`(?<keep>(?<![a-z])(?:Bearer|HZN)(?:\s{1,4}|${given}${open}))${opaque}{8,}`, 'gi'),
    isSecret: isKey,
  },
  {
    kind: 'password',
    hints: ['basic'],
    pattern: /(?<keep>(?<![a-z])Basic\s{1,4})[A-Za-z0-9+/=]{6,}/gi,
    isSecret: isBasicCredential,
  },
  // JWS and JWE compact form (RFC 7515, 7516), also cut off: a JSON header always starts with eyJ in base64url.
  {
    kind: 'jwt',
    hints: ['eyj'],
    pattern: /(?<![A-Za-z0-9_-])eyJ(?:[A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]*){1,4}|[A-Za-z0-9_-]{40,})/g,
  },
  {
    kind: 'slack-token',
    hints: ['xox', 'xapp'],
    pattern: /(?<![A-Za-z0-9])x(?:ox[a-z]|app)(?:\.xox[a-z])?-[A-Za-z0-9-]{8,}/g,
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
  {
    kind: 'cookie',
    hints: ['cookie'],
    pattern: new RegExp(String.raw`(?<keep>(?<![a-z])(?:Set-)?Cookie${given}${open})[^\s"'][^\r\n"']{3,}`, 'gi'),
    isSecret: (header) => header.includes('='),
  },
  {
    kind: 'cookie',
    hints: ['sid', 'idx', 'hzn', 'user_catalog', 'oktastatetoken', 'dt'],
    pattern: new RegExp(String.raw`(?<keep>${cookieName}(?:\s{0,2}=\s{0,2}|${named})${open})${opaque}{12,}`, 'g'),
    // Windows calls account ids SID too.
    isSecret: (cookie) => !cookie.startsWith('S-1-'),
  },
  {
    kind: 'cookie',
    hints: ['sid', 'jsessionid'],
    pattern: new RegExp(
      String.raw`(?<keep>(?<![\w-])(?:sid|JSESSIONID)${closing}(?:${gap}:)?${gap}${open})${opaque}{16,}`,
      'g',
    ),
    isSecret: (cookie) => isLongKey(cookie) && !cookie.startsWith('S-1-'),
  },
  {
    kind: 'api-token',
    hints: keyHints,
    pattern: new RegExp(`(?<keep>(?:${keyLabel})${given}${open})${opaque}{8,}`, 'gi'),
    isSecret: isKey,
  },
  {
    kind: 'api-token',
    hints: keyHints,
    pattern: new RegExp(String.raw`(?<keep>(?:${keyLabel})\s{1,4}(?:is\s{1,4})?${open})${opaque}{12,}`, 'gi'),
    isSecret: isLongKey,
  },
  // The password in an address (RFC 3986, 3.2.1); a port is none.
  {
    kind: 'password',
    hints: ['://'],
    pattern: /(?<keep>:\/\/[^\s/?#@:"'<>]{0,100}:)(?!\d{1,5}[,;)\]])[^\s/?#"'<>]{1,200}(?=@)/g,
  },
  // An XML element.
  {
    kind: 'password',
    hints: ['<'],
    pattern: /(?<keep><(?:\w{1,10}:)?(?:password|passwd|client_?secret)>)[^<>\r\n]{1,200}(?=<\/)/gi,
    isSecret: isPassword,
  },
  // A command's option.
  {
    kind: 'password',
    hints: ['-p', '-client'],
    pattern: /(?<keep>(?<![\w-])--?(?:password|passwd|pass|pw|client-secret)\s{1,4})(?!-)[^\s]{1,200}/gi,
    isSecret: isPassword,
  },
  {
    kind: 'password',
    hints: passwordHints,
    pattern: new RegExp(`(?<keep>(?:${passwordLabel})${whose}${given})(?:${value})`, 'giu'),
    isSecret: isPassword,
  },
  {
    kind: 'password',
    hints: passwordHints,
    pattern: new RegExp(`(?<keep>(?:${passwordLabel})${whose}${says})(?:${value})`, 'giu'),
    isSecret: isPassword,
  },
  {
    kind: 'password',
    hints: passwordHints,
    pattern: new RegExp(String.raw`(?<keep>(?:${passwordLabel})(?:'s)?(?:\s[–-]\s|\s{1,4}))(?:${value})`, 'giu'),
    isSecret: isMixed,
  },
  {
    kind: 'password',
    hints: ['pass', 'secret'],
    pattern: new RegExp(String.raw`(?<keep>(?<![\p{L}\d])(?:pass|secret)(?:${given}|${says}))(?:${value})`, 'giu'),
    isSecret: isMixed,
  },
  {
    kind: 'password',
    hints: ['pin', 'pass', 'otp', 'code'],
    pattern: new RegExp(
      String.raw`(?<keep>(?<![\p{L}\d])(?:pin|passcode|pass code|otp|(?:one[ -]time|verification) code)(?:${given}|${says}|\s{1,4}))(?:${value})`,
      'giu',
    ),
    isSecret: isPin,
  },
];
