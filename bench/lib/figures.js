/** The middle value; of an even number of values the mean of the two in the middle. */
export function median(values) {
  return quantile(values, 0.5);
}

/** The value below which this share (0 to 1) of the values lies, between two values by their distance. */
export function quantile(values, share) {
  const ordered = [...values].sort((a, b) => a - b);
  const place = (ordered.length - 1) * share;
  const below = Math.floor(place);
  return ordered[below] + (ordered[Math.min(below + 1, ordered.length - 1)] - ordered[below]) * (place - below);
}

/**
 * How many times `ours` is of `theirs`: the median of the ratios of each round. Both of a round were measured one right
 * after the other, so what slowed the machine down in that round is in both.
 */
export function ratio(ours, theirs) {
  return median(ours.map((value, round) => value / theirs[round]));
}

/** Heap and buffers this process holds after a full collection, in MB. Needs `--expose-gc`. */
export function heldMemory() {
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}
