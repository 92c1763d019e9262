import { X509Certificate } from 'node:crypto';
import type { SamlMetadata } from '../../connectors/access/index.js';
import type { OktaKey } from '../../connectors/okta/index.js';
import type { ReportLine } from '../../model/lookup.js';
import type { Inquiry } from '../inquiry.js';
import { line } from '../wording/lines.js';
import { clipped, daysUntil, inDays, moment } from '../wording/time.js';
import { type Finding, finding } from './finding.js';

/** Time enough to agree on a new certificate with the other side. */
const soonDays = 30;

/** A certificate that one side signs with or the other trusts. */
export interface KnownCertificate {
  /** ISO 8601; undefined when neither the list nor the certificate says. */
  readonly expiresAt: string | undefined;
  /** SHA-256, as Access's metadata has it; undefined when there is no readable certificate. */
  readonly fingerprint: string | undefined;
}

/** The certificate in a key of Okta. The certificate's own end wins over what the list says. */
export function certificateOf({ expiresAt, x5c }: OktaKey): KnownCertificate {
  const der = x5c?.[0];
  if (der !== undefined) {
    try {
      const certificate = new X509Certificate(Buffer.from(der, 'base64'));
      return {
        expiresAt: new Date(certificate.validTo).toISOString(),
        fingerprint: certificate.fingerprint256,
      };
    } catch {
      // Not a certificate: what the list says has to do.
    }
  }
  return { expiresAt: expiresAt ?? undefined, fingerprint: undefined };
}

/** The line about one certificate's end. */
export function expiryLine(
  inquiry: Inquiry,
  system: 'okta' | 'access',
  label: string,
  certificate: KnownCertificate,
  findings: Finding[],
): ReportLine {
  const { expiresAt } = certificate;
  if (expiresAt === undefined) return line('unknown', label, 'its end is not told');
  inquiry.found(system, `End of the ${label.toLowerCase()}`, expiresAt);
  const now = inquiry.now();
  const isPast = Date.parse(expiresAt) < now;
  const value = `${isPast ? 'expired' : 'expires'} ${inDays(expiresAt, now)} (${moment(expiresAt)})`;
  if (daysUntil(expiresAt, now) >= soonDays) return line('good', label, value);
  findings.push(
    finding(
      'issuer',
      `The ${label.charAt(0).toLowerCase()}${label.slice(1)} ${value}: ${isPast ? 'nobody can' : 'from then on nobody can'} sign in to Okta through Workspace ONE.`,
    ),
  );
  return line('bad', label, value);
}

/** Whether Okta trusts the certificate that Access signs with. */
export function trustLine(
  trusted: readonly KnownCertificate[],
  metadata: SamlMetadata,
  findings: Finding[],
): ReportLine {
  const label = 'Same certificate on both sides';
  const signing = metadata.certificates.filter(({ use }) => use !== 'encryption');
  const known = trusted.flatMap(({ fingerprint }) => (fingerprint === undefined ? [] : [fingerprint]));
  if (signing.length === 0 || known.length === 0)
    return line('unknown', label, 'one side does not show its certificate');
  const shared = signing.find(({ fingerprint }) => known.includes(fingerprint));
  if (shared !== undefined) return line('good', label, `yes, SHA-256 ${shortPrint(shared.fingerprint)}`);
  findings.push(
    finding(
      'issuer',
      'Okta does not trust the certificate that Workspace ONE Access signs with now: import it into the identity provider in Okta.',
    ),
  );
  const [one] = signing;
  return line(
    'bad',
    label,
    `no: Access signs with ${shortPrint(one?.fingerprint ?? '')}, Okta trusts ${known.map(shortPrint).join(', ')}`,
  );
}

/** When the metadata itself runs out, which is not when its certificate does. */
export function metadataLine(inquiry: Inquiry, { validUntil }: SamlMetadata): ReportLine {
  const label = 'Metadata of Access valid until';
  if (validUntil === undefined) return line('note', label, 'no end given');
  inquiry.found('access', label, validUntil);
  const isPast = Date.parse(validUntil) < inquiry.now();
  return line(
    isPast ? 'bad' : 'note',
    label,
    `${moment(validUntil)}${isPast ? ', which is past: import it afresh' : ''}`,
  );
}

/** Enough to compare by eye. */
function shortPrint(fingerprint: string): string {
  return `${clipped(fingerprint, 23)}`;
}
