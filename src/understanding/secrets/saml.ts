import { givenOrPaired, lineBreak, open } from './pieces.js';
import type { Secret } from './secret.js';

const saml = `[A-Za-z0-9+/=%_-]`;
const wrapped = String.raw`(?:\r?\n[ \t]{0,8}${saml}{20,})*(?:\r?\n[ \t]{0,8}${saml}{1,19}(?=\s{0,4}(?:\n|$|[&"'<])))?`;

/** SAML messages that sign somebody in for as long as they are valid. */
export const samlMessages: readonly Secret[] = [
  // Form field or query parameter of the HTTP-POST and HTTP-Redirect bindings (SAML 2.0 Bindings, 3.4 and 3.5), maybe
  // wrapped into lines.
  {
    kind: 'saml-message',
    hints: ['saml'],
    pattern: new RegExp(
      String.raw`(?<keep>SAML(?:Response|Request|art)(?:${givenOrPaired}|\s{1,4})${open})${saml}{20,}${wrapped}`,
      'gi',
    ),
  },
  // The grant of RFC 7522.
  {
    kind: 'saml-message',
    hints: ['assertion'],
    pattern: new RegExp(String.raw`(?<keep>(?<![\w-])assertion=)${saml}{40,}`, 'g'),
  },
  // XML in base64 begins with `<samlp:`, `<saml2`, `<Respons`, `<Asserti` or `<?xml`.
  {
    kind: 'saml-message',
    hints: ['pfjlc3bvbn', 'pefzc2vydg', 'pd94bww', 'phnhbw'],
    pattern: new RegExp(
      String.raw`(?<![A-Za-z0-9+/])(?:PHNhbW[wx]|PFJlc3BvbnN|PEFzc2VydGl|PD94bWwg)[A-Za-z0-9+/=%]{40,}(?:${lineBreak}[A-Za-z0-9+/=%]{20,})*(?:${lineBreak}[A-Za-z0-9+/=%]{1,19}(?=\s{0,4}(?:\n|$|[&"'<])))?`,
      'g',
    ),
  },
  // The signature of a redirect.
  {
    kind: 'saml-message',
    hints: ['signature='],
    pattern: /(?<keep>[?&;]Signature=)[A-Za-z0-9+/=%_-]{40,}/g,
  },
  // Without its signature a decoded assertion signs nobody in, and its status still says what went wrong.
  {
    kind: 'saml-message',
    hints: ['signaturevalue', 'ciphervalue'],
    pattern: /(?<keep><(?:\w{1,10}:)?(?:SignatureValue|CipherValue)[^<>]{0,100}>)[^<>]{20,}/g,
  },
];
