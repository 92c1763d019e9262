import { sign, X509Certificate } from 'node:crypto';
import { bits, type Der, integer, nothing, oid, sequence, set, tagged, text, time } from './der.js';
import { playgroundKey } from './key.js';

/** A self-signed X.509 certificate, as the systems publish theirs. */
export interface Certificate {
  /** DER in Base64 without line breaks: the content of `<ds:X509Certificate>` and of `x5c`. */
  readonly base64: string;
  readonly notBefore: number;
  readonly notAfter: number;
  /** RSA modulus and exponent, Base64url. */
  readonly n: string;
  readonly e: string;
  /** Base64url of the SHA-256 fingerprint. */
  readonly thumbprint: string;
}

const sha256WithRsa = (): Der => sequence(oid(0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0b), nothing());
const commonName = (name: string): Der => sequence(set(sequence(oid(0x55, 0x04, 0x03), text(name))));

/** Makes a certificate for `name`, valid between two moments (whole seconds). */
export const createCertificate = (name: string, notBefore: number, notAfter: number): Certificate => {
  const { publicKey, privateKey } = playgroundKey;
  const body = sequence(
    tagged(0, integer(2)),
    integer(1),
    sha256WithRsa(),
    commonName(name),
    sequence(time(notBefore), time(notAfter)),
    commonName(name),
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const der = sequence(body, sha256WithRsa(), bits(sign('sha256', body, privateKey)));
  const { n = '', e = '' } = publicKey.export({ format: 'jwk' });
  const parsed = new X509Certificate(der);
  return {
    base64: Buffer.from(der).toString('base64'),
    notBefore,
    notAfter,
    n,
    e,
    thumbprint: Buffer.from(parsed.fingerprint256.replaceAll(':', ''), 'hex').toString('base64url'),
  };
};
