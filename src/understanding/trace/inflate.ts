import { inflateRawSync, inflateSync } from 'node:zlib';

/** Longest message in bytes; real ones are below 100 KB. A few bytes can be deflated from gigabytes. */
export const longestMessage = 1_048_576;

/**
 * The bytes as XML: as they are, or deflated (SAML 2.0 Bindings, 3.4.4.1: raw DEFLATE; some tools add the zlib header).
 * Undefined when they are neither, or more than `longestMessage` come out.
 */
export function xmlOf(bytes: Buffer): string | undefined {
  if (bytes.length > longestMessage) return undefined;
  const plain = textOf(bytes);
  if (plain !== undefined) return plain;
  for (const inflate of [inflateRawSync, inflateSync]) {
    try {
      return textOf(inflate(bytes, { maxOutputLength: longestMessage }));
    } catch {
      // Not deflated in this way, or a bomb.
    }
  }
  return undefined;
}

function textOf(bytes: Buffer): string | undefined {
  const begins = bytes.subarray(0, 64).toString('latin1');
  return /^(?:\u00ef\u00bb\u00bf)?\s*</.test(begins) ? bytes.toString('utf8').replace(/^\uFEFF/, '') : undefined;
}
