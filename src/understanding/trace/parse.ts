import { X509Certificate } from 'node:crypto';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { SamlKind, TracedCertificate, TracedMessage } from '../../model/trace.js';
import { redact } from '../redact.js';
import { plainAddress } from './address.js';

const protocol = 'urn:oasis:names:tc:SAML:2.0:protocol';
const assertion = 'urn:oasis:names:tc:SAML:2.0:assertion';
const signature = 'http://www.w3.org/2000/09/xmldsig#';
const devicePosture = 'urn:okta:saml:2.0:DevicePosture';

/** The name spaces of prefixes in use, for parts that were cut out of a message. */
const usualPrefixes = {
  saml: assertion,
  saml2: assertion,
  samlp: protocol,
  saml2p: protocol,
  ds: signature,
  dsig: signature,
  xenc: 'http://www.w3.org/2001/04/xmlenc#',
  xs: 'http://www.w3.org/2001/XMLSchema',
  xsd: 'http://www.w3.org/2001/XMLSchema',
};

/** Real messages are ten deep and have some hundred elements. */
const deepest = 50;
const mostElements = 5_000;
/** As much of one value as is shown. */
const longestText = 300;
const longestCertificate = 20_000;
const mostListed = 50;

const kinds: Readonly<Record<string, SamlKind>> = {
  AuthnRequest: 'authn-request',
  Response: 'response',
  Assertion: 'assertion',
  LogoutRequest: 'logout-request',
  LogoutResponse: 'logout-response',
};

/** What is in a message itself; how it was sent the trace tells. */
export type Parsed = Omit<TracedMessage, 'times' | 'binding' | 'sentTo' | 'sentAt' | 'from' | 'to'>;

type Writable<T> = { -readonly [K in keyof T]: T[K] };

interface Reading
  extends Writable<Omit<Parsed, 'kind' | 'status' | 'assertion' | 'signed' | 'attributes' | 'certificates'>> {
  kind?: SamlKind;
  readonly codes: string[];
  statusMessage?: string;
  statusDetail?: string;
  readonly contexts: string[];
  readonly attributes: string[];
  readonly assertion: Writable<Omit<Parsed['assertion'], 'audiences'>> & { readonly audiences: string[] };
  readonly signed: Writable<Parsed['signed']>;
  readonly certificates: TracedCertificate[];
  readonly facts: Map<string, string>;
}

/** Why a message was not read: a whole sentence without anything of the message. */
export class Unreadable extends Error {}

/**
 * Reads one SAML 2.0 message. There is no DTD in SAML (Core, 1.2 builds on XML Schema): a text with one is refused, so no
 * entity is ever declared. Depth and number of elements are bounded. Throws `Unreadable`.
 */
export function parseMessage(xml: string): Parsed {
  if (/<!DOCTYPE|<!ENTITY/i.test(xml)) {
    throw new Unreadable('A message was refused: it has a DTD, which no SAML message has and which attacks use.');
  }
  const reading: Reading = {
    isCutOff: false,
    codes: [],
    contexts: [],
    attributes: [],
    assertion: { isThere: false, isEncrypted: false, audiences: [] },
    signed: { message: false, assertion: false },
    certificates: [],
    facts: new Map(),
  };
  const parser = new SaxesParser({ xmlns: true, additionalNamespaces: usualPrefixes });
  const path: SaxesTagNS[] = [];
  let text = '';
  let elements = 0;
  let isAtEnd = false;
  parser.on('error', () => {
    // What stands behind a whole message is not its matter.
    if (isAtEnd || (reading.kind !== undefined && path.length === 0)) return;
    throw new Unreadable('A message is broken XML.');
  });
  parser.on('doctype', () => {
    throw new Unreadable('A message was refused: it has a DTD.');
  });
  parser.on('opentag', (tag) => {
    elements += 1;
    if (path.length >= deepest || elements > mostElements) {
      throw new Unreadable('A message was refused: it is nested deeper, or has more elements, than any SAML message.');
    }
    text = '';
    path.push(tag);
    open(reading, path);
  });
  const add = (piece: string) => {
    if (text.length < longestCertificate) text += piece;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => {
    close(reading, path, text);
    path.pop();
    text = '';
  });
  // Tools that show messages leave out what escapes an ampersand.
  parser.write(xml.replace(/&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)/g, '&amp;'));
  isAtEnd = true;
  reading.isCutOff = path.length > 0;
  parser.close();
  return finished(reading);
}

function finished(reading: Reading): Parsed {
  const { kind, codes, statusMessage, statusDetail, facts, contexts, ...rest } = reading;
  if (kind === undefined) throw new Unreadable('A text is XML, but no message of SAML 2.0.');
  const said = {
    ...(statusMessage === undefined ? {} : { message: statusMessage }),
    ...(statusDetail === undefined ? {} : { detail: statusDetail }),
  };
  return {
    ...rest,
    kind,
    ...(codes.length === 0 ? {} : { status: { codes, ...said } }),
    ...(contexts.length === 0 ? {} : { requested: { comparison: rest.requested?.comparison ?? 'exact', contexts } }),
    ...(facts.size === 0 ? {} : { deviceFacts: Object.fromEntries(facts) }),
  };
}

/** Whether the way to this element ends with these local names; the first of them begins it when it is the root. */
function isAt(path: readonly SaxesTagNS[], ...names: readonly string[]): boolean {
  return names.every((name, index) => path[path.length - names.length + index]?.local === name);
}

/** The elements of assertions are looked at in the first assertion alone, and below none that it quotes (Core, 2.6.1). */
function isQuoted(reading: Reading, path: readonly SaxesTagNS[]): boolean {
  return (
    path.filter(({ local }) => local === 'Assertion').length > 1 || (reading.assertion.isThere && path.some(isSecond))
  );
}

const seconds = new WeakSet<SaxesTagNS>();
const isSecond = (tag: SaxesTagNS) => seconds.has(tag);

function open(reading: Reading, path: readonly SaxesTagNS[]): void {
  const tag = path.at(-1);
  if (tag === undefined) return;
  const { uri, local } = tag;
  const of = (name: string) => oneLine(tag.attributes[name]?.value);
  if (path.length === 1) {
    const kind = uri === protocol || uri === assertion ? kinds[local] : undefined;
    if (kind === undefined) return;
    reading.kind = kind;
    put(reading, 'id', () => of('ID'));
    put(reading, 'inResponseTo', () => of('InResponseTo'));
    put(reading, 'issuedAt', () => momentOf(of('IssueInstant')));
    put(reading, 'destination', () => addressOf(of('Destination')));
    put(reading, 'consumer', () => addressOf(of('AssertionConsumerServiceURL')));
    put(reading, 'forceAuthn', () => flagOf(of('ForceAuthn')));
    put(reading, 'isPassive', () => flagOf(of('IsPassive')));
  }
  if (uri === assertion && local === 'Assertion') {
    if (reading.assertion.isThere) seconds.add(tag);
    reading.assertion.isThere = true;
  }
  if (isQuoted(reading, path)) return;
  if (uri === assertion) openInAssertion(reading, tag, of);
  if (uri === protocol) openInProtocol(reading, path, of);
  if (uri === signature && local === 'Signature') {
    if (isAt(path, 'Assertion', 'Signature')) reading.signed.assertion = true;
    else if (path.length === 2) reading.signed.message = true;
  }
  if (uri === devicePosture && local === 'Fact' && reading.facts.size < mostListed) {
    const value = tag.attributes['Value']?.value.trim().toLowerCase();
    const name = value === 'true' || value === 'false' ? of('Name') : undefined;
    if (value !== undefined && name !== undefined) reading.facts.set(name, value);
  }
}

function openInAssertion(
  { assertion: about, attributes }: Reading,
  { local, attributes: given }: SaxesTagNS,
  of: (name: string) => string | undefined,
) {
  if (/^Encrypted(?:Assertion|ID|Attribute)$/.test(local)) about.isEncrypted = true;
  if (local === 'Conditions') {
    put(about, 'notBefore', () => momentOf(of('NotBefore')));
  }
  if (local === 'SubjectConfirmationData') put(about, 'recipient', () => addressOf(of('Recipient')));
  if (local === 'Conditions' || local === 'SubjectConfirmationData') {
    // Both ends hold, so the earlier one counts (Core, 2.5.1.2; Profiles, 4.1.4.3).
    const until = momentOf(given['NotOnOrAfter']?.value);
    if (until !== undefined && (about.notOnOrAfter ?? until) >= until) about.notOnOrAfter = until;
  }
  if (local === 'Attribute') list(attributes, () => of('Name'));
}

function openInProtocol(reading: Reading, path: readonly SaxesTagNS[], of: (name: string) => string | undefined) {
  const local = path.at(-1)?.local;
  if (local === 'NameIDPolicy') put(reading, 'wantedFormat', () => of('Format'));
  if (local === 'RequestedAuthnContext')
    put(reading, 'requested', () => ({ comparison: of('Comparison') ?? 'exact', contexts: [] }));
  if (local === 'StatusCode') list(reading.codes, () => of('Value'));
}

function close(reading: Reading, path: readonly SaxesTagNS[], raw: string): void {
  const tag = path.at(-1);
  if (tag === undefined || isQuoted(reading, path)) return;
  const { uri, local } = tag;
  if (uri === signature && local === 'X509Certificate') keepCertificate(reading, raw);
  if (uri === protocol && local === 'StatusMessage') put(reading, 'statusMessage', () => oneLine(raw));
  if (path.some((one) => one.uri === protocol && one.local === 'StatusDetail'))
    put(reading, 'statusDetail', () => oneLine(raw));
  if (uri === assertion) closeInAssertion(reading, path, raw);
}

function closeInAssertion(reading: Reading, path: readonly SaxesTagNS[], raw: string): void {
  const tag = path.at(-1);
  const value = () => oneLine(raw);
  if (tag?.local === 'Issuer') {
    if (isAt(path, 'Assertion', 'Issuer')) put(reading.assertion, 'issuer', value);
    if (path.length === 2) put(reading, 'issuer', value);
  }
  if (tag?.local === 'NameID' && (isAt(path, 'Subject', 'NameID') || path.length === 2)) {
    put(reading, 'nameId', value);
    put(reading, 'nameIdFormat', () => oneLine(tag.attributes['Format']?.value));
  }
  if (tag?.local === 'Audience') list(reading.assertion.audiences, value);
  if (tag?.local === 'AuthnContextClassRef') {
    if (isAt(path, 'RequestedAuthnContext', 'AuthnContextClassRef')) list(reading.contexts, value);
    else put(reading, 'context', value);
  }
}

function keepCertificate({ certificates }: Reading, base64: string): void {
  if (certificates.length >= 5) return;
  try {
    const { subject, validFrom, validTo } = new X509Certificate(Buffer.from(base64, 'base64'));
    const [notBefore, notAfter] = [momentOf(validFrom), momentOf(validTo)];
    if (notBefore === undefined || notAfter === undefined) return;
    certificates.push({ subject: oneLine(subject) ?? '', notBefore, notAfter });
  } catch {
    // Cut off or not X.509: nothing can be said of its dates.
  }
}

/** The first one counts; only what is kept is cleaned, which costs more than reading does. */
function put<T extends object, K extends keyof T>(into: T, key: K, find: () => T[K] | undefined): void {
  if (into[key] !== undefined) return;
  const value = find();
  if (value !== undefined) into[key] = value;
}

function list(into: string[], find: () => string | undefined): void {
  if (into.length >= mostListed) return;
  const value = find();
  if (value !== undefined) into.push(value);
}

/** Without line breaks, control characters and secrets, cut; undefined when there is nothing. */
function oneLine(text: string | undefined): string | undefined {
  const line = (text ?? '')
    .slice(0, 4_000)
    // Nobody sees these, and they would part a secret in two.
    .replace(/\p{Cf}+/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  if (line === '') return undefined;
  const clean = redact(line).text;
  return clean.length <= longestText ? clean : `${clean.slice(0, longestText - 1)}…`;
}

function addressOf(text: string | undefined): string | undefined {
  return text === undefined ? undefined : plainAddress(text);
}

/** ISO 8601. Times in SAML are UTC (Core, 1.3.3). */
function momentOf(text: string | undefined): string | undefined {
  const ms = Date.parse(text?.slice(0, 40).trim() ?? '');
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString();
}

/** `xs:boolean`. */
function flagOf(text: string | undefined): boolean | undefined {
  return text === undefined ? undefined : text === 'true' || text === '1';
}
