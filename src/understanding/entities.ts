import type { Product } from '../model/system.js';
import type { Entities } from '../model/understanding.js';

const mostUsers = 10;
const mostCodes = 20;

const slackUser = /<@[UW][A-Z0-9]{2,20}(?:\|[^>\s]{0,80})?>/g;
// RFC 5321 allows 64 characters before the @ and 255 after; the bounds keep the pattern linear.
const email = /(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}/g;
const domainLogin = /(?<![A-Za-z0-9\\/:])[A-Za-z][A-Za-z0-9.-]{1,30}\\[A-Za-z0-9._-]{2,64}(?![\\])/g;

/**
 * Codes printed by Okta (`GENERAL_NONSUCCESS`, `E0000011`, whose zeros a picture gives as letters), Access
 * (`federationArtifact.not.found`) and HTTP.
 */
const errorCode =
  /\b(?:[A-Z][A-Z0-9]{2,19}(?:_(?=[A-Z0-9]{0,18}[A-Z]{2})[A-Z0-9]{2,20}){1,6}|E[0O]{4}\d{3}|[a-zA-Z]{3,40}\.not\.found|\d{3}\.idp\.not\.found|(?<=(?:error|status|code|http|http\/1\.1|http\/2)[ :=(]{1,3})[45]\d{2}|[45]\d{2}(?= (?:error|bad request|unauthorized|forbidden|not found|internal server error)))\b/gi;
/** Upper-case words with underscores that are no error: fields and constants of logs. */
const notAnError = /^(?:SAML_REQUEST|SAML_RESPONSE|CONTENT_TYPE|USER_AGENT|REMOTE_ADDR|LOGIN_ERROR|LAUNCH_ERROR)$/i;

const productWords: readonly (readonly [Product, RegExp])[] = [
  ['okta', /\bokta/i],
  [
    'access',
    /\b(?:workspace ?(?:one|1) ?(?:access|identity)?(?! ?uem)|ws1(?! ?uem)|vidm|identity manager|omnissa access|intelligent hub)\b/i,
  ],
  ['uem', /\b(?:uem|airwatch|mdm)\b/i],
];

/** A text in which nobody is named any more: whoever it was stands as "someone". */
export function withoutPeople(text: string): string {
  return [slackUser, email, domainLogin].reduce((rest, pattern) => rest.replace(pattern, 'someone'), text);
}

/** The people, error codes and products named in a text, as written, each once, in order of appearance. */
export function extractEntities(text: string): Entities {
  return {
    users: firstDistinct(
      [...matches(text, slackUser), ...matches(text, email), ...matches(text, domainLogin)],
      mostUsers,
    ),
    errorCodes: firstDistinct(
      // Without the case-insensitive flag's help only real constants count: "Some_Thing" is no code.
      matches(text, errorCode).filter(({ value }) => isCode(value)),
      mostCodes,
    ),
    products: productWords.filter(([, pattern]) => pattern.test(text)).map(([product]) => product),
  };
}

function isCode(value: string): boolean {
  if (notAnError.test(value)) return false;
  return !value.includes('_') || value === value.toUpperCase() || /nonsuccess/i.test(value);
}

interface Match {
  readonly value: string;
  readonly at: number;
}

function matches(text: string, pattern: RegExp): Match[] {
  return [...text.matchAll(pattern)].map((match) => ({ value: match[0], at: match.index }));
}

function firstDistinct(found: readonly Match[], most: number): string[] {
  const ordered = [...found].sort((a, b) => a.at - b.at);
  return [...new Set(ordered.map(({ value }) => value))].slice(0, most);
}
