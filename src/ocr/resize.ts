import type { GreyPicture } from './grey.js';

/** Text of 11 to 16 pixels is read best at twice that; the pictures of phones and fine screens are so already. */
const enlargement = 2;
/** A picture is brought to at most so many pixels: more take longer to read and are not read better. */
const mostPixels = 5_500_000;

/** A picture in the size it is read best. */
export function toReadingSize(picture: GreyPicture): GreyPicture {
  const factor = Math.min(enlargement, Math.sqrt(mostPixels / (picture.width * picture.height)));
  // A little more or less is not worth the blur.
  return factor > 0.95 && factor < 1.05 ? picture : resize(picture, factor);
}

/** Enlarges or shrinks by a factor: cubic convolution (Keys, 1981), widened when shrinking so that no pixel is skipped. */
export function resize({ width, height, shades }: GreyPicture, factor: number): GreyPicture {
  const newWidth = Math.max(1, Math.round(width * factor));
  const newHeight = Math.max(1, Math.round(height * factor));
  const across = tapsOf(width, newWidth);
  const down = tapsOf(height, newHeight);
  const wide = new Uint8ClampedArray(newWidth * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < newWidth; x += 1) {
      let sum = 0;
      for (let tap = x * across.count; tap < (x + 1) * across.count; tap += 1)
        sum += (across.weights[tap] ?? 0) * (shades[y * width + (across.places[tap] ?? 0)] ?? 0);
      wide[y * newWidth + x] = sum;
    }
  }
  const resized = new Uint8ClampedArray(newWidth * newHeight);
  for (let y = 0; y < newHeight; y += 1) {
    const taps = y * down.count;
    for (let x = 0; x < newWidth; x += 1) {
      let sum = 0;
      for (let tap = taps; tap < taps + down.count; tap += 1)
        sum += (down.weights[tap] ?? 0) * (wide[(down.places[tap] ?? 0) * newWidth + x] ?? 0);
      resized[y * newWidth + x] = sum;
    }
  }
  return { width: newWidth, height: newHeight, shades: new Uint8Array(resized.buffer) };
}

interface Taps {
  /** How many old pixels make a new one. */
  readonly count: number;
  readonly places: Int32Array;
  readonly weights: Float32Array;
}

function tapsOf(from: number, to: number): Taps {
  const step = from / to;
  const reach = Math.max(1, step);
  const count = Math.ceil(4 * reach);
  const places = new Int32Array(to * count);
  const weights = new Float32Array(to * count);
  for (let index = 0; index < to; index += 1) {
    const centre = (index + 0.5) * step - 0.5;
    const first = Math.floor(centre - 2 * reach) + 1;
    let total = 0;
    for (let tap = 0; tap < count; tap += 1) {
      const weight = cubic((first + tap - centre) / reach);
      places[index * count + tap] = Math.min(from - 1, Math.max(0, first + tap));
      weights[index * count + tap] = weight;
      total += weight;
    }
    for (let tap = index * count; tap < (index + 1) * count; tap += 1) weights[tap] = (weights[tap] ?? 0) / total;
  }
  return { count, places, weights };
}

function cubic(distance: number): number {
  const x = Math.abs(distance);
  if (x < 1) return 1.5 * x ** 3 - 2.5 * x ** 2 + 1;
  return x < 2 ? -0.5 * x ** 3 + 2.5 * x ** 2 - 4 * x + 2 : 0;
}
