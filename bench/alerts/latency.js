import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { defaultAlertSettings } from '../../dist/alerts/settings.js';
import { holdAlerts } from '../../dist/alerts-holder.js';
import { openTenants } from '../../dist/connectors/index.js';
import { alertsChannel, startSlack, systemClock } from '../../dist/playground/slack/index.js';
import { startTenants } from '../../dist/playground/tenants/index.js';
import { asActor, logEvent } from '../../dist/playground/tenants/okta/log-event.js';
import { branchOffice } from '../../dist/playground/tenants/people.js';
import { seededRandom } from '../../dist/playground/tenants/random.js';
import { openNotifier } from '../../dist/slack/alerts/notifier.js';
import { openStore } from '../../dist/state/index.js';
import { configOf } from '../lookups/ask.js';
import { names } from './engine.js';

const log = { debug() {}, info() {}, warn() {}, error() {} };
/** What takes longer is a fault, not a figure. */
const longestMs = 60_000;
/** As many as the rule about sign-ins takes. */
const people = branchOffice.slice(0, defaultAlertSettings.thresholds.spikePeople);

/**
 * From a burst of failing sign-ins to the message in the channel, `times` times at moments spread over the polling
 * interval: simulated tenants, a local Slack with its limit of a message a second, and the bot's own alerts, schedule
 * and store. → milliseconds, each.
 */
export async function timeAlerts({ pollMs, groupWaitMs, times, seed, understand }) {
  const simulated = await startTenants({ scenario: 'healthy', clock: systemClock });
  const slack = await startSlack({ clock: systemClock, messagesPerSecond: 1 });
  const dataDir = await mkdtemp(join(tmpdir(), 'wo-okta-bench-'));
  const store = await openStore({ dataDir, clock: Date.now, log });
  const alerts = holdAlerts(settingsFor(pollMs, groupWaitMs), {
    store,
    notifier: openNotifier(slack, { log }),
    tenants: holdTenants(simulated),
    understand: () => understand,
    titleOf: () => undefined,
    names,
    now: Date.now,
    log,
  });
  try {
    alerts.start(systemClock);
    await firstRound(alerts);
    const random = seededRandom(seed);
    const taken = [];
    for (let time = 0; time < times; time += 1) {
      // Rounds follow each other by the clock, so a moment at random is any of the interval.
      await sleep(random() * pollMs);
      taken.push(await timeOne(simulated, slack, `SIGN_IN_REFUSED_${lettersOf(time)}`));
    }
    return taken;
  } finally {
    await alerts.stop();
    await store.close();
    await Promise.all([slack.close(), simulated.close()]);
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** The limits of calls are for a round a minute. */
function settingsFor(pollMs, groupWaitMs) {
  const { budget, ...settings } = defaultAlertSettings;
  const more = settings.pollMs / pollMs;
  return {
    ...settings,
    channel: alertsChannel,
    pollMs,
    groupWaitMs,
    budget: Object.fromEntries(Object.entries(budget).map(([system, calls]) => [system, calls * more])),
  };
}

function holdTenants(simulated) {
  const tenants = openTenants(configOf(simulated), { log, random: Math.random });
  return () => tenants;
}

/** It loads the clients and reads the past: nobody waits for a message then. */
async function firstRound({ door }) {
  const isRead = async () =>
    (await door.overview()).polled.some(({ system, at }) => system === 'okta' && at !== undefined);
  while (!(await isRead())) await sleep(20);
}

/** Several people fail with a text that nobody has seen, so that it is an alert of its own. */
async function timeOne(simulated, { driver }, reason) {
  const start = performance.now();
  simulated.change((world) => {
    for (const person of people) {
      logEvent(world, {
        ago: 0,
        eventType: 'user.session.start',
        displayMessage: 'User login to Okta',
        actor: asActor(person),
        result: 'FAILURE',
        reason,
      });
    }
  });
  return driver.waitFor(
    () => {
      const isTold = driver.messages(alertsChannel).some((message) => JSON.stringify(message).includes(reason));
      return isTold ? performance.now() - start : undefined;
    },
    { for: `the alert about ${reason}`, within: longestMs },
  );
}

/** Numbers would be left out of the text. */
function lettersOf(number) {
  return String(number).replace(/\d/g, (digit) => 'ABCDEFGHIJ'[Number(digit)]);
}
