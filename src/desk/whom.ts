import { ordinaryWords } from './ordinary-words.js';

/** Whom a text asks about. Names are as written, never resolved. */
export type Whom =
  | { readonly kind: 'one'; readonly name: string }
  | { readonly kind: 'several'; readonly names: readonly string[] }
  | { readonly kind: 'asker' }
  | { readonly kind: 'nobody' };

/** "my user" and "tell me" are about somebody else. */
const self =
  /\b(?:check me|am i|do i|was i|can(?:['’]t|not)? i|(?:of|for) mine|my (?:own |last |latest |enrolled )?(?:account|devices?|phones?|i?pads?|iphones?|macbook|mac|laptop|tablet|login|sign-?in|user ?name|status|failed))\b/i;

const mostRead = 2_000;
const mostNames = 8;

/**
 * Whom a text is about: the people recognised in it (`users`: e-mail addresses, DOMAIN\login, Slack mentions); else words
 * that look like a login; else the asker, where the text says "me" or "my". Pure, linear in the text.
 */
export function whomIn(text: string, users: readonly string[]): Whom {
  if (users.length > 0) return whomOf(users);
  const logins = loginsIn(text);
  if (logins.length > 0) return whomOf(logins);
  return self.test(text.slice(0, mostRead)) ? { kind: 'asker' } : { kind: 'nobody' };
}

/** A text that does no more than name somebody, as an answer to "whose?": "jdoe", "it's for ann@acme.example". */
export function nameAlone(text: string, users: readonly string[]): Whom {
  const words = text.slice(0, mostRead).trim().split(/\s+/).map(bare).filter(Boolean);
  if (words.length > 6) return { kind: 'nobody' };
  const known = new Set(users);
  const rest = words.filter((word) => !known.has(word) && !fillers.has(word.toLowerCase().replace('’', "'")));
  if (users.length > 0) return rest.length === 0 ? whomOf(users) : { kind: 'nobody' };
  return rest.length === 1 && rest.every(isLogin) ? whomOf(rest) : { kind: 'nobody' };
}

/** Whether one word can be a login: no word of ordinary talk. */
export function isLogin(word: string): boolean {
  return isDotted(word) || isMixed(word) || isPlain(word);
}

/** The words of a text that look like logins, in order: the surest kind that occurs in it. */
function loginsIn(text: string): string[] {
  const words = text.slice(0, mostRead).split(/[\s/]+/);
  const clean = words.map(bare);
  const dotted = clean.map(withoutPossessive).filter(isDotted);
  if (dotted.length > 0) return distinct(dotted);
  const led = clean.flatMap((word, index) => {
    const login = withoutPossessive(word);
    const lead = /[?!.;]$/.test(words[index - 1] ?? '') ? '' : (clean[index - 1] ?? '').toLowerCase();
    const isSure = login !== word || sureLeads.has(lead);
    return (isSure || leads.has(lead)) && isLogin(login) ? [{ login, isSure }] : [];
  });
  const sure = led.filter(({ isSure }) => isSure);
  if (led.length > 0) return distinct((sure.length > 0 ? sure : led).map(({ login }) => login));
  const mixed = clean.filter(isMixed);
  if (mixed.length > 0) return distinct(mixed);
  // "active? hbecker": in so few words there is not much else to be.
  const plain = clean.filter(isPlain);
  return clean.filter(Boolean).length <= 4 && plain.length === 1 ? plain : [];
}

/** What a name follows, and little else does. */
const sureLeads = new Set('for user of login username named userid'.split(' '));
/** What a name follows among other words. */
const leads = new Set('is check can about does has did was account name under behind'.split(' '));

/** What may stand around a name that is the whole answer. */
const fillers = new Set(
  "it it's its is for user and what about the login of please pls his her name account same also now check".split(' '),
);

/** `k.amin`, `lena.koch`: initial or first name and surname. Not `okta.com`, `idp.xml`, `e.g`, `not.found`. */
function isDotted(word: string): boolean {
  if (!/^[a-z]{1,20}(?:\.[a-z]{1,20}){1,2}\d{0,3}$/i.test(word) || word.length < 4) return false;
  const parts = word.toLowerCase().split('.');
  const last = parts.at(-1) ?? '';
  return !endings.has(last) && !parts.some((part) => part.length > 1 && ordinaryWords.has(part));
}

/** `jdoe2`, `hr-kiosk04`, `svc-ipad`, `j_doe`: letters with a sign or digits that ordinary words do not have. */
function isMixed(word: string): boolean {
  if (word.length < 4 || word.length > 40) return false;
  const isDigits = /^[a-z]{3,30}\d{1,6}$/.test(word) && !ordinaryWords.has(word.replace(/\d+$/, ''));
  const isJoined = /^(?:svc|adm|hr|ext|x|sa|test)[-_][a-z0-9_-]{2,30}$/.test(word) || /^[a-z]+_[a-z_]+\d*$/.test(word);
  return (
    (isDigits && !/^(?:ios|ipados|macos|windows|ws|saml|http|tls|v|office|error|status|code)\d+$/.test(word)) ||
    isJoined
  );
}

/** `jdoe`, `ann`: only lower case, so that neither names of people and products nor starts of sentences count. */
function isPlain(word: string): boolean {
  return /^[a-z]{3,20}$/.test(word) && !ordinaryWords.has(word);
}

/** Ends of file names and host names. */
const endings = new Set(
  'com net org io xml json html htm log txt pdf example local eu de uk gov edu js yaml yml'.split(' '),
);

function withoutPossessive(word: string): string {
  return word.replace(/['’]s?$/, '');
}

/** A word without the punctuation and quotes around it. */
function bare(word: string): string {
  const start = word.search(/[^"'“”‘’(),;:?!.[\]{}…-]/u);
  if (start === -1) return '';
  let end = word.length;
  while (end > start && '"\'“”‘’(),;:?!.[]{}…-'.includes(word[end - 1] ?? '')) end -= 1;
  return word.slice(start, end);
}

function whomOf(names: readonly string[]): Whom {
  const [only, ...others] = distinct(names);
  if (only === undefined) return { kind: 'nobody' };
  return others.length === 0 ? { kind: 'one', name: only } : { kind: 'several', names: [only, ...others] };
}

function distinct(names: readonly string[]): string[] {
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()].slice(0, mostNames);
}
