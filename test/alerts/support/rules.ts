import type { AlertEvent } from '../../../src/alerts/event.js';
import type { Finding } from '../../../src/alerts/finding.js';
import type {
  Answer,
  Ask,
  EventRule,
  Rule,
  RuleContext,
  StateRule,
  StateRuleContext,
} from '../../../src/alerts/rule.js';
import { defaultAlertSettings } from '../../../src/alerts/settings.js';
import type { Tenants } from '../../../src/connectors/index.js';
import { TenantError } from '../../../src/model/tenant-error.js';
import { event } from './engine.js';

/** How things are called in the tests, as in the simulated tenants. */
export const names = { app: 'Workspace ONE', identityProvider: 'Workspace ONE', token: 'Workspace ONE' };

/** What a rule is handed; error texts belong to no article unless the test says so. */
export function contextAt(now: number, overrides: Partial<RuleContext> = {}): RuleContext {
  return {
    now,
    thresholds: defaultAlertSettings.thresholds,
    names,
    articleFor: () => undefined,
    titleOf: () => undefined,
    behind: [],
    ...overrides,
  };
}

/** A rule over events in a bot that restarts between any two rounds: its memory is what the store gave back. */
export class Following {
  readonly #rule: EventRule;
  readonly #overrides: Partial<RuleContext>;
  #memory: unknown;

  constructor(rule: Rule, overrides: Partial<RuleContext> = {}) {
    if (rule.kind !== 'events') throw new Error(`${rule.id} is no rule over events`);
    this.#rule = rule;
    this.#overrides = overrides;
    this.#memory = rule.empty;
  }

  /** What is found at `now`, after these events. */
  at(now: number, events: readonly AlertEvent[] = []): readonly Finding[] {
    const context = contextAt(now, this.#overrides);
    const stored = this.#rule.memory.parse(JSON.parse(JSON.stringify(this.#memory)));
    this.#memory = this.#rule.remember(stored, events, context);
    return this.#rule.findings(this.#memory, context);
  }

  /** All that is kept. */
  get json(): string {
    return JSON.stringify(this.#memory);
  }
}

/** One title a group, as a channel would see it. */
export function titles(findings: readonly Finding[]): string[] {
  return [...new Map(findings.map(({ group, title }) => [group, title])).values()];
}

/** What a rule that looks at how things stand finds in these tenants, and how many calls it took. */
export async function look(
  rule: Rule,
  tenants: Tenants,
  now: number,
  more: Partial<StateRuleContext> = {},
): Promise<{ readonly findings: readonly Finding[]; readonly calls: number; readonly unread: readonly string[] }> {
  if (rule.kind !== 'state') throw new Error(`${rule.id} is no rule over how things stand`);
  const { health = { problems: [], quotas: [] }, asked = [], open = [], ...overrides } = more;
  const unread: string[] = [];
  let calls = 0;
  const ask: Ask = async (system, read): Promise<Answer<never>> => {
    const tenant = tenants[system];
    if (tenant === undefined) return { isRead: false };
    calls += 1;
    try {
      return { isRead: true, value: (await read(tenant)) as never };
    } catch (problem) {
      if (!(problem instanceof TenantError)) throw problem;
      unread.push(system);
      return { isRead: false, problem };
    }
  };
  const findings = await (rule as StateRule).read(ask, { ...contextAt(now, overrides), health, asked, open });
  return { findings, calls, unread };
}

let lastId = 0;

/** Somebody's sign-in at Okta; failed when it has a reason. */
export function signIn(person: string, at: number, reason = ''): AlertEvent {
  lastId += 1;
  return event({
    id: `sign-in ${lastId}`,
    at,
    failed: reason !== '',
    reason,
    personId: person,
    login: `${person}@acme.example`,
  });
}

/** One sign-in each of so many people, spread over the quarter of an hour that ends at `until`. */
export function signIns(count: number, until: number, reason = '', prefix = 'p'): AlertEvent[] {
  const quarter = 15 * 60_000;
  return Array.from({ length: count }, (_, nth) =>
    signIn(`${prefix}${nth}`, until - quarter + 1 + Math.floor(((quarter - 2) * nth) / count), reason),
  );
}
