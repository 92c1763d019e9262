import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TenantsConfig } from '../../src/connectors/config.js';
import { openTenants, type Tenants } from '../../src/connectors/index.js';
import type { Product } from '../../src/model/system.js';
import { TenantError } from '../../src/model/tenant-error.js';
import { fakeLog } from '../support/fake-log.js';
import { fakeTime } from '../support/fake-time.js';
import { type GotRequest, type Handler, type Reply, startLoopback } from '../support/loopback.js';

/** One connector, and what the contract has to know about its system. */
export interface ConnectorCase {
  readonly name: string;
  readonly system: Product;
  config(url: string): TenantsConfig;
  /** Makes one read; its first request goes to `path`. */
  read(tenants: Tenants): Promise<unknown>;
  readonly path: string;
  /** Answers that read well. */
  readonly good: unknown;
  /** Answers what belongs to signing in; undefined for everything else. */
  admit?(request: GotRequest): Reply | undefined;
  /** Whether a refused credential is renewed once. */
  readonly renews: boolean;
  /** What a refusal must name. */
  readonly missing: RegExp;
  /** Texts that must never be seen outside a request. */
  readonly secrets: readonly string[];
}

/** What every connector promises, whatever its system. */
export function describeConnector(subject: ConnectorCase): void {
  const { name, system, path, good } = subject;

  describe(`the ${name} connector, whatever happens`, () => {
    let server: Awaited<ReturnType<typeof startLoopback>>;
    const time = () => fakeTime();
    beforeEach(async () => {
      server = await startLoopback();
    });
    afterEach(() => server.close());

    /** Answers everything beyond signing in. */
    const answer = (handler: Handler) => server.answer((request) => subject.admit?.(request) ?? handler(request));
    /** Requests beyond signing in. */
    const reads = () => server.requests.filter((request) => subject.admit?.(request) === undefined);

    function open(limits = {}, clock = time()) {
      const log = fakeLog();
      const tenants = openTenants(subject.config(server.url), { log, random: () => 0.5, time: clock, limits });
      return { tenants, log, clock, read: () => subject.read(tenants) };
    }

    /** The error of a read that must fail. */
    async function failure(read: () => Promise<unknown>): Promise<TenantError> {
      const error = await read().then(
        () => undefined,
        (reason: unknown) => reason,
      );
      expect(error).toBeInstanceOf(TenantError);
      expect(error).toMatchObject({ system });
      return error as TenantError;
    }

    it('reads', async () => {
      answer(() => ({ body: good }));

      await expect(open().read()).resolves.toBeDefined();

      expect(reads()[0]).toMatchObject({ path });
    });

    it('takes a refused credential for what it is, after renewing it once where that is possible', async () => {
      answer(() => ({ status: 401, body: {} }));

      expect(await failure(open().read)).toMatchObject({ code: 'unauthorised' });

      expect(reads()).toHaveLength(subject.renews ? 2 : 1);
    });

    it('names what is missing when it is refused', async () => {
      answer(() => ({ status: 403, body: {} }));

      const error = await failure(open().read);

      expect(error).toMatchObject({ code: 'forbidden' });
      expect(error.missing.join()).toMatch(subject.missing);
      expect(error.message).toMatch(subject.missing);
      expect(reads()).toHaveLength(1);
    });

    it('waits as long as Retry-After says, then reads', async () => {
      let asked = 0;
      answer(() => (++asked === 1 ? { status: 429, headers: { 'retry-after': '2' }, body: {} } : { body: good }));
      const { read, clock } = open();

      await expect(read()).resolves.toBeDefined();

      expect(clock.slept).toHaveLength(1);
      expect(clock.slept[0]).toBeGreaterThanOrEqual(2_000);
    });

    it('says until when it is rate limited when that is longer than a person waits, and asks no more until then', async () => {
      answer(() => ({ status: 429, headers: { 'retry-after': '90' }, body: {} }));
      const { read, clock } = open();
      const until = new Date(clock.now() + 90_000);

      expect(await failure(read)).toMatchObject({ code: 'rate-limited', until });
      expect(await failure(read)).toMatchObject({ code: 'rate-limited', until });
      expect(reads()).toHaveLength(1);

      clock.pass(90_001);
      answer(() => ({ body: good }));
      await expect(read()).resolves.toBeDefined();
    });

    it.each([500, 502, 503])('asks again after HTTP %i', async (status) => {
      let asked = 0;
      answer(() => (++asked < 3 ? { status, body: {} } : { body: good }));
      const { read, clock } = open();

      await expect(read()).resolves.toBeDefined();

      expect(clock.slept).toHaveLength(2);
      expect(clock.slept[1]).toBeGreaterThan(clock.slept[0] ?? 0);
    });

    it('stops asking after the third fault', async () => {
      answer(() => ({ status: 503, body: 'down for maintenance' }));

      expect(await failure(open().read)).toMatchObject({ code: 'unreachable' });

      expect(reads()).toHaveLength(3);
    });

    it('asks again when the connection breaks', async () => {
      let asked = 0;
      answer(() => (++asked === 1 ? 'drop' : { body: good }));

      await expect(open().read()).resolves.toBeDefined();
    });

    it('gives up on an answer that does not come', async () => {
      const { read, clock } = open();
      answer(() => {
        queueMicrotask(() => clock.expire());
        return 'hang';
      });

      const error = await failure(read);

      expect(error).toMatchObject({ code: 'timed-out', message: expect.stringContaining('8 s') });
      expect(reads()).toHaveLength(1);
    });

    it('says that nobody is there', async () => {
      const { read } = open();
      await server.close();

      const error = await failure(read);

      expect(error).toMatchObject({ code: 'unreachable', message: expect.stringContaining('ECONNREFUSED') });
      server = await startLoopback();
    });

    it.each<[string, Reply]>([
      ['another shape', { body: { surprise: [1, 2, 3] } }],
      ['a list of nonsense', { body: [{ nonsense: true }] }],
      ['a web page with status 200', { body: '<html><title>Sign in</title></html>' }],
      ['a web page with status 404', { status: 404, body: '<html>404 from a proxy</html>' }],
      ['JSON cut off', { headers: { 'content-type': 'application/json' }, body: '[{"id": "0' }],
      ['a redirect to another host', { status: 302, headers: { location: 'http://127.0.0.1:9/steal' } }],
      ['a body of 2 MB where 1 MB is allowed', { body: ['x'.repeat(2 * 1024 * 1024)] }],
    ])('does not take %s for an answer', async (_what, reply) => {
      answer(() => reply);

      const error = await failure(open({ maxBodyBytes: 1024 * 1024 }).read);

      expect(error).toMatchObject({ code: 'unexpected-answer' });
      expect(reads()).toHaveLength(1);
    });

    it('leaves a system alone that failed again and again, and finds it once it is back', async () => {
      answer(() => ({ status: 503, body: {} }));
      const { read, clock, log } = open({ failuresToOpen: 3, coolDownMs: 15_000 });
      await failure(read);
      const before = reads().length;

      const error = await failure(read);

      expect(error).toMatchObject({ code: 'unreachable', message: expect.stringContaining('half a minute') });
      expect(reads()).toHaveLength(before);
      expect(log.lines).toContainEqual(expect.objectContaining({ level: 'warn', message: 'Circuit opened' }));

      answer(() => ({ body: good }));
      clock.pass(15_001);
      await expect(read()).resolves.toBeDefined();
      expect(log.lines).toContainEqual(expect.objectContaining({ message: 'Circuit closed' }));
    });

    it('never has more calls under way than allowed, and loses none', async () => {
      let open_ = 0;
      let most = 0;
      answer(async () => {
        most = Math.max(most, ++open_);
        await new Promise(setImmediate);
        open_--;
        return { body: good };
      });
      const { read } = open({ inFlight: 3 });

      const results = await Promise.all(Array.from({ length: 30 }, read));

      expect(results).toHaveLength(30);
      expect(most).toBeLessThanOrEqual(3);
    });

    it('lets no secret out, into an error or the log', async () => {
      const replies: Reply[] = [
        { status: 401, body: {} },
        { status: 403, body: {} },
        { status: 500, body: `failed for ${subject.secrets.join(' ')}` },
        { body: 'a page' },
        'drop',
      ];
      for (const reply of replies) {
        answer(() => reply);
        const { read, log } = open();

        const error = await failure(read);

        for (const text of [seen(error), JSON.stringify(log.lines), seen(log.lines)]) {
          for (const secret of subject.secrets) expect(text).not.toContain(secret);
        }
      }
    });

    it('sends no credential over plain http to another machine', () => {
      expect(() =>
        openTenants(subject.config('http://tenant.example'), { log: fakeLog(), random: Math.random, time: time() }),
      ).toThrow(expect.objectContaining({ code: 'bad-config', message: expect.stringContaining('https') }));
    });
  });
}

/** Everything that can be seen of a value, own properties and causes included. */
function seen(value: unknown, depth = 0): string {
  if (typeof value !== 'object' || value === null || depth > 6) return String(value);
  const parts = Reflect.ownKeys(value).map((key) => `${String(key)}=${seen(Reflect.get(value, key), depth + 1)}`);
  return parts.join('\n');
}
