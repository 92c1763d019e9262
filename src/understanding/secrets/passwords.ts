import { given, givenOrPaired, says, value, whose } from './pieces.js';
import type { Secret } from './secret.js';
import { isMixed, isPassword, isRandom } from './values.js';

/** Labels of passwords, in the languages of the field's helpdesks. English ones also within a name: DB_PASSWORD. */
const passwordLabel = [
  'pass ?phrase|passwd|pa(?:ss|\\$\\$)word|(?<![a-z])(?:pwd|pw)',
  String.raw`(?<!\p{L})(?:(?:initial|start|einmal|bind)?(?:passwort|kennwort)|mot de passe|mdp|contraseña|clave|senha|palavra-passe|wachtwoord|lösenord)`,
  String.raw`(?<!\p{L})(?:passord|adgangskode|salasana|hasło|heslo|jelszó|parola|şifre|пароль|סיסמה|كلمة المرور|كلمة السر)`,
  '密码|密碼|パスワード|비밀번호',
].join('|');
/** "temporary password", as languages say it that put the adjective behind: "senha provisória é …". */
const which =
  '(?: (?:provisoire|temporaire|provisional|temporal|provisória|temporária|provvisoria|temporanea|tymczasowe|tijdelijk))?';

/** Words that are in every one of the labels. */
const passwordHints = [
  ...[
    'pass',
    'pa$$',
    'pwd',
    'pw',
    'kennwort',
    'mdp',
    'contraseña',
    'clave',
    'senha',
    'palavra',
    'wachtwoord',
    'lösenord',
  ],
  ...['adgangskode', 'salasana', 'hasło', 'heslo', 'jelszó', 'parola', 'şifre', 'пароль', 'סיסמה', 'كلمة'],
  ...['密码', '密碼', 'パスワード', '비밀번호'],
];

const clientSecret = [
  'client[ _-]?secret|shared[ _-]?secret|radius[ _-]secret|signing[ _-]?secret|secret du client|secreto de cliente',
  'client[ -]?geheimnis|gemeinsames geheimnis|secret partagé',
].join('|');
const clientSecretHints = ['secret', 'geheimnis'];

/** Passwords and client secrets: behind a label, in an address, as an option of a command. */
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
  // An XML element; a key of a property list.
  {
    kind: 'password',
    hints: ['<'],
    pattern:
      /(?<keep><(?:\w{1,10}:)?(?:password|passwd|client_?secret)>|<key>[^<>]{0,40}password<\/key>\s{0,8}<string>)[^<>\r\n]{1,200}(?=<\/)/gi,
    isSecret: isPassword,
  },
  // PowerShell makes a secret of a text in sight.
  {
    kind: 'password',
    hints: ['securestring'],
    pattern: /(?<keep>ConvertTo-SecureString\s{1,4}(?:-\w{1,20}\s{1,4}){0,3})(?:'[^'\r\n]{1,200}'|"[^"\r\n]{1,200}")/gi,
    isSecret: isPassword,
  },
  // A name and its password under one label.
  {
    kind: 'password',
    hints: ['zugangsdaten', 'anmeldedaten', 'creds', 'credentials', 'identifiants', 'credenciales'],
    pattern:
      /(?<keep>(?:zugangsdaten|anmeldedaten|creds|credentials|identifiants|credenciales)\s{0,2}[:=]\s{0,4}[^\s,;:/|]{1,80}(?:\s{1,4}|\s?[/|,]\s?))[^\s,;/|]{6,80}(?=[\s,;.]|$)/gi,
    isSecret: isMixed,
  },
  // A command's option.
  {
    kind: 'password',
    hints: ['-p', '-client', '-http'],
    pattern:
      /(?<keep>(?<![\w-])--?(?:http-)?(?:password|passwd|pass|pw|client-secret)(?:\s{1,4}|=))(?!-)[^\s]{1,200}/gi,
    isSecret: isPassword,
  },
  // Options of one letter, of the commands where they mean a password.
  {
    kind: 'password',
    hints: ['sshpass', 'mysql', 'ldap', 'curl', 'net use', 'kinit'],
    pattern:
      /(?<keep>(?<![\w-])(?:(?:sshpass|mysql\w{0,8})\b[^\r\n|]{0,100}?\s-p\s?|ldap\w{1,10}\b[^\r\n|]{0,200}?\s-w\s?|curl\b[^\r\n|]{0,400}?\s(?:-u|--(?:proxy-)?user)[ =]["']?[^\s:"']{1,80}:|net use\b[^\r\n]{0,100}?\/user:\S{1,80}\s{1,4}|kinit\b[^\r\n|]{0,100}?<<<\s?))(?:'[^'\r\n]{1,200}'|"[^"\r\n]{1,200}"|[^\s"']{1,200})/gi,
    isSecret: isPassword,
  },
  {
    kind: 'password',
    hints: ['kinit', '--password-stdin'],
    pattern:
      /(?<keep>\becho\s{1,4}(?:-n\s)?)(?:'[^'\r\n]{1,200}'|"[^"\r\n]{1,200}"|[^\s"'|]{1,200})(?=\s{0,4}\|[^|\r\n]{0,80}(?:kinit|--password-stdin))/g,
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
  {
    kind: 'password',
    hints: passwordHints,
    pattern: new RegExp(`(?<keep>(?:${passwordLabel})${which}${whose}${givenOrPaired}(?:N')?)(?:${value})`, 'giu'),
    isSecret: isPassword,
  },
  {
    kind: 'password',
    hints: passwordHints,
    pattern: new RegExp(`(?<keep>(?:${passwordLabel})${which}${whose}${says})(?:${value})`, 'giu'),
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
