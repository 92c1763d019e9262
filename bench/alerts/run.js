import { defaultAlertSettings } from '../../dist/alerts/settings.js';
import { createUnderstand } from '../../dist/understanding/index.js';
import { startChild } from '../lib/child.js';
import { median, ratio } from '../lib/figures.js';
import { shippedIntents } from '../lib/shipped.js';
import { number } from '../lib/table.js';
import { systems } from '../lookups/ask.js';
import { countCalls } from './calls.js';
import { timeAlerts } from './latency.js';

/** The day is timed in tenths, and memory looked at after some of them. */
const tenths = 10;
const looks = [1, 5, 10];
const pollMs = 2_000;
const bursts = 20;

/** The alerts: a day of events through the rules, the API calls of a round, and the time from an event to its message. */
export async function benchAlerts({ events = 1_000_000, say }) {
  const day = await measureDay(events, say);
  say('calls of a round in each scenario');
  const understand = createUnderstand(await shippedIntents());
  const calls = await measureCalls(understand);
  say('from an event to its message');
  const latency = await measureLatency(understand);
  return { day, calls, latency };
}

/** Tenth by tenth in turn: all that the alerts do, and only reading the same events. */
async function measureDay(events, say) {
  const watching = startChild(new URL('./child.js', import.meta.url));
  const reading = startChild(new URL('./child.js', import.meta.url));
  const passed = [];
  const read = [];
  const held = [];
  try {
    await watching.ask({ do: 'prepareRules', events });
    await reading.ask({ do: 'prepareReading', events });
    for (let tenth = 1; tenth <= tenths; tenth += 1) {
      const to = Math.round((events * tenth) / tenths);
      passed.push(await watching.ask({ do: 'advance', to }));
      read.push(await reading.ask({ do: 'advance', to }));
      say(`${to.toLocaleString('en')} events, the last at ${number(perSecond(passed.slice(-1)))} a second`);
      if (!looks.includes(tenth)) continue;
      const since = held.reduce((sum, { tenths: before }) => sum + before, 0);
      const stretch = passed.slice(since);
      held.push({
        events: to,
        tenths: stretch.length,
        perSecond: perSecond(stretch),
        ...(await watching.ask({ do: 'look' })),
      });
    }
    const [first] = held;
    const last = held.at(-1);
    return {
      events,
      seconds: passed.reduce((sum, { ms }) => sum + ms, 0) / 1_000,
      processorSeconds: passed.reduce((sum, { processorMs }) => sum + processorMs, 0) / 1_000,
      perSecond: perSecond(passed),
      timesReading: ratio(passed.map(msPerEvent), read.map(msPerEvent)),
      longestRoundMs: Math.max(...passed.map(({ longestMs }) => longestMs)),
      held,
      growthMb: last.heldMb - last.codeMb - (first.heldMb - first.codeMb),
    };
  } finally {
    await Promise.all([watching.end(), reading.end()]);
  }
}

function msPerEvent({ ms, events }) {
  return ms / events;
}

function perSecond(parts) {
  const sum = (pick) => parts.reduce((all, part) => all + pick(part), 0);
  return (sum(({ events }) => events) * 1_000) / sum(({ ms }) => ms);
}

async function measureCalls(understand) {
  const counted = await countCalls(understand);
  return { budget: systems.map((system) => defaultAlertSettings.budget[system]), counted };
}

/**
 * Twice side by side, as both wait most of the time: with the share of the interval that a first message waits for more
 * of its group at the default settings, and with the most that it can wait.
 */
async function measureLatency(understand) {
  const shares = [defaultAlertSettings.groupWaitMs / defaultAlertSettings.pollMs, 1];
  return Promise.all(
    shares.map(async (share, place) => {
      const groupWaitMs = share * pollMs;
      const taken = await timeAlerts({ pollMs, groupWaitMs, times: bursts, seed: place + 1, understand });
      return { pollMs, groupWaitMs, bursts, medianMs: median(taken), longestMs: Math.max(...taken), taken };
    }),
  );
}
