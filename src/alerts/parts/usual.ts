import * as z from 'zod';
import { type Crowd, present, stretchOf } from './crowd.js';

const dayMs = 24 * 60 * 60_000;
/** What is usual is what was in so many days; every weekday is among them. */
const daysKept = 7;

const day = z
  .object({
    /** Days since 1970. */
    day: z.int(),
    /** Stretches of time in which anybody was there. */
    stretches: z.int(),
    /** People in each of them, added up: somebody who comes back in another stretch counts again. */
    people: z.number(),
  })
  .readonly();

/** How many people there were in each stretch of the last seven days, as a sum for each day. */
export const usualSchema = z
  .array(day)
  .max(daysKept + 2)
  .readonly();
export type Usual = z.infer<typeof usualSchema>;

/** Both together, for a crowd whose stretches before `before` are over. */
export function folded(crowd: Crowd, usual: Usual, before: number, now: number): { crowd: Crowd; usual: Usual } {
  const days = new Map(usual.map((one) => [one.day, one]));
  for (const one of crowd.filter(({ from }) => from < before)) {
    const number = Math.floor(one.from / dayMs);
    const known = days.get(number) ?? { day: number, stretches: 0, people: 0 };
    const { count } = present([one]);
    days.set(number, { day: number, stretches: known.stretches + 1, people: known.people + count });
  }
  const oldest = Math.floor(now / dayMs) - daysKept;
  return {
    crowd: crowd.filter(({ from }) => from >= before),
    usual: [...days.values()].filter((one) => one.day >= oldest).sort((a, b) => a.day - b.day),
  };
}

/** The sums of all days. */
export function total(usual: Usual): { readonly stretches: number; readonly people: number } {
  return usual.reduce(
    (sum, { stretches, people }) => ({ stretches: sum.stretches + stretches, people: sum.people + people }),
    { stretches: 0, people: 0 },
  );
}

/** The beginning of the first stretch that is not over, or reaches into the window that ends now. */
export function openFrom(now: number, windowMs: number): number {
  return stretchOf(now - windowMs, windowMs);
}
