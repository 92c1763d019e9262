import { UserError } from '../model/errors.js';
import { foreignKindOf, pictureKindOf } from '../model/first-bytes.js';
import { mostFileBytes } from '../model/given-file.js';

/** What a picture says of itself before anything of it is decoded. Text from outside: it may lie. */
export interface PictureHeader {
  readonly kind: 'png' | 'jpeg';
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** Largest picture that is read. A whole window on a 5K display has 14.7 million pixels and less than 10 MB. */
export const largest = { bytes: mostFileBytes, pixels: 25_000_000, side: 16_000 } as const;

const instead = 'Send it as PNG or JPEG, or paste the text.';

/**
 * Tells what a picture is by its bytes and checks that it is small enough to be decoded. Throws `UserError` `bad-input`,
 * whose message says what is wrong with it and what to do instead.
 */
export function checkPicture(bytes: Uint8Array): PictureHeader {
  if (bytes.length > largest.bytes)
    throw refused(
      `This picture has ${megabytes(bytes.length)} MB; at most ${megabytes(largest.bytes)} MB are read. ${smaller}`,
    );
  const header = readHeader(bytes);
  const { width, height } = header;
  if (width === 0 || height === 0) throw damaged();
  if (isTooLarge(header))
    throw refused(
      `This picture has ${width} × ${height} pixels; at most ${largest.pixels / 1e6} million are read. ${smaller}`,
    );
  return header;
}

/** Whether a picture of this size is more than is read. */
export function isTooLarge({ width, height }: Pick<PictureHeader, 'width' | 'height'>): boolean {
  return width > largest.side || height > largest.side || width * height > largest.pixels;
}

const smaller = 'Cut out the part with the error, or paste the text.';

function refused(message: string): UserError {
  return new UserError('bad-input', message);
}

/** The refusal of a picture that can't be decoded. */
export function damaged(cause?: unknown): UserError {
  const message = 'This picture is damaged or not complete. Take it again, or paste the text.';
  return new UserError('bad-input', message, cause === undefined ? undefined : { cause });
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(0);
}

function readHeader(bytes: Uint8Array): PictureHeader {
  const kind = pictureKindOf(bytes);
  if (kind === 'png') return pngHeader(bytes);
  if (kind === 'jpeg') return jpegHeader(bytes);
  const other = foreignKindOf(bytes);
  throw refused(
    other === undefined ? `This is no picture that can be read. ${instead}` : `This is ${other}. ${instead}`,
  );
}

/** Before its first picture; real ones have about ten. */
const mostChunks = 1_000;

/** PNG (W3C, third edition, 5.3 and 11.2.1): a signature, then chunks of length, type, data and checksum; IHDR first. */
function pngHeader(bytes: Uint8Array): PictureHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 33 || !hasText(bytes, 12, 'IHDR')) throw damaged();
  // An animation says so before its first picture.
  let chunks = 0;
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    chunks += 1;
    if (chunks > mostChunks) throw damaged();
    const type = textAt(bytes, at + 4, 4);
    if (type === 'acTL') throw refused(`This is an animated picture. ${instead}`);
    if (type === 'IDAT') break;
  }
  return { kind: 'png', width: view.getUint32(16), height: view.getUint32(20) };
}

/**
 * JPEG (ITU T.81, B.1.1 and B.2.2): segments of marker and length up to the frame header, which has the size.
 * The markers C4, C8 and CC lie among those of frames and are none. A marker without a length (B.1.1.3) has no place
 * before the frame: taken for a segment, it would hide the frame header that a decoder reads.
 */
function jpegHeader(bytes: Uint8Array): PictureHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  while (at + 9 <= bytes.length && bytes[at] === 0xff) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd9)) throw damaged();
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { kind: 'jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += 2 + view.getUint16(at + 2);
  }
  throw damaged();
}

function textAt(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}

function hasText(bytes: Uint8Array, at: number, text: string): boolean {
  return textAt(bytes, at, text.length) === text;
}
