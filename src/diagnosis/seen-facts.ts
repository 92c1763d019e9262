import type { CheckResult } from '../model/check.js';
import type { Fact } from '../model/fact.js';
import type { Intent } from '../model/intent.js';

/** What a check tells of a fact by which neighbouring problems differ. */
const told: Readonly<Record<string, { readonly pass: Fact; readonly fail: Fact }>> = {
  'uem-device-managed': { pass: 'managed', fail: 'unmanaged' },
};
const opposites: Readonly<Partial<Record<Fact, Fact>>> = { managed: 'unmanaged', unmanaged: 'managed' };

/** The facts of the situation that the live tenants showed. */
export function seenFacts(results: Iterable<CheckResult>): ReadonlySet<Fact> {
  const seen = [...results].flatMap(({ check, outcome }) => {
    const facts = told[check];
    return facts === undefined || outcome === 'unknown' ? [] : [facts[outcome]];
  });
  return new Set(seen);
}

/** Whether what was seen speaks against an intent: it rules the fact out, or goes with its opposite. */
export function isContradicted({ facts }: Pick<Intent, 'facts'>, seen: ReadonlySet<Fact>): boolean {
  return [...seen].some((fact) => {
    const opposite = opposites[fact];
    const goesWith = [...facts.needs, ...facts.prefers];
    return facts.excludes.includes(fact) || (opposite !== undefined && goesWith.includes(opposite));
  });
}
