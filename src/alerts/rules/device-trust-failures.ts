import * as z from 'zod';
import { loopArticle } from '../../lookups/events/loop.js';
import { unmanagedArticle } from '../../lookups/events/okta-event.js';
import { type Product, productNames, productSchema } from '../../model/system.js';
import type { AlertEvent } from '../event.js';
import type { Finding } from '../finding.js';
import { type Comer, type Crowd, countBeyond, crowdSchema, joined, present, since, stretchOf } from '../parts/crowd.js';
import { deviceArticles, deviceFailure } from '../parts/device-failure.js';
import { goingRound, inBothSystems, signingInsSchema } from '../parts/going-round.js';
import { asLine, clock, somePeople } from '../parts/lines.js';
import { eventRule, type RuleContext } from '../rule.js';

const hourMs = 60 * 60_000;
const size = { stretchMs: hourMs / 4, most: 50 };
const mostTexts = 20;
/** What stands in place of an error text for browsers that go round: those have none. */
const loop = { system: 'access', text: 'goes round between Okta and Access', articleId: loopArticle } as const;

const textSchema = z
  .object({
    system: productSchema,
    text: z.string().max(200),
    articleId: z.string().max(200).optional(),
    failed: crowdSchema,
  })
  .readonly();
type DeviceText = z.infer<typeof textSchema>;

const memorySchema = z
  .object({
    texts: z.array(textSchema).max(mostTexts).readonly(),
    /** Groups with an alarm. */
    alarms: z.array(z.string().max(300)).max(mostTexts).readonly(),
    signingIns: signingInsSchema,
  })
  .readonly();
type Memory = z.infer<typeof memorySchema>;

/**
 * Devices of several people are not trusted within an hour: Okta's Device Trust, or Mobile SSO or Device Compliance at
 * Access. What one article is about is one alert, in whichever system it shows; so is, without an article, the same
 * result. So are browsers that go round between the two, which nobody refuses: a loop is what Device Trust makes of an
 * answer that lacks the device. People are told apart by the first part of their login, which both systems have. It is over when the last hour
 * has less than half of the people that it takes, so that it does not come and go with the last one.
 */
export const deviceTrustFailures = eventRule<Memory>({
  kind: 'events',
  id: 'device-trust-failures',
  title: 'Devices of several people are not trusted, or go round in circles',
  articles: [...deviceArticles, loopArticle],
  systems: ['okta', 'access'],
  memory: memorySchema,
  empty: { texts: [], alarms: [], signingIns: [] },
  remember,
  findings,
});

function remember(memory: Memory, events: readonly AlertEvent[], context: RuleContext): Memory {
  const { now, thresholds, articleFor, behind } = context;
  const oldest = stretchOf(now - hourMs, size.stretchMs);
  const texts = new Map(memory.texts.map((one) => [keyOf(one), one]));
  const comers = new Map<string, Comer[]>();
  const { signingIns, loopers } = goingRound(memory.signingIns, events, { now, isOktaKnown: !behind.includes('okta') });
  const add = (told: Omit<DeviceText, 'failed'>, comer: Comer) => {
    const key = keyOf(told);
    if (!texts.has(key)) texts.set(key, { ...told, failed: [] });
    const same = comers.get(key);
    if (same === undefined) comers.set(key, [comer]);
    else same.push(comer);
  };
  for (const event of events) {
    const { system, login } = event;
    const personId = inBothSystems(event);
    const at = Math.min(event.at, now);
    const failure = at < oldest ? undefined : deviceFailure(event, articleFor);
    if (failure === undefined || personId === undefined) continue;
    add({ system, ...failure }, { personId, at, login });
  }
  for (const looper of loopers) add(loop, looper);
  const next = [...texts]
    .map(([key, one]) => ({ ...one, failed: since(joined(one.failed, comers.get(key) ?? [], size), oldest) }))
    .filter(({ failed }) => failed.length > 0)
    .map((one) => ({ one, count: present(one.failed).count }))
    .sort((a, b) => b.count - a.count || (keyOf(a.one) < keyOf(b.one) ? -1 : 1))
    .slice(0, mostTexts)
    .map(({ one }) => one);
  const alarms = [...byGroup(next)].flatMap(([group, same]) => {
    const { count } = present(crowdOf(same), now - hourMs);
    const need = thresholds.deviceTrustPeople;
    return count >= need || (memory.alarms.includes(group) && count > 0 && count >= need / 2) ? [group] : [];
  });
  return { texts: next, alarms, signingIns };
}

function keyOf({ system, text }: Pick<DeviceText, 'system' | 'text'>): string {
  return `${system} ${text}`;
}

function byGroup(texts: readonly DeviceText[]): ReadonlyMap<string, readonly DeviceText[]> {
  const groups = new Map<string, DeviceText[]>();
  for (const one of texts) {
    const group = one.articleId ?? keyOf(one);
    groups.set(group, [...(groups.get(group) ?? []), one]);
  }
  return groups;
}

function crowdOf(texts: readonly DeviceText[]): Crowd {
  return texts.flatMap(({ failed }) => failed);
}

function findings({ texts, alarms }: Memory, { now }: RuleContext): Finding[] {
  return [...byGroup(texts)].flatMap(([group, same]) => {
    const [first] = same;
    if (first === undefined || !alarms.includes(group)) return [];
    const shown = present(crowdOf(same), now - hourMs);
    const outOf = countBeyond(shown);
    const systems = [...new Set(same.map(({ system }) => system))];
    const title = asLine(titleOf(first, systems, somePeople(shown.count, outOf)));
    return shown.people.map(({ id, at, login }) => ({
      group,
      key: String(id),
      severity: first.articleId === unmanagedArticle ? 'info' : 'warning',
      title,
      text: asLine(`${login ?? 'Somebody who was not recognised'}, ${clock(at)}`),
      at,
      rank: 0,
      gathers: true,
      outOf,
      systems,
      articleId: first.articleId,
      person: login,
    }));
  });
}

function titleOf({ articleId, text }: DeviceText, systems: readonly Product[], whose: string): string {
  if (articleId === loopArticle) {
    return `Browsers of ${whose} went round between Okta and Workspace ONE Access within an hour: sign-in after sign-in at Access, and no Okta session.`;
  }
  const where = systems.map((system) => productNames[system]).join(' and ');
  return `${where} did not trust the devices of ${whose} within an hour: “${text}”.`;
}
