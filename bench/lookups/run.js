import { startChild } from '../lib/child.js';
import { median, ratio } from '../lib/figures.js';
import { systems } from './ask.js';
import { measureBurst } from './burst.js';
import { signIn, startAsking } from './tenants.js';

/** What each answer of the slow system takes: far more than the machine's own work. */
const slowMs = 400;
const subject = 'ann@acme.example';
const step = 1_000;

/** `check` against the simulated tenants: time, calls, many at once, and memory over thousands of lookups. */
export async function benchLookups({ rounds, lookups = 10_000, say }) {
  say('one slow system');
  const time = await measureTime(rounds);
  say('calls in each scenario');
  const calls = await countCalls();
  say('many checks at once');
  const burst = await measureBurst(50);
  const memory = await measureMemory(lookups, say);
  return { rounds, slowMs, time, calls, burst, memory };
}

/**
 * The whole of `check` beside each system's half of it, asked alone, round by round. A whole e-mail address is asked for:
 * then no half needs what another system says first.
 */
async function measureTime(rounds) {
  const asking = await startAsking();
  try {
    // Not counted: loads the clients and signs in to Access.
    await asking.ask('check', subject);
    const results = [];
    for (const slow of systems) {
      const takeBack = asking.simulated.addFault({ system: slow, kind: 'slow', ms: slowMs });
      const wholes = [];
      const halves = [];
      for (let round = 0; round < rounds; round += 1) {
        const alone = [];
        for (const system of systems) alone.push(await timed(() => asking.ask('check', subject, [system])));
        halves.push(Math.max(...alone));
        wholes.push(await timed(() => asking.ask('check', subject)));
      }
      takeBack();
      results.push({
        slow,
        wholeMs: median(wholes),
        slowestMs: median(halves),
        ratio: ratio(wholes, halves),
      });
    }
    return results;
  } finally {
    await asking.close();
  }
}

async function timed(run) {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

async function countCalls() {
  const asking = await startAsking();
  const { simulated } = asking;
  const counted = [];
  try {
    // Left out: Access takes half a minute for every answer, and the lookup gives up.
    const counting = simulated.scenarios.filter(({ id }) => id !== 'access-slow');
    for (const { id, subject: who } of counting) {
      simulated.setScenario(id);
      asking.connect();
      simulated.requests.clear();
      const { status } = await asking.ask('check', who);
      const of = (system) => simulated.requests.list(system).filter(({ path }) => path !== signIn).length;
      const [okta, access, uem] = systems.map(of);
      counted.push({ scenario: id, okta, access, uem, all: okta + access + uem, status });
    }
    return counted;
  } finally {
    await asking.close();
  }
}

/** Heap held after a full collection, every thousand lookups. */
async function measureMemory(lookups, say) {
  // A tenant of this size would not have so high limits: what is measured is the bot, not the wait for the limit.
  const { simulated, close } = await startAsking([liftLimits]);
  const child = startChild(new URL('./child.js', import.meta.url));
  const { okta, access, uem } = simulated;
  try {
    await child.ask({ do: 'connect', simulated: { okta, access, uem } });
    const heldMb = [];
    const start = performance.now();
    let failed = 0;
    for (let done = 0; done < lookups; ) {
      const count = Math.min(step, lookups - done);
      const result = await child.ask({ do: 'look', count, from: done });
      done += count;
      failed += result.failed;
      heldMb.push({ lookups: done, mb: result.heldMb });
      say(`${done.toLocaleString('en')} lookups`);
    }
    return { lookups, failed, seconds: (performance.now() - start) / 1_000, heldMb, ...trend(heldMb) };
  } finally {
    await child.end();
    await close();
  }
}

function liftLimits({ okta }) {
  for (const bucket of Object.keys(okta.rateLimits)) okta.rateLimits[bucket] = 1e9;
}

/** First, last, and the straight line through all but the first (what is loaded once is loaded by then). */
function trend(heldMb) {
  const points = heldMb.length > 2 ? heldMb.slice(1) : heldMb;
  const mean = (pick) => points.reduce((sum, point) => sum + pick(point), 0) / points.length;
  const x = mean(({ lookups }) => lookups);
  const y = mean(({ mb }) => mb);
  const across = points.reduce((sum, { lookups }) => sum + (lookups - x) ** 2, 0);
  const slope = across === 0 ? 0 : points.reduce((sum, { lookups, mb }) => sum + (lookups - x) * (mb - y), 0) / across;
  return { firstMb: heldMb[0].mb, lastMb: heldMb.at(-1).mb, kbPerThousand: slope * 1e6 };
}
