import { startChild } from '../lib/child.js';
import { median, ratio } from '../lib/figures.js';
import { systems } from './ask.js';
import { measureBurst } from './burst.js';
import { callsTo, quiet, slowDown, startAsking } from './tenants.js';

/** What each answer of a slow system takes: far more than the machine's own work. */
const slowMs = 400;
const subject = 'ann@acme.example';
/** After so many lookups memory is looked at. */
const step = 1_000;

/** `check` against the simulated tenants: time, calls, many at once, and memory over thousands of lookups. */
export async function benchLookups({ rounds, lookups = 10_000, say }) {
  const time = await measureTime(rounds, say);
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
async function measureTime(rounds, say) {
  const asking = await startAsking();
  try {
    // Not counted: loads the clients and signs in to Access.
    await asking.ask('check', subject);
    const results = [];
    for (const slow of [...systems.map((system) => [system]), systems]) {
      say(`slow: ${slow.join(', ')}`);
      const takeBack = slowDown(asking.simulated, slow, slowMs);
      const wholes = [];
      const halves = [];
      for (let round = 0; round < rounds; round += 1) {
        const alone = [];
        for (const system of systems) alone.push(await timed(() => asking.ask('check', subject, [system])));
        halves.push(Math.max(...alone));
        wholes.push(await timed(() => asking.ask('check', subject)));
      }
      takeBack();
      results.push({ slow, wholeMs: median(wholes), slowestMs: median(halves), ratio: ratio(wholes, halves) });
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
    for (const { id, subject: who } of simulated.scenarios) {
      simulated.setScenario(id);
      asking.connect();
      simulated.requests.clear();
      const { status } = await asking.ask('check', who);
      // What nobody waits for any more is this scenario's all the same, and must not be the next one's.
      await quiet(simulated);
      const [okta, access, uem] = systems.map((system) => callsTo(simulated, system).length);
      counted.push({ scenario: id, okta, access, uem, all: okta + access + uem, status });
    }
    return counted;
  } finally {
    await asking.close();
  }
}

/**
 * What the process that asks holds after a full collection: before the first lookup, then every thousand, and twice at
 * rest: after the first thousand, when everything is loaded, and after the last.
 */
async function measureMemory(lookups, say) {
  // A tenant of this size would not have so high limits: what is measured is the bot, not the wait for the limit.
  const { simulated, close } = await startAsking([liftLimits]);
  const child = startChild(new URL('./child.js', import.meta.url));
  const { okta, access, uem } = simulated;
  const start = performance.now();
  const held = [];
  const note = (done, isAtRest, { failed = 0, ...memory }) => {
    held.push({ lookups: done, isAtRest, failed, ...memory });
    say(`${done.toLocaleString('en')} lookups${isAtRest ? ', at rest' : ''}: ${memory.heldMb.toFixed(2)} MB`);
  };
  try {
    note(0, false, await child.ask({ do: 'connect', simulated: { okta, access, uem } }));
    for (let done = 0; done < lookups; ) {
      const count = Math.min(step, lookups - done);
      const looked = await child.ask({ do: 'look', count, from: done });
      done += count;
      note(done, false, looked);
      if (done === step || done === lookups) note(done, true, await child.ask({ do: 'rest' }));
    }
    return {
      lookups,
      calls: simulated.requests.count(),
      failed: held.reduce((sum, { failed }) => sum + failed, 0),
      seconds: (performance.now() - start) / 1_000,
      held,
      kbPerThousand: growthOf(held.filter(({ isAtRest }) => isAtRest)),
    };
  } finally {
    await child.end();
    await close();
  }
}

function liftLimits({ okta }) {
  for (const bucket of Object.keys(okta.rateLimits)) okta.rateLimits[bucket] = 1e9;
}

/** kB for a thousand lookups from rest to rest, compiled code left out; undefined with nothing to compare. */
function growthOf([first, last]) {
  if (last === undefined) return undefined;
  const data = ({ heldMb, codeMb }) => heldMb - codeMb;
  return ((data(last) - data(first)) * 1e6) / (last.lookups - first.lookups);
}
