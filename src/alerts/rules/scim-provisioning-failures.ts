import * as z from 'zod';
import { clipped } from '../../lookups/wording/time.js';
import type { AlertEvent } from '../event.js';
import type { Finding } from '../finding.js';
import { failureText } from '../parts/failure-text.js';
import { asLine, clock, somePeople } from '../parts/lines.js';
import { targetNamed } from '../parts/named.js';
import { eventRule, type RuleContext } from '../rule.js';

const hourMs = 60 * 60_000;
const mostPeople = 300;

/** Somebody whose provisioning failed, and has not worked since. Moments are milliseconds since 1970. */
const failingSchema = z
  .object({
    person: z.string().max(200),
    login: z.string().max(200).optional(),
    /** Why, in the words of the other side; empty as long as no event of this person has said. */
    text: z.string().max(200),
    at: z.int(),
    /** When it worked last, if that is known: a failure that arrives late is no news then. */
    workedAt: z.int().optional(),
  })
  .readonly();
type Failing = z.infer<typeof failingSchema>;

const memorySchema = z.array(failingSchema).max(mostPeople).readonly();

/**
 * Provisioning to Workspace ONE's app fails. People with the same reason are one alert, whoever they are; an attempt for
 * which Okta gives no reason belongs to the reason that the same person's other attempts have. It is over when nobody
 * has failed so for an hour, or when those who did were provisioned since.
 */
export const scimProvisioningFailures = eventRule<readonly Failing[]>({
  kind: 'events',
  id: 'scim-provisioning-failures',
  title: 'Provisioning to Workspace ONE fails',
  articles: ['scim-distinguished-name-missing', 'scim-user-creation-not-supported', 'scim-domain-mismatch'],
  systems: ['okta'],
  memory: memorySchema,
  empty: [],
  remember,
  findings,
});

function remember(
  memory: readonly Failing[],
  events: readonly AlertEvent[],
  { now, names }: RuleContext,
): readonly Failing[] {
  const own = events.filter(
    (event) =>
      event.system === 'okta' &&
      event.type.startsWith('application.provision.user.') &&
      targetNamed(event, 'AppInstance', names.app) !== undefined,
  );
  const byPerson = new Map(memory.map((one) => [one.person, one]));
  // The newest last, and of two at the same moment always the same one: the order of arrival means nothing.
  for (const event of own.filter(({ failed }) => failed).sort(inOrder)) {
    if (event.personId === undefined) continue;
    const person = clipped(event.personId, 200);
    const login = event.login === undefined ? undefined : clipped(event.login, 200);
    const known = byPerson.get(person);
    const at = Math.min(now, Math.max(event.at, known?.at ?? 0));
    const said = event.reason === '' ? '' : failureText(event);
    const text = said !== '' && event.at >= (known?.at ?? 0) ? said : known?.text || said;
    byPerson.set(person, { ...known, person, text, at, ...(login === undefined ? {} : { login }) });
  }
  for (const { personId = '', at, failed } of own) {
    const known = byPerson.get(clipped(personId, 200));
    if (failed || known === undefined) continue;
    byPerson.set(known.person, { ...known, workedAt: Math.max(at, known.workedAt ?? 0) });
  }
  const all = [...byPerson.values()];
  const last = new Map<string, number>();
  for (const { text, at } of all) last.set(text, Math.max(at, last.get(text) ?? 0));
  return all
    .filter(({ text }) => now - (last.get(text) ?? 0) < hourMs)
    .sort((a, b) => b.at - a.at || (a.person < b.person ? -1 : 1))
    .slice(0, mostPeople);
}

function inOrder(a: AlertEvent, b: AlertEvent): number {
  return a.at - b.at || (a.id < b.id ? -1 : 1);
}

function findings(memory: readonly Failing[], { articleFor, thresholds }: RuleContext): Finding[] {
  const groups = new Map<string, Failing[]>();
  for (const one of memory) {
    if ((one.workedAt ?? 0) > one.at) continue;
    const group = articleOf(one, articleFor) ?? (one.text || noReason);
    groups.set(group, [...(groups.get(group) ?? []), one]);
  }
  return [...groups].flatMap(([group, failing]) => {
    const [first] = failing;
    if (first === undefined || failing.length < thresholds.provisioningPeople) return [];
    const articleId = articleOf(first, articleFor);
    const isToken = isRefused(first.text);
    // Whoever was too many to keep is of one of these groups.
    const outOf = memory.length < mostPeople ? undefined : ({ count: failing.length, roughly: 'at least' } as const);
    const title = asLine(titleOf(somePeople(failing.length, outOf), first.text, isToken));
    return failing.map(({ person, login, text, at }) => ({
      group,
      key: person,
      severity: isToken ? 'critical' : 'warning',
      title,
      text: asLine(
        `${login ?? 'Somebody whose login is not told'}, ${clock(at)}${text === first.text ? '' : `: ${text}`}`,
      ),
      at,
      rank: 0,
      gathers: true,
      outOf,
      systems: ['okta'],
      articleId,
      person: login,
    }));
  });
}

const noReason = 'no reason given';

function articleOf({ text }: Failing, articleFor: RuleContext['articleFor']): string | undefined {
  return text === '' ? undefined : articleFor(text);
}

/** Then nobody at all is provisioned: the bearer token of the connection has expired (reference: okta-api.md, 2.7). */
function isRefused(text: string): boolean {
  return /\bunauthori[sz]ed\b|\binvalid token\b|\b401\b/i.test(text);
}

function titleOf(whom: string, text: string, isToken: boolean): string {
  const begin = `Provisioning to Workspace ONE fails for ${whom}`;
  if (isToken) {
    return `${begin}: Workspace ONE Access refuses Okta’s token (“${clipped(text, 150)}”). Make a new one and enter it in the provisioning settings of the app in Okta.`;
  }
  return text === ''
    ? `${begin}, and Okta does not say why: look at the tasks in the Okta Admin Console.`
    : `${begin}: “${text.replace(/\.$/, '')}”.`;
}
