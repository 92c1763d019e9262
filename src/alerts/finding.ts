import type { MemberCount, Severity } from '../model/alert.js';
import type { Product } from '../model/system.js';

/** One thing that a rule finds. Findings of the same rule and group are one alert, of which each is a member. */
export interface Finding {
  /** What the alert is about, within the rule: a token's id, an error text. */
  readonly group: string;
  /** What this member is, within the group. */
  readonly key: string;
  readonly severity: Severity;
  /** The alert in one line, for people: what is wrong, and for how many. Of several in a group that of the worst counts. */
  readonly title: string;
  /** This member in one line. */
  readonly text: string;
  /** When it began, milliseconds since 1970. */
  readonly at: number;
  /** The higher, the worse: a step up is told anew. 0 where there is no ladder. */
  readonly rank: number;
  /** Whether more of its kind are likely to come within seconds, so that the first message waits for them. */
  readonly gathers: boolean;
  /** True where a single look can err, as when one call got no answer: nobody is told before a later look finds it. */
  readonly toBeConfirmed?: boolean;
  readonly systems: readonly Product[];
  /** How many its group has, where a rule knows of more than it tells one by one. */
  readonly outOf?: MemberCount | undefined;
  readonly articleId?: string | undefined;
  /** The login of the person it is about, if it is about one. */
  readonly person?: string | undefined;
}
