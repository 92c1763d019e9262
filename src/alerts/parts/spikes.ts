import { products } from '../../model/system.js';
import type { AlertEvent } from '../event.js';
import type { RuleContext } from '../rule.js';
import { type Comer, forGood, gathered, joined, present } from './crowd.js';
import { type FailingText, type FailingTexts, keyOf, mostTexts, type Tried } from './failing-texts.js';
import { type Trial, trialsOf } from './sign-in-trials.js';
import { folded, openFrom, total } from './usual.js';

const dayMs = 24 * 60 * 60_000;
/** Measured on made-up companies with four texts that fail by chance: five gave six alarms in 84 days, six none in 140. */
const deviations = 6;
/** Twelve hours in which people sign in. Before, what is usual is not known. */
const enoughStretches = 48;
/** Without knowing what is usual: such a share of all who try. */
const muchOfAll = 0.25;
const mostTriers = 200;
const mostPeople = 50;

/** The memory after these events: who tried and who failed, and which texts have an alarm. Pure. */
export function remember(memory: FailingTexts, events: readonly AlertEvent[], context: RuleContext): FailingTexts {
  const { now, thresholds } = context;
  const windowMs = thresholds.spikeWindowMs;
  const before = memory.windowMs === windowMs ? memory : { windowMs, tried: [], texts: [] };
  const open = openFrom(now, windowMs);
  const tried: Tried[] = [];
  const texts: FailingText[] = [];
  for (const system of products) {
    const known = before.tried.find((one) => one.system === system);
    const counts = known?.openFrom ?? now - 7 * dayMs;
    const trials = events.flatMap((event) => (event.system === system ? trialsOf(event, counts, context) : []));
    if (known === undefined && trials.length === 0) continue;
    const joining = { crowd: known?.recent ?? [], usual: known?.usual ?? [] };
    const everybody = joined(joining.crowd, trials, { stretchMs: windowMs, most: mostTriers });
    const after = folded(everybody, joining.usual, open, now);
    const one = { system, openFrom: Math.max(open, known?.openFrom ?? 0), recent: after.crowd, usual: after.usual };
    tried.push(one);
    const own = before.texts.filter((text) => text.system === system);
    texts.push(...textsAfter(own, trials, one, { windowMs, open, context }));
  }
  return { windowMs, tried, texts: texts.sort(byWeight).slice(0, mostTexts).sort(byKey) };
}

interface Around {
  readonly windowMs: number;
  readonly open: number;
  readonly context: RuleContext;
}

function textsAfter(known: readonly FailingText[], trials: readonly Trial[], tried: Tried, around: Around) {
  const { windowMs, open, context } = around;
  const texts = new Map(known.map((one) => [one.text, one]));
  const failing = new Map<string, Trial[]>();
  for (const trial of trials) {
    if (trial.text === undefined) continue;
    const same = failing.get(trial.text);
    if (same === undefined) failing.set(trial.text, [trial]);
    else same.push(trial);
  }
  const { system } = tried;
  for (const text of commonest(failing, texts)) texts.set(text, { system, text, recent: [], usual: [] });
  return [...texts.values()].flatMap((one) => {
    const comers = failing.get(one.text) ?? [];
    const recent = joined(one.recent, comers, { stretchMs: windowMs, most: mostPeople });
    const after = folded(recent, one.usual, open, context.now);
    const articleId = one.articleId ?? comers.flatMap((trial) => trial.articleId ?? []).sort()[0];
    const next = { ...one, ...(articleId === undefined ? {} : { articleId }), recent: after.crowd, usual: after.usual };
    if (next.recent.length + next.usual.length === 0) return [];
    return [withAlarm(next, comers, tried, context)];
  });
}

/** New texts that most people failed with: no more than could be kept. */
function commonest(failing: ReadonlyMap<string, readonly Trial[]>, known: ReadonlyMap<string, FailingText>): string[] {
  return [...failing]
    .filter(([text]) => !known.has(text))
    .map(([text, trials]) => ({ text, people: new Set(trials.map(({ personId }) => personId)).size }))
    .sort((a, b) => b.people - a.people || (a.text < b.text ? -1 : 1))
    .slice(0, mostTexts)
    .map(({ text }) => text);
}

function withAlarm(one: FailingText, comers: readonly Comer[], tried: Tried, context: RuleContext): FailingText {
  const { now, thresholds } = context;
  const { spikePeople, spikeTimes, spikeWindowMs } = thresholds;
  const { alarm, ...calm } = one;
  const failing = present(one.recent, now - spikeWindowMs);
  const trying = present(tried.recent, now - spikeWindowMs).count;
  const isWidespread = failing.count >= 2 * spikePeople && failing.count >= trying / 2;
  const usual = usualOf(one, tried, trying);
  const need = Math.max(spikePeople, Math.ceil(neededFor(usual, trying, spikeTimes)));
  if (alarm === undefined) {
    if (failing.count < need) return calm;
    const failed = gathered(one.recent, now - spikeWindowMs, mostPeople);
    return { ...calm, alarm: { at: now, need, isWidespread, failed, ...(usual === undefined ? {} : { usual }) } };
  }
  const isUsualNow = now - alarm.at >= dayMs && failing.count < need;
  if (isUsualNow || failing.count < Math.max(1, alarm.need / 2)) return calm;
  const failed = joined(alarm.failed, comers, { stretchMs: forGood, most: mostPeople });
  return { ...calm, alarm: { ...alarm, isWidespread: alarm.isWidespread || isWidespread, failed } };
}

/** How many people fail so in a window, as a rule: the larger of two estimates. Undefined as long as nobody can know. */
function usualOf({ usual }: FailingText, tried: Tried, trying: number): number | undefined {
  const all = total(tried.usual);
  if (all.stretches < enoughStretches) return undefined;
  const failed = total(usual).people;
  return Math.max(failed / all.stretches, (failed / Math.max(1, all.people)) * trying);
}

function neededFor(usual: number | undefined, trying: number, times: number): number {
  if (usual === undefined) return trying * muchOfAll;
  return Math.max(usual * times, usual + deviations * Math.sqrt(usual));
}

/** Which texts are kept when there are too many. */
function byWeight(a: FailingText, b: FailingText): number {
  const alarms = Number(b.alarm !== undefined) - Number(a.alarm !== undefined);
  return alarms || weightOf(b) - weightOf(a) || byKey(a, b);
}

function weightOf({ recent, usual }: FailingText): number {
  return present(recent).count + total(usual).people;
}

function byKey(a: FailingText, b: FailingText): number {
  return keyOf(a) < keyOf(b) ? -1 : 1;
}
