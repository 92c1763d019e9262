import { openTenants, realTime } from '../../dist/connectors/index.js';
import { createMovableClock } from '../../dist/playground/slack/index.js';
import { startTenants } from '../../dist/playground/tenants/index.js';
import { configOf, systems } from '../lookups/ask.js';
import { callsTo } from '../lookups/tenants.js';
import { openEngine } from './engine.js';

const minuteMs = 60_000;
/**
 * Minutes after the first round. Rules that look at how things stand do so every quarter of an hour or every hour: with
 * the round after that, since the first began a moment before it looked.
 */
const rounds = { first: 0, second: 1, steady: 2, quarter: 16, hour: 61 };
const log = { debug() {}, info() {}, warn() {}, error() {} };

/**
 * The API calls of one polling round in each scenario of the simulated tenants, retries included, by system: the first,
 * one in between, and those in which the rules that look less often are due.
 */
export async function countCalls(understand) {
  const clock = createMovableClock();
  const simulated = await startTenants({ scenario: 'healthy', clock });
  try {
    const counted = [];
    for (const { id } of simulated.scenarios) {
      simulated.setScenario(id);
      counted.push({ scenario: id, ...(await countRounds(simulated, clock, understand)) });
    }
    return counted;
  } finally {
    await simulated.close();
  }
}

async function countRounds(simulated, clock, understand) {
  const tenants = openTenants(configOf(simulated), {
    log,
    random: Math.random,
    time: { ...realTime, now: clock.now },
    // Nobody asks again what timed out, so that the calls are the same.
    limits: { timeoutMs: 2_000 },
  });
  const { engine } = await openEngine({
    tenants: () => tenants,
    understand: () => understand,
    now: clock.now,
    // Some of them are meant to fail.
    log,
  });
  const calls = {};
  const begin = clock.now();
  for (const [name, minute] of Object.entries(rounds)) {
    clock.advance(Math.max(0, begin + minute * minuteMs - clock.now()));
    simulated.requests.clear();
    await engine.round();
    calls[name] = systems.map((system) => callsTo(simulated, system).length);
  }
  return calls;
}
