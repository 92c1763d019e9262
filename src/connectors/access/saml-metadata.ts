import { X509Certificate } from 'node:crypto';
import { SaxesParser } from 'saxes';

const metadataNamespace = 'urn:oasis:names:tc:SAML:2.0:metadata';
const signatureNamespace = 'http://www.w3.org/2000/09/xmldsig#';

/** A certificate of SAML metadata. Times are ISO 8601. */
export interface SamlCertificate {
  /** `signing`, `encryption`, or undefined when it is for both. */
  readonly use: string | undefined;
  readonly subject: string;
  readonly serialNumber: string;
  /** SHA-256, upper-case hexadecimal with colons. */
  readonly fingerprint: string;
  readonly notBefore: string;
  readonly notAfter: string;
}

/** SAML metadata of an identity provider, as far as it matters for trust. */
export interface SamlMetadata {
  /** What the other side must have as the issuer. */
  readonly entityId: string;
  /** ISO 8601; undefined when the metadata does not expire. */
  readonly validUntil: string | undefined;
  /** Where people are sent to sign in, one address for each binding; an address for several bindings stands once. */
  readonly signOnAddresses: readonly string[];
  /** Each certificate once. */
  readonly certificates: readonly SamlCertificate[];
  readonly xml: string;
}

/**
 * Reads the metadata of one entity. Throws an `Error` that says what is wrong, without the text, when it is no such
 * thing. Entities declared in a DTD are not expanded: the parser treats them as faults.
 */
export function parseSamlMetadata(xml: string): SamlMetadata {
  const found: { entityId?: string; validUntil?: string } = {};
  const signOnAddresses = new Set<string>();
  const encoded: { use: string | undefined; base64: string }[] = [];
  const parser = new SaxesParser({ xmlns: true });
  let use: string | undefined;
  let base64: string | undefined;
  parser.on('error', () => {
    throw new Error('the XML is broken');
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    if (uri === metadataNamespace && local === 'EntityDescriptor') {
      const { entityID, validUntil } = attributes;
      if (entityID !== undefined) found.entityId = entityID.value;
      if (validUntil !== undefined) found.validUntil = validUntil.value;
    }
    if (uri === metadataNamespace && local === 'SingleSignOnService') {
      const address = attributes['Location']?.value;
      if (address !== undefined) signOnAddresses.add(address);
    }
    if (uri === metadataNamespace && local === 'KeyDescriptor') use = attributes['use']?.value;
    if (uri === signatureNamespace && local === 'X509Certificate') base64 = '';
  });
  parser.on('text', (text) => {
    if (base64 !== undefined) base64 += text;
  });
  parser.on('closetag', ({ uri, local }) => {
    if (uri === metadataNamespace && local === 'KeyDescriptor') use = undefined;
    if (uri !== signatureNamespace || local !== 'X509Certificate' || base64 === undefined) return;
    encoded.push({ use, base64 });
    base64 = undefined;
  });
  parser.write(xml).close();
  if (found.entityId === undefined) throw new Error('there is no EntityDescriptor with an entityID');
  const certificates = new Map(
    encoded.map((one) => [`${one.use} ${one.base64.replace(/\s/g, '')}`, certificateOf(one.base64, one.use)]),
  );
  return {
    entityId: found.entityId,
    validUntil: isoOf(found.validUntil),
    signOnAddresses: [...signOnAddresses],
    certificates: [...certificates.values()],
    xml,
  };
}

function certificateOf(base64: string, use: string | undefined): SamlCertificate {
  const certificate = new X509Certificate(Buffer.from(base64, 'base64'));
  return {
    use,
    subject: certificate.subject,
    serialNumber: certificate.serialNumber,
    fingerprint: certificate.fingerprint256,
    notBefore: new Date(certificate.validFrom).toISOString(),
    notAfter: new Date(certificate.validTo).toISOString(),
  };
}

function isoOf(text: string | undefined): string | undefined {
  const ms = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString();
}
