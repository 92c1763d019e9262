import type { ArticleOf } from '../events/articles.js';
import type { Happening } from '../events/happening.js';
import type { Inquiry } from '../inquiry.js';
import { clipped } from '../wording/time.js';
import type { Finding } from './finding.js';
import { findCombinedMethods } from './methods.js';

/** The last failure, and the event that says most about it. */
export interface LastFailure {
  /** The failures of one request, oldest first: they follow each other within a second or so. */
  readonly together: readonly Happening[];
  /** The one of them that says most. */
  readonly telling: Happening;
  /** An older one of the same kind that is understood, where the last is not. */
  readonly cause?: Happening;
}

/** Picks the last failure; `own` are failures, newest first. */
export function lastOf(own: readonly Happening[], articleOf: ArticleOf): LastFailure | undefined {
  const [last] = own;
  if (last === undefined) return undefined;
  const newestFirst = own.filter(({ at }) => last.at - at <= 5_000);
  const telling = newestFirst.find((one) => articleOf(one)) ?? last;
  const cause = articleOf(telling) ? undefined : own.find((one) => one.kind === telling.kind && articleOf(one));
  return { together: newestFirst.toReversed(), telling, ...(cause === undefined ? {} : { cause }) };
}

/** Why the last failure happened, for the line at the top. */
export interface Reason {
  readonly text?: string;
  readonly articleId?: string;
  /** What shows it, in the systems' own words; left out where the failure itself does. */
  readonly because?: string;
}

/** What is known besides the failure. */
interface Circumstances {
  readonly who: string;
  /** What Access says of the person, good and bad. */
  readonly access: readonly Happening[];
  /** What is wrong with the issuer: it explains a failure for which Okta gives no reason. */
  readonly issuer: Finding | undefined;
  readonly articleOf: ArticleOf;
}

/** Why the last failure happened: what was read proves it, or the article of the event says what it means. */
export function reasonOf(
  inquiry: Inquiry,
  { together, telling, cause }: LastFailure,
  { who, access, issuer, articleOf }: Circumstances,
): Reason {
  const proven = telling.rollUpOf === undefined ? findCombinedMethods(inquiry, who, together, access) : issuer;
  if (proven !== undefined) return proven;
  const articleId = articleOf(cause ?? telling);
  if (articleId === undefined) return {};
  const text = inquiry.causeOf(articleId);
  return { articleId, ...(text === undefined ? {} : { text: `It means: ${clipped(text, 400)}` }) };
}
