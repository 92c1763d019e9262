import { describe, expect, it } from 'vitest';
import { compileExpression, type Dialect } from '../../../src/playground/tenants/expression/evaluate.js';
import { ExpressionError, parseExpression } from '../../../src/playground/tenants/expression/parse.js';

interface Item {
  readonly name: string;
  readonly tags: readonly string[];
  readonly note?: string | null;
}

const dialect: Dialect<Item> = {
  attribute(name) {
    if (name === 'name') return (item) => [item.name];
    if (name === 'tags') return (item) => item.tags;
    return name === 'note' ? (item) => [item.note] : undefined;
  },
  operators: new Set(['eq', 'ne', 'sw', 'co', 'pr', 'gt']),
  logic: new Set(['and', 'or', 'not']),
  ignoreCase: false,
};
const items: readonly Item[] = [
  { name: 'ann', tags: ['a', 'b'], note: 'say "hi"' },
  { name: 'ben', tags: ['b'], note: null },
  { name: 'carla', tags: [] },
];
const names = (text: string): string[] =>
  items.filter(compileExpression(parseExpression(text), dialect)).map(({ name }) => name);

describe('a filter expression', () => {
  it.each([
    ['name eq "ann"', ['ann']],
    ['name EQ "ann"', ['ann']],
    ['name eq "Ann"', []],
    ['name ne "ann"', ['ben', 'carla']],
    ['name sw "c" or name co "e"', ['ben', 'carla']],
    ['tags eq "a" and tags eq "b"', ['ann']],
    ['tags ne "a"', ['ben', 'carla']],
    ['note pr', ['ann']],
    ['not (tags eq "b")', ['carla']],
    ['name eq "carla" or name eq "ann" and tags eq "zzz"', ['carla']],
    ['(name eq "carla" or name eq "ann") and tags eq "b"', ['ann']],
    [`note eq ${JSON.stringify('say "hi"')}`, ['ann']],
    ['name gt "b"', ['ben', 'carla']],
  ])('%s finds %j', (text, found) => {
    expect(names(text)).toEqual(found);
  });

  it.each([
    ['', 'syntax'],
    ['name', 'syntax'],
    ['name eq', 'syntax'],
    ['name eq ann', 'syntax'],
    ['name eq "ann', 'syntax'],
    ['name is "ann"', 'syntax'],
    ['name eq "a" or', 'syntax'],
    ['(name eq "a"', 'syntax'],
    ['name eq "a")', 'syntax'],
    ['not name eq "a"', 'syntax'],
    ['name eq "a\nb"', 'syntax'],
    [`${'('.repeat(5_000)}name eq "a"${')'.repeat(5_000)}`, 'syntax'],
    ['Name eq "ann"', 'attribute'],
    ['name ew "n"', 'operator'],
  ])('%s is refused for its %s', (text, kind) => {
    expect(() => names(text)).toThrow(expect.objectContaining({ name: ExpressionError.name, kind }));
  });

  it('takes a quotation mark in a value for what it is, when escaped as JSON', () => {
    const injected = JSON.stringify('x" or name pr or name eq "');

    expect(names(`name eq ${injected}`)).toEqual([]);
  });
});
