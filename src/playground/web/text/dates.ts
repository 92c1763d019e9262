/** Times as Slack writes them, in the reader's own zone and language. */

/** Milliseconds of a Slack `ts` (`"1712345678.000100"`). */
export function millisOf(ts: string): number {
  return Math.round(Number(ts) * 1000);
}

/** `9:41 AM`. */
export function clockTime(millis: number): string {
  return new Date(millis).toLocaleTimeString(undefined, { hour: 'numeric', minute: '2-digit' });
}

/** `Today`, `Yesterday`, else `Monday, 3 March`. */
export function dayName(millis: number, now: number): string {
  const days = dayNumber(now) - dayNumber(millis);
  if (days === 0) return 'Today';
  if (days === 1) return 'Yesterday';
  return new Date(millis).toLocaleDateString(undefined, { weekday: 'long', day: 'numeric', month: 'long' });
}

/** Days since 1970 in the reader's zone: equal for two times of one calendar day. */
export function dayNumber(millis: number): number {
  const date = new Date(millis);
  return Math.floor(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000);
}

/** `just now`, `5 minutes ago`, `2 hours ago`, then the day and time. */
export function timeAgo(millis: number, now: number): string {
  const minutes = Math.floor((now - millis) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return minutes === 1 ? '1 minute ago' : `${minutes} minutes ago`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return hours === 1 ? '1 hour ago' : `${hours} hours ago`;
  return `${dayName(millis, now)} at ${clockTime(millis)}`;
}

/** Fills Slack's date format (`{date_short_pretty} at {time}`); an unknown token is left as it is. */
export function formatSlackDate(seconds: number, format: string, now: number): string {
  const millis = seconds * 1000;
  const date = new Date(millis);
  const local = (options: Intl.DateTimeFormatOptions): string => date.toLocaleDateString(undefined, options);
  const pretty = (otherwise: string): string => {
    const days = dayNumber(now) - dayNumber(millis);
    return days === 0 ? 'today' : days === 1 ? 'yesterday' : days === -1 ? 'tomorrow' : otherwise;
  };
  const short = local({ year: 'numeric', month: 'short', day: 'numeric' });
  const long = local({ weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' });
  const full = local({ year: 'numeric', month: 'long', day: 'numeric' });
  const tokens: Readonly<Record<string, string>> = {
    date_num: [date.getFullYear(), date.getMonth() + 1, date.getDate()]
      .map((part) => `${part}`.padStart(2, '0'))
      .join('-'),
    date: full,
    date_slash: local({ year: 'numeric', month: '2-digit', day: '2-digit' }),
    date_long: long,
    date_short: short,
    date_pretty: pretty(full),
    date_long_pretty: pretty(long),
    date_short_pretty: pretty(short),
    time: clockTime(millis),
    time_secs: date.toLocaleTimeString(undefined, { hour: 'numeric', minute: '2-digit', second: '2-digit' }),
    ago: timeAgo(millis, now),
  };
  return format.replace(/\{([a-z_]{1,20})\}/g, (token, name: string) => tokens[name] ?? token);
}
