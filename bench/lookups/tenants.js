/** Simulated tenants in this process, and the shipped code that asks them. */
import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '../../dist/playground/slack/index.js';
import { startTenants } from '../../dist/playground/tenants/index.js';
import { createAsk, systems } from './ask.js';

/** Signing in to Access: one call every three hours, so not a call of a lookup. */
const signIn = '/SAAS/auth/oauthtoken';

/** Starts healthy tenants, changed by `changes`. */
export async function startAsking(changes = []) {
  const simulated = await startTenants({ scenario: 'healthy', clock: systemClock, changes });
  return { simulated, ...(await createAsk(simulated)), close: () => simulated.close() };
}

/** Makes each of `slow` answer `ms` late; the returned function takes it back. */
export function slowDown(simulated, slow, ms) {
  const takenBack = slow.map((system) => simulated.addFault({ system, kind: 'slow', ms }));
  return () => {
    for (const takeBack of takenBack) takeBack();
  };
}

/** The API calls since the last `clear`. */
export function callsTo({ requests }, system) {
  return requests.list(system).filter(({ path }) => path !== signIn);
}

/** How long nothing has to be under way: far more than a lookup takes between two calls. */
const quietMs = 200;
const patienceMs = 30_000;

/**
 * Resolves when no request has been open or has come for a while: a lookup that has its answer may still have asked
 * systems that it no longer waits for. Rejects when that does not end.
 */
export async function quiet({ requests }) {
  const until = performance.now() + patienceMs;
  let count = requests.count();
  let since = performance.now();
  while (performance.now() - since < quietMs) {
    await sleep(10);
    const now = performance.now();
    const isBusy = requests.count() !== count || systems.some((system) => requests.open(system) > 0);
    if (isBusy) since = now;
    count = requests.count();
    if (now > until) throw new Error(`The tenants are still asked after ${patienceMs / 1_000} s.`);
  }
}
