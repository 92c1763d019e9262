import { type GreyPicture, shadeOf } from './grey.js';
import type { Pix } from './tesseract.js';

/** A decoded picture in the engine's memory as shades of grey, whatever its depth, palette or transparency. */
export function greyOf(pix: Pix, hasPalette: boolean, memory: ArrayBuffer): GreyPicture {
  const width = pix.get_w();
  const height = pix.get_h();
  const wordsARow = pix.get_wpl();
  const words = new Uint32Array(memory, pix.get_data(), wordsARow * height);
  const depth = pix.get_d();
  const shades = new Uint8Array(width * height);
  if (depth === 32) {
    const isOpaque = pix.get_spp() !== 4;
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        const word = words[y * wordsARow + x] ?? 0;
        const alpha = isOpaque ? 255 : word & 255;
        shades[y * width + x] = shadeOf(word >>> 24, (word >>> 16) & 255, (word >>> 8) & 255, alpha);
      }
    }
    return { width, height, shades };
  }
  const shadeOfValue = hasPalette ? paletteShades(pix, memory) : plainShades(depth);
  const inWord = 32 / depth;
  const mask = 2 ** depth - 1;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const word = words[y * wordsARow + Math.floor(x / inWord)] ?? 0;
      const value = (word >>> (32 - depth - (x % inWord) * depth)) & mask;
      shades[y * width + x] = shadeOfValue[value] ?? 255;
    }
  }
  return { width, height, shades };
}

function paletteShades(pix: Pix, memory: ArrayBuffer): Uint8Array {
  const palette = pix.get_colormap();
  const colours = new Uint8Array(memory, palette.get_array(), 4 * palette.get_n());
  return Uint8Array.from({ length: palette.get_n() }, (_, index) => {
    const [blue = 255, green = 255, red = 255, alpha = 255] = colours.subarray(4 * index, 4 * index + 4);
    return shadeOf(red, green, blue, alpha);
  });
}

/** Black to white; in pictures of one bit 1 is black. */
function plainShades(depth: number): Uint8Array {
  const most = 2 ** depth - 1;
  return Uint8Array.from({ length: most + 1 }, (_, value) =>
    Math.round((255 * (depth === 1 ? most - value : value)) / most),
  );
}
