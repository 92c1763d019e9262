import { isBase64Sign, runEnd } from './base64-run.js';
import { type Capture, readCapture, type Sent } from './capture.js';
import { createDecoder, type Decoded } from './decode.js';
import { longestMessage } from './inflate.js';

/** Something in a text that holds a SAML message, with what the trace says of how it was sent. */
export interface Found extends Pick<Sent, 'sentTo' | 'sentAt' | 'binding'> {
  readonly decoded: Decoded;
  /** It was sent, once; false when it only stands somewhere: in a page, in the header of a redirect. */
  readonly isSent: boolean;
  /** Signed in the query of its address (SAML 2.0 Bindings, 3.4.4.1). */
  readonly isQuerySigned?: boolean;
}

/** More in one text are a log of many sign-ins; the rest is counted only. */
const mostFound = 400;
/** Values without a name that are tried, before it is clear that the text is something else. */
const mostTried = 50;

/**
 * Finds SAML messages in a text in any of their forms: XML, Base64, addresses and forms with SAMLRequest or SAMLResponse,
 * exports of SAML-tracer, HAR, captures of headers. Linear in the length of the text.
 */
export function findMessages(text: string): readonly Found[] {
  const decode = createDecoder();
  const capture = readCapture(text);
  if (capture !== undefined) return foundInCapture(capture, decode);
  const found = foundInText(text, decode);
  if (found.some(({ decoded }) => 'xml' in decoded)) return found;
  // XML copied out of a web page, or out of JSON.
  const plain = unescaped(text);
  const again = plain === text ? [] : foundInText(plain, decode);
  if (again.some(({ decoded }) => 'xml' in decoded)) return again;
  return [...found, ...foundWithoutName(text, decode)];
}

type Decode = ReturnType<typeof createDecoder>;

function foundInCapture({ sent, texts }: Capture, decode: Decode): Found[] {
  const found: Found[] = [];
  for (const one of sent) {
    if (found.length >= mostFound) break;
    found.push(...foundInSent(one, decode));
  }
  for (const page of texts) {
    if (found.length >= mostFound) break;
    found.push(...foundInText(page, decode).map((one) => ({ ...one, isSent: false })));
  }
  return found;
}

function foundInSent({ url, form, xml, sentTo, sentAt }: Sent, decode: Decode): Found[] {
  const common = {
    isSent: true,
    ...(sentTo === undefined ? {} : { sentTo }),
    ...(sentAt === undefined ? {} : { sentAt }),
  };
  const inUrl = foundInText(url, decode).map((one) => (one.isSent ? { ...one, ...common } : one));
  const inForm = form
    .filter(([name]) => /^SAML(?:Request|Response)$/.test(name))
    .slice(0, mostFound)
    .map(([, value]) => ({ decoded: decode(value), binding: 'post' as const, ...common }));
  const found = [...inUrl, ...inForm];
  // SAML-tracer hides the values of forms where it was told to, and keeps what it decoded from them.
  const isRead = found.some(({ decoded }) => 'xml' in decoded);
  return isRead || xml === undefined
    ? found
    : [{ decoded: { xml }, binding: form.length > 0 ? 'post' : 'redirect', ...common }];
}

function foundInText(text: string, decode: Decode): Found[] {
  return [...foundByName(text, decode), ...foundXml(text)].sort((a, b) => a.at - b.at).map(({ at: _, ...one }) => one);
}

interface Placed extends Found {
  readonly at: number;
}

const name = /SAML(?:Request|Response)/g;
/** What stands between the name and the value in an address, a form, JSON, a table of parameters. */
const between =
  /(?:%(?:25){0,2}3D|[\\"'\s]{0,8}(?:[=:,][\\"'\s]{0,24}|\stype=\\?["']?hidden\\?["']?\s{0,4})?(?:value\\?["']?\s{0,4}[:=]\s{0,4}\\?["']?)?)/y;

function foundByName(text: string, decode: Decode): Placed[] {
  const found: Placed[] = [];
  let past = 0;
  for (const match of text.matchAll(name)) {
    // Within the value before.
    if (match.index < past) continue;
    const start = match.index + match[0].length;
    between.lastIndex = start;
    const from = start + (between.exec(text)?.[0].length ?? 0);
    const end = runEnd(text, from);
    past = end;
    if (from === start || end - from < 40) continue;
    // Within the query of an address that only remembers where to go on.
    const isNested = text[start] === '%';
    const address = isNested ? undefined : addressAround(text, match.index);
    const binding = bindingOf(text, match.index, address);
    const isHeader =
      address !== undefined && /(?:location|referer):\s{0,4}$/i.test(text.slice(address.start - 14, address.start));
    found.push({
      at: match.index,
      decoded: decode(text.slice(from, end)),
      isSent: address !== undefined && !isHeader,
      ...(address === undefined || isHeader ? {} : { sentTo: address.base }),
      ...(binding === undefined ? {} : { binding }),
      ...(binding === 'redirect' ? { isQuerySigned: isSignedAfter(text, end) } : {}),
    });
    if (found.length >= mostFound) break;
  }
  return found;
}

function bindingOf(text: string, at: number, address: { readonly isForm?: true } | undefined): Found['binding'] {
  if (address !== undefined) return address.isForm ? 'post' : 'redirect';
  return text.slice(at, at + 12) === 'SAMLResponse' ? 'post' : undefined;
}

/** `Signature` follows in the same query, maybe behind RelayState and SigAlg. */
function isSignedAfter(text: string, end: number): boolean {
  return /^[^\s"'<>]{0,4000}?&(?:amp;)?Signature=/.test(text.slice(end, end + 4_100));
}

interface Address {
  readonly base: string;
  readonly start: number;
}

/** The address whose query this position is in, or to which the form it is in was posted. Looks around a bounded way. */
function addressAround(text: string, at: number): (Address & { readonly isForm?: true }) | undefined {
  const from = Math.max(0, at - 2_000);
  const before = text.slice(from, at);
  const start = Math.max(before.lastIndexOf('https://'), before.lastIndexOf('http://'));
  const [, base] =
    start === -1 ? [] : (/^(https?:\/\/[^\s?#"'<>]{1,1000})\?[^\s"'<>]*$/.exec(before.slice(start)) ?? []);
  return base === undefined ? captured(text, at) : { base, start: from + start };
}

const requestLine = /(?:^|\n)[^\S\n]{0,8}(GET|POST) (https?:\/\/[^\s/]{1,300})?(\/[^\s?]{0,1000})(\?\S{0,8000})?/g;

/** The same from the lines of a captured request (RFC 9112, 3): `POST /path HTTP/1.1`, then `Host: …`. */
function captured(text: string, at: number): (Address & { readonly isForm?: true }) | undefined {
  const from = Math.max(0, at - 8_000);
  const around = text.slice(from, at + 20_000);
  const line = [...around.matchAll(requestLine)].findLast(({ index }) => from + index < at);
  if (line === undefined) return undefined;
  const [whole, method, origin, path = '/'] = line;
  const start = from + line.index;
  const isQuery = at < start + whole.length;
  if (!isQuery && method !== 'POST') return undefined;
  const host = origin ?? hostIn(around.slice(line.index));
  if (host === undefined) return undefined;
  return { base: `${host}${path}`, start, ...(isQuery ? {} : { isForm: true }) };
}

function hostIn(lines: string): string | undefined {
  const [, host] = /\n[^\S\n]{0,8}(?:Host|:authority):[^\S\n]{0,8}([\w.:-]{1,250})/i.exec(lines) ?? [];
  return host === undefined ? undefined : `https://${host}`;
}

const opening =
  /<((?:[A-Za-z_][\w.-]{0,40}:)?(?:AuthnRequest|Response|Assertion|LogoutRequest|LogoutResponse))\s[^<>]{0,8000}>/g;
const doctypeReach = 20_000;

/** Messages as XML. What has no end is taken to the end of the text. */
function foundXml(text: string): Placed[] {
  const found: Placed[] = [];
  opening.lastIndex = 0;
  for (let match = opening.exec(text); match !== null && found.length < mostFound; match = opening.exec(text)) {
    // Other protocols have a Response too (Version is required: SAML 2.0 Core, 2.3.3, 3.2.1, 3.2.2).
    if (!/\sVersion=["']2\.0|SAML:2\.0/.test(match[0]) || match[0].includes('=\\"')) continue;
    const close = `</${match[1]}`;
    const end = text.indexOf(close, opening.lastIndex);
    const until = end === -1 ? text.length : end + close.length + 1;
    const start = prologBefore(text, match.index);
    const xml = text.slice(start, Math.min(until, start + longestMessage));
    found.push({ at: match.index, decoded: { xml }, isSent: false });
    opening.lastIndex = until;
  }
  return found;
}

/** A prolog belongs to the message: a DTD in it makes the message one that is refused. */
function prologBefore(text: string, at: number): number {
  const before = text.slice(Math.max(0, at - doctypeReach), at);
  const doctype = before.lastIndexOf('<!DOCTYPE');
  return doctype === -1 || before.includes('</', doctype) ? at : at - (before.length - doctype);
}

/** Base64 that stands alone: a value copied out of a tool. */
function foundWithoutName(text: string, decode: Decode): Found[] {
  const found: Found[] = [];
  let tried = 0;
  for (let at = 0; at < text.length && tried < mostTried; ) {
    if (!isBase64Sign(text.charCodeAt(at))) {
      at += 1;
      continue;
    }
    const end = runEnd(text, at);
    if (end - at >= 100) {
      tried += 1;
      const decoded = decode(text.slice(at, end));
      if ('xml' in decoded || looksCut(text, at)) found.push({ decoded, isSent: false });
    }
    at = Math.max(end, at + 1);
  }
  return found;
}

/** XML in Base64 begins with `<`: worth saying that it could not be read. */
function looksCut(text: string, at: number): boolean {
  return /^P[CDEFGHIJ]/.test(text.slice(at, at + 2));
}

function unescaped(text: string): string {
  const fromHtml = text.includes('&lt;')
    ? text.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => htmlSigns[entity] ?? entity)
    : text;
  return fromHtml.includes('\\"')
    ? fromHtml.replace(/\\(["/nrt\\])/g, (_, sign) => ({ n: '\n', r: '\r', t: '\t' })[sign as 'n'] ?? sign)
    : fromHtml;
}

const htmlSigns: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};
