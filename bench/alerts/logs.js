/** The logs of a day behind the shipped connectors: everything between the feeds and the network, and nothing of it. */
import { auditReads } from '../../dist/connectors/access/audit-events.js';
import { accessReader } from '../../dist/connectors/access/reader.js';
import { errorsOf } from '../../dist/connectors/http/words.js';
import { logFollowing } from '../../dist/connectors/okta/follow-log.js';
import { oktaReader } from '../../dist/connectors/okta/reader.js';
import { begin, minuteMs, minutes } from './day.js';

/**
 * Clients of Okta and Access that read a day as far as it has gone: `advanceTo(now)`. `spent()` → milliseconds that went
 * into making the answers, which in real life the systems take.
 */
export function createLogs(day) {
  let now = begin;
  let spent = 0;
  const calls = { okta: 0, access: 0 };
  const door = (system, answerTo) => ({
    errors: errorsOf({ system, address: '', unauthorised: '', grant: '' }),
    quota: () => [],
    async ask({ url }) {
      const start = performance.now();
      const answer = answerTo(url);
      calls[system] += 1;
      spent += performance.now() - start;
      return answer;
    },
  });
  const okta = door('okta', (url) => oktaAnswer(day, url, now));
  const access = door('access', (url) => accessAnswer(day, url));
  return {
    tenants: {
      okta: { ...logFollowing(oktaReader(okta, new URL('https://okta.invalid'))), quota: okta.quota },
      access: auditReads(accessReader(access, new URL('https://access.invalid'))),
    },
    advanceTo(moment) {
      now = moment;
    },
    now: () => now,
    spent: () => spent,
    calls,
  };
}

/** A page of the System Log, polled: events from a place on (`minute.number`), and always where to go on. */
function oktaAnswer(day, url, now) {
  const limit = Number(url.searchParams.get('limit'));
  let [minute, number] = (url.searchParams.get('after') ?? '0.0').split('.').map(Number);
  const events = [];
  while (events.length < limit && begin + (minute + 1) * minuteMs <= now) {
    const { okta } = day.of(minute);
    const some = okta.slice(number, number + limit - events.length);
    events.push(...some);
    number += some.length;
    if (number < okta.length) break;
    minute += 1;
    number = 0;
  }
  const next = new URL(url);
  next.searchParams.delete('since');
  next.searchParams.set('after', `${minute}.${number}`);
  return answerOf(`[${events.join(',')}]`, `<${next.href}>; rel="next"`);
}

/** A page of the audit report: the newest rows first. */
function accessAnswer(day, url) {
  const [from, to, size, start] = ['fromMillis', 'toMillis', 'pageSize', 'startIndex'].map((name) =>
    Number(url.searchParams.get(name)),
  );
  const rows = [];
  const first = Math.max(0, Math.floor((from - begin) / minuteMs));
  const last = Math.min(minutes - 1, Math.floor((to - begin) / minuteMs));
  for (let minute = first; minute <= last; minute += 1) {
    for (const { at, row } of day.of(minute).access) if (at >= from && at <= to) rows.push(row);
  }
  const page = rows.reverse().slice(start, start + size);
  return answerOf(`{"header":[],"headerArg":[],"data":[${page.join(',')}]}`);
}

function answerOf(body, link) {
  const headers = { 'content-type': 'application/json', link };
  return { status: 200, header: (name) => headers[name], body };
}
