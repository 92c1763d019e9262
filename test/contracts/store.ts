import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Feedback, Store, ThreadRecord } from '../../src/state/store.js';

/** One place where a store keeps its records, empty at first, for one test. */
export interface StoreMedium {
  /** Opens the store there. The suite closes what it opens. */
  open(clock: () => number): Promise<Store>;
  /**
   * Starts another process that puts `threads` records `key-0`, `key-1`, … side by side, without end, each with its key
   * as the text, and prints each key on a line of its own once its promise has resolved.
   */
  startWriter(): Promise<ChildProcess>;
  dispose(): Promise<void>;
}

const start = Date.parse('2026-03-02T08:00:00.000Z');
const minute = 60_000;

/** What every store must do, whatever it keeps its records in. */
export function describeStore(name: string, makeMedium: () => Promise<StoreMedium>): void {
  describe(`${name} as a store`, () => {
    let medium: StoreMedium;
    let now: number;
    let opened: Store[];

    beforeEach(async () => {
      medium = await makeMedium();
      now = start;
      opened = [];
    });
    afterEach(async () => {
      await Promise.all(opened.map((store) => store.close()));
      await medium.dispose();
    });

    async function open(): Promise<Store> {
      const store = await medium.open(() => now);
      opened.push(store);
      return store;
    }
    async function reopen(store: Store): Promise<Store> {
      await store.close();
      return open();
    }

    describe('claims', () => {
      it('gives a key to exactly one of many callers at once', async () => {
        const store = await open();
        const claims = await Promise.all(Array.from({ length: 50 }, () => store.claim('event-1', 10 * minute)));
        expect(claims.filter(Boolean)).toHaveLength(1);
        expect(claims[0]).toBe(true);
      });

      it('gives different keys to different callers', async () => {
        const store = await open();
        expect(await Promise.all([store.claim('event-1', minute), store.claim('event-2', minute)])).toEqual([
          true,
          true,
        ]);
      });

      it('gives the key again once its time has passed, and not a moment sooner', async () => {
        const store = await open();
        await store.claim('event-1', 10 * minute);
        now += 10 * minute - 1;
        expect(await store.claim('event-1', 10 * minute)).toBe(false);
        now += 1;
        expect(await store.claim('event-1', 10 * minute)).toBe(true);
        expect(await store.claim('event-1', 10 * minute)).toBe(false);
      });

      it('remembers claims across a restart', async () => {
        const store = await open();
        await store.claim('event-1', 10 * minute);
        const next = await reopen(store);
        expect(await next.claim('event-1', 10 * minute)).toBe(false);
        now += 10 * minute;
        expect(await next.claim('event-1', 10 * minute)).toBe(true);
      });
    });

    describe('records', () => {
      it('gives back what was put, and nothing for a key never put', async () => {
        const store = await open();
        await store.put('threads', 'C1:1.2', thread('loops between two pages'));
        expect(await store.get('threads', 'C1:1.2')).toEqual(thread('loops between two pages'));
        expect(await store.get('threads', 'C1:1.3')).toBeUndefined();
      });

      it('keeps collections apart', async () => {
        const store = await open();
        await store.put('threads', 'same', thread('a'));
        await store.put('feedback', 'same', feedback('scim-domain-mismatch'));
        await store.delete('feedback', 'same');
        expect(await store.get('threads', 'same')).toEqual(thread('a'));
        expect(await store.get('feedback', 'same')).toBeUndefined();
      });

      it('replaces what was put before under the same key', async () => {
        const store = await open();
        await store.put('threads', 'k', thread('first'));
        await store.put('threads', 'k', thread('second'));
        expect((await store.list('threads')).map(({ value }) => value.text)).toEqual(['second']);
      });

      it('applies changes in the order they were asked for, without being waited for', async () => {
        const store = await open();
        const outcomes = await Promise.all([
          store.put('threads', 'k', thread('first')),
          store.delete('threads', 'k'),
          store.delete('threads', 'k'),
          store.put('threads', 'k', thread('last')),
        ]);
        expect(outcomes.slice(1, 3)).toEqual([true, false]);
        expect((await store.get('threads', 'k'))?.text).toBe('last');
      });

      it('says whether there was something to delete', async () => {
        const store = await open();
        await store.put('threads', 'k', thread('a'));
        expect(await store.delete('threads', 'k')).toBe(true);
        expect(await store.delete('threads', 'k')).toBe(false);
        expect(await store.get('threads', 'k')).toBeUndefined();
      });

      it('lists records oldest written first, a replaced one as written last, across a restart', async () => {
        const store = await open();
        for (const key of ['b', '10', 'a', '2']) await store.put('threads', key, thread(key));
        await store.put('threads', 'b', thread('b again'));
        const keys = ['10', 'a', '2', 'b'];
        expect((await store.list('threads')).map(({ key }) => key)).toEqual(keys);
        expect((await (await reopen(store)).list('threads')).map(({ key }) => key)).toEqual(keys);
      });

      it('forgets a record once its time has passed', async () => {
        const store = await open();
        await store.put('threads', 'short', thread('a'), { ttlMs: minute });
        await store.put('threads', 'long', thread('b'));
        now += minute - 1;
        expect(await store.get('threads', 'short')).toEqual(thread('a'));
        now += 1;
        expect(await store.get('threads', 'short')).toBeUndefined();
        expect((await store.list('threads')).map(({ key }) => key)).toEqual(['long']);
        expect(await store.delete('threads', 'short')).toBe(false);
      });

      it('keeps the end of a record across a restart', async () => {
        const store = await open();
        await store.put('threads', 'short', thread('a'), { ttlMs: minute });
        const next = await reopen(store);
        expect(await next.get('threads', 'short')).toEqual(thread('a'));
        now += minute;
        expect(await next.get('threads', 'short')).toBeUndefined();
      });

      it('keeps a record without end when it replaces one that had an end', async () => {
        const store = await open();
        await store.put('threads', 'k', thread('a'), { ttlMs: minute });
        await store.put('threads', 'k', thread('b'));
        now += 2 * minute;
        expect((await store.get('threads', 'k'))?.text).toBe('b');
      });

      it('is untouched by later changes to objects that were put or handed out', async () => {
        const store = await open();
        const intents = ['scim-domain-mismatch'];
        await store.put('threads', 'k', { ...thread('a'), intents });
        intents.push('changed-after-put');
        const out = await store.get('threads', 'k');
        Object.assign(out ?? {}, { text: 'changed after get' });
        const [listed] = await store.list('threads');
        (listed?.value.intents as string[] | undefined)?.push('changed-after-list');
        expect(await store.get('threads', 'k')).toEqual({ ...thread('a'), intents: ['scim-domain-mismatch'] });
      });

      it.each(['__proto__', 'constructor', 'ключ 🔑', '"\\\n\u2028', 'x'.repeat(500)])(
        'takes any text as a key: %j',
        async (key) => {
          const store = await open();
          await store.put('threads', key, thread('odd key'));
          const next = await reopen(store);
          expect(await next.get('threads', key)).toEqual(thread('odd key'));
          expect(await next.claim(key, minute)).toBe(true);
        },
      );

      it('keeps every character of a text', async () => {
        const store = await open();
        const text = 'zero\u0000 tab\t quote" back\\slash\r\n ‏עברית 👩‍💻 \u2028 </script>';
        await store.put('threads', 'k', thread(text));
        expect((await (await reopen(store)).get('threads', 'k'))?.text).toBe(text);
      });

      it('refuses a value that does not fit its collection and keeps the one that was there', async () => {
        const store = await open();
        await store.put('threads', 'k', thread('good'));
        const wrong = { ...thread('bad'), decision: 'perhaps' } as unknown as ThreadRecord;
        await expect(store.put('threads', 'k', wrong)).rejects.toThrow(TypeError);
        await expect(store.put('threads', '', thread('no key'))).rejects.toThrow(TypeError);
        await expect(store.put('threads', 'x'.repeat(501), thread('long key'))).rejects.toThrow(TypeError);
        await expect(store.claim('event', Number.NaN)).rejects.toThrow(TypeError);
        expect((await store.list('threads')).map(({ value }) => value.text)).toEqual(['good']);
      });
    });

    describe('closing', () => {
      it('writes what is still under way', async () => {
        const store = await open();
        const puts = Array.from({ length: 20 }, (_, n) => store.put('threads', `k${n}`, thread(`t${n}`)));
        const next = await reopen(store);
        await Promise.all(puts);
        expect(await next.list('threads')).toHaveLength(20);
      });

      it('refuses every call afterwards, but not a second close', async () => {
        const store = await open();
        await store.close();
        await store.close();
        const closed = { code: 'store-failed' };
        await expect(store.claim('event', minute)).rejects.toMatchObject(closed);
        await expect(store.get('threads', 'k')).rejects.toMatchObject(closed);
        await expect(store.put('threads', 'k', thread('a'))).rejects.toMatchObject(closed);
        await expect(store.delete('threads', 'k')).rejects.toMatchObject(closed);
        await expect(store.list('threads')).rejects.toMatchObject(closed);
      });
    });

    it('loses nothing it confirmed when its process is killed while writing', async () => {
      const writer = await medium.startWriter();
      const exited = new Promise((resolve) => writer.once('exit', resolve));
      const confirmed: string[] = [];
      if (writer.stdout === null) throw new Error('The writer has no output to read.');
      for await (const line of createInterface({ input: writer.stdout })) {
        confirmed.push(line);
        if (confirmed.length === 300) writer.kill('SIGKILL');
      }
      await exited;
      expect(confirmed.length).toBeGreaterThanOrEqual(300);
      const store = await open();
      const kept = new Map((await store.list('threads')).map(({ key, value }) => [key, value.text]));
      expect(confirmed.filter((key) => kept.get(key) !== key)).toEqual([]);
    });
  });
}

/** A thread record with this text. */
export function thread(text: string): ThreadRecord {
  return { text, decision: 'ask', intents: ['device-trust-redirect-loop'], at: '2026-03-02T08:00:00.000Z' };
}

function feedback(articleId: string): Feedback {
  return { articleId, articleVersion: 1, solved: true, by: 'U1', place: 'C1:1.2', at: '2026-03-02T08:00:00.000Z' };
}
