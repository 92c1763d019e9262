import type { GreyPicture } from './grey.js';

/** Backgrounds are told in cells of this many pixels a side, each by the cells around it: room for two lines of text. */
const cell = 8;
const around = { x: 6, y: 3 } as const;
const shadesInBin = 8;
const bins = 256 / shadesInBin;
/** What differs less from its background than this is background: what JPEG leaves around letters. */
const noise = 6;
/** Fainter text than this is not made any clearer: it would be noise. */
const leastContrast = 48;
/** The share of pixels that are text where there is some. */
const inkShare = 0.01;

/**
 * Black text on white paper, whatever the screen looked like: each pixel becomes as dark as it differs from the
 * background around it. Dark mode, coloured banners and buttons, dialogs over a dimmed page and pale print come out
 * alike, where one threshold for a whole picture loses some of them.
 */
export function flatten({ width, height, shades }: GreyPicture): GreyPicture {
  const columns = Math.ceil(width / cell);
  const rows = Math.ceil(height / cell);
  const { paper, contrast } = papers(histograms({ width, height, shades }, columns, rows), columns, rows);
  const flat = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor(y / cell) * columns;
    for (let x = 0; x < width; x += 1) {
      const here = row + Math.floor(x / cell);
      const at = y * width + x;
      const ink = Math.abs((shades[at] ?? 0) - (paper[here] ?? 0)) - noise;
      flat[at] = ink <= 0 ? 255 : 255 - Math.min(255, (ink * 255) / (contrast[here] ?? 255));
    }
  }
  return { width, height, shades: flat };
}

/** How often each shade is in each cell. */
function histograms({ width, height, shades }: GreyPicture, columns: number, rows: number): Uint16Array {
  const counts = new Uint16Array(columns * rows * bins);
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor(y / cell) * columns;
    for (let x = 0; x < width; x += 1) {
      const at = (row + Math.floor(x / cell)) * bins + Math.floor((shades[y * width + x] ?? 0) / shadesInBin);
      counts[at] = (counts[at] ?? 0) + 1;
    }
  }
  return counts;
}

/** For each cell the commonest shade around it, and how far what stands on it differs. */
function papers(counts: Uint16Array, columns: number, rows: number): { paper: Uint8Array; contrast: Uint8Array } {
  const paper = new Uint8Array(columns * rows);
  const contrast = new Uint8Array(columns * rows);
  // Sums over the rows around, for each column; they slide downwards, and the window over them to the right.
  const tall = new Int32Array(columns * bins);
  const addRow = (row: number, sign: 1 | -1) => {
    if (row < 0 || row >= rows) return;
    const from = row * columns * bins;
    for (let at = 0; at < tall.length; at += 1) tall[at] = (tall[at] ?? 0) + sign * (counts[from + at] ?? 0);
  };
  for (let row = 0; row < around.y; row += 1) addRow(row, 1);
  const window = new Int32Array(bins);
  const addColumn = (column: number, sign: 1 | -1) => {
    if (column < 0 || column >= columns) return;
    for (let bin = 0; bin < bins; bin += 1) window[bin] = (window[bin] ?? 0) + sign * (tall[column * bins + bin] ?? 0);
  };
  for (let row = 0; row < rows; row += 1) {
    addRow(row + around.y, 1);
    addRow(row - around.y - 1, -1);
    window.fill(0);
    for (let column = 0; column < around.x; column += 1) addColumn(column, 1);
    for (let column = 0; column < columns; column += 1) {
      addColumn(column + around.x, 1);
      addColumn(column - around.x - 1, -1);
      const best = commonest(window);
      paper[row * columns + column] = shadeAround(window, best);
      contrast[row * columns + column] = contrastTo(window, best);
    }
  }
  return { paper, contrast };
}

/** The bin with the most pixels in it and its neighbours: a background may lie on the edge of two. */
function commonest(window: Int32Array): number {
  let best = 0;
  let most = -1;
  for (let bin = 0; bin < bins; bin += 1) {
    const count = 2 * (window[bin] ?? 0) + (window[bin - 1] ?? 0) + (window[bin + 1] ?? 0);
    if (count > most) {
      most = count;
      best = bin;
    }
  }
  return best;
}

function shadeAround(window: Int32Array, bin: number): number {
  const [below, here, above] = [window[bin - 1] ?? 0, window[bin] ?? 0, window[bin + 1] ?? 0];
  const centre = ((bin - 1) * below + bin * here + (bin + 1) * above) / (below + here + above);
  return Math.min(255, Math.round((centre + 0.5) * shadesInBin));
}

function contrastTo(window: Int32Array, paper: number): number {
  const needed = window.reduce((sum, count) => sum + count, 0) * inkShare;
  let ink = 0;
  for (let distance = bins - 1; distance > 0; distance -= 1) {
    ink += (window[paper - distance] ?? 0) + (window[paper + distance] ?? 0);
    if (ink >= needed) return Math.min(255, Math.max(leastContrast, distance * shadesInBin));
  }
  return leastContrast;
}
