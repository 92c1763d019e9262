import { gap, given, named, opaque, open } from './pieces.js';
import type { Secret } from './secret.js';
import { isLongKey } from './values.js';

const cookieName = String.raw`(?<![\w-])(?:sid|idx|xids|JSESSIONID|HZN|USER_CATALOG_CONTEXT|(?:EUC_)?XSRF[_-]TOKEN|oktaStateToken|DT|okta-oauth-\w{1,20}|proximity_\w{1,40}|ASP\.NET_SessionId|\.ASPXAUTH|\.AspNet\.\w{1,40}|__RequestVerificationToken)`;

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
    hints: ['sid', 'idx', 'xids', 'session', 'hzn', 'user_catalog', 'xsrf', 'okta', 'dt', 'proximity', 'asp', '__req'],
    pattern: new RegExp(String.raw`(?<keep>${cookieName}(?:\s{0,2}=\s{0,2}|${named})${open})${opaque}{12,}`, 'g'),
    // Windows calls account ids SID too.
    isSecret: (cookie) => !cookie.startsWith('S-1-'),
  },
  {
    kind: 'cookie',
    hints: ['sid', 'jsessionid'],
    pattern: new RegExp(
      String.raw`(?<keep>(?<![\w-])(?:sid|JSESSIONID)[\\"'\u0060*_~”’»)\]]{0,4}(?:${gap}:)?${gap}${open})${opaque}{16,}`,
      'g',
    ),
    isSecret: (cookie) => isLongKey(cookie) && !cookie.startsWith('S-1-'),
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
    pattern: /(?<keep>(?<![\w-])jsessionid=)[\w.!~-]{12,}/gi,
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
