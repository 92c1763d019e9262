import { type CheckContext, checks, createReadings, runChecks } from '../../src/checks/index.js';
import type { CheckResult } from '../../src/model/check.js';
import type { TenantsOptions } from '../../src/playground/tenants/index.js';
import { settings, startAsking, understand } from '../lookups/asking.js';
import { fakeLog } from '../support/fake-log.js';

/** The simulated tenants, and checks that look at them through the real connectors. */
export interface Checking extends Awaited<ReturnType<typeof startAsking>> {
  /** One check; about a person where `who` is given. Nothing is remembered from one call to the next. */
  check(id: string, who?: string, context?: Partial<CheckContext>): Promise<CheckResult>;
}

/** Starts the tenants in a scenario with further changes. */
export async function startChecking(
  scenario: TenantsOptions['scenario'] = 'healthy',
  changes: NonNullable<TenantsOptions['changes']> = [],
): Promise<Checking> {
  const asking = await startAsking(scenario, changes);
  const { tenants, clock, time } = asking;
  return {
    ...asking,
    async check(id, who, context = {}) {
      const run = await runChecks(
        [checkOf(id)],
        {
          tenants,
          understand,
          settings,
          now: clock.now,
          deadline: time.deadline,
          readings: createReadings(clock.now),
          log: fakeLog(),
          ...context,
        },
        { maxAgeMs: 0, ...(who === undefined ? {} : { who }) },
      );
      if (run.kind !== 'ran' || run.results[0] === undefined) throw new Error('Several people fit.');
      return run.results[0];
    },
  };
}

/** The check of an id. */
export function checkOf(id: string) {
  const found = checks.find((check) => check.id === id);
  if (found === undefined) throw new Error(`There is no check ${id}.`);
  return found;
}
