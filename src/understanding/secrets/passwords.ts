import { atPasswordLabel, passwordHints, passwordLabel } from './password-labels.js';
import { gap, given, givenOrPaired, says, value, whose, whoseInWords } from './pieces.js';
import type { Secret } from './secret.js';
import { isCellPassword, isMixed, isPassphrase, isPassword, isRandom, isStrongPassword } from './values.js';

/** "temporary password", as languages say it that put the adjective behind: "senha provisória é …". */
const which =
  '(?: (?:provisoire|temporaire|provisional|temporal|provisória|temporária|provvisoria|temporanea|tymczasowe|tijdelijk))?';

const clientSecret = [
  'client[ _-]?secret|shared[ _-]?secret|radius[ _-]secret|signing[ _-]?secret|secret du client|secreto de cliente',
  'client[ -]?geheimnis|gemeinsames geheimnis|secret partagé',
].join('|');
const clientSecretHints = ['secret', 'geheimnis'];

/** Passwords and client secrets: behind a label, in an address. */
export const passwords: readonly Secret[] = [
  {
    kind: 'client-secret',
    hints: clientSecretHints,
    pattern: new RegExp(`(?<keep>(?:${clientSecret})${whose}(?:${givenOrPaired}|${says}))(?:${value})`, 'giu'),
    isSecret: isPassword,
  },
  {
    kind: 'client-secret',
    hints: clientSecretHints,
    pattern: new RegExp(String.raw`(?<keep>(?:${clientSecret})(?:\s[–-]\s|\s{1,4}))(?:${value})`, 'giu'),
    isSecret: isMixed,
  },
  // The password in an address (RFC 3986, 3.2.1); a port is none.
  {
    kind: 'password',
    hints: ['://'],
    pattern: /(?<keep>:\/\/[^\s/?#@:"'<>]{0,100}:)(?!\d{1,5}[,;)\]])[^\s/?#"'<>]{1,200}(?=@)/g,
  },
  // A name and its password under one label.
  {
    kind: 'password',
    hints: ['zugangsdaten', 'anmeldedaten', 'creds', 'credentials', 'identifiants', 'credenciales'],
    pattern:
      /(?<keep>(?:zugangsdaten|anmeldedaten|creds|credentials|identifiants|credenciales)\s{0,2}[:=]\s{0,4}[^\s,;:/|]{1,80}(?:\s{1,4}|\s?[/|,]\s?))[^\s,;/|]{6,80}(?=[\s,;.]|$)/gi,
    isSecret: isMixed,
  },
  // The words of a passphrase up to the end of the line.
  {
    kind: 'password',
    hints: ['phrase'],
    pattern: new RegExp(
      String.raw`(?<keep>pass ?phrase${whose}(?:${given}))[a-z]{2,20}(?:[ -][a-z\d]{2,20}){2,11}(?=[.\s]{0,4}(?:[\r\n]|$))`,
      'giu',
    ),
    isSecret: (words) => words.split(/[ -]/).every(isPassword),
  },
  // The answer to a question that resets the password.
  {
    kind: 'password',
    hints: ['recovery_question', 'recoveryquestion'],
    pattern:
      /(?<keep>\\?"recovery_?question\\?"\s{0,4}:[^{}\r\n]{0,4}\{[^{}]{0,400}?\\?"answer\\?"\s{0,4}:\s{0,4}\\?")[^"\\\r\n]{1,200}/gi,
  },
  // The words of a passphrase behind the label of a password: none of them speaks of passwords.
  {
    kind: 'password',
    hints: passwordHints,
    begins: atPasswordLabel,
    pattern: new RegExp(
      String.raw`(?<keep>(?:${passwordLabel})${which}${whose}(?:${given}))[a-z]{3,12}(?:[ -][a-z]{3,12}){3,7}(?=[.\s]{0,4}(?:[\r\n]|$))`,
      'yiu',
    ),
    isSecret: isPassphrase,
  },
  {
    kind: 'password',
    hints: passwordHints,
    begins: atPasswordLabel,
    pattern: new RegExp(`(?<keep>(?:${passwordLabel})${which}${whose}${givenOrPaired}(?:N')?)(?:${value})`, 'yiu'),
    isSecret: isPassword,
  },
  {
    kind: 'password',
    hints: passwordHints,
    begins: atPasswordLabel,
    pattern: new RegExp(`(?<keep>(?:${passwordLabel})${which}${whose}${says})(?:${value})`, 'yiu'),
    isSecret: isPassword,
  },
  {
    kind: 'password',
    hints: passwordHints,
    begins: atPasswordLabel,
    pattern: new RegExp(String.raw`(?<keep>(?:${passwordLabel})(?:'s)?(?:\s[–-]\s|\s{1,4}))(?:${value})`, 'yiu'),
    isSecret: isMixed,
  },
  // "Passwort für Frau Meier: …", "the password of our scan user is …": more words are more likely to speak of it.
  {
    kind: 'password',
    hints: passwordHints,
    begins: atPasswordLabel,
    pattern: new RegExp(`(?<keep>(?:${passwordLabel})${whoseInWords}(?:${given}))(?:${value})`, 'yiu'),
    isSecret: (password, { after }) =>
      isMixed(password) || (isPassword(password) && /^["'.!]{0,2}\s*(?:[\r\n]|$)/.test(after)),
  },
  {
    kind: 'password',
    hints: passwordHints,
    begins: atPasswordLabel,
    pattern: new RegExp(`(?<keep>(?:${passwordLabel})${whoseInWords}${says})(?:${value})`, 'yiu'),
    isSecret: isMixed,
  },
  // Words for "is" that are other words elsewhere; then what a password was, and what it is now.
  ...['är|var|er|on|oli|je|bylo|это|to|هي|היא|used to be|will be|changed from', 'changed from [^\\s]{1,64} to'].map(
    (verb): Secret => ({
      kind: 'password',
      hints: passwordHints,
      begins: atPasswordLabel,
      pattern: new RegExp(`(?<keep>(?:${passwordLabel}) (?:was |has been )?(?:${verb}):? {1,4})(?:${value})`, 'yiu'),
      isSecret: isMixed,
    }),
  ),
  // Languages that write it without spaces; the password is in Latin letters then.
  {
    kind: 'password',
    hints: ['密', 'パスワード', '비밀번호'],
    pattern: new RegExp(
      `(?<keep>(?:密码|密碼|パスワード|비밀번호)(?:是|为|為|は|が|는|은|가|를)${gap}[「『“"']?)[!#-&(-~]{4,64}`,
      'gu',
    ),
    isSecret: isMixed,
  },
  // In the next cell of a table or line of CSV: letters of both cases and digits, for a cell may be another heading.
  {
    kind: 'password',
    hints: passwordHints,
    begins: atPasswordLabel,
    pattern: new RegExp(
      String.raw`(?<keep>(?:${passwordLabel})["*_]{0,2}(?: {0,40}\||[\t,;]) {0,40}["'\u0060]?)[^\s|,;"'\u0060]{8,64}`,
      'yiu',
    ),
    isSecret: isCellPassword,
  },
  // "… typed Sommer22 as his password"
  {
    kind: 'password',
    hints: [' as ', ' als '],
    pattern: new RegExp(
      String.raw`(?<![^\s"'\u0060(*])[^\s"'\u0060()*]{6,64}(?=["'\u0060*]{0,2} (?:as|als)(?: \p{L}{1,10}){0,2} (?:${passwordLabel})(?! (?:provider|manager|method|factor|policy|hash)))`,
      'giu',
    ),
    isSecret: isMixed,
  },
  // "reset her to Winter2025 temporarily"
  {
    kind: 'password',
    hints: ['reset'],
    pattern:
      /(?<keep>\breset (?:him|her|them|the user|this user|\p{L}{2,20}(?:[.\w-]{0,20}@[\w.-]{1,60})?) (?:back )?to ["'\u0060*]{0,2})[^\s"'\u0060*]{8,64}/giu,
    isSecret: isCellPassword,
  },
  // A list of accounts: `mail:password`.
  {
    kind: 'password',
    hints: ['@'],
    pattern:
      /(?<keep>(?<![^\s"'<(|,;])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}(?:[:;|]| [/|:] ))[^\s"'<>|,;]{8,64}/g,
    isSecret: (password, { before, after }) =>
      isStrongPassword(password) ||
      (/(?:^|\n)[^\s]+[:;|]$/.test(before) && /^\s*(?:\n|$)/.test(after) && isCellPassword(password)),
  },
  {
    kind: 'password',
    hints: ['pass', 'secret'],
    pattern: new RegExp(
      String.raw`(?<keep>(?<![\p{L}\d])(?:pass|secret)(?:${given}|${says}|\s{1,4}))(?:${value})`,
      'giu',
    ),
    isSecret: isMixed,
  },
  {
    kind: 'client-secret',
    hints: ['secret'],
    pattern: /(?<keep>\b\w{0,40}SECRET\s{1,4})[A-Za-z0-9_+/=~.-]{16,200}/g,
    isSecret: isRandom,
  },
];
