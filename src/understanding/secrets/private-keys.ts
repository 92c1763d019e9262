import { base64, lineBreak } from './pieces.js';
import type { Secret } from './secret.js';

/** Lines of base64 that go on a key, and its last, shorter one. */
const moreLines = String.raw`(?:${lineBreak}${base64}{40,}){0,2000}(?:${lineBreak}${base64}{8,39}(?=\W{0,8}(?:[\r\n]|$)))?`;

/** Private keys, as a block, in pieces, as a JSON Web Key or as bare base64. */
export const privateKeys: readonly Secret[] = [
  // PEM (RFC 7468), PGP. A block stops at its end line, or at the next dashes when the paste was cut off: then only
  // what looks like key lines goes.
  {
    kind: 'private-key',
    hints: ['private key'],
    pattern: new RegExp(
      String.raw`-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----(?:(?:[^-]|-(?!----)){0,100000}-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----|(?:(?:[\s>|]|\\[nr]){0,8}(?:[A-Z][A-Za-z-]{2,20}: [^\r\n]{1,100}|${base64}{16,}))*(?:(?:[\s>|]|\\[nr]){1,8}${base64}{1,15}(?=\W*(?:[\r\n]|$)))?)`,
      'g',
    ),
  },
  // A block whose dashes a chat or an office program took or changed.
  {
    kind: 'private-key',
    hints: ['private key'],
    pattern: new RegExp(
      String.raw`(?<keep>BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?[-–—]{0,8})(?:(?:[\s>|]|\\[nr]){1,8}(?:[A-Z][A-Za-z-]{2,20}: [^\r\n]{1,100}|${base64}{16,}))+(?:(?:[\s>|]|\\[nr]){1,8}${base64}{1,15}(?=\W*(?:[\r\n]|$)))?`,
      'g',
    ),
    isSecret: (lines) => /\d/.test(lines) && /[A-Z]/.test(lines),
  },
  // The same with its beginning cut off; it can start only at the first line of the block.
  {
    kind: 'private-key',
    hints: ['private key'],
    pattern: new RegExp(
      String.raw`(?<!${base64}|${base64}{16}\r?\n[ \t>|]{0,8})${base64}{16,}(?:${lineBreak}${base64}{1,200})*${lineBreak}-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----`,
      'g',
    ),
  },
  // PuTTY's own form.
  {
    kind: 'private-key',
    hints: ['private-lines'],
    pattern: new RegExp(String.raw`(?<keep>Private-Lines: \d{1,4})(?:${lineBreak}${base64}{1,200}){1,2000}`, 'g'),
  },
  // The private numbers of a JSON Web Key (RFC 7518, 6.2.2 and 6.3.2): what an Okta service app signs with.
  {
    kind: 'private-key',
    hints: ['"d', '"p', '"q', "'d", "'p", "'q"],
    pattern: /(?<keep>\\?["'](?:d|p|q|dp|dq|qi)\\?["']\s{0,4}:\s{0,4}\\?["'])[A-Za-z0-9_-]{40,}/g,
  },
  // Shorter numbers, of elliptic curves, and symmetric keys (6.2.2 and 6.4.1), beside what says that this is a key.
  {
    kind: 'private-key',
    hints: ['kty'],
    pattern: /(?<keep>\\?["'](?:d|k)\\?["']\s{0,4}:\s{0,4}\\?["'])[A-Za-z0-9_-]{16,}/g,
    isSecret: (_number, { before, after }) => /["']kty\\?["']/.test(before + after),
  },
  // DER in base64 begins with what is in it: PKCS#8 (RFC 5208) of RSA and of elliptic curves, encrypted PKCS#8, PKCS#1
  // and SEC 1 (RFC 8017, 5915), PKCS#12 (RFC 7292). Certificates and public keys begin otherwise.
  {
    kind: 'private-key',
    hints: ['mi'],
    pattern: new RegExp(
      `(?<![A-Za-z0-9+/])M[A-Za-z0-9+/]{2,5}(?:IBADAN|AgEAMB|IBAAKC|IBAzCC|AgEDMI|[A-Za-z0-9+/]{0,4}BgkqhkiG9w0BBQ0|BAQQg|CAQEE)${base64}{24,}${moreLines}`,
      'g',
    ),
  },
  // A Kerberos keytab (version 5.2) in base64; a pair of keys as OpenSSH keeps it.
  {
    kind: 'private-key',
    hints: ['bqi', 'b3blbnnzac1rzxktdje'],
    pattern: new RegExp(`(?<![A-Za-z0-9+/])(?:BQIAAA|b3BlbnNzaC1rZXktdjE)${base64}{20,}${moreLines}`, 'g'),
  },
];
