import type { Tenants } from '../connectors/index.js';
import type { Polled, RuleId } from '../model/alert.js';
import type { Alerting } from '../model/alerting.js';
import type { Log } from '../model/log.js';
import type { Product } from '../model/system.js';
import { TenantError } from '../model/tenant-error.js';
import type { RoundFindings } from './book.js';
import type { Budget } from './budget.js';
import type { Finding } from './finding.js';
import { quotasOf } from './quotas.js';
import type { FeedsRead } from './read-feeds.js';
import type { Answer, Ask, AskedFor, EventRule, Rule, RuleContext, StateRule } from './rule.js';

/** What running the rules takes. */
export interface RuleRun {
  /** When the round began, milliseconds since 1970: rules are due by that, however long the feeds took. */
  readonly startedAt: number;
  readonly memory: Pick<Alerting, 'memories' | 'ranAt' | 'alerts'>;
  /** Rules that could not read a system. */
  readonly held: Held;
  /** Whether rules that looked a moment ago look again. */
  readonly everything: boolean;
  readonly feeds: FeedsRead;
  readonly tenants: Tenants;
  readonly budget: Budget;
  readonly context: RuleContext;
  readonly asked: readonly AskedFor[];
  readonly log: Log;
}

/** What came of it. */
export interface RulesRan {
  readonly rounds: readonly RoundFindings[];
  readonly memories: Alerting['memories'];
  readonly ranAt: Alerting['ranAt'];
  readonly held: Held;
  readonly polled: ReadonlyMap<Product, Polled>;
}

type Problem = { readonly error: TenantError; readonly at: number };

/** Rules that could not read a system, when they tried last, and why: until they try again, that still stands. */
export type Held = ReadonlyMap<RuleId, { readonly at: number; readonly problems: readonly Problem[] }>;

/** A rule that could not read a system tries again after this, or after its own interval if that is shorter. */
const retryMs = 3 * 60_000;

/**
 * Runs every rule that is due. One that throws is an alert itself and stops no other. Rules that look at how the systems
 * were read come last, when that is known.
 */
export async function runRules(rules: readonly Rule[], run: RuleRun): Promise<RulesRan> {
  const problems: Problem[] = [...run.feeds.problems];
  const readAt = new Map(run.feeds.readAt);
  const rounds: RoundFindings[] = [];
  const memories: Partial<Record<RuleId, unknown>> = {};
  const ranAt: Partial<Record<RuleId, number>> = {};
  const broken: Finding[] = [];
  const { context } = run;
  const isDue = ({ id, everyMs }: StateRule) =>
    run.everything ||
    (run.startedAt - (run.memory.ranAt[id] ?? Number.NEGATIVE_INFINITY) >= everyMs &&
      run.startedAt - (run.held.get(id)?.at ?? Number.NEGATIVE_INFINITY) >= Math.min(everyMs, retryMs));
  const guarded = async (rule: Rule, work: () => Promise<void>) => {
    try {
      await work();
    } catch (err) {
      run.log.error('An alert rule failed', { err, rule: rule.id });
      broken.push(brokenRule(rule, context.now));
    }
  };

  for (const rule of rules.filter((one): one is EventRule => one.kind === 'events')) {
    await guarded(rule, async () => {
      const before = rule.memory.safeParse(run.memory.memories[rule.id]);
      const memory = rule.remember(before.success ? before.data : rule.empty, run.feeds.events, context);
      const findings = rule.findings(memory, context);
      memories[rule.id] = memory;
      rounds.push({ rule: rule.id, findings, unread: run.feeds.problems.map(({ error }) => error.system) });
    });
  }
  const due = rules.filter((one): one is StateRule => one.kind === 'state').filter(isDue);
  const held = new Map([...run.held].filter(([id]) => due.every((rule) => rule.id !== id)));
  const stillStand = [...held.values()].flatMap((one) => one.problems);
  for (const rule of inOrder(due)) {
    await guarded(rule, async () => {
      // Of a system that nobody asked it is not known whether it can be read again.
      const unread: Product[] = rule.judgesHealth ? [...run.feeds.putOff] : [];
      const ask = askFor(run, { problems, readAt, unread });
      const before = problems.length;
      const health = { problems: [...problems, ...stillStand], quotas: quotasOf(run.tenants) };
      const open = run.memory.alerts.filter((alert) => alert.rule === rule.id && alert.state !== 'resolved');
      const findings = await rule.read(ask, { ...context, health, asked: run.asked, open });
      const own = problems.slice(before);
      if (own.length > 0) held.set(rule.id, { at: run.startedAt, problems: own });
      // What the budget had no call for is asked with the next round, not after the rule's whole interval.
      else if (unread.length === 0) ranAt[rule.id] = run.startedAt;
      rounds.push({ rule: rule.id, findings, unread });
    });
  }
  rounds.push({ rule: 'rule-failing', findings: broken, unread: [] });
  return { rounds, memories, ranAt, held, polled: polledOf(readAt, [...stillStand, ...problems]) };
}

/** The rule about the connectors sees what went wrong for all others. */
function inOrder(rules: readonly StateRule[]): StateRule[] {
  return [...rules].sort((a, b) => Number(a.judgesHealth ?? false) - Number(b.judgesHealth ?? false));
}

function askFor(
  { tenants, budget, context }: RuleRun,
  told: { readonly problems: Problem[]; readonly readAt: Map<Product, number>; readonly unread: Product[] },
): Ask {
  return async <S extends Product, T>(
    system: S,
    read: (tenant: NonNullable<Tenants[S]>) => Promise<T>,
  ): Promise<Answer<T>> => {
    const tenant = tenants[system];
    if (tenant === undefined) return { isRead: false };
    if (!budget.take(system, 'rule')) {
      told.unread.push(system);
      return { isRead: false };
    }
    try {
      const value = await read(tenant);
      told.readAt.set(system, context.now);
      return { isRead: true, value };
    } catch (error) {
      if (!(error instanceof TenantError)) throw error;
      told.unread.push(system);
      told.problems.push({ error, at: context.now });
      return { isRead: false, problem: error };
    }
  };
}

function polledOf(readAt: ReadonlyMap<Product, number>, problems: readonly Problem[]): Map<Product, Polled> {
  const polled = new Map<Product, Polled>([...readAt].map(([system, at]) => [system, { system, at }]));
  for (const { error } of problems) {
    polled.set(error.system, { ...polled.get(error.system), system: error.system, problem: error.message });
  }
  return polled;
}

function brokenRule({ id, title }: Rule, now: number): Finding {
  return {
    group: id,
    key: id,
    severity: 'warning',
    title: `The alert rule “${id}” fails, so it watches over nothing: ${title.toLowerCase()}. The reason is in the bot’s log; please report it.`,
    text: `The rule “${id}” fails. The other rules go on.`,
    at: now,
    rank: 0,
    gathers: false,
    systems: [],
  };
}
