import { gap, given, named, namedBehind, opaque, open, says } from './pieces.js';
import type { Secret } from './secret.js';
import { isLongKey } from './values.js';

/** Names of cookies that hold a session: Okta's, Access's and the UEM console's, and those of what is in front of or behind them. */
const names = [
  String.raw`sid|idx|xids|DT|oktaStateToken|okta-oauth-\w{1,20}|proximity_\w{1,40}`,
  'HZN|USER_CATALOG_CONTEXT|(?:EUC_)?XSRF[_-]TOKEN',
  String.raw`ASP\.NET_SessionId|\.ASPXAUTH|\.AspNet\.\w{1,40}|__RequestVerificationToken`,
  String.raw`[A-Z]{1,20}SESS(?:ION)?_?ID\w{0,32}|SMSESSION|MRHSession|connect\.sid|\w{1,20}_session`,
  String.raw`FedAuth\d?|rtFa|ESTS\w{2,30}|MSISAuth\w{0,10}|iPlanetDirectoryPro|Ltpa(?:Token2?)?|NSC_\w{1,40}`,
].join('|');
const cookieName = String.raw`(?<![\w-])(?:${names})`;
const hints = [
  ...[
    'sid',
    'idx',
    'xids',
    'session',
    'sess',
    'hzn',
    'user_catalog',
    'xsrf',
    'okta',
    'dt',
    'proximity',
    'asp',
    '__req',
  ],
  ...['fedauth', 'rtfa', 'ests', 'msisauth', 'iplanet', 'ltpa', 'nsc_'],
];
/** Windows calls account ids SID too. */
const isNoAccountId = (cookie: string) => !cookie.startsWith('S-1-');

/** Cookies of sessions: whole headers, and those of Okta, Access and the UEM console by their names. */
export const cookies: readonly Secret[] = [
  {
    kind: 'cookie',
    hints: ['cookie'],
    pattern: new RegExp(
      String.raw`(?<keep>(?<![a-z])(?:Set-)?Cookie${given}${open})[^\s"'](?:[^\r\n"']|(?<==)"[^"\r\n]{0,4000}"){3,}`,
      'gi',
    ),
    isSecret: (header) => header.includes('='),
  },
  {
    kind: 'cookie',
    hints,
    pattern: new RegExp(String.raw`(?<keep>${cookieName}(?:\s{0,2}=\s{0,2}|${named})${open})${opaque}{12,}`, 'g'),
    isSecret: isNoAccountId,
  },
  // As an export of a browser's cookies may have it: the value before the name.
  {
    kind: 'cookie',
    hints: ['"name'],
    pattern: new RegExp(
      String.raw`(?<keep>"value\\?"\s{0,4}:\s{0,4}\\?")[^"\\\s]{12,4000}(?=${namedBehind}(?:${names})\\?")`,
      'g',
    ),
    isSecret: isNoAccountId,
  },
  // As people say it: "the sid cookie was …".
  {
    kind: 'cookie',
    hints: ['cookie'],
    pattern: new RegExp(
      String.raw`(?<keep>(?:${cookieName}["'\u0060*]{0,2}[ -]cookie(?:'s value)?|(?<![a-z])cookie ["'\u0060*]{0,2}(?:${names})["'\u0060*]{0,2})(?:${given}|${says}| (?:has|had|with)(?: the| a)? value(?: of)?[ :]|\s{1,4})${open})${opaque}{12,}`,
      'gi',
    ),
    isSecret: isLongKey,
  },
  {
    kind: 'cookie',
    hints: ['sid', 'jsessionid'],
    pattern: new RegExp(
      String.raw`(?<keep>(?<![\w-])(?:sid|JSESSIONID)[\\"'\u0060*_~”’»)\]]{0,4}(?:${gap}:)?${gap}${open})${opaque}{16,}`,
      'g',
    ),
    isSecret: (cookie) => isLongKey(cookie) && isNoAccountId(cookie),
  },
  {
    kind: 'cookie',
    hints: ['session'],
    pattern: new RegExp(`(?<keep>(?<![a-z])session[ _-]?(?:id|key)${given}${open})${opaque}{16,}`, 'gi'),
    isSecret: isLongKey,
  },
  // In an address (Servlet specification, 7.1.3).
  {
    kind: 'cookie',
    hints: ['jsessionid'],
    pattern: /(?<keep>(?<![\w-])jsessionid=)[\w.!~-]{8,}/gi,
  },
  // A cookie as the developer tools or a cookie file show it, in columns.
  {
    kind: 'cookie',
    hints: ['\t'],
    pattern: /(?<keep>(?<![\w-])(?:sid|idx|xids|DT|HZN|JSESSIONID)\t)[\w.~+/=%-]{12,}/g,
  },
  {
    kind: 'cookie',
    hints: ['xsrf', 'csrf'],
    pattern: new RegExp(`(?<keep>(?<![a-z])[cx]srf-?token${given}${open})[A-Za-z0-9_+/=-]{16,}`, 'gi'),
  },
];
