import { afterEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { nextBook } from '../../src/alerts/book.js';
import type { AlertEvent } from '../../src/alerts/event.js';
import type { Finding } from '../../src/alerts/finding.js';
import type { EventRule, Rule, StateRule } from '../../src/alerts/rule.js';
import { alertSchema, ruleIds } from '../../src/model/alert.js';
import type { Fault } from '../../src/playground/tenants/index.js';
import { anyEvents, oddEvents, shuffled } from '../alerts/support/any-events.js';
import { settings, start } from '../alerts/support/findings.js';
import { contextAt, look } from '../alerts/support/rules.js';
import { type Asking, articleIds, startAsking } from '../lookups/asking.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** The alerts are one record that is written every minute. */
const mostKept = 500_000;

/** What every rule promises, whatever it looks out for. */
export function describeRule(rule: Rule): void {
  describe(`the rule ${rule.id}, whatever happens`, () => {
    it('is called as people and the configuration know it', () => {
      expect(ruleIds).toContain(rule.id);
      expect(rule.title).toMatch(/^[A-Z][^\n]{10,78}[^.\n]$/);
    });

    it('leads to articles that are there', () => {
      for (const article of rule.articles) expect(articleIds).toContain(article);
    });

    if (rule.kind === 'events') describeEventRule(rule);
    else describeStateRule(rule);
  });
}

/** Findings that the book takes as they are: bounded, one line each, and known by their names. */
function expectSound(rule: Rule, findings: readonly Finding[]): void {
  const book = nextBook([], [{ rule: rule.id, findings, unread: [] }], settings, start);
  expect(() => z.array(alertSchema).parse(book)).not.toThrow();
  for (const { group, key, title, text, at, articleId, systems } of findings) {
    for (const line of [title, text]) expect(line).toMatch(/^[^\p{Cc}]{5,500}$/u);
    expect(group.length).toBeLessThanOrEqual(300);
    expect(key.length).toBeLessThanOrEqual(300);
    expect(Number.isInteger(at)).toBe(true);
    if (articleId !== undefined) expect(articleIds).toContain(articleId);
    for (const system of systems) expect(rule.systems).toContain(system);
  }
  const keys = findings.map(({ group, key }) => `${group}\n${key}`);
  expect(new Set(keys).size).toBe(keys.length);
}

function describeEventRule(rule: EventRule): void {
  const context = contextAt(start);
  const kept = (memory: unknown) => rule.memory.parse(JSON.parse(JSON.stringify(memory)));
  const some = anyEvents({ count: 3_000, seed: 1, from: start - 10 * minute, to: start, people: 40, variety: 4 });
  const after = (events: readonly AlertEvent[], memory = rule.empty) => rule.remember(memory, events, context);

  it('finds something in these events, and nothing in none', () => {
    expect(rule.findings(after(some), context)).not.toEqual([]);
    expect(rule.findings(after([]), context)).toEqual([]);
  });

  it('finds what the book takes as it is', () => {
    expectSound(rule, rule.findings(after(some), context));
  });

  it('keeps plain JSON, from which it goes on after a restart', () => {
    const memory = after(some);

    expect(kept(memory)).toEqual(memory);
    expect(rule.findings(kept(memory), context)).toEqual(rule.findings(memory, context));
  });

  it('takes events in any order', () => {
    for (const seed of [1, 2, 3]) {
      expect(kept(after(shuffled(some, seed)))).toEqual(kept(after(some)));
      expect(rule.findings(after(shuffled(some, seed)), context)).toEqual(rule.findings(after(some), context));
    }
  });

  it('finds the same when the same events come twice', () => {
    const [once, twice] = [after(some), after(some, after(some))];

    expect(rule.findings(twice, context)).toEqual(rule.findings(once, context));
  });

  it('changes nothing that it was handed', () => {
    const memory = deepFrozen(after(some));
    const events = deepFrozen(anyEvents({ count: 300, seed: 2, from: start - hour, to: start, people: 9, variety: 2 }));

    expect(rule.remember(memory, events, context)).toEqual(rule.remember(memory, events, context));
    expect(rule.findings(memory, context)).toEqual(rule.findings(memory, context));
  });

  it.each(multitudes())('stays small after $count events of $people people with $variety texts', ({ batches }) => {
    let memory = rule.empty;
    for (const { at, events } of batches()) memory = kept(rule.remember(memory, events, contextAt(at)));

    expect(JSON.stringify(memory).length).toBeLessThan(mostKept);
    expectSound(rule, rule.findings(memory, contextAt(start + hour / 2)));
  });

  it('makes nothing but sound findings of events as no system should send them', () => {
    const memory = after(oddEvents(start));

    expectSound(rule, rule.findings(kept(memory), context));
  });

  it('forgets in the end', () => {
    const later = contextAt(start + 30 * day);
    const memory = rule.remember(after(some), [], later);

    expect(rule.findings(memory, later)).toEqual([]);
    expect(JSON.stringify(memory).length).toBeLessThan(1_000);
  });
}

interface Batch {
  readonly at: number;
  readonly events: readonly AlertEvent[];
}

/** Very many events in several rounds: of very many people, of very many texts, and of both. Made once for all rules. */
function multitudes() {
  return [
    { people: 100_000, variety: 1 },
    { people: 30, variety: 100_000 },
    { people: 100_000, variety: 100_000 },
  ].map((variant) => {
    const count = 200_000;
    const batches = () => {
      const key = JSON.stringify(variant);
      const known =
        made.get(key) ??
        [0, 1, 2, 3].map((nth): Batch => {
          const at = start + nth * 10 * minute;
          const times = { from: at - 20 * minute, to: at };
          return { at, events: anyEvents({ count: count / 4, seed: nth, ...times, ...variant }) };
        });
      made.set(key, known);
      return known;
    };
    return { ...variant, count, batches };
  });
}

const made = new Map<string, readonly Batch[]>();

const faults: readonly Omit<Fault, 'system'>[] = [
  { kind: 'down' } as never,
  { kind: 'rate-limited', seconds: 60 } as never,
  { kind: 'forbidden' } as never,
  { kind: 'html' } as never,
];

function describeStateRule(rule: StateRule): void {
  let asking: Asking;
  const opened = async (...args: Parameters<typeof startAsking>) => {
    asking = await startAsking(...args);
    return asking;
  };
  afterEach(() => asking?.close());

  it('looks no more often than every round', () => {
    expect(Number.isInteger(rule.everyMs) && rule.everyMs >= 0).toBe(true);
  });

  it('finds nothing where all is well, in a few calls', async () => {
    const { tenants, clock } = await opened('healthy');

    const { findings, calls, unread } = await look(rule, tenants, clock.now());

    expect({ findings, unread }).toEqual({ findings: [], unread: [] });
    expect(calls).toBeLessThanOrEqual(settings.budget.okta / 2);
  });

  it('finds nothing in systems that are not configured', async () => {
    await opened('healthy');

    expect((await look(rule, {}, asking.clock.now())).findings).toEqual([]);
  });

  it.each(faults)('finds nothing in a system that it cannot read: %j', async (fault) => {
    const { tenants, clock, simulated } = await opened('healthy');
    for (const system of ['okta', 'access', 'uem'] as const) simulated.addFault({ system, ...fault } as Fault);

    expect((await look(rule, tenants, clock.now())).findings).toEqual([]);
  });
}

function deepFrozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFrozen(part);
  }
  return value;
}
