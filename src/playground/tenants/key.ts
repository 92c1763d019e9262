import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';

/**
 * The one RSA key of all simulated systems, computed from a fixed text: making a random one costs a second on a busy
 * machine, and a stored one would look like a leaked secret. It is public and protects nothing.
 */
export interface PlaygroundKey {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

const exponent = 65_537n;

/** 1,024 bits from a name, odd, the two highest set. `toPrime` is how far the next prime is. */
const prime = (name: string, toPrime: bigint): bigint => {
  const hex = [0, 1].map((part) => createHash('sha512').update(`${name} ${part}`).digest('hex')).join('');
  return (BigInt(`0x${hex}`) | (3n << 1_022n) | 1n) + toPrime;
};

/** The number that `value` is multiplied by to give 1 (extended Euclid). */
const inverse = (value: bigint, modulus: bigint): bigint => {
  let [rest, nextRest, factor, nextFactor] = [modulus, value % modulus, 0n, 1n];
  while (nextRest !== 0n) {
    const times = rest / nextRest;
    [rest, nextRest] = [nextRest, rest - times * nextRest];
    [factor, nextFactor] = [nextFactor, factor - times * nextFactor];
  }
  return factor < 0n ? factor + modulus : factor;
};

const base64url = (number: bigint): string => {
  const hex = number.toString(16);
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex').toString('base64url');
};

const computeKey = (): PlaygroundKey => {
  const p = prime('playground p', 144n);
  const q = prime('playground q', 54n);
  const d = inverse(exponent, (p - 1n) * (q - 1n));
  const numbers = { n: p * q, e: exponent, d, p, q, dp: d % (p - 1n), dq: d % (q - 1n), qi: inverse(q, p) };
  const jwk = Object.fromEntries(Object.entries(numbers).map(([name, number]) => [name, base64url(number)]));
  const privateKey = createPrivateKey({ key: { kty: 'RSA', ...jwk }, format: 'jwk' });
  return { privateKey, publicKey: createPublicKey(privateKey) };
};

/** The key. */
export const playgroundKey: PlaygroundKey = computeKey();

/** The private key in PEM (PKCS #8), for a client that signs its own assertions. */
export const privateKeyPem = (): string => playgroundKey.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
