import { describe, expect, it } from 'vitest';
import { askedWait, Holds } from '../../src/connectors/http/rate-limit.js';

const now = Date.UTC(2026, 8, 1, 10, 0, 0);
const answer = (headers: Record<string, string>) => ({
  status: 429,
  header: (name: string) => headers[name],
  body: '',
});

describe('how long an answer asks to wait', () => {
  it.each<[Record<string, string>, ReturnType<typeof askedWait>]>([
    [{}, undefined],
    [{ 'retry-after': '7' }, { ms: 7_000, certain: true }],
    [{ 'retry-after': 'Tue, 01 Sep 2026 10:00:09 GMT' }, { ms: 9_000, certain: true }],
    [{ 'retry-after': 'Tue, 01 Sep 2026 09:00:00 GMT' }, { ms: 0, certain: true }],
    [
      { 'retry-after': 'Tue, 01 Sep 2026 10:10:09 GMT', date: 'Tue, 01 Sep 2026 10:10:00 GMT' },
      { ms: 9_000, certain: true },
    ],
    [{ 'retry-after': 'soon' }, undefined],
    [{ 'retry-after': '-5' }, undefined],
    [{ 'x-rate-limit-remaining': '0' }, undefined],
    [{ 'x-rate-limit-remaining': '3', 'x-rate-limit-reset': String(now / 1_000 + 4) }, undefined],
    [
      { 'x-rate-limit-remaining': '0', 'x-rate-limit-reset': String(now / 1_000 + 4) },
      { ms: 4_000, certain: true },
    ],
    [
      { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(now / 1_000 - 4) },
      { ms: 0, certain: true },
    ],
    [
      { 'x-rate-limit-limit': '0', 'x-rate-limit-remaining': '0', 'x-rate-limit-reset': String(now / 1_000 + 60) },
      { ms: 60_000, certain: false },
    ],
  ])('%j', (headers, expected) => {
    expect(askedWait(answer(headers), now)).toEqual(expected);
  });
});

describe('holds', () => {
  it('keep one bucket waiting until their time, and no other', () => {
    const holds = new Holds();

    holds.hold('logs', 5_000, now);

    expect(holds.remaining('logs', now + 1_000)).toBe(4_000);
    expect(holds.remaining('users', now + 1_000)).toBe(0);
    expect(holds.remaining('logs', now + 5_000)).toBe(0);
  });
});
