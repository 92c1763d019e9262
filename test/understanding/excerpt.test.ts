import { describe, expect, it } from 'vitest';
import { excerptOf, longestExcerpt } from '../../src/understanding/excerpt.js';
import type { SignatureMatch } from '../../src/understanding/signatures/legible.js';

const noise = (lines: number) =>
  Array.from({ length: lines }, (_, n) => `2026-03-02T08:00:00.${n} DEBUG [pool-${n}] c.v.h.F0o - id=${n * 7}`).join(
    '\n',
  );

function matchOf(text: string, signature: string): SignatureMatch {
  const start = text.indexOf(signature);
  return {
    signature,
    intents: ['some-intent'],
    similarity: 1,
    letters: signature.length,
    isWhole: true,
    isDoubtful: false,
    start,
    end: start + signature.length,
  };
}

describe('the excerpt', () => {
  it('of a short text is the text', () => {
    expect(excerptOf('users loop between\n two pages ', [])).toBe('users loop between\n two pages ');
  });

  it('of a log has the lines with an error text, wherever they stand', () => {
    const text = `${noise(20_000)}\nit says IDP not found here\n${noise(2_000)}`;
    const excerpt = excerptOf(text, [matchOf(text, 'IDP not found')]);
    expect(excerpt).toContain('it says IDP not found here');
  });

  it('of a log has the lines that speak of trouble, and what a person wrote', () => {
    const text = `our device trust policy loops for managed iPads\n${noise(500)}\nERROR login failed for the user\n${noise(500)}`;
    const lines = excerptOf(text, []).split('\n');
    expect(lines).toContain('our device trust policy loops for managed iPads');
    expect(lines).toContain('ERROR login failed for the user');
  });

  it('keeps the order of the lines', () => {
    const text = `first it failed with an error\n${noise(200)}\nthen device trust looped on a managed iPad`;
    const lines = excerptOf(text, []).split('\n');
    expect(lines.indexOf('first it failed with an error')).toBeLessThan(
      lines.indexOf('then device trust looped on a managed iPad'),
    );
  });

  it('has an error text whole that stands far inside one endless line', () => {
    const text = `${'x1;'.repeat(100_000)} IDP not found ${'y2;'.repeat(100_000)}`;
    expect(excerptOf(text, [matchOf(text, 'IDP not found')])).toContain('IDP not found');
  });

  it.each([
    ['one endless line', 'a'.repeat(1_000_000)],
    ['nothing but line breaks', '\n'.repeat(1_000_000)],
    ['trouble on every line', 'error: it failed\n'.repeat(60_000)],
    ['carriage returns', 'error: it failed\r\n'.repeat(60_000)],
  ])('is short whatever comes in: %s', (_what, text) => {
    expect(excerptOf(text, []).length).toBeLessThanOrEqual(longestExcerpt);
  });
});
