import { UserError } from '../../model/errors.js';

const loopback = ['127.0.0.1', '[::1]', 'localhost'];

/** Whether requests to this host never leave the machine. */
export function isLoopback(hostname: string): boolean {
  return loopback.includes(hostname);
}

/**
 * The address of a system, checked: https, or http on loopback, with no login, query or fragment. Throws `UserError`
 * `bad-config` that names the variable, never the value: every call to the address carries a credential.
 */
export function checkedAddress(address: string, variable: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  if (url === undefined || !isSafe || `${url.username}${url.password}${url.search}${url.hash}` !== '') {
    throw new UserError(
      'bad-config',
      `${variable} must be an https address (plain http only on 127.0.0.1, [::1] or localhost), with no user, query or fragment.`,
    );
  }
  return url;
}

/** Values of a query by name; undefined leaves a name out. */
export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

/** A path below a system's address. `path` is written out in full, its parts passed through `segment`. */
export function addressOf(base: URL, path: string, query: Query = {}): URL {
  const url = new URL(path, base.origin);
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  return url;
}

/**
 * A text from outside as one part of a path. Throws `UserError` `bad-input` for what no escaping makes safe: `.` and
 * `..` stay steps in the path even when written as %2e.
 */
export function segment(text: string): string {
  if (text === '' || text === '.' || text === '..') {
    throw new UserError('bad-input', 'That is not a name that can be looked up.');
  }
  return encodeURIComponent(text.toWellFormed());
}
