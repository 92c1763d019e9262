import { describe, expect, it } from 'vitest';
import { auditOf } from '../../src/diagnosis/index.js';
import { aResult } from './making.js';

const at = '2026-11-24T09:00:00.000Z';

describe('an audit', () => {
  it('scores what was seen, and leaves out what was not', () => {
    const audit = auditOf(
      [aResult('a', 'pass'), aResult('b', 'pass'), aResult('c', 'fail'), aResult('d', 'unknown')],
      at,
    );

    expect(audit).toMatchObject({ score: 66, counts: { pass: 2, fail: 1, unknown: 1 }, status: 'finding' });
    expect(audit.summary).toBe('1 of 3 is wrong. 1 could not be seen. Score: 66 of 100.');
    expect(audit.results.map(({ check }) => check)).toEqual(['c', 'd', 'a', 'b']);
  });

  it('says a hundred only when all that was seen is right', () => {
    const results = Array.from({ length: 300 }, (_, index) => aResult(`c${index}`, index === 0 ? 'fail' : 'pass'));

    expect(auditOf(results, at).score).toBe(99);
    expect(auditOf(results.slice(1), at).score).toBe(100);
  });

  it('has no score when nothing was seen', () => {
    const audit = auditOf([aResult('a', 'unknown')], at);

    expect(audit.score).toBeUndefined();
    expect(audit.status).toBe('unreadable');
    expect(audit.summary).toMatch(/^Nothing could be seen/);
  });

  it('has no score while a system cannot be read: what is out of sight may be what is wrong', () => {
    const errors = [{ system: 'okta', code: 'unreachable', message: 'Okta cannot be reached.' }] as const;
    const audit = auditOf([aResult('a', 'pass'), aResult('b', 'unknown', { errors })], at);

    expect(audit.score).toBeUndefined();
    expect(audit.summary).toBe(
      'No score: Okta could not be read. 1 of 2 checks could see. All 1 that were seen are as they should be.',
    );
  });

  it('says what changed since the run before, what got worse first', () => {
    const earlier = {
      at: '2026-11-23T09:00:00.000Z',
      results: [
        { check: 'healed', outcome: 'fail' },
        { check: 'broken', outcome: 'pass' },
        { check: 'same', outcome: 'pass' },
      ],
    } as const;
    const audit = auditOf(
      [aResult('healed', 'pass'), aResult('broken', 'fail'), aResult('same', 'pass'), aResult('new', 'unknown')],
      at,
      earlier,
    );

    expect(audit.change?.since).toBe(earlier.at);
    expect(audit.change?.turns.map(({ check, before, now }) => [check, before, now])).toEqual([
      ['broken', 'pass', 'fail'],
      ['new', undefined, 'unknown'],
      ['healed', 'fail', 'pass'],
    ]);
  });
});
