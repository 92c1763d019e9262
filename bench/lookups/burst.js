import { defaultLimits } from '../../dist/connectors/http/surroundings.js';
import { bucketOf } from '../../dist/playground/tenants/okta/rate-limit.js';
import { systems } from './ask.js';
import { callsTo, quiet, slowDown, startAsking } from './tenants.js';

/** People whom every system knows. */
const people = ['ann@acme.example', 'ben@acme.example', 'jdoe@acme.example'];
/** What an answer over the network takes at least: without it, hardly two calls would be under way at once. */
const latencyMs = 20;

/**
 * So many checks at the same moment, at the limits that Okta publishes, then twice as many: more than a minute allows.
 * A check is lost when it rejects, or when it is not whole for any other reason than a rate limit that it names.
 */
export async function measureBurst(checks) {
  return {
    latencyMs,
    inFlightLimit: defaultLimits.inFlight,
    runs: [await oneBurst(checks), await oneBurst(2 * checks)],
  };
}

async function oneBurst(checks) {
  // Each start of the tenants has rate limits of its own, untouched.
  const asking = await startAsking();
  const { simulated } = asking;
  const { requests } = simulated;
  try {
    // Not counted: loads the clients and signs in to Access. Okta is asked for tokens and their owners only, so that
    // the tight limits (log, apps) are untouched.
    await asking.ask('check', people[0], ['access', 'uem']);
    await asking.ask('token');
    await quiet(simulated);
    requests.clear();
    slowDown(simulated, systems, latencyMs);
    const start = performance.now();
    const settled = await Promise.allSettled(
      Array.from({ length: checks }, (_, place) => asking.ask('check', people[place % people.length])),
    );
    const ms = performance.now() - start;
    await quiet(simulated);
    const reports = settled.flatMap(({ value }) => (value === undefined ? [] : [value]));
    const partial = reports.filter(({ errors }) => errors.length > 0);
    return {
      checks,
      ms,
      complete: reports.length - partial.length,
      partial: partial.length,
      reasons: counted(partial.flatMap(({ errors }) => errors.map(({ system, code }) => `${system} ${code}`))),
      lost: checks - reports.filter(isWhole).length,
      peak: Object.fromEntries(systems.map((system) => [system, requests.peak(system)])),
      calls: Object.fromEntries(systems.map((system) => [system, callsTo(simulated, system).length])),
      refused: requests.list().filter(({ status }) => status === 429).length,
      buckets: bucketsOf(simulated),
    };
  } finally {
    await asking.close();
  }
}

/** Everything that was to be read is there, or a rate limit kept it from being read, which the report says. */
function isWhole({ status, errors }) {
  return errors.length === 0 ? status !== 'unreadable' : errors.every(({ code }) => code === 'rate-limited');
}

/** Calls of each of Okta's rate limits, and what one token may make of them in a minute: half of the org's. */
function bucketsOf(simulated) {
  let limits = {};
  simulated.change(({ okta }) => {
    limits = okta.rateLimits;
  });
  const calls = counted(callsTo(simulated, 'okta').map(({ path }) => bucketOf(path)));
  return Object.entries(calls)
    .map(([bucket, count]) => ({ bucket, calls: count, limit: limits[bucket] / 2 }))
    .sort((one, other) => other.calls / other.limit - one.calls / one.limit);
}

function counted(names) {
  const counts = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
