import type { Quota } from '../connectors/http/quota.js';
import type { Product } from '../model/system.js';
import type { Client, Source } from './source.js';
import { refusalToSpare } from './spare.js';

/** One read and when it was made. */
export interface Reading<T> {
  readonly value: T;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What was read of the live systems of late: many checks look at the same thing, and each thing is read once. */
export interface Readings {
  /**
   * The source's value, read at `since` (milliseconds since 1970) or later; those who ask at the same time share one read. Rejects as the source
   * does, or with `rate-limited` when little is left of the system's limit; a failure is shared but not kept.
   */
  read<System extends Product, Args extends readonly unknown[], T>(
    source: Source<System, Args, T>,
    client: Client<System>,
    args: Args,
    since: number,
  ): Promise<Reading<T>>;
}

/** Workspace ONE Access says nothing of its limits. */
function leftOf(client: object): readonly Quota[] {
  return 'quota' in client && typeof client.quota === 'function' ? client.quota() : [];
}

/** Beyond this the oldest are forgotten: readings about people must not pile up. */
const mostKept = 200;
/** Nothing is of use after that. */
const longestKeptMs = 60_000;

type Kept = Map<string, { readonly at: number; readonly reading: Promise<Reading<unknown>> }>;

/** Opens an empty memory of readings. What a client gave goes with that client. `now`: milliseconds since 1970. */
export function createReadings(now: () => number): Readings {
  const ofClients = new WeakMap<object, Kept>();

  function keptOf(client: object): Kept {
    const kept = ofClients.get(client) ?? new Map();
    ofClients.set(client, kept);
    return kept;
  }

  function forgetOld(kept: Kept): void {
    for (const [key, { at }] of kept) {
      if (kept.size <= mostKept && at > now() - longestKeptMs) break;
      kept.delete(key);
    }
  }

  return {
    read<System extends Product, Args extends readonly unknown[], T>(
      source: Source<System, Args, T>,
      client: Client<System>,
      args: Args,
      since: number,
    ): Promise<Reading<T>> {
      const kept = keptOf(client);
      forgetOld(kept);
      const key = JSON.stringify([source.id, ...args]);
      const known = kept.get(key);
      // The key names the source, and a source has one type.
      if (known !== undefined && known.at >= since) return known.reading as Promise<Reading<T>>;
      const at = now();
      const refusal = refusalToSpare(source, leftOf(client));
      const reading =
        refusal === undefined
          ? source.read(client, ...args).then((value) => ({ value, at }))
          : Promise.reject<Reading<T>>(refusal);
      // Anew at the end of the map, which is in order of age.
      kept.delete(key);
      kept.set(key, { at, reading });
      reading.catch(() => {
        if (kept.get(key)?.reading === reading) kept.delete(key);
      });
      return reading;
    },
  };
}
