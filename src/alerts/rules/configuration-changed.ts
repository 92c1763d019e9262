import * as z from 'zod';
import { clipped, counted, dayMs, moment } from '../../lookups/wording/time.js';
import type { AlertEvent } from '../event.js';
import type { Finding } from '../finding.js';
import { type ChangedKind, changedKinds, changeOf } from '../parts/changes.js';
import { asLine } from '../parts/lines.js';
import { eventRule, type RuleContext } from '../rule.js';

const mostChanges = 200;

const changeSchema = z
  .object({
    id: z.string().max(200),
    at: z.int(),
    kind: z.enum(changedKinds),
    object: z.string().max(200),
    name: z.string().max(200),
    isWorkspaceOneToken: z.boolean(),
    /** Okta's type of the event, and its words for people. */
    type: z.string().max(100),
    what: z.string().max(300),
    by: z.string().max(200).optional(),
  })
  .readonly();
type Change = z.infer<typeof changeSchema>;

const memorySchema = z.array(changeSchema).max(mostChanges).readonly();

/** What to look at when sign-ins fail after such a change; knowledge/ says why. */
const articles: Readonly<Record<ChangedKind, string>> = {
  // A changed issuer is what most often breaks it, and shows as a request that never arrives.
  'identity-provider': 'saml-request-missing',
  'routing-rule': 'saml-request-missing',
  // The app sends the name that Access looks for.
  app: 'no-access-to-service',
  token: 'okta-apps-disappeared',
};

/**
 * Somebody changed what joins Okta and Workspace ONE: who, when and what, so that whoever sees sign-ins fail an hour
 * later knows where to look. Changes of the same thing are one alert, over a day after the last of them. They are worth a
 * warning when they switch something off; only that the token of Workspace ONE was revoked is urgent by itself, unless
 * another of that name was made within the same day.
 */
export const configurationChanged = eventRule<readonly Change[]>({
  kind: 'events',
  id: 'configuration-changed',
  title: 'What joins Okta and Workspace ONE was changed',
  articles: [...new Set(Object.values(articles))],
  systems: ['okta'],
  memory: memorySchema,
  empty: [],
  remember,
  findings,
});

function remember(memory: readonly Change[], events: readonly AlertEvent[], { now, names }: RuleContext) {
  const changes = new Map(memory.map((one) => [one.id, one]));
  for (const event of events) {
    const found = changeOf(event, names);
    if (found === undefined) continue;
    const { kind, object, isWorkspaceOneToken } = found;
    const id = clipped(event.id, 200);
    changes.set(id, {
      id,
      at: Math.min(event.at, now),
      kind,
      object: clipped(object.id, 200),
      name: clipped(object.name, 200),
      isWorkspaceOneToken,
      type: clipped(event.type, 100),
      what: clipped(event.what, 300),
      ...(event.actor?.name ? { by: clipped(event.actor.name, 200) } : {}),
    });
  }
  const last = new Map<string, number>();
  for (const { object, at } of changes.values()) last.set(object, Math.max(at, last.get(object) ?? 0));
  return [...changes.values()]
    .filter(({ object }) => now - (last.get(object) ?? 0) < dayMs)
    .sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1))
    .slice(0, mostChanges);
}

function findings(memory: readonly Change[]): Finding[] {
  const objects = new Map<string, Change[]>();
  for (const one of memory) objects.set(one.object, [...(objects.get(one.object) ?? []), one]);
  const isReplaced = memory.some(({ isWorkspaceOneToken, type }) => isWorkspaceOneToken && type === created);
  return [...objects].flatMap(([object, changes]) => {
    const [latest] = changes;
    if (latest === undefined) return [];
    const lost = isReplaced ? undefined : changes.find((one) => one.isWorkspaceOneToken && one.type === revoked);
    const rank = lost !== undefined ? 2 : isOff(changes) ? 1 : 0;
    const title = asLine(lost === undefined ? titleOf(latest, changes.length) : lostTitle(lost));
    return changes.map((one) => ({
      group: `${one.kind} ${object}`,
      key: one.id,
      severity: severityOf[rank],
      title,
      text: asLine(`${moment(one.at)}, ${byOf(one)}: ${one.what}`),
      at: one.at,
      rank,
      // Whoever edits saves more than once; what is urgent does not wait.
      gathers: lost === undefined,
      systems: ['okta'],
      articleId: articles[one.kind],
    }));
  });
}

const severityOf = ['info', 'warning', 'critical'] as const;

/** Whether the last that was done about it is that it was switched off; `changes` are the newest first. */
function isOff(changes: readonly Change[]): boolean {
  const lifecycle = changes.find(({ type }) => /\.(?:create|add|activate|deactivate|delete)$/.test(type));
  return lifecycle !== undefined && /\.(?:deactivate|delete)$/.test(lifecycle.type);
}

const revoked = 'system.api_token.revoke';
const created = 'system.api_token.create';

const kindNames: Readonly<Record<ChangedKind, string>> = {
  'identity-provider': 'Okta’s identity provider',
  app: 'The app',
  'routing-rule': 'Okta’s routing rule',
  token: 'The Okta API token',
};

function titleOf(latest: Change, count: number): string {
  const object = `${kindNames[latest.kind]} “${clipped(latest.name, 100)}”`;
  if (latest.type === revoked) return `${object} was revoked by ${byOf(latest)}.`;
  if (latest.type === created) return `${object} was created by ${byOf(latest)}.`;
  if (count === 1) return `${object} was changed by ${byOf(latest)}: ${latest.what}.`;
  return `${object} was changed ${counted(count, 'time')}, last by ${byOf(latest)}: ${latest.what}.`;
}

function lostTitle(revocation: Change): string {
  return `The Okta API token “${clipped(revocation.name, 100)}” was revoked by ${byOf(revocation)}: if Workspace ONE Access uses it, the Okta apps vanish from its catalog. Enter a new token there.`;
}

function byOf({ by }: Change): string {
  return by ?? 'somebody whom Okta does not name';
}
