import { type Product, productNames } from '../../model/system.js';
import type { TenantError } from '../../model/tenant-error.js';
import type { Finding } from '../finding.js';
import { unreachableGroup } from '../inhibitions.js';
import { asLine } from '../parts/lines.js';
import type { Health, StateRule } from '../rule.js';

/** How the bot gets to read a system again. */
const article = 'bot-cannot-read-tenant';

/**
 * The bot itself cannot read a system, and so watches over nothing there: its credential is refused, it lacks a right,
 * the system cannot be reached, or its rate limit is used up. Sentences are those of the errors: they say what to do.
 */
export const connectorFailing: StateRule = {
  kind: 'state',
  id: 'connector-failing',
  title: 'The bot cannot read one of the systems',
  articles: [article],
  systems: ['okta', 'access', 'uem'],
  everyMs: 0,
  judgesHealth: true,
  read: async (_ask, { health, now, thresholds }) => {
    const spent = health.quotas.filter(({ remaining, limit }) => remaining <= limit * thresholds.quotaLeft);
    const limited = new Set(spent.map(({ system }) => system));
    const problems = health.problems.flatMap(({ error, at }) =>
      error.code === 'rate-limited' && limited.has(error.system) ? [] : (problem(error, at) ?? []),
    );
    // The first says most: after a few failures the bot leaves the system alone, and the others say only that.
    const first = problems.filter(
      (one, place) => problems.findIndex(({ group, key }) => group === one.group && key === one.key) === place,
    );
    return [...first, ...spent.map((quota) => nearlySpent(quota, now))];
  },
};

function problem(error: TenantError, at: number): Finding | undefined {
  const { system, code, message } = error;
  const line = asLine(message);
  const finding = (
    group: string,
    severity: Finding['severity'],
    key: string = group,
    toBeConfirmed = false,
  ): Finding => ({
    group,
    key,
    severity,
    title: line,
    text: line,
    at,
    rank: 0,
    gathers: false,
    toBeConfirmed,
    systems: [system],
    articleId: article,
  });
  // One call without an answer is no outage.
  const unsure = (group: string, severity: Finding['severity'], key = group) => finding(group, severity, key, true);
  switch (code) {
    case 'unauthorised':
      return finding(`refused ${system}`, 'critical');
    case 'unreachable':
    case 'timed-out':
      return {
        ...unsure(`${unreachableGroup}${system}`, 'critical'),
        title: outOfReach(system),
        text: outOfReach(system),
      };
    case 'forbidden':
      return finding(`forbidden ${system}`, 'warning', line.slice(0, 300));
    case 'rate-limited':
      return finding(`rate-limited ${system}`, 'warning');
    case 'unexpected-answer':
      return unsure(`unexpected ${system}`, 'warning', line.slice(0, 300));
    // What an edition does not have, or is not configured, is no fault; a refused cursor is put right by its feed.
    case 'not-configured':
    case 'not-found':
    case 'cursor-refused':
      return undefined;
  }
}

/** Whatever the last attempt says: it may be no more than that the one before failed. */
function outOfReach(system: Product): string {
  return `${productNames[system]} cannot be reached, so nothing is watched there and lookups lack its half.`;
}

function nearlySpent({ system, bucket, limit, remaining }: Health['quotas'][number], at: number): Finding {
  const calls = bucket === 'all' ? 'calls' : `calls of the kind “${bucket}”`;
  return {
    group: `quota ${system} ${bucket}`,
    key: bucket,
    severity: 'warning',
    title: asLine(
      `The bot may make hardly any more ${calls} to ${productNames[system]} until its rate limit starts anew: see what else uses the bot’s credential, and lower the calls that alerts may make.`,
    ),
    text: `${remaining.toLocaleString('en')} of ${limit.toLocaleString('en')} left`,
    at,
    rank: 0,
    gathers: false,
    systems: [system],
    articleId: article,
  };
}
