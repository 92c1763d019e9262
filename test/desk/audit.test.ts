import { describe, expect, it } from 'vitest';
import type { RunChecks } from '../../src/desk/diagnose.js';
import { createLiveChecks, type EarlierAudit } from '../../src/desk/live-checks.js';
import { aResult } from '../diagnosis/making.js';

const results = [aResult('issuer', 'fail'), aResult('context', 'pass'), aResult('names', 'pass')];
const runChecks: RunChecks = async (_ids, { onStart, onResult }) => {
  onStart?.(results.length);
  for (const result of results) onResult?.(result);
  return { kind: 'ran', results };
};
const earlier = (at: string, outcome: 'pass' | 'fail'): EarlierAudit => ({
  at,
  results: [{ check: 'issuer', outcome }],
});

function opened(last?: EarlierAudit) {
  const kept: EarlierAudit[] = [];
  const checks = createLiveChecks({
    runChecks,
    lookUp: Object.assign(async () => Promise.reject(new Error('nobody is looked up')), {
      share: async () => Promise.reject(new Error('nothing is shared')),
    }),
    current: () => {
      throw new Error('an audit needs no knowledge');
    },
    lastAudit: async () => last,
    keepAudit: async (audit) => void kept.push(audit),
    now: () => Date.parse('2026-11-24T09:00:00.000Z'),
  });
  return { checks, kept };
}

describe('an audit at the desk', () => {
  it('tells how many of how many checks have ended', async () => {
    const told: string[] = [];
    await opened().checks.audit({ onProgress: (ended, all) => told.push(`${ended} of ${all}`) });

    expect(told).toEqual(['1 of 3', '2 of 3', '3 of 3']);
  });

  it('compares with the last one, or with the one it is given; and is kept either way', async () => {
    const { checks, kept } = opened(earlier('2026-11-20T09:00:00.000Z', 'pass'));
    const given = earlier('2026-10-01T09:00:00.000Z', 'fail');

    expect(await checks.audit()).toMatchObject({ audit: { change: { since: '2026-11-20T09:00:00.000Z' } } });
    expect(await checks.audit({ since: given })).toMatchObject({ audit: { change: { since: given.at } } });
    expect(kept).toHaveLength(2);
  });
});
