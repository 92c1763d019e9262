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
