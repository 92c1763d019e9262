import type { Config } from './config.js';
import type { Tenants } from './connectors/index.js';
import type { RunChecks } from './desk/diagnose.js';
import type { LinkOf } from './diagnosis/index.js';
import { consoleLink } from './model/console.js';
import type { Log } from './model/log.js';
import { products } from './model/system.js';
import type { Understand } from './model/understanding.js';

/** How checks reach the live systems; asked anew for each run, since both can be replaced while running. */
interface Reach {
  readonly tenants: () => Tenants;
  readonly understand: () => Understand;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly log: Log;
}

/** Where a step happens in the consoles of the configured systems. */
export function consoleLinks({ tenants }: Pick<Config, 'tenants'>): LinkOf {
  const hosts = Object.fromEntries(
    products.flatMap((product) => [[product, tenants[product]?.url]]).filter(([, url]) => url),
  );
  return ({ place, where }) => (where === undefined ? undefined : consoleLink(place, where, hosts));
}

/** The door to the checks; undefined when no live system is configured. */
export function createRunChecks(
  { tenants: configured, names }: Pick<Config, 'tenants' | 'names'>,
  { tenants, understand, now, log }: Reach,
): RunChecks | undefined {
  if (products.every((product) => configured[product] === undefined)) return undefined;
  // Loaded with the first question, and remembered with what was read.
  const opening = { current: undefined as Promise<Opened> | undefined };
  return async (ids, options) => {
    opening.current ??= open(now);
    const { checks, readings, runChecks } = await opening.current;
    const chosen =
      ids === 'tenant'
        ? checks.filter(({ about }) => about === 'tenant')
        : ids.flatMap((id) => checks.find((check) => check.id === id) ?? []);
    const context = { tenants: tenants(), understand: understand(), now, settings: names, readings, log };
    return runChecks(chosen, context, options);
  };
}

type Opened = Awaited<ReturnType<typeof open>>;

async function open(now: () => number) {
  const { checks, createReadings, runChecks } = await import('./checks/index.js');
  return { checks, runChecks, readings: createReadings(now) };
}
