/** A day of events through the rules, or through the connectors alone, in a process of its own. */
import { getHeapCodeStatistics } from 'node:v8';
import { feeds, rules } from '../../dist/alerts/index.js';
import { createUnderstand } from '../../dist/understanding/index.js';
import { serve } from '../lib/child.js';
import { heldMemory } from '../lib/figures.js';
import { shippedIntents } from '../lib/shipped.js';
import { begin, createDay, minuteMs, minutes } from './day.js';
import { openEngine } from './engine.js';
import { createLogs } from './logs.js';

/** Access is read from six minutes ago; what else is asked for is made again. */
const keptMinutes = 8;

let day;
let logs;
let minute = 0;
/** What is done for a minute, and for which of them. */
let round;
let every = 1;
let figures = () => ({});

serve({
  /** The engine as the bot has it, with every rule over events; only the disk, Slack and the network are missing. */
  async prepareRules({ events }) {
    day = createDay(events);
    logs = createLogs(day);
    ({ round, figures } = await startWatching());
  },
  /** The connectors alone: each event of every fifth minute once, and nothing done with it. */
  prepareReading({ events }) {
    day = createDay(events);
    logs = createLogs(day);
    round = readMinute;
    every = 5;
  },
  /**
   * Goes on until the day has so many events. → of the minutes used: events, and the milliseconds that they took, by the
   * clock and, with the making of the answers in it, of a processor.
   */
  async advance({ to }) {
    const passed = { events: 0, ms: 0, processorMs: 0, longestMs: 0 };
    for (; minute < minutes && day.until(minute - 1) < to; minute += 1) {
      if (minute % every !== 0) continue;
      // Made before the time is taken: it is no work of ours.
      day.of(minute);
      logs.advanceTo(begin + (minute + 1) * minuteMs);
      const made = logs.spent();
      const start = performance.now();
      const processor = process.cpuUsage();
      await round();
      const { user, system } = process.cpuUsage(processor);
      const ms = performance.now() - start - (logs.spent() - made);
      passed.events += day.until(minute) - day.until(minute - 1);
      passed.ms += ms;
      passed.processorMs += (user + system) / 1_000;
      passed.longestMs = Math.max(passed.longestMs, ms);
      day.forget(minute - keptMinutes);
    }
    return passed;
  },
  /** → MB held after a full collection, of it code that the engine has compiled; and what was done so far. */
  look() {
    // The texts are made anew when they are needed: they are the systems', not the bot's.
    day.forget();
    const heldMb = heldMemory();
    const { code_and_metadata_size: code, bytecode_and_metadata_size: bytecode } = getHeapCodeStatistics();
    return { heldMb, codeMb: (code + bytecode) / 1e6, ...figures() };
  },
});

async function startWatching() {
  const understand = createUnderstand(await shippedIntents());
  const { now } = logs;
  const mostCalls = { okta: 0, access: 0 };
  const spent = { reading: 0, rules: 0, keeping: 0 };
  let told = 0;
  let behindMs = 0;
  let readAt = 0;
  const { engine, store, posted } = await openEngine({
    tenants: () => logs.tenants,
    understand() {
      // It is asked for when all is read.
      readAt = performance.now();
      return understand;
    },
    rules: rules.filter(({ kind }) => kind === 'events'),
    feeds: feeds.map((feed) => ({
      ...feed,
      async read(...place) {
        const step = await feed.read(...place);
        told += step.events.length;
        return step;
      },
    })),
    now,
  });
  return {
    async round() {
      const made = logs.spent();
      const calls = { ...logs.calls };
      const kept = store.spent();
      const start = performance.now();
      await engine.round();
      const keeping = store.spent() - kept;
      spent.keeping += keeping;
      spent.reading += readAt - start - (logs.spent() - made);
      spent.rules += performance.now() - readAt - keeping;
      for (const system of Object.keys(mostCalls)) {
        mostCalls[system] = Math.max(mostCalls[system], logs.calls[system] - calls[system]);
      }
      behindMs = Math.max(behindMs, now() - store.value().cursors.access.upTo);
    },
    figures() {
      const { memories } = store.value();
      const kb = Object.entries(memories).map(([rule, memory]) => [rule, JSON.stringify(memory).length / 1_000]);
      const memoriesKb = Object.fromEntries(kb);
      return { told, posted, mostCalls, behindMs, spent: { ...spent }, memoriesKb, storedKb: store.size() / 1_000 };
    },
  };
}

async function readMinute() {
  const { okta, access } = logs.tenants;
  let place = { after: `${minute}.0` };
  for (let more = true; more; ) {
    const step = await okta.followLog({ from: place, limit: 1_000 });
    place = { after: step.after };
    more = step.more;
  }
  const from = begin + minute * minuteMs;
  const window = { from: new Date(from), to: new Date(from + minuteMs - 1) };
  const { more } = await access.auditEvents({ ...window, pageSize: 5_000, pages: 1 });
  if (more) throw new RangeError('A minute has more rows than a page.');
}
