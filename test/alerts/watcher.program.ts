/**
 * Watches Workspace ONE Access and tells a Slack, until it is killed. The argument is JSON: where everything is, and how
 * far ahead of the machine's clock it lives. Prints a line once it has looked for the first time.
 */
import { holdAlerts } from '../../src/alerts-holder.js';
import { openTenants } from '../../src/connectors/index.js';
import { openNotifier } from '../../src/slack/alerts/notifier.js';
import { openStore } from '../../src/state/index.js';
import { fakeLog } from '../support/fake-log.js';
import { settings } from './support/findings.js';

const { dataDir, slack, access, channel, aheadMs } = JSON.parse(process.argv[2] ?? '');
const log = fakeLog();
const now = () => Date.now() + aheadMs;
const store = await openStore({ dataDir, clock: now, log });
const tenants = openTenants({ access }, { log, random: Math.random });
const nothing = { users: [], errorCodes: [], products: [] };
const alerts = holdAlerts(
  {
    ...settings,
    channel,
    pollMs: 20,
    groupWaitMs: 10,
    groupIntervalMs: 50,
    budget: { okta: 10_000, access: 10_000, uem: 10_000 },
  },
  {
    store,
    notifier: openNotifier(slack, { log }),
    tenants: () => tenants,
    // What the texts mean is another test's matter.
    understand: () => () => ({
      decision: 'none',
      intents: [],
      entities: nothing,
      facts: [],
      redactions: [],
      quotes: [],
      excerpt: '',
    }),
    titleOf: () => undefined,
    names: { app: 'Workspace ONE', identityProvider: 'Workspace ONE', token: 'Workspace ONE' },
    now,
    log,
  },
);
alerts?.start({
  now,
  after(ms, task) {
    const timeout = setTimeout(task, ms);
    return () => clearTimeout(timeout);
  },
});
const overview = await alerts?.door.overview();
process.stdout.write(`${overview?.alerts.length} alerts\n`);
