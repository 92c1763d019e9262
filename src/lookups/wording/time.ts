const dayMs = 86_400_000;

/** `2026-11-24 09:00 UTC`; the text itself when it is no moment. */
export function moment(time: string | number): string {
  const ms = typeof time === 'number' ? time : Date.parse(time);
  return Number.isFinite(ms)
    ? `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`
    : clipped(String(time), 40);
}

/** Whole days from one moment to another, cut towards zero; negative when it is past. */
export function daysUntil(time: string | number, now: number): number {
  const ms = typeof time === 'number' ? time : Date.parse(time);
  return Math.trunc((ms - now) / dayMs) || 0;
}

/** `in 27 days`, `tomorrow`, `today`, `3 days ago`; how far a moment is away. */
export function inDays(time: string | number, now: number): string {
  const ms = typeof time === 'number' ? time : Date.parse(time);
  const days = daysUntil(ms, now);
  if (days === 0) return ms >= now ? 'within a day' : 'less than a day ago';
  if (days > 0) return `in ${counted(days, 'day')}`;
  return `${counted(-days, 'day')} ago`;
}

/** `1 day`, `2 days`. */
export function counted(count: number, one: string, several = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : several}`;
}

/** A system's text on one line, no longer than `longest` characters. */
export function clipped(text: string, longest: number): string {
  const line = text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  return line.length <= longest ? line : `${line.slice(0, longest - 1).toWellFormed()}…`;
}

/** Milliseconds of an ISO 8601 duration of days and time (`P30D`, `PT5M`); undefined for any other. */
export function durationMs(text: string | null | undefined): number | undefined {
  const parts = /^P(?:(?<d>\d{1,5})D)?(?:T(?:(?<h>\d{1,5})H)?(?:(?<m>\d{1,5})M)?(?:(?<s>\d{1,5})S)?)?$/.exec(
    text ?? '',
  );
  const { d = 0, h = 0, m = 0, s = 0 } = parts?.groups ?? {};
  const ms = ((Number(d) * 24 + Number(h)) * 60 + Number(m)) * 60_000 + Number(s) * 1_000;
  return ms > 0 ? ms : undefined;
}

/** A day, in milliseconds. */
export { dayMs };
