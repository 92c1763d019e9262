import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/model/errors.js';
import { checkPicture, largest } from '../../src/ocr/header.js';
import { chunk, plainPng, png, pngHead } from './made-pictures.js';

const startOf = (text: string) => Buffer.concat([Buffer.from(text, 'latin1'), Buffer.alloc(64)]);

/** A JPEG as far as its size: an application segment, then a frame header. */
function jpegHead(width: number, height: number, frame = 0xc0): Buffer {
  const size = Buffer.from([height >> 8, height & 255, width >> 8, width & 255]);
  return Buffer.from([
    0xff,
    0xd8,
    0xff,
    0xe0,
    0,
    4,
    1,
    2,
    0xff,
    0xc4,
    0,
    3,
    0,
    0xff,
    frame,
    0,
    11,
    8,
    ...size,
    1,
    1,
    17,
    0,
  ]);
}

function refusal(bytes: Uint8Array): string {
  try {
    checkPicture(bytes);
  } catch (error) {
    if (error instanceof UserError && error.code === 'bad-input') return error.message;
    throw error;
  }
  return 'not refused';
}

describe('what a picture is', () => {
  it('is told by its bytes, with its size', () => {
    expect(checkPicture(plainPng(30, 20))).toEqual({ kind: 'png', width: 30, height: 20 });
    for (const frame of [0xc0, 0xc1, 0xc2])
      expect(checkPicture(jpegHead(1170, 2532, frame))).toEqual({ kind: 'jpeg', width: 1170, height: 2532 });
  });

  it('is named when it is of another kind, and what to send instead', () => {
    expect(refusal(startOf('GIF89a'))).toBe('This is a GIF picture. Send it as PNG or JPEG, or paste the text.');
  });

  it('is refused when it is no picture', () => {
    for (const bytes of [Buffer.alloc(0), Buffer.from('hello'), Buffer.alloc(4_096)])
      expect(refusal(bytes)).toMatch(/no picture that can be read/);
  });

  it('is refused when it moves', () => {
    expect(refusal(png(pngHead(10, 10), chunk('acTL', Buffer.alloc(8)), chunk('IDAT')))).toMatch(/animated/);
  });
});

describe('a picture too large', () => {
  it('is refused by what it says, before it is decoded', () => {
    for (const [width, height] of [
      [60_000, 60_000],
      [6_000, 6_000],
      [largest.side + 1, 1],
      [0xffffffff, 0xffffffff],
    ] as const)
      expect(refusal(png(pngHead(width, height)))).toMatch(/pixels; at most 25 million are read/);
    expect(refusal(jpegHead(65_535, 65_535))).toMatch(/pixels; at most 25 million/);
  });

  it('is refused by its bytes', () => {
    expect(refusal(Buffer.concat([plainPng(10, 10), Buffer.alloc(largest.bytes)]))).toMatch(/20 MB; at most 20 MB/);
  });
});

describe('a header cut off or without end', () => {
  it('is called damaged', () => {
    const whole = jpegHead(100, 100);
    for (let length = 4; length < 22; length += 1) expect(refusal(whole.subarray(0, length))).toMatch(/damaged/);
    expect(refusal(plainPng(10, 10).subarray(0, 20))).toMatch(/damaged/);
    expect(refusal(png(pngHead(0, 10)))).toMatch(/damaged/);
    expect(refusal(Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.alloc(100_000, 0xff)]))).toMatch(/damaged/);
  });

  it('is called damaged where it hides from us what a decoder sees', () => {
    const small = jpegHead(10, 10);
    // A marker without a length, then a frame that would be jumped over as its content.
    for (const bare of [0x00, 0x01, 0xd0, 0xd7, 0xd8, 0xd9]) {
      const hidden = Buffer.from([0xff, bare, 0xff, 0xc0, 0, 11, 8, 0x4e, 0x20, 0x4e, 0x20, 1, 1, 17, 0]);
      expect(refusal(Buffer.concat([small.subarray(0, 2), hidden, small.subarray(2)]))).toMatch(/damaged/);
    }
  });

  it('is called damaged after a thousand pieces that mean nothing', () => {
    const many = Array.from({ length: 1_100 }, () => chunk('aaAa'));
    expect(refusal(png(pngHead(10, 10), ...many, chunk('IDAT')))).toMatch(/damaged/);
  });
});
