import { type AlertEngine, type AlertParts, openAlerts } from '../../../src/alerts/engine.js';
import type { AlertEvent } from '../../../src/alerts/event.js';
import type { Finding } from '../../../src/alerts/finding.js';
import type { Rule } from '../../../src/alerts/rule.js';
import type { RuleId } from '../../../src/model/alert.js';
import type { Store } from '../../../src/state/store.js';
import { settings, start } from './findings.js';
import { SlackInMemory } from './slack-in-memory.js';

/** A store that only remembers, as JSON, so that nothing is shared. `step` as in `SlackInMemory`. */
export class StoreInMemory {
  readonly records = new Map<string, string>();
  step: (when: 'before' | 'after', what: string) => void = () => {};

  async get(collection: string, key: string): Promise<unknown> {
    const json = this.records.get(`${collection}/${key}`);
    return json === undefined ? undefined : JSON.parse(json);
  }

  async put(collection: string, key: string, value: unknown): Promise<void> {
    this.step('before', 'put');
    this.records.set(`${collection}/${key}`, JSON.stringify(value));
    this.step('after', 'put');
  }
}

/** A rule that finds what `findings` says at the moment. */
export function ruleThatFinds(id: RuleId, findings: () => readonly Finding[]): Rule {
  return {
    kind: 'state',
    id,
    title: 'A rule of the test',
    articles: [],
    systems: ['okta'],
    everyMs: 0,
    read: async () => findings(),
  };
}

/** What a bot of the test consists of; `clock.now` is moved by hand. */
export interface Bench {
  readonly slack: SlackInMemory;
  readonly store: StoreInMemory;
  readonly clock: { now: number };
  /** Opens the alerts on what the store holds, as after a start. */
  open(parts?: Partial<AlertParts>): Promise<AlertEngine>;
  readonly logged: { readonly level: string; readonly message: string }[];
}

export function bench(rules: readonly Rule[]): Bench {
  const slack = new SlackInMemory();
  const store = new StoreInMemory();
  const clock = { now: start };
  const logged: { level: string; message: string }[] = [];
  const log = (level: string) => (message: string) => void logged.push({ level, message });
  return {
    slack,
    store,
    clock,
    logged,
    open: (parts = {}) =>
      openAlerts({
        store: store as unknown as Store,
        notifier: slack,
        tenants: () => ({}),
        understand: () => () =>
          ({
            decision: 'none',
            intents: [],
            entities: { users: [], errorCodes: [] },
            facts: [],
            redactions: [],
            excerpt: '',
          }) as never,
        titleOf: () => undefined,
        asked: async () => [],
        rules,
        feeds: [],
        settings,
        names: { app: 'Workspace ONE', identityProvider: 'Workspace ONE', token: 'Workspace ONE' },
        now: () => clock.now,
        log: { debug: log('debug'), info: log('info'), warn: log('warn'), error: log('error') },
        ...parts,
      }),
  };
}

/** An event, as plain as can be. */
export function event(overrides: Partial<AlertEvent> & Pick<AlertEvent, 'id'>): AlertEvent {
  return {
    system: 'okta',
    at: start,
    type: 'user.session.start',
    failed: true,
    what: 'User login to Okta',
    reason: 'INVALID_CREDENTIALS',
    targets: [],
    ...overrides,
  };
}
