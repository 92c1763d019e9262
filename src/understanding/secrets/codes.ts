import { given, open, says, value } from './pieces.js';
import type { Secret } from './secret.js';
import { isOneTimeCode, isPin, isSeed } from './values.js';

const codeLabel = [
  '(?:one[ -]?time|verification|recovery|backup|back-up|security|authenticator|activation|unlock|reset|emergency|scratch|okta verify|sms|mfa|2fa|totp|otp|challenge|einmal|bestätigungs|wiederherstellungs)[ _-]?(?:pass)?(?:codes?|pin|keys?|password|schlüssel|token)',
  'code de (?:récupération|secours|vérification)|códigos? de (?:recuperación|respaldo|verificación)|scep[ _-]challenge|challenge',
].join('|');
const code = String.raw`(?=[A-Za-z-]{0,12}\d)[A-Za-z0-9]{3,10}(?:-[A-Za-z0-9]{3,10}){0,8}`;

/** Codes that work once, and the seeds and keys that make them or stand in for them. */
export const codes: readonly Secret[] = [
  // One code, or a list of them.
  {
    kind: 'one-time-code',
    hints: ['code', 'pin', 'key', 'otp', 'schlüssel', 'password', 'token', 'challenge'],
    pattern: new RegExp(
      String.raw`(?<keep>(?<![\p{L}\d])(?:${codeLabel})(?:${given}|${says}|\s{1,4})${open})${code}(?:[\s,;|•*]{1,4}(?:\d{1,2}[.)] )?${code}){0,30}`,
      'giu',
    ),
    isSecret: isOneTimeCode,
  },
  {
    kind: 'one-time-code',
    hints: ['pin', 'pass', 'otp', 'code'],
    pattern: new RegExp(
      String.raw`(?<keep>(?<![\p{L}\d])(?:pin|passcode|pass code|otp|(?:one[ -]time|verification) code)(?:${given}|${says}|\s{1,4}))(?:${value})`,
      'giu',
    ),
    isSecret: isPin,
  },
  // The key that an authenticator app is set up with: base32 (Key URI format of otpauth).
  {
    kind: 'one-time-code',
    hints: ['otpauth:'],
    pattern: /(?<keep>otpauth:\/\/[^\s"'<>]{1,300}?[?&;]secret=)[A-Z2-7=]{8,}/gi,
  },
  {
    kind: 'one-time-code',
    hints: ['seed', 'secret', 'key', 'totp', 'setup', 'manual'],
    pattern:
      /(?<![\w+/=-])(?:[A-Z2-7]{16,64}|[A-Z2-7]{4}(?: [A-Z2-7]{4}){3,15}|[a-z2-7]{4}(?: [a-z2-7]{4}){3,15})(?![\w+/=-])/g,
    isSecret: isSeed,
  },
  // Recovery keys of BitLocker (eight groups of six digits) and FileVault (six of four).
  {
    kind: 'one-time-code',
    hints: ['-'],
    pattern: /(?<![\w-])(?:\d{6}(?:-\d{6}){7}|[A-Z0-9]{4}(?:-[A-Z0-9]{4}){5})(?![\w-])/g,
  },
];
