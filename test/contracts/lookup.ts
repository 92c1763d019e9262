import { afterEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type LookupContext, runLookup } from '../../src/lookups/index.js';
import type { LookupId } from '../../src/model/intent.js';
import { flowLegs, isAboutPerson, type LookupReport } from '../../src/model/lookup.js';
import { type Product, productNames, productSchema } from '../../src/model/system.js';
import type { Fault } from '../../src/playground/tenants/index.js';
import { type Asking, articleIds, lookupOf, settings, startAsking, understand } from '../lookups/asking.js';
import { timeTaken } from '../lookups/slow-tenants.js';

/** One lookup, and whom to ask it about. */
export interface LookupCase {
  readonly id: LookupId;
  readonly who?: string;
}

const iso = z.iso.datetime();
const articleId = z.string().refine((id) => articleIds.has(id), 'is no article');
const problem = z.strictObject({
  system: productSchema,
  code: z.string(),
  message: z.string().min(10),
  until: iso.optional(),
});
const mark = z.enum(['good', 'bad', 'unknown', 'note']);
const text = z
  .string()
  .min(1)
  .max(900)
  .regex(/^[^\p{Cc}]*$/u, 'must be one line');

/** Every field a report may have: no other field of a system's answer gets out. */
const report = z.strictObject({
  lookup: z.string(),
  status: z.enum(['ok', 'finding', 'partial', 'unreadable']),
  summary: z.string().min(10),
  because: text.optional(),
  subject: text.optional(),
  articleId: articleId.optional(),
  choices: z.array(z.strictObject({ key: text, label: text })).optional(),
  evidence: z.array(z.strictObject({ system: productSchema, what: text, value: text, readAt: iso })),
  errors: z.array(problem),
  sections: z.array(
    z.strictObject({
      title: text,
      system: productSchema.optional(),
      lines: z.array(z.strictObject({ mark, label: text, value: text, articleId: articleId.optional() })),
      unread: text.optional(),
      more: text.optional(),
    }),
  ),
  timeline: z.array(
    z.strictObject({
      at: iso,
      system: productSchema,
      text,
      failed: z.boolean(),
      isFirstFailure: z.boolean(),
      articleId: articleId.optional(),
    }),
  ),
  legs: z
    .array(
      z.strictObject({ leg: z.enum(flowLegs), state: z.enum(['passed', 'failed', 'unseen']), text: text.optional() }),
    )
    .length(flowLegs.length)
    .optional(),
  window: z
    .strictObject({
      from: iso,
      to: iso,
      more: z.boolean(),
      only: z.array(productSchema).optional(),
      left: z.number().min(1).optional(),
    })
    .optional(),
});

/** Misbehaviours, and the code each is known by. */
const faults: readonly (readonly [string, Omit<Fault, 'system'>, string])[] = [
  ['breaks every connection', { kind: 'down' } as never, 'unreachable'],
  ['has had too many requests', { kind: 'rate-limited', seconds: 60 } as never, 'rate-limited'],
  ['refuses for lack of rights', { kind: 'forbidden' } as never, 'forbidden'],
  ['answers with a web page', { kind: 'html' } as never, 'unexpected-answer'],
  ['cuts its answers off', { kind: 'truncated' } as never, 'unexpected-answer'],
  [
    'has a fault of its own',
    { kind: 'status', status: 500, body: 'oops', contentType: 'text/plain' } as never,
    'unreachable',
  ],
];

/** What every lookup promises, whatever it looks up. */
export function describeLookup({ id, who }: LookupCase): void {
  const lookup = lookupOf(id);
  const systems = Object.keys(lookup.needs) as Product[];

  describe(`the lookup ${id}, whatever happens`, () => {
    let asking: Asking;
    const start = async (scenario: Parameters<typeof startAsking>[0] = 'healthy') => {
      asking = await startAsking(scenario);
      return asking;
    };
    afterEach(() => asking?.close());
    const sectionsOf = ({ sections }: LookupReport, system: Product) =>
      sections.filter((section) => section.system === system);

    it('has expected fields only, evidence dated by the clock, and links to articles that are there', async () => {
      const { ask, clock } = await start();

      const found = await ask(id, who);

      expect(report.parse(found)).toEqual(found);
      expect(found.status).toBe('ok');
      expect(found.errors).toEqual([]);
      expect(found.evidence.length).toBeGreaterThan(0);
      expect(new Set(found.evidence.map(({ readAt }) => readAt))).toEqual(
        new Set([new Date(clock.now()).toISOString()]),
      );
      expect(new Set(found.evidence.map(({ system }) => system))).toEqual(new Set(systems));
    });

    for (const system of systems) {
      it.each(faults)(`says so when ${system} %s, and shows the rest`, async (_what, fault, code) => {
        const { ask, simulated } = await start();
        simulated.addFault({ system, ...fault } as Fault);

        const found = await ask(id, who);

        expect(report.parse(found)).toEqual(found);
        expect(found.errors.map((error) => error.system)).toContain(system);
        expect(found.errors.filter((error) => error.system === system).map((error) => error.code)).toContain(code);
        expect(found.status).toBe(systems.length === 1 ? 'unreadable' : 'partial');
        // The line at the top says which half is missing; what whoever runs the bot has to mend stands in that half.
        expect(found.summary).toContain(productNames[system]);
        const unread = sectionsOf(found, system).map((section) => section.unread ?? '');
        expect(unread.join(' ')).toContain(found.errors[0]?.message);
        if (isAboutPerson(id)) expect(found.summary).not.toMatch(/[A-Z]+_[A-Z]+|\(E[A-Z]+\)/);
        for (const other of systems.filter((one) => one !== system)) {
          expect(found.errors.map((error) => error.system)).not.toContain(other);
          expect(sectionsOf(found, other).flatMap(({ lines }) => lines).length).toBeGreaterThan(0);
        }
      });

      it(`names everything that it needs when ${system} refuses`, async () => {
        const { ask, simulated } = await start();
        simulated.addFault({ system, kind: 'forbidden' });

        const { errors } = await ask(id, who);

        const told = errors.map(({ message }) => message).join('\n');
        for (const need of lookup.needs[system] ?? []) expect(told).toContain(need);
      });

      it(`does without ${system} when the bot is not connected to it`, async () => {
        const { ask, tenants } = await start();
        const { [system]: _left, ...rest } = tenants;

        const found = await ask(id, who, { tenants: rest });

        expect(found.errors).toEqual([expect.objectContaining({ system, code: 'not-configured' })]);
        expect(found.status).toBe(systems.length === 1 ? 'unreadable' : 'ok');
      });

      it(`stops waiting for ${system} when its time is up`, async () => {
        const { ask, tenants } = await start();
        const silent = new Proxy({}, { get: () => () => new Promise(() => undefined) });

        const found = await ask(id, who, {
          tenants: { ...tenants, [system]: silent } as LookupContext['tenants'],
          deadline: () => AbortSignal.abort(),
        });

        expect(found.errors.filter((one) => one.system === system).map(({ code }) => code)).toContain('timed-out');
      });
    }

    it.each([...(lookup.needs.okta ?? [])])('names the scope %s when that one is missing', async (scope) => {
      // Here everything is read that is ever read.
      const { ask, simulated } = await start('wrong-issuer');
      simulated.change(({ okta }) => okta.missingScopes.add(scope));

      const { errors, status } = await ask(id, who);

      expect(errors.map(({ system, code }) => `${system} ${code}`)).toContain('okta forbidden');
      expect(errors[0]?.message).toContain(scope);
      expect(status).toMatch(/partial|unreadable/);
    });

    if (isAboutPerson(lookup.id)) {
      it.each([
        ['nothing', ''],
        ['spaces', '   '],
        ['5 kB', 'x'.repeat(5_000)],
        ['an expression', '" or 1 eq 1'],
        ['control characters', 'ann\u0000'],
        ['a display name', 'Ann Ace'],
        ['a mention that Slack did not resolve', '<@U02AB3CD4>'],
      ])('refuses %s before it asks anybody', async (_what, bad) => {
        const { ask, simulated } = await start();

        await expect(ask(id, bad)).rejects.toMatchObject({ name: 'UserError', code: 'bad-input' });

        expect(simulated.requests.count()).toBe(0);
      });

      it.each(['"or"1"eq"1', "x')or('1", '../../admin', '%2e%2e', 'me', '*', '{{7*7}}'])(
        'finds nobody called %j',
        async (odd) => {
          const { ask } = await start();

          const found = await ask(id, odd);

          expect(found.choices).toBeUndefined();
          expect(JSON.stringify(found.sections)).not.toContain('acme.example');
        },
      );
    }

    it('lets no secret and no unexpected field out', async () => {
      const { ask, simulated } = await start('user-name-mismatch');
      const secrets = [
        simulated.okta.token,
        simulated.access.clientSecret,
        simulated.uem.password,
        simulated.uem.tenantCode,
        // Typed into the login field.
        'Correct-Horse-Battery-9',
        // A phone number of a factor, and a serial number.
        '0142',
        'F2LX',
      ];

      const json = JSON.stringify(await ask(id, who));

      for (const secret of secrets) expect(json).not.toContain(secret);
    });

    it.each([
      { okta: 700, access: 100, uem: 300 },
      { okta: 100, access: 700, uem: 300 },
      { okta: 100, access: 300, uem: 700 },
      { okta: 500, access: 500, uem: 500 },
    ])('takes as long as the slowest system alone: %j', async (latencies) => {
      asking = undefined as never;
      const run = (tenants: LookupContext['tenants']) =>
        runLookup(lookup, { tenants, understand, now: () => 0, settings }, who === undefined ? {} : { who });
      const zero = { okta: 0, access: 0, uem: 0 };
      const alone = await Promise.all(
        systems.map((system) => timeTaken({ ...zero, [system]: latencies[system] }, run)),
      );

      const together = await timeTaken(latencies, run);

      expect(together / Math.max(...alone)).toBeLessThanOrEqual(1.15);
    });
  });
}
