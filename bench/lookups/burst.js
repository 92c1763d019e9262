import { systems } from './ask.js';
import { signIn, startAsking } from './tenants.js';

/** People whom every system knows. */
const people = ['ann@acme.example', 'ben@acme.example', 'jdoe@acme.example'];
/** Okta's System Log: the tightest limit, of one token, per minute. */
const logsPath = '/api/v1/logs';

/**
 * So many checks at the same moment, at the limits that Okta publishes, then twice as many: more than a minute allows.
 * A check is lost when it rejects, or when it is not whole for any other reason than a rate limit that it names.
 */
export async function measureBurst(checks) {
  return [await oneBurst(checks), await oneBurst(2 * checks)];
}

async function oneBurst(checks) {
  const asking = await startAsking();
  const { simulated } = asking;
  let logsLimit;
  simulated.change(({ okta }) => {
    // A token's share is half of the org's.
    logsLimit = okta.rateLimits.logs / 2;
  });
  try {
    // Not counted: loads the clients. Each start of the tenants has a rate limit of its own, untouched.
    await asking.ask('token');
    simulated.requests.clear();
    const start = performance.now();
    const settled = await Promise.allSettled(
      Array.from({ length: checks }, (_, place) => asking.ask('check', people[place % people.length])),
    );
    const ms = performance.now() - start;
    const reports = settled.flatMap(({ value }) => (value === undefined ? [] : [value]));
    const partial = reports.filter(({ errors }) => errors.length > 0);
    const reasons = {};
    for (const { system, code } of partial.flatMap(({ errors }) => errors)) {
      reasons[`${system} ${code}`] = (reasons[`${system} ${code}`] ?? 0) + 1;
    }
    const calls = simulated.requests.list().filter(({ path }) => path !== signIn);
    return {
      checks,
      ms,
      complete: reports.length - partial.length,
      partial: partial.length,
      reasons,
      lost: checks - reports.filter(isWhole).length,
      peak: Object.fromEntries(systems.map((system) => [system, simulated.requests.peak(system)])),
      calls: Object.fromEntries(
        systems.map((system) => [system, calls.filter((call) => call.system === system).length]),
      ),
      logs: calls.filter(({ path }) => path === logsPath).length,
      refused: calls.filter(({ status }) => status === 429).length,
      logsLimit,
    };
  } finally {
    await asking.close();
  }
}

/** Everything that was to be read is there, or a rate limit kept it from being read, which the report says. */
function isWhole({ status, errors }) {
  return errors.length === 0 ? status !== 'unreadable' : errors.every(({ code }) => code === 'rate-limited');
}
