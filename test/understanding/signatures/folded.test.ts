import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/model/fold.js';
import { foldCodes } from '../../../src/understanding/signatures/folded.js';

const codes = (text: string) => [...foldCodes(text).codes];

describe('folding a text for comparison', () => {
  it.each([
    ['case', 'IDP Not Found', 'idp not found'],
    ['spaces and line breaks', 'idp\r\n not\u00a0found', 'idpnotfound'],
    ['quotes', '“idp” ‘not’ "found"', "idp 'not' «found»"],
    ['dashes', 'idp – not — found', 'idp-not-found'],
    ['accents', 'ïdp nót foùnd', 'idp not found'],
    ['full width', 'ｉｄｐ　ｎｏｔ　ｆｏｕｎｄ', 'idp not found'],
    ['letters that a screenshot confuses', '1dp n0t f0und', 'ldp not found'],
    ['characters without width', 'i\u200bdp not\u202e found', 'idp not found'],
  ])('ignores %s', (_what, one, other) => {
    expect(codes(one)).toEqual(codes(other));
  });

  it('tells other letters apart', () => {
    expect(codes('idp not found')).not.toEqual(codes('idp not bound'));
  });

  it('knows where in the text each letter stands', () => {
    const { codes: found, offsets, source } = foldCodes(' I — d😀P');
    expect([...offsets].map((offset) => source.charAt(offset))).toEqual(['I', 'd', 'P']);
    expect(found).toHaveLength(3);
  });

  it.each(['', '   ', '😀😀', '\u0000\u0001', 'שלום', '\ud800'])('finds no letters in %j', (text) => {
    expect(codes(text)).toEqual([]);
  });
});

describe('folding a text for comparing phrasings', () => {
  it.each([
    ['Can’t sign-in!', 'cant sign in'],
    ['E\u0301cole', 'école'],
    ['ÉCOLE', 'école'],
  ])('%j and %j are the same', (one, other) => {
    expect(fold(one)).toBe(fold(other));
  });

  it('keeps letters of every script', () => {
    expect(fold('Пароль 123')).toBe('пароль123');
    expect(fold('🎉 !?')).toBe('');
  });
});
