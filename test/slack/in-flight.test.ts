import { describe, expect, it } from 'vitest';
import { InFlight } from '../../src/slack/in-flight.js';

describe('work under way', () => {
  it('is waited for, failed or not, and so is what it starts', async () => {
    const inFlight = new InFlight();
    const done: string[] = [];
    const first = inFlight.run(async () => {
      await Promise.resolve();
      inFlight.run(async () => {
        await Promise.resolve();
        done.push('second');
      });
      throw new Error('failed');
    });
    const failed = expect(first).rejects.toThrow('failed');

    expect(await inFlight.drained(10_000)).toBe(true);
    expect(done).toEqual(['second']);
    await failed;
  });

  it('that never ends is given up after the deadline', async () => {
    const inFlight = new InFlight();
    inFlight.run(() => new Promise(() => undefined));

    expect(await inFlight.drained(0)).toBe(false);
  });

  it('is over at once when there is none', async () => {
    expect(await new InFlight().drained(10_000)).toBe(true);
  });
});
