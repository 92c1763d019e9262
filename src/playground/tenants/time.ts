/** Milliseconds. */
export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** A moment as the systems write it: `2026-11-24T09:00:00.000Z`. */
export const iso = (moment: number): string => new Date(moment).toISOString();
