import { describe, expect, it } from 'vitest';
import { flatten } from '../../src/ocr/flatten.js';
import type { GreyPicture } from '../../src/ocr/grey.js';
import { textOfTable } from '../../src/ocr/lines.js';
import { resize, toReadingSize } from '../../src/ocr/resize.js';

function picture(width: number, height: number, shade: (x: number, y: number) => number): GreyPicture {
  return {
    width,
    height,
    shades: Uint8Array.from({ length: width * height }, (_, at) => shade(at % width, Math.floor(at / width))),
  };
}

/** Strokes of text, two pixels wide, on the left side of one background and the right side of another. */
const isStroke = (x: number, y: number) => y >= 40 && y < 60 && x % 40 >= 18 && x % 40 < 20;

describe('making a picture black on white', () => {
  it.each([
    ['dark letters on light', 30, 240],
    ['light letters on dark', 230, 20],
    ['pale letters', 200, 250],
    ['red on dark red, as its shade', 160, 60],
  ])('does so with %s', (_, ink, paper) => {
    const { shades } = flatten(picture(160, 100, (x, y) => (isStroke(x, y) ? ink : paper)));
    const wrong = [...shades].filter((shade, at) =>
      isStroke(at % 160, Math.floor(at / 160)) ? shade > 90 : shade < 255,
    );
    expect(wrong).toEqual([]);
  });

  it('does so on both sides of one picture, each by its own background', () => {
    const half = picture(320, 100, (x, y) => (x < 160 ? (isStroke(x, y) ? 0 : 255) : isStroke(x, y) ? 255 : 30));
    const { shades } = flatten(half);
    for (const x of [19, 59, 259, 299]) expect(shades[50 * 320 + x]).toBeLessThan(60);
    for (const x of [30, 70, 270, 310]) expect(shades[50 * 320 + x]).toBe(255);
  });

  it('leaves what JPEG leaves around letters white', () => {
    const { shades } = flatten(picture(100, 100, (x, y) => 240 - ((x * 7 + y * 3) % 6)));
    expect(shades.every((shade) => shade === 255)).toBe(true);
  });
});

describe('the size a picture is read in', () => {
  it('is twice its own, unless that is too large', () => {
    expect(toReadingSize(picture(300, 100, () => 255))).toMatchObject({ width: 600, height: 200 });
    const { width, height } = toReadingSize({ width: 3_200, height: 2_400, shades: new Uint8Array(3_200 * 2_400) });
    expect(width * height).toBeLessThan(5_600_000);
    expect(width / height).toBeCloseTo(4 / 3, 2);
  });

  it('keeps shades and edges where they are', () => {
    const { width, shades } = resize(
      picture(8, 8, (x) => (x < 4 ? 0 : 255)),
      2,
    );
    const row = [...shades.subarray(8 * width, 9 * width)];
    expect(row.slice(0, 5).every((shade) => shade < 20)).toBe(true);
    expect(row.slice(-5).every((shade) => shade > 235)).toBe(true);
    expect(
      resize(
        picture(9, 5, () => 77),
        0.4,
      ).shades.every((shade) => shade === 77),
    ).toBe(true);
  });
});

describe('the lines of a reading', () => {
  const word = (line: number, text: string, confidence: number) =>
    `5\t1\t1\t1\t${line}\t1\t0\t0\t9\t9\t${confidence}\t${text}`;

  it('are joined in order, words by spaces', () => {
    const table = [
      '1\t1\t0\t0\t0\t0\t0\t0\t9\t9\t-1\t',
      word(1, 'IDP', 90),
      word(1, 'not', 90),
      word(2, 'found', 96),
    ].join('\n');
    expect(textOfTable(table)).toEqual({ text: 'IDP not\nfound', confidence: expect.closeTo(0.927, 2) });
  });

  it('leave out what is surely no text, and keep words that are hard to read', () => {
    const table = [word(1, '©', 12), word(1, '|', 20), word(2, 'lDP', 12), word(3, 'OK', 95)].join('\n');
    expect(textOfTable(table).text).toBe('lDP\nOK');
  });

  it('are none in a picture without text', () => {
    expect(textOfTable('')).toEqual({ text: '', confidence: 0 });
  });
});
