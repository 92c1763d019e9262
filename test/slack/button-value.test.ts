import { describe, expect, it } from 'vitest';
import { readButtonValue, writeButtonValue } from '../../src/slack/button-value.js';

const solved = {
  does: 'feedback',
  thread: '1700000000.000100',
  article: 'idp-not-found',
  articleVersion: 2,
  solved: true,
} as const;

describe('the value of a button', () => {
  it('is read back as it was written', () => {
    expect(readButtonValue(writeButtonValue(solved))).toEqual({ v: 1, ...solved });
  });

  it.each([
    ['no value', undefined],
    ['no JSON', '{'],
    ['another shape', '"text"'],
    ['another version', JSON.stringify({ v: 2, ...solved })],
    ['an unknown deed', JSON.stringify({ v: 1, does: 'delete', thread: 'x' })],
    ['an article id that is none', JSON.stringify({ v: 1, ...solved, article: '../../etc' })],
    ['fields that do not belong', JSON.stringify({ v: 1, ...solved, admin: true })],
    ['an endless thread', JSON.stringify({ v: 1, ...solved, thread: 'x'.repeat(1_000) })],
  ])('means nothing with %s', (_, value) => {
    expect(readButtonValue(value)).toBeUndefined();
  });
});
