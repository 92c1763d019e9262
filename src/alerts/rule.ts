import type * as z from 'zod';
import type { JoiningNames } from '../connectors/config.js';
import type { Tenants } from '../connectors/index.js';
import type { RuleId } from '../model/alert.js';
import type { Product } from '../model/system.js';
import type { TenantError } from '../model/tenant-error.js';
import type { AlertEvent } from './event.js';
import type { Finding } from './finding.js';
import type { Thresholds } from './settings.js';

/** What every rule is handed. */
export interface RuleContext {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly thresholds: Thresholds;
  /** How the things are called that join Okta and Workspace ONE. */
  readonly names: JoiningNames;
  /** The article that a failure text surely belongs to. */
  readonly articleFor: (text: string) => string | undefined;
  /** An article's title, for people. */
  readonly titleOf: (articleId: string) => string | undefined;
  /** Systems whose events were not read up to now: that something did not happen there is not known. */
  readonly behind: readonly Product[];
}

/** What came of reading a system. */
export type Answer<T> =
  | { readonly isRead: true; readonly value: T }
  /** Without a problem it was put off: the budget of calls is spent, or the system is not configured. */
  | { readonly isRead: false; readonly problem?: TenantError };

/**
 * Reads a system within the alerts' budget of calls. Never rejects for a system's sake: what could not be read is an
 * answer too, and the engine then resolves nothing about that system. One read counts as one call.
 */
export type Ask = <S extends Product, T>(
  system: S,
  read: (tenant: NonNullable<Tenants[S]>) => Promise<T>,
) => Promise<Answer<T>>;

/** A question somebody asked and the article that was the answer. */
export interface AskedFor {
  readonly articleId: string;
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** How the systems were read in this round. */
export interface Health {
  /** What went wrong with reading them, the latest of each system. */
  readonly problems: readonly { readonly error: TenantError; readonly at: number }[];
  /** What is left of rate limits, as the systems said last. */
  readonly quotas: readonly {
    readonly system: Product;
    readonly bucket: string;
    readonly limit: number;
    readonly remaining: number;
  }[];
}

interface RuleBase {
  readonly id: RuleId;
  /** For people: what it looks out for. */
  readonly title: string;
  /** The articles that fix what it finds. */
  readonly articles: readonly string[];
  /** The systems it needs. */
  readonly systems: readonly Product[];
}

/** What a rule that looks at how things stand is handed besides. */
export interface StateRuleContext extends RuleContext {
  readonly health: Health;
  readonly asked: readonly AskedFor[];
  /** The groups of this rule that have an alert which is not over, with the article of each. */
  readonly open: readonly { readonly group: string; readonly articleId?: string | undefined }[];
}

/** A rule that looks at how things stand. What it no longer finds is resolved. */
export interface StateRule extends RuleBase {
  readonly kind: 'state';
  /** How often it looks, in milliseconds. */
  readonly everyMs: number;
  /** It judges by `health`: it looks last, and knows nothing of a system that nobody asked in this round. */
  readonly judgesHealth?: boolean;
  read(ask: Ask, context: StateRuleContext): Promise<readonly Finding[]>;
}

/** A rule over the systems' events, with a memory of its own: plain JSON, bounded, kept across restarts. */
export interface EventRule<Memory = unknown> extends RuleBase {
  readonly kind: 'events';
  readonly memory: z.ZodType<Memory>;
  readonly empty: Memory;
  /** The memory after these events, in any order; each event is seen once. Also forgets what is too old. Pure. */
  remember(memory: Memory, events: readonly AlertEvent[], context: RuleContext): Memory;
  /** What the memory amounts to now. Pure. */
  findings(memory: Memory, context: RuleContext): readonly Finding[];
}

export type Rule = StateRule | EventRule;

/** An event rule whose memory's type is known only to itself. */
export function eventRule<Memory>(rule: EventRule<Memory>): EventRule {
  return rule as unknown as EventRule;
}
