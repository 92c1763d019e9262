import { afterEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Outcome } from '../../src/model/check.js';
import { productSchema } from '../../src/model/system.js';
import type { TenantsOptions } from '../../src/playground/tenants/index.js';
import { type Checking, checkOf, startChecking } from '../checks/checking.js';
import { articleIds } from '../lookups/asking.js';

/** A state of the tenants, and what the check says of it. */
export interface CheckCase {
  /** `healthy` if left out. */
  readonly scenario?: TenantsOptions['scenario'];
  readonly changes?: NonNullable<TenantsOptions['changes']>;
  /** Whom it is about. */
  readonly who?: string;
  readonly said?: RegExp;
  readonly articleId?: string;
}

/** One case at least of each outcome, by what is so in the tenants. */
export type CheckCases = Readonly<Record<Outcome, Readonly<Record<string, CheckCase>>>>;

const line = z
  .string()
  .min(1)
  .max(700)
  .regex(/^[^\p{Cc}]*$/u, 'must be one line');
const sentence = line.regex(/[.!?]$/, 'must be a sentence');
const result = z.strictObject({
  check: z.string(),
  states: sentence.max(200),
  outcome: z.enum(['pass', 'fail', 'unknown']),
  said: sentence,
  shows: z.enum(['cause', 'symptom']),
  isAhead: z.literal(true).optional(),
  articleId: z
    .string()
    .refine((id) => articleIds.has(id), 'is no article')
    .optional(),
  evidence: z.array(
    z.strictObject({
      system: productSchema,
      what: line,
      value: line,
      readAt: z.iso.datetime(),
      call: line,
      right: line,
      where: line,
    }),
  ),
  errors: z.array(
    z.strictObject({
      system: productSchema,
      code: z.string(),
      message: z.string().min(10),
      until: z.string().optional(),
    }),
  ),
});

/** What every check promises, and what this one says of the tenants. */
export function describeCheck(id: string, cases: CheckCases): void {
  describe(`the check ${id}`, () => {
    let checking: Checking | undefined;
    const start = async ({ scenario = 'healthy', changes = [] }: CheckCase = {}) => {
      const started = await startChecking(scenario, changes);
      checking = started;
      return started;
    };
    afterEach(() => checking?.close());
    const [good = {}] = Object.values(cases.pass);

    for (const outcome of ['pass', 'fail', 'unknown'] as const) {
      it.each(Object.entries(cases[outcome]))(`says ${outcome} when %s`, async (_what, one) => {
        const { check } = await start(one);

        const found = await check(id, one.who);

        expect(result.parse(found)).toEqual(found);
        expect(found).toMatchObject({ check: id, states: checkOf(id).states, outcome });
        if (one.said !== undefined) expect(found.said).toMatch(one.said);
        if (one.articleId !== undefined) expect(found.articleId).toBe(one.articleId);
        // What “expires” has not failed yet, and what “expired” has.
        if (found.isAhead) expect(found).toMatchObject({ outcome: 'fail', said: expect.stringMatching(/ expires /) });
        if (outcome === 'fail' && /^The [^:]* expires in /.test(found.said)) expect(found.isAhead).toBe(true);
        // Evidence or silence.
        if (outcome !== 'unknown') expect(found.evidence).not.toEqual([]);
      });
      it(`has a case of ${outcome}`, () => expect(Object.keys(cases[outcome])).not.toEqual([]));
    }

    it.each([
      ['breaks every connection', { kind: 'down' }],
      ['refuses for lack of rights', { kind: 'forbidden' }],
      ['has had too many requests', { kind: 'rate-limited', seconds: 60 }],
      ['answers with a web page', { kind: 'html' }],
    ] as const)('says unknown and why when a system that it looks at %s', async (_what, fault) => {
      const { check, simulated } = await start(good);
      const { evidence } = await check(id, good.who);
      const systems = new Set(evidence.map(({ system }) => system));
      for (const system of systems) {
        const blind = await start(good);
        blind.simulated.addFault({ system, ...fault });

        const found = await blind.check(id, good.who);

        expect(result.parse(found)).toEqual(found);
        expect(found.outcome).toBe('unknown');
        expect(found.errors.map((one) => one.system)).toContain(system);
        await blind.close();
      }
      await simulated.close();
      checking = undefined;
    });

    it('says unknown where the bot is connected to nothing', async () => {
      const { check } = await start(good);

      const found = await check(id, good.who, { tenants: {} });

      expect(found.outcome).toBe('unknown');
      expect(found.errors.map(({ code }) => code)).toContain('not-configured');
    });

    it('lets no secret out', async () => {
      const { check, simulated } = await start(good);
      const { okta, access, uem } = simulated;

      const json = JSON.stringify(await check(id, good.who));

      for (const secret of [okta.token, access.clientSecret, uem.password, uem.tenantCode]) {
        expect(json).not.toContain(secret);
      }
    });

    if (checkOf(id).about === 'person') {
      it('asks for whom when nobody is named, and asks no system', async () => {
        const { check, simulated } = await start(good);

        const found = await check(id);

        expect(found.outcome).toBe('unknown');
        expect(found.said).toMatch(/name one/);
        expect(simulated.requests.count()).toBe(0);
      });
    }
  });
}
