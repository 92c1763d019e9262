const UNITS = ['kB', 'MB'] as const;

/** A size for people: `812 bytes`, `4 kB`, `1.2 MB`. Thousands, as the limits are. */
export function sizeText(bytes: number): string {
  if (bytes < 1_000) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  const isLarge = bytes >= 999_500;
  const value = bytes / (isLarge ? 1_000_000 : 1_000);
  return `${value < 10 ? Number(value.toFixed(1)) : Math.round(value)} ${UNITS[isLarge ? 1 : 0]}`;
}
