import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../src/playground/web/text/markdown.js';

describe('standard Markdown', () => {
  it('reads headings, rules and emphasis', () => {
    expect(parseMarkdown('## Fix\n**b** _i_ ~~s~~\n\n---')).toEqual([
      { type: 'heading', level: 2, children: [{ type: 'text', text: 'Fix' }] },
      {
        type: 'paragraph',
        children: [
          { type: 'style', style: 'bold', children: [{ type: 'text', text: 'b' }] },
          { type: 'text', text: ' ' },
          { type: 'style', style: 'italic', children: [{ type: 'text', text: 'i' }] },
          { type: 'text', text: ' ' },
          { type: 'style', style: 'strike', children: [{ type: 'text', text: 's' }] },
        ],
      },
      { type: 'rule' },
    ]);
  });

  it('nests lists and reads tasks', () => {
    const [list] = parseMarkdown('1. one\n   - [x] inner\n2. two');
    expect(list).toMatchObject({
      type: 'list',
      ordered: true,
      items: [
        { children: [{ type: 'paragraph' }, { type: 'list', ordered: false, items: [{ checked: true }] }] },
        { children: [{ type: 'paragraph' }] },
      ],
    });
  });

  it('reads a table and a fence', () => {
    const [table, fence] = parseMarkdown('|a|b|\n|-|-|\n|1|2|\n```\n# not a heading\n```');
    expect(table).toMatchObject({ type: 'table', rows: [{ length: 2 }, { length: 2 }] });
    expect(fence).toEqual({ type: 'pre', text: '# not a heading' });
  });

  it('links only addresses that may be followed', () => {
    expect(parseMarkdown('[x](javascript:alert`1`)')).not.toContainEqual(expect.objectContaining({ type: 'link' }));
    expect(parseMarkdown('[x](https://okta.com)')).toEqual([
      {
        type: 'paragraph',
        children: [{ type: 'link', href: 'https://okta.com/', children: [{ type: 'text', text: 'x' }] }],
      },
    ]);
  });

  it.each(['[', '![a](', '*', '**a', '> ', '- ', '|-|\n', '# ', '`', '   - a\n'])(
    'takes time in proportion to a text of %s',
    (unit) => {
      expect(parseMarkdown(unit.repeat(Math.ceil(200_000 / unit.length))).length).toBeGreaterThan(0);
    },
  );
});
