import { gap, given, open, says, value } from './pieces.js';
import type { Around, Secret } from './secret.js';
import { isOneTimeCode, isPin, isSeed, isShortSeed } from './values.js';

const codeLabel = [
  '(?:one[ -]?time|verification|recovery|backup|back-up|security|authenticator|activation|unlock|reset|emergency|scratch|bypass|temporary|log-?in|sign-?in|\\d[ -]?digit|okta verify|duo|sms|mfa|2fa|totp|otp|challenge|einmal|bestätigungs|wiederherstellungs)[ _-]?(?:pass)?(?:codes?|pin|keys?|password|schlüssel|token)',
  'code de (?:récupération|secours|vérification)|códigos? de (?:recuperación|respaldo|verificación)|scep[ _-]challenge|challenge',
].join('|');
const code = String.raw`(?=[A-Za-z-]{0,12}\d)[A-Za-z0-9]{3,10}(?:-[A-Za-z0-9]{3,10}){0,8}`;

/** Six digits, as an authenticator or a message gives them, also in two groups. */
const sixDigits = String.raw`(?<![\w.:/#+-])\d{3}[ -]?\d{3}(?![\w/:]|[.,-]\d| \d)`;
/** Whose or what code it is that a person types in. */
const mine = String.raw`(?:my|your|his|her|our|their|mein(?:en)?|dein(?:en)?|ihr(?:en)?|sein(?:en)?|mon|ma|votre|son|mi|tu|su|el|le|il|meu|o|\d[ -]?(?:digit|stelliger?|stelligen|chiffres)|new|neuen?|second|zweiten?|first|latest)`;
const codeWord = '(?:pass)?(?:code|código|codice|kod|koodi)';
/** Codes of errors, of places and of things have as many digits. */
const otherCode =
  /(?:error|fehler|erreur|status|exit|return|response|result|reason|event|stop|bug|http|aadsts|failure|fault|diagnostic|abbruch|post(?:al)?|zip|area|country|dial\w*|asset|ticket|case|store|group|employee|product|part|cost cent(?:er|re)|source|org\w*|promo|voucher|discount|build|version|bar|qr)[ _-]?(?:code)?[^\p{L}\d]{0,4}$/iu;
const isTypedCode = (_digits: string, { before, after }: Around) =>
  !otherCode.test(before.replace(/code\W*$/i, '')) &&
  !/^ (?:error|bytes?|lines?|users?|times|ms\b|is (?:your|the) (?:ticket|case))/i.test(after);

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
  // "my code is 482915", "the 6 digit code: 482 915", "the code I got was 482915"
  {
    kind: 'one-time-code',
    hints: ['code', 'código', 'codice', 'kod', 'koodi'],
    pattern: new RegExp(
      String.raw`(?<keep>(?<![\p{L}\d])(?:${mine}(?: \p{L}{2,12})? ${codeWord}|${codeWord} (?:i|he|she|they|we|you) (?:got|received|entered|typed|had|used|was sent)|${codeWord} from (?:the |my |your |his |her )?(?:sms|text(?: message)?|app|e?-?mail|authenticator|okta verify|phone)|(?:entered?|entering|typed?|typing|enters|tried|trying) (?:the |this |my |his |her )?${codeWord})(?:${given}|${says}|\s{1,4})${open})${sixDigits}`,
      'giu',
    ),
    isSecret: isTypedCode,
  },
  // "code 482915 did not work"
  {
    kind: 'one-time-code',
    hints: ['code', 'código', 'codice', 'kod', 'koodi'],
    pattern: new RegExp(
      String.raw`(?<keep>(?<![\p{L}\d])${codeWord}${gap}[:=]?${gap}\(?${open})${sixDigits}(?=["'\u0060]?\)? (?:(?:did|does|do|is|was|has|still|also|just|keeps?|never|always|no longer)\b[^.\r\n]{0,20}(?:work|accepted|valid|expired|rejected|wrong|right|fail|incorrect|refused)|fails|failed|expired|rejected|(?:wurde|wird|ist|war|geht|funktioniert) [^.\r\n]{0,20}(?:angenommen|akzeptiert|nicht|abgelaufen|ungültig|falsch)|ne (?:marche|fonctionne)|n'est|no (?:funciona|es)))`,
      'giu',
    ),
    isSecret: isTypedCode,
  },
  // What shows or sends codes: "okta verify says 482915", "SMS: 482915".
  {
    kind: 'one-time-code',
    hints: ['verify', 'authenticator', 'duo', 'authy', 'sms', 'text message', 'securid', 'tan'],
    pattern: new RegExp(
      String.raw`(?<keep>(?<![\p{L}\d])(?:(?:okta verify|(?:google |microsoft |ms |the )?authenticator(?: app)?|duo(?: mobile)?|authy|rsa token|securid) (?:says|said|shows|showed|displays|gives|gave me|zeigt|sagt|affiche|muestra)|(?:sms|text message|m?tan)\s{0,2}[:=])\s{1,4}${open})${sixDigits}`,
      'giu',
    ),
  },
  // The messages that bring codes: "482915 is your verification code", "G-482915 is your …", "Use 482915 as your …".
  {
    kind: 'one-time-code',
    hints: ['code', 'código', 'codice', 'passcode', 'pin'],
    pattern:
      /(?<![\w.:/#+-])(?:[A-Z]{1,3}-)?(?:\d{3}[ -]\d{3}|\d{6,8})(?= (?:is|as|ist|als|est|es|è|é|[–-]) (?:your|the|my|ihr|dein|der|votre|ton|tu|su|il tuo|o seu) (?:[^\s.]{1,20} ){0,3}?[^\s.]{0,30}(?:code|código|codice|pin)\b)/giu,
    isSecret: (_digits, { after }) =>
      !/^ \S+ \S+ (?:\S+ ){0,2}(?:\S*(?:error|fehler|status|exit|ticket|case|post|zip|area|asset|reason|country|promo)\S*[ -]?)(?:code|código)/i.test(
        after,
      ),
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
  // The same in lower case, directly behind what it is called: as many letters as 10, 16, 20 or 32 bytes make.
  {
    kind: 'one-time-code',
    hints: ['seed', 'secret', 'key', 'setup'],
    pattern: new RegExp(
      String.raw`(?<keep>(?:set-?up|secret|manual(?: entry)?|seed|totp)[ _-]?(?:key|code|seed|secret)?(?:${given}|${says}|\s{1,4})${open})[a-z2-7]{16,52}(?![\w+/=-])`,
      'gi',
    ),
    isSecret: isShortSeed,
  },
  // Recovery keys of BitLocker (eight groups of six digits) and FileVault (six of four).
  {
    kind: 'one-time-code',
    hints: ['-'],
    pattern: /(?<![\w-])(?:\d{6}(?:-\d{6}){7}|[A-Z0-9]{4}(?:-[A-Z0-9]{4}){5})(?![\w-])/g,
  },
];
