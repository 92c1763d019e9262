import { inflateRawSync, inflateSync } from 'node:zlib';

/** Longest message in bytes; real ones are below 100 KB. A few bytes can be deflated from gigabytes. */
export const longestMessage = 1_048_576;

/** What came out of some bytes, and how many bytes it took to find out. */
export interface Inflated {
  /** Undefined when they are neither XML nor deflated XML, or more than was allowed comes out. */
  readonly xml: string | undefined;
  readonly cost: number;
}

/**
 * The bytes as XML: as they are, or deflated (SAML 2.0 Bindings, 3.4.4.1: raw DEFLATE; some tools add the zlib header).
 * At most `most` bytes come out.
 */
export function xmlOf(bytes: Buffer, most: number): Inflated {
  if (bytes.length > most) return { xml: undefined, cost: 0 };
  const plain = textOf(bytes);
  if (plain !== undefined) return { xml: plain, cost: bytes.length };
  let cost = 0;
  for (const inflate of [inflateRawSync, inflateSync]) {
    try {
      const inflated = inflate(bytes, { maxOutputLength: most });
      return { xml: textOf(inflated), cost: cost + inflated.length };
    } catch (error) {
      // Not deflated in this way, or a bomb, which was worked on until it was too large.
      cost += error instanceof RangeError ? most : bytes.length;
    }
  }
  return { xml: undefined, cost };
}

function textOf(bytes: Buffer): string | undefined {
  const begins = bytes.subarray(0, 64).toString('latin1');
  return /^(?:\u00ef\u00bb\u00bf)?\s*</.test(begins) ? bytes.toString('utf8').replace(/^\uFEFF/, '') : undefined;
}
