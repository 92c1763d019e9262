import type { Tenants } from '../../src/connectors/index.js';
import type { Product } from '../../src/model/system.js';
import { createManualClock } from '../playground/manual-clock.js';

/** How long each system takes for every answer, in milliseconds. */
export type Latencies = Readonly<Record<Product, number>>;

const nothing = { items: [], more: false };
const ann = {
  id: '00uannace0000000000a',
  status: 'ACTIVE',
  profile: { login: 'ann@acme.example', email: 'ann@acme.example', firstName: 'Ann', lastName: 'Ace' },
};

/** What the systems answer: a person whom everybody knows, so that every lookup asks all that it ever asks. */
const answers: Readonly<Record<string, unknown>> = {
  'okta.getUser': ann,
  'okta.whoAmI': ann,
  'okta.findUsers': { items: [ann], more: false },
  'access.findUsers': {
    items: [{ id: 'a1', userName: 'ann', emails: ['ann@acme.example'], userPrincipalName: 'ann@acme.example' }],
    more: false,
  },
  'access.auditEvents': { ...nothing, unreadable: 0 },
  'access.samlMetadata': { entityId: 'https://ws1.acme.example/idp.xml', certificates: [], xml: '' },
  'uem.devicesOfUser': {
    items: [{ id: '9', userName: 'ann', platform: 'Apple', model: 'iPhone', brokenPolicies: [] }],
    more: false,
  },
};

/** Runs something against tenants that take their time, and says how long it took in theirs. Nobody sleeps. */
export async function timeTaken(latencies: Latencies, run: (tenants: Tenants) => Promise<unknown>): Promise<number> {
  const clock = createManualClock(0);
  const client = (system: Product) =>
    new Proxy(
      {},
      {
        get: (_target, method) => () =>
          new Promise((resolve) => {
            clock.after(latencies[system], () => resolve(answers[`${system}.${String(method)}`] ?? nothing));
          }),
      },
    );
  const tenants = { okta: client('okta'), access: client('access'), uem: client('uem') } as unknown as Tenants;
  let isDone = false;
  const running = run(tenants).finally(() => {
    isDone = true;
  });
  for (let turn = 0; !isDone; turn++) {
    // Every promise that can go on does so before time does.
    await new Promise(setImmediate);
    if (isDone) break;
    if (clock.pending() === 0 && turn > 10_000) throw new Error('It waits for nothing that would ever come.');
    clock.advance(1);
  }
  await running;
  return clock.now();
}
