/** The shipped alerts without what only a running bot has: no disk, and a Slack that merely takes what it is told. */
import { feeds, openAlerts, rules } from '../../dist/alerts/index.js';
import { defaultAlertSettings } from '../../dist/alerts/settings.js';
import { collections } from '../../dist/state/collections.js';

export const names = { app: 'Workspace ONE', identityProvider: 'Workspace ONE', token: 'Workspace ONE' };
const settings = { ...defaultAlertSettings, channel: 'C0ALERTS' };

/** Opens the alerts at their default settings; `parts` replaces any of them. `store`, `posted`: what came of it. */
export async function openEngine(parts) {
  const store = storeInMemory();
  const posted = {};
  const engine = await openAlerts({
    store,
    notifier: {
      async post(_channel, { rule }) {
        posted[rule] = (posted[rule] ?? 0) + 1;
        return String(parts.now());
      },
      async update() {},
      async note() {},
    },
    titleOf: () => undefined,
    asked: async () => [],
    rules,
    feeds,
    settings,
    names,
    log: { debug() {}, info() {}, warn: fail, error: fail },
    ...parts,
  });
  return { engine, store, posted };
}

/** Keeps one record as the bot's store does, checked and as JSON, but writes no file. */
function storeInMemory() {
  let json = '';
  let last;
  let spent = 0;
  return {
    get: async () => undefined,
    async put(collection, _key, value) {
      const start = performance.now();
      if (!collections[collection].schema.safeParse(value).success) throw new TypeError(`No record of ${collection}.`);
      json = JSON.stringify(value);
      last = value;
      spent += performance.now() - start;
    },
    /** What was put last: the engine's own, no copy. */
    value: () => last,
    /** Characters of its JSON. */
    size: () => json.length,
    /** Milliseconds that keeping took. */
    spent: () => spent,
  };
}

/** What the bot would only log is no good run here. */
function fail(message, { err } = {}) {
  throw new Error(message, { cause: err });
}
