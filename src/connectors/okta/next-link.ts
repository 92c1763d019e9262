import type { Call, Door } from '../http/door.js';
import type { HttpAnswer } from '../http/exchange.js';

/**
 * Where an answer says that its list goes on; undefined at the end. The credential goes wherever a link leads, so a link
 * may only lead to the next part of the same list: throws `unexpected-answer` for any other.
 */
export function nextLink(answer: HttpAnswer, call: Call, errors: Door['errors']): URL | undefined {
  const link = /<(?<href>[^<>]{1,8000})>\s{0,5};\s{0,5}rel="?next"?/.exec(answer.header('link') ?? '')?.groups?.[
    'href'
  ];
  if (link === undefined) return undefined;
  const url = URL.canParse(link) ? new URL(link) : undefined;
  if (url?.origin !== call.url.origin || url.pathname !== call.url.pathname) {
    throw errors.unexpected(call.what, 'its next page is at another address');
  }
  return url;
}

/** The error for a list that would never end. */
export function samePage(call: Call, errors: Door['errors']): Error {
  return errors.unexpected(call.what, 'its next page is the same page again');
}
