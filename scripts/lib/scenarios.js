import { checks, createReadings, runChecks } from '../../dist/checks/index.js';
import { openTenants } from '../../dist/connectors/index.js';
import { diagnose } from '../../dist/desk/diagnose.js';
import { liveIn } from '../../dist/desk/live-in.js';
import { loadLibrary } from '../../dist/knowledge/load.js';
import { startTenants } from '../../dist/playground/tenants/index.js';
import { scenarios } from '../../dist/playground/tenants/scenarios/index.js';
import { createUnderstand } from '../../dist/understanding/index.js';

const log = { debug() {}, info() {}, warn() {}, error: console.error };
const clock = { now: Date.now };

/** What the things that join the two sides are called in the simulated tenants. */
export const names = { app: 'Workspace ONE', identityProvider: 'Workspace ONE', token: 'Workspace ONE' };

/** Clients of simulated tenants. */
export function connect({ okta, access, uem }) {
  return openTenants(
    {
      okta: { url: okta.url, credential: { kind: 'token', token: okta.token } },
      access: { url: access.url, clientId: access.clientId, clientSecret: access.clientSecret },
      uem: {
        url: uem.url,
        credential: { kind: 'basic', username: uem.userName, password: uem.password },
        tenantCode: uem.tenantCode,
      },
    },
    { log, random: Math.random },
  );
}

/** The door to the checks on these tenants. */
export function checksOn(tenants, understand) {
  const readings = createReadings(clock.now);
  const context = { tenants, understand, settings: names, now: clock.now, readings, log };
  return (ids, options) =>
    runChecks(
      ids === 'tenant' ? checks.filter(({ about }) => about === 'tenant') : checks.filter(({ id }) => ids.includes(id)),
      context,
      options,
    );
}

/** The shipped knowledge, and what was learnt from it. */
export async function shippedKnowledge() {
  const library = await loadLibrary({ knowledge: 'knowledge', intents: 'intents' });
  return { library, understand: createUnderstand(library.intents) };
}

/** One row for each scenario that names what a user would paste, and what proves its cause. */
export async function diagnoseScenarios() {
  const knowledge = await shippedKnowledge();
  const rows = [];
  for (const { id, pasted, cause } of scenarios) {
    if (pasted !== undefined && cause !== undefined) rows.push(await diagnoseOne(knowledge, { id, pasted, cause }));
  }
  return rows;
}

async function diagnoseOne(knowledge, { id, pasted, cause }) {
  const { library, understand } = knowledge;
  const simulated = await startTenants({ scenario: id, clock });
  try {
    const line = liveIn(pasted, knowledge);
    const articles = (line.kind === 'live' ? line.toProve.live.articles : []).flatMap(
      (each) => library.articles.get(each) ?? [],
    );
    const row = { id, pasted, article: cause.article, check: cause.check, isFirst: false, isHealed: false, calls: 0 };
    if (articles.length === 0) return { ...row, said: 'The text was not recognised.', ms: 0 };
    const run = checksOn(connect(simulated), understand);
    const before = simulated.requests.count();
    const started = performance.now();
    const { diagnosis } = await diagnose(run, { articles, all: library.articles });
    const ms = performance.now() - started;
    const calls = simulated.requests.count() - before;
    const [first] = diagnosis.articles;
    simulated.setScenario('healthy');
    const healed = await diagnose(checksOn(connect(simulated), understand), {
      articles: [first.article],
      all: library.articles,
      isAgain: true,
    });
    const results = healed.diagnosis.articles.flatMap(({ steps }) => steps.flatMap((step) => step.results));
    return {
      ...row,
      isFirst:
        first.article.id === cause.article && first.cause?.check === cause.check && first.cause.evidence.length > 0,
      isHealed: results.some(({ check, outcome }) => check === cause.check && outcome === 'pass'),
      said: `${first.article.id}: ${diagnosis.summary}`,
      calls,
      ms,
    };
  } finally {
    await simulated.close();
  }
}
