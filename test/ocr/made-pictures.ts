import { deflateSync } from 'node:zlib';

const signature = Buffer.from('\u0089PNG\r\n\u001A\n', 'latin1');

function checksum(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** A chunk of a PNG, with the right length and checksum. */
export function chunk(type: string, data: Uint8Array = new Uint8Array()): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(checksum(body), body.length + 4);
  return framed;
}

/** The first chunk: the size a PNG says it has, eight bits of grey a pixel. */
export function pngHead(width: number, height: number): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data[8] = 8;
  return chunk('IHDR', data);
}

/** A PNG of these chunks. */
export function png(...chunks: readonly Buffer[]): Buffer {
  return Buffer.concat([signature, ...chunks, chunk('IEND')]);
}

/** A PNG of one shade that says it has this size, with so many rows of pixels in it. */
export function plainPng(width: number, height: number, rows = height): Buffer {
  return png(pngHead(width, height), chunk('IDAT', deflateSync(Buffer.alloc((width + 1) * rows, 0), { level: 9 })));
}

/** A JPEG that notes its orientation as cameras do: Exif's segment right behind the start, with one tag in it. */
export function withExif(
  jpeg: Buffer,
  { mark = 'Exif', orientation = 1, isLittle = false }: { mark?: string; orientation?: number; isLittle?: boolean },
): Buffer {
  const tiff = Buffer.alloc(26);
  const word = (value: number, at: number) =>
    isLittle ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at);
  const long = (value: number, at: number) =>
    isLittle ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at);
  tiff.write(isLittle ? 'II' : 'MM', 0, 'latin1');
  word(42, 2);
  long(8, 4);
  word(1, 8);
  // Orientation: one short.
  word(0x0112, 10);
  word(3, 12);
  long(1, 14);
  word(orientation, 18);
  const body = Buffer.concat([Buffer.from(`${mark}\0\0`, 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}
