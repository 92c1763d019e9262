import { describe, expect, it } from 'vitest';
import { type Crowd, forGood, gathered, joined, present, since } from '../../../src/alerts/parts/crowd.js';
import { shuffled } from '../support/any-events.js';
import { minute, start } from '../support/findings.js';

const size = { stretchMs: 15 * minute, most: 50 };
const comers = (count: number, at = start, prefix = 'p') =>
  Array.from({ length: count }, (_, nth) => ({
    personId: `${prefix}${nth}`,
    at,
    login: `${prefix}${nth}@acme.example`,
  }));
const none: Crowd = [];

describe('a crowd', () => {
  it('counts people, not what they do', () => {
    const crowd = joined(none, [...comers(7), ...comers(7, start + minute), ...comers(2)], size);

    expect(present(crowd).count).toBe(7);
  });

  it('counts somebody once who is in two stretches of time', () => {
    const crowd = joined(none, [...comers(7), ...comers(7, start + 20 * minute)], size);

    expect(crowd).toHaveLength(2);
    expect(present(crowd)).toMatchObject({ count: 7, people: [{ at: start + 20 * minute }, {}, {}, {}, {}, {}, {}] });
  });

  it('knows who was there from a moment on', () => {
    const crowd = joined(none, [...comers(3), ...comers(4, start + minute, 'q')], size);

    expect(present(crowd, start + 1).count).toBe(4);
    expect(present(since(crowd, start + 15 * minute)).count).toBe(0);
  });

  it.each([200, 2_000, 50_000])('of %d people tells about how many, and keeps fifty', (count) => {
    const crowd = joined(none, comers(count), size);
    const { people, count: about } = present(crowd);

    expect(people).toHaveLength(50);
    // One standard deviation is a seventh.
    expect(about / count).toBeGreaterThan(0.6);
    expect(about / count).toBeLessThan(1.4);
  });

  it('is the same in whatever order and portions people come', () => {
    const all = [...comers(500), ...comers(30, start + 20 * minute, 'q')];
    const once = joined(none, all, size);
    for (const seed of [1, 2]) {
      const mixed = shuffled(all, seed);
      expect(joined(none, mixed, size)).toEqual(once);
      expect(joined(joined(none, mixed.slice(0, 200), size), mixed.slice(200), size)).toEqual(once);
    }
  });

  it('can be gathered into one that goes on for good', () => {
    const crowd = joined(none, [...comers(40), ...comers(40, start + 20 * minute, 'q')], size);
    const all = gathered(crowd, 0, size.most);
    const more = joined(all, comers(5, start + 300 * minute, 'r'), { ...size, stretchMs: forGood });

    expect(more).toHaveLength(1);
    expect(present(all).count / 80).toBeGreaterThan(0.6);
    expect(present(all).count / 80).toBeLessThan(1.4);
    expect(present(more).people.length).toBe(50);
  });

  it('has no name longer than the store takes', () => {
    const crowd = joined(none, [{ personId: 'x'.repeat(9_000), at: start, login: 'y'.repeat(9_000) }], size);

    expect(present(crowd).people[0]?.login).toHaveLength(200);
  });
});
