/** One day of events: the same for the same count on every machine. */
import { seededRandom } from '../../dist/playground/tenants/random.js';
import { bursts, usually } from './kinds.js';

export const minuteMs = 60_000;
export const minutes = 24 * 60;
/** A Tuesday. */
export const begin = Date.UTC(2026, 8, 1);

/** Of all events. The rest is Access'. */
const oktaShare = 0.65;

/** How much happens in each hour, beginning at midnight. */
const hours = [2, 1, 1, 1, 2, 6, 20, 60, 95, 100, 90, 80, 60, 85, 90, 80, 60, 35, 18, 12, 8, 6, 4, 3];

/**
 * A day of `events` events, made minute by minute so that nobody has to hold a day of text. `of(minute)` → the texts of
 * Okta's events in the order in which they are stored, and Access' rows with their moments, oldest first. What was made
 * is kept until `forget` (all before a minute, or all there is).
 */
export function createDay(events) {
  const shareOf = (count) => Math.round((count * events) / 1_000_000);
  const planned = bursts.map((burst) => ({ ...burst, events: shareOf(burst.events) }));
  const burstsOf = (system) => planned.filter((burst) => burst.system === system);
  const sum = (list) => list.reduce((all, burst) => all + burst.events, 0);
  const okta = Math.round(events * oktaShare);
  const usual = {
    okta: okta - sum(burstsOf('okta')),
    access: events - okta - sum(burstsOf('access')),
  };
  const made = new Map();
  return {
    /** How many events there are until the end of a minute. */
    until: (minute) =>
      dueBy(usual.okta, minute) +
      dueBy(usual.access, minute) +
      planned.reduce((all, burst) => all + burstDueBy(burst, minute), 0),
    of(minute) {
      if (!made.has(minute)) made.set(minute, make(minute));
      return made.get(minute);
    },
    forget(before = minutes) {
      for (const minute of made.keys()) if (minute < before) made.delete(minute);
    },
  };

  function make(minute) {
    const world = emptyWorld(minute);
    const random = seededRandom(minute + 1);
    const lists = { okta: world.okta.logs, access: world.access.audit };
    for (const [system, list] of Object.entries(lists)) {
      const count = dueBy(usual[system], minute) - dueBy(usual[system], minute - 1);
      fill(list, count, () => picked(usually[system], random)(world, random));
    }
    for (const burst of planned) {
      const list = lists[burst.system];
      const count = burstDueBy(burst, minute) - burstDueBy(burst, minute - 1);
      fill(list, list.length + count, () => burst.make(world, random));
    }
    return {
      okta: world.okta.logs.map((event) => JSON.stringify(event)),
      access: world.access.audit
        .map(({ who, summary, event }) => ({
          at: event.timestamp,
          row: JSON.stringify([String(event.timestamp), who, summary, event.objectName, JSON.stringify(event)]),
        }))
        .sort((a, b) => a.at - b.at),
    };
  }
}

/** Adds until there are so many; of a pair that would be one too many the second is left out. */
function fill(list, count, add) {
  while (list.length < count) add();
  list.length = count;
}

function emptyWorld(minute) {
  let minted = 0;
  return {
    now: begin + (minute + 1) * minuteMs,
    mint: () => `${minute} ${++minted}`,
    okta: { logs: [], arrivals: new Map() },
    access: { audit: [], tenantId: 'acme' },
  };
}

const dayWeight = hours.reduce((sum, weight) => sum + weight, 0) * 60;

/** How many of `count` events spread over the day have happened by the end of a minute. */
function dueBy(count, minute) {
  const hour = Math.floor((minute + 1) / 60);
  const before = hours.slice(0, hour).reduce((sum, weight) => sum + weight, 0) * 60;
  return Math.round((count * (before + ((minute + 1) % 60) * (hours[hour] ?? 0))) / dayWeight);
}

function burstDueBy({ from, to, events }, minute) {
  return Math.round(events * Math.min(1, Math.max(0, (minute + 1 - from) / (to - from))));
}

function picked(kinds, random) {
  let left = random() * 100;
  for (const [share, kind] of kinds) {
    left -= share;
    if (left < 0) return kind;
  }
  return kinds[0][1];
}
