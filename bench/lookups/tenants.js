/** Simulated tenants in this process, and the shipped code that asks them. */
import { systemClock } from '../../dist/playground/slack/index.js';
import { startTenants } from '../../dist/playground/tenants/index.js';
import { createAsk } from './ask.js';

/** Signing in to Access: one call every three hours, so not a call of a lookup. */
export const signIn = '/SAAS/auth/oauthtoken';

/** Starts healthy tenants, changed by `changes`. */
export async function startAsking(changes = []) {
  const simulated = await startTenants({ scenario: 'healthy', clock: systemClock, changes });
  return { simulated, ...(await createAsk(simulated)), close: () => simulated.close() };
}
