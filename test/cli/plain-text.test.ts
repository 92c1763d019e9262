import { describe, expect, it } from 'vitest';
import { plain, plainLine, toJson, wrap } from '../../src/cli/plain-text.js';

describe('text from outside on a terminal', () => {
  it.each([
    ['a colour', '\u001B[31mIDP not found', '[31mIDP not found'],
    ['a window title', 'a\u001B]0;evil\u0007b', 'a]0;evilb'],
    ['a single-character sequence start (C1)', 'a\u009B2Jb', 'a2Jb'],
    ['a bell, a backspace and a null', 'a\u0007\b\u0000b', 'ab'],
    ['a direction override', 'abc\u202Edef\u2066ghi', 'abcdefghi'],
    ['a carriage return that would overwrite the line', 'safe\revil', 'safe\nevil'],
    ['half a surrogate pair', 'a\uD83Db', 'a\uFFFDb'],
  ])('%s does not get through', (_what, text, shown) => {
    expect(plain(text)).toBe(shown);
  });

  it('keeps line breaks, tabs, right-to-left letters and emoji', () => {
    expect(plain('one\r\ntwo\tשלום مرحبا 👍')).toBe('one\ntwo\tשלום مرحبا 👍');
  });

  it('goes on one line, cut where it is too long', () => {
    expect(plainLine('a\n  b\tc')).toBe('a b c');
    expect(plainLine('x'.repeat(50), 10)).toBe('xxxxxxxxx…');
    expect(plainLine('👍'.repeat(50), 10)).toBe('👍👍👍👍…');
  });
});

describe('JSON on a terminal', () => {
  it('escapes what JSON leaves as it is, and reads back the same', () => {
    const value = { text: 'a\u009B2J\u202E\u2028\u007F\uFEFF\u001B[31m\uD800b “é” 👍' };
    const json = toJson(value);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is what is tested
    expect(json).not.toMatch(/[\u0000-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\uFEFF\uD800]/);
    expect(JSON.parse(json)).toEqual(value);
    expect(json).toContain('“é” 👍');
  });
});

describe('wrapping', () => {
  it('breaks between words, indents what follows, and leaves a long word whole', () => {
    expect(wrap('aa bb cc dd', 5)).toBe('aa bb\ncc dd');
    expect(wrap('1. aa bb cc', 8, '   ')).toBe('1. aa bb\n   cc');
    expect(wrap(`see ${'x'.repeat(20)} there`, 10)).toBe(`see\n${'x'.repeat(20)}\nthere`);
    expect(wrap('all on one line', Number.POSITIVE_INFINITY)).toBe('all on one line');
  });
});
