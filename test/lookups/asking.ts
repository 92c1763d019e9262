import { openTenants, type Tenants } from '../../src/connectors/index.js';
import { loadLibrary } from '../../src/knowledge/load.js';
import { type LookupContext, lookups, runLookup } from '../../src/lookups/index.js';
import type { LookupId } from '../../src/model/intent.js';
import type { LookupReport } from '../../src/model/lookup.js';
import type { Understand } from '../../src/model/understanding.js';
import { type Tenants as Simulated, startTenants, type TenantsOptions } from '../../src/playground/tenants/index.js';
import { createUnderstand } from '../../src/understanding/index.js';
import { createManualClock, type ManualClock } from '../playground/manual-clock.js';
import { fakeLog } from '../support/fake-log.js';
import { type FakeTime, fakeTime } from '../support/fake-time.js';

const { articles, intents } = await loadLibrary({ knowledge: 'knowledge', intents: 'intents' });

let learnt: Understand | undefined;

/** Understanding by the shipped intents, learnt once for all tests of a file, and only where one needs it. */
export const understand: Understand = (text, options) => {
  learnt ??= createUnderstand(intents);
  return learnt(text, options);
};

/** Ids that a report may link to. */
export const articleIds: ReadonlySet<string> = new Set(articles.keys());

/** The cause that an article names. */
const causeOf = (id: string) => articles.get(id)?.cause;

/** What things are called in the simulated tenants. */
export const settings = { app: 'Workspace ONE', identityProvider: 'Workspace ONE', token: 'Workspace ONE' };

/** The simulated tenants with the real connectors on them. */
export interface Asking {
  readonly simulated: Simulated;
  readonly clock: ManualClock;
  readonly time: FakeTime;
  readonly tenants: Tenants;
  ask(lookup: LookupId, who?: string, context?: Partial<LookupContext>): Promise<LookupReport>;
  close(): Promise<void>;
}

/** Starts the tenants in a scenario, at a moment that does not move. */
export async function startAsking(
  scenario: TenantsOptions['scenario'],
  changes: NonNullable<TenantsOptions['changes']> = [],
): Promise<Asking> {
  const clock = createManualClock();
  const simulated = await startTenants({ scenario, clock, changes });
  const time = fakeTime(clock.now());
  const { okta, access, uem } = simulated;
  const tenants = openTenants(
    {
      okta: { url: okta.url, credential: { kind: 'token', token: okta.token } },
      access: { url: access.url, clientId: access.clientId, clientSecret: access.clientSecret },
      uem: {
        url: uem.url,
        credential: { kind: 'basic', username: uem.userName, password: uem.password },
        tenantCode: uem.tenantCode,
      },
    },
    { log: fakeLog(), random: () => 0.5, time },
  );
  return {
    simulated,
    clock,
    time,
    tenants,
    ask: (id, who, context = {}) =>
      runLookup(
        lookupOf(id),
        { tenants, understand, causeOf, now: clock.now, settings, deadline: time.deadline, ...context },
        who === undefined ? {} : { who },
      ),
    close: () => simulated.close(),
  };
}

/** The lookup of an id. */
export function lookupOf(id: LookupId) {
  const found = lookups.find((lookup) => lookup.id === id);
  if (found === undefined) throw new Error(`There is no lookup ${id}.`);
  return found;
}
