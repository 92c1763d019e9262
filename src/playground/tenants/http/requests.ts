import type { Product } from '../../../model/system.js';

/** One request that a system was asked. Never holds headers: they carry credentials. */
export interface RecordedRequest {
  readonly system: Product;
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Missing until answered, and for ever when the connection broke. */
  status?: number;
}

/** What the systems were asked, for tests that count calls. */
export interface RequestLog {
  /** The last requests (at most 5,000), oldest first. */
  list(system?: Product): readonly RecordedRequest[];
  /** How many since the start or the last `clear`. */
  count(system?: Product): number;
  /** The most requests that were open at once. */
  peak(system: Product): number;
  /** How many requests are open now. */
  open(system: Product): number;
  /** Resolves once nobody has asked anything for a moment, or has gone on asking for some seconds. */
  quiet(): Promise<void>;
  clear(): void;
}

/** How the servers write it. */
export interface RequestRecorder extends RequestLog {
  start(request: RecordedRequest): void;
  end(request: RecordedRequest, status?: number): void;
}

const kept = 5_000;
/** What belongs together is asked with less between. */
const momentMs = 100;
const longestMs = 3_000;

/** An empty log. */
export const createRequestRecorder = (): RequestRecorder => {
  let requests: RecordedRequest[] = [];
  const counts = new Map<Product, number>();
  const open = new Map<Product, number>();
  const peaks = new Map<Product, number>();
  /** Called when something is asked or answered. */
  const watchers = new Set<() => void>();
  const stir = (): void => {
    for (const watcher of watchers) watcher();
  };
  return {
    list: (system) => requests.filter((request) => system === undefined || request.system === system),
    count: (system) =>
      system === undefined ? [...counts.values()].reduce((sum, count) => sum + count, 0) : (counts.get(system) ?? 0),
    peak: (system) => peaks.get(system) ?? 0,
    open: (system) => open.get(system) ?? 0,
    quiet: () =>
      new Promise((resolve) => {
        // The machine's time: the simulated one stands still or jumps meanwhile.
        let moment: ReturnType<typeof setTimeout> | undefined;
        const done = (): void => {
          clearTimeout(moment);
          clearTimeout(longest);
          watchers.delete(look);
          resolve();
        };
        const look = (): void => {
          clearTimeout(moment);
          if ([...open.values()].every((count) => count === 0)) moment = setTimeout(done, momentMs);
        };
        const longest = setTimeout(done, longestMs);
        watchers.add(look);
        look();
      }),
    clear() {
      requests = [];
      counts.clear();
      peaks.clear();
    },
    start(request) {
      requests.push(request);
      // Cut in one go, so that thousands of requests cost no copying each.
      if (requests.length > 2 * kept) requests = requests.slice(-kept);
      const now = (open.get(request.system) ?? 0) + 1;
      counts.set(request.system, (counts.get(request.system) ?? 0) + 1);
      open.set(request.system, now);
      peaks.set(request.system, Math.max(now, peaks.get(request.system) ?? 0));
      stir();
    },
    end(request, status) {
      if (status !== undefined) request.status = status;
      open.set(request.system, Math.max(0, (open.get(request.system) ?? 0) - 1));
      stir();
    },
  };
};
