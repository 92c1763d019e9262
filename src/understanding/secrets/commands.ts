import type { Secret } from './secret.js';
import { isPassword } from './values.js';

/** What a shell takes for one argument. */
const argument = String.raw`(?:'[^'\r\n]{1,200}'|"[^"\r\n]{1,200}"|[^\s"']{1,200})`;
/** A command of one line up to an option; a pipe begins the next command. */
const upTo = (commands: string, option: string) => String.raw`(?:${commands})\b[^\r\n|]{0,200}?\s${option}`;

/** Options of one letter that mean a password, of the commands where they do. */
const shortOptions = [
  upTo(String.raw`sshpass|mysql\w{0,8}`, String.raw`-p\s?`),
  upTo(String.raw`ldap\w{1,10}`, String.raw`-w\s?`),
  String.raw`curl\b[^\r\n|]{0,400}?\s(?:-u|--(?:proxy-)?user)[ =]["']?[^\s:"']{1,80}:`,
  String.raw`net use\b[^\r\n]{0,100}?\/user:\S{1,80}\s{1,4}`,
  String.raw`kinit\b[^\r\n|]{0,100}?<<<\s?`,
  upTo('7z[ar]?|rar|unrar', String.raw`-p(?=\S)`),
  // Samba's commands: name%password.
  upTo('smb[a-z]{3,8}|rpcclient|winexe|wmic|net (?:ads|rpc)', String.raw`-U\s?["']?[^\s%"']{1,80}%`),
  upTo('[a-z]{0,4}freerdp|mstsc', '/p:'),
  upTo('redis-cli', String.raw`-a\s`),
].join('|');

/** Passwords in commands that people paste from their shell. */
export const commands: readonly Secret[] = [
  // PowerShell makes a secret of a text in sight.
  {
    kind: 'password',
    hints: ['securestring'],
    pattern:
      /(?<keep>ConvertTo-SecureString\s{1,4}(?:-\w{1,20}\s{1,4}){0,3})(?:'[^'\r\n]{1,200}'|"[^"\r\n]{1,200}"|(?<=-String\s{1,4})[^\s"'$(-][^\s]{0,200}|[^\s"'$(-][^\s]{0,200}(?=\s{1,4}-AsPlainText))/gi,
    isSecret: isPassword,
  },
  {
    kind: 'password',
    hints: ['-p', '-client', '-http', '-storep', '-keyp', 'storepass'],
    pattern:
      /(?<keep>(?<![\w-])--?(?:(?:http-)?(?:password|passwd|pass|pw|client-secret)|(?:src|dest)?(?:store|key)pass(?:wd)?|pass(?:in|out)(?:\s{1,4}|=)pass:(?=\S))(?:(?<=pass:)|\s{1,4}|=))(?!-)[^\s]{1,200}/gi,
    isSecret: isPassword,
  },
  {
    kind: 'password',
    hints: [
      'sshpass',
      'mysql',
      'ldap',
      'curl',
      'net use',
      'kinit',
      '7z',
      'rar',
      'smb',
      'rpc',
      'winexe',
      'wmic',
      'ads',
      'rdp',
      'redis',
      'mstsc',
    ],
    pattern: new RegExp(String.raw`(?<keep>(?<![\w-])(?:${shortOptions}))${argument}`, 'gi'),
    isSecret: isPassword,
  },
  // `docker login`, `az login`, `oc login` and their like.
  {
    kind: 'password',
    hints: [' login'],
    pattern: new RegExp(
      String.raw`(?<keep>(?<![\w-])${upTo('[a-z]{2,12}(?: registry)? login', '-p[ =]')})${argument}`,
      'g',
    ),
    isSecret: isPassword,
  },
  // A small p means something else there.
  {
    kind: 'password',
    hints: ['zip', 'sqlcmd', 'osql', 'bcp', 'mosquitto'],
    pattern: new RegExp(
      String.raw`(?<keep>(?<![\w-])${upTo(String.raw`(?:un)?zip|sqlcmd|osql|bcp|mosquitto_\w{3}`, String.raw`-P\s?`)})${argument}`,
      'g',
    ),
    isSecret: isPassword,
  },
  {
    kind: 'password',
    hints: ['kinit', '--password-stdin'],
    pattern:
      /(?<keep>\becho\s{1,4}(?:-n\s)?)(?:'[^'\r\n]{1,200}'|"[^"\r\n]{1,200}"|[^\s"'|]{1,200})(?=\s{0,4}\|[^|\r\n]{0,80}(?:kinit|--password-stdin))/g,
  },
];
