import { type Alert, mostMembers } from '../model/alert.js';
import { productNames } from '../model/system.js';

/** Where an alert stands, for people: the one thing that matters most about it right now. */
export type Standing = 'open' | 'acknowledged' | 'snoozed' | 'follows' | 'resolved';

/** Where an alert stands. What follows from another is not worth acting on, whoever took it in hand. */
export function standingOf({ state, inhibitedBy, snoozed, acknowledged }: Alert): Standing {
  if (state === 'resolved') return 'resolved';
  if (inhibitedBy !== undefined) return 'follows';
  if (snoozed !== undefined) return 'snoozed';
  return acknowledged === undefined ? 'open' : 'acknowledged';
}

/** What an alert follows from, as the end of “Follows from …”; of systems it is known only that one of them is away. */
export function followsFrom({ systems, inhibitedBy }: Alert): string {
  if (inhibitedBy === 'configuration-changed') return 'the token having been revoked';
  const names = systems.map((system) => productNames[system]);
  return `${new Intl.ListFormat('en', { type: 'disjunction' }).format(names)} not being reachable`;
}

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** How long something lasted, in its two largest units: “2 h 5 min”. */
export function lasted(ms: number): string {
  const units = [
    { of: day, name: (count: number) => (count === 1 ? '1 day' : `${count} days`) },
    { of: hour, name: (count: number) => `${count} h` },
    { of: minute, name: (count: number) => `${count} min` },
    { of: second, name: (count: number) => `${count} s` },
  ];
  const first = units.findIndex(({ of }) => ms >= of);
  if (first === -1) return 'less than a second';
  let left = ms;
  const parts = units.slice(first, first + 2).flatMap(({ of, name }) => {
    const count = Math.floor(left / of);
    left -= count * of;
    return count === 0 ? [] : [name(count)];
  });
  return parts.join(' ');
}

/** How long a resolved alert lasted; undefined while it fires. */
export function lastedOf({ startedAt, resolvedAt }: Alert): string | undefined {
  return resolvedAt === undefined ? undefined : lasted(Math.max(0, resolvedAt - startedAt));
}

/** Members that are not among `shown`, in words; undefined when there are none. */
export function furtherMembers({ memberCount, roughly }: Alert, shown: number): string | undefined {
  const left = memberCount - shown;
  if (left <= 0) return undefined;
  return memberCount > mostMembers
    ? `… and ${roughly === undefined ? '' : `${roughly} `}${left} more (${mostMembers} in the thread)`
    : `… and ${left} more in the thread`;
}

const leastDigits = 4;

/** What to call each alert when typing: the first digits of its fingerprint, as many as tell it apart from the others. */
export function shortIds(alerts: readonly Alert[]): ReadonlyMap<string, string> {
  const all = alerts.map(({ fingerprint }) => fingerprint);
  return new Map(
    all.map((own) => {
      let digits = leastDigits;
      while (digits < own.length && all.some((other) => other !== own && other.startsWith(own.slice(0, digits))))
        digits += 1;
      return [own, own.slice(0, digits)];
    }),
  );
}
