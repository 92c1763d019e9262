import { diagnose } from '../../dist/desk/diagnose.js';
import { systemClock } from '../../dist/playground/slack/index.js';
import { startTenants } from '../../dist/playground/tenants/index.js';
import { checksOn, connect, diagnoseScenarios, shippedKnowledge } from '../../scripts/lib/scenarios.js';
import { median, ratio } from '../lib/figures.js';
import { systems } from '../lookups/ask.js';
import { callsTo, quiet, slowDown } from '../lookups/tenants.js';

/** What each answer of a slow system takes: far more than the machine's own work. */
const slowMs = 400;
/** Together they look at all three systems. */
const suspected = ['device-trust-not-secured', 'mobile-sso-kerberos-failed'];

/** Diagnoses against the simulated tenants: the time beside the slowest system, the calls, and those of an audit. */
export async function benchDiagnosis({ rounds, say }) {
  const knowledge = await shippedKnowledge();
  say('every broken scenario');
  const scenarios = await diagnoseScenarios();
  const simulated = await startTenants({ scenario: 'healthy', clock: systemClock });
  try {
    const time = [];
    for (const slow of [...systems.map((system) => [system]), systems]) {
      say(`slow: ${slow.join(', ')}`);
      time.push({ slow, ...(await measureTime(simulated, knowledge, slow, rounds)) });
    }
    say('an audit');
    return { rounds, slowMs, suspected, time, scenarios, audit: await countAudit(knowledge) };
  } finally {
    await simulated.close();
  }
}

/** The whole diagnosis beside that of each system asked alone, round by round; nothing is remembered between two. */
async function measureTime(simulated, knowledge, slow, rounds) {
  const clients = connect(simulated);
  const articles = suspected.map((id) => knowledge.library.articles.get(id));
  const prove = (only) => {
    const tenants = Object.fromEntries(only.map((system) => [system, clients[system]]));
    return diagnose(checksOn(tenants, knowledge.understand), { articles, all: knowledge.library.articles });
  };
  // Not counted: signs in to Access.
  await prove(systems);
  const takeBack = slowDown(simulated, slow, slowMs);
  const wholes = [];
  const halves = [];
  for (let round = 0; round < rounds; round += 1) {
    const alone = [];
    for (const system of systems) alone.push(await timed(() => prove([system])));
    halves.push(Math.max(...alone));
    wholes.push(await timed(() => prove(systems)));
  }
  takeBack();
  return { wholeMs: median(wholes), slowestMs: median(halves), ratio: ratio(wholes, halves) };
}

/** On tenants of its own: what was asked before has used up some of this minute's calls to the System Log. */
async function countAudit({ understand }) {
  const simulated = await startTenants({ scenario: 'healthy', clock: systemClock });
  const run = checksOn(connect(simulated), understand);
  const start = performance.now();
  const { results } = await run('tenant', { maxAgeMs: 0 });
  const ms = performance.now() - start;
  await quiet(simulated);
  const calls = Object.fromEntries(systems.map((system) => [system, callsTo(simulated, system).length]));
  const counts = Object.fromEntries(
    ['pass', 'fail', 'unknown'].map((outcome) => [outcome, results.filter((one) => one.outcome === outcome).length]),
  );
  await simulated.close();
  return { checks: results.length, ms, calls, counts };
}

async function timed(run) {
  const start = performance.now();
  await run();
  return performance.now() - start;
}
