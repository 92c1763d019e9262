import * as z from 'zod';
import { productNames, productSchema } from '../../model/system.js';
import type { AlertEvent } from '../event.js';
import type { Finding } from '../finding.js';
import { type Comer, type Crowd, crowdSchema, joined, present, since, stretchOf } from '../parts/crowd.js';
import { deviceArticles, deviceFailure, unmanagedArticle } from '../parts/device-failure.js';
import { asLine, clock, people } from '../parts/lines.js';
import { eventRule, type RuleContext } from '../rule.js';

const hourMs = 60 * 60_000;
const size = { stretchMs: hourMs / 4, most: 50 };
const mostTexts = 20;

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
  })
  .readonly();
type Memory = z.infer<typeof memorySchema>;

/**
 * Devices of several people are not trusted within an hour: Okta's Device Trust, or Mobile SSO or Device Compliance at
 * Access. What one article is about is one alert, in whichever system it shows; so is, without an article, the same
 * result. People are told apart by the first part of their login, which both systems have. It is over when the last hour
 * has less than half of the people that it takes, so that it does not come and go with the last one.
 */
export const deviceTrustFailures = eventRule<Memory>({
  kind: 'events',
  id: 'device-trust-failures',
  title: 'Devices of several people are not trusted',
  articles: [...deviceArticles],
  systems: ['okta', 'access'],
  memory: memorySchema,
  empty: { texts: [], alarms: [] },
  remember,
  findings,
});

function remember(memory: Memory, events: readonly AlertEvent[], { now, thresholds, articleFor }: RuleContext): Memory {
  const oldest = stretchOf(now - hourMs, size.stretchMs);
  const texts = new Map(memory.texts.map((one) => [`${one.system} ${one.text}`, one]));
  const comers = new Map<string, Comer[]>();
  for (const event of events) {
    const { system, personId, login } = event;
    const at = Math.min(event.at, now);
    const failure = at < oldest ? undefined : deviceFailure(event, articleFor);
    if (failure === undefined || personId === undefined) continue;
    const key = `${system} ${failure.text}`;
    if (!texts.has(key)) texts.set(key, { system, ...failure, failed: [] });
    const comer = { personId: login?.split('@', 1)[0]?.toLowerCase() ?? personId, at, login };
    const same = comers.get(key);
    if (same === undefined) comers.set(key, [comer]);
    else same.push(comer);
  }
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
  return { texts: next, alarms };
}

function keyOf({ system, text }: DeviceText): string {
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
    const { people: shown, count } = present(crowdOf(same), now - hourMs);
    const systems = [...new Set(same.map(({ system }) => system))];
    const where = systems.map((system) => productNames[system]).join(' and ');
    const about = count > shown.length ? 'about ' : '';
    const title = asLine(
      `${where} did not trust the devices of ${about}${people(count)} within an hour: “${first.text}”.`,
    );
    return shown.map(({ id, at, login }) => ({
      group,
      key: String(id),
      severity: first.articleId === unmanagedArticle ? 'info' : 'warning',
      title,
      text: asLine(`${login ?? 'Somebody who was not recognised'}, ${clock(at)}`),
      at,
      rank: 0,
      gathers: true,
      systems,
      articleId: first.articleId,
      person: login,
    }));
  });
}
