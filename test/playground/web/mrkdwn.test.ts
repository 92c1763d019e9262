import { describe, expect, it } from 'vitest';
import { parseMrkdwn, parsePlain } from '../../../src/playground/web/text/mrkdwn.js';
import type { Inline } from '../../../src/playground/web/text/nodes.js';

const text = (words: string): Inline => ({ type: 'text', text: words });

/** The nodes of a text of one paragraph. */
function inline(source: string): readonly Inline[] {
  const [only, ...rest] = parseMrkdwn(source);
  expect(rest).toEqual([]);
  return only?.type === 'paragraph' ? only.children : [];
}

describe('mrkdwn emphasis', () => {
  it.each([
    ['*a b*', 'bold'],
    ['_a b_', 'italic'],
    ['~a b~', 'strike'],
  ])('reads %s', (source, style) => {
    expect(inline(source)).toEqual([{ type: 'style', style, children: [text('a b')] }]);
  });

  it.each(['snake_case_name', '2 * 3 * 4', '*open', 'a* b*', '**', '_ a _', 'x*y*z'])(
    'leaves %s as typed',
    (source) => {
      expect(inline(source)).toEqual([text(source)]);
    },
  );

  it('nests different marks, and gives up a mark that is never closed', () => {
    expect(inline('*a _b_ ~c*')).toEqual([
      {
        type: 'style',
        style: 'bold',
        children: [text('a '), { type: 'style', style: 'italic', children: [text('b')] }, text(' ~c')],
      },
    ]);
  });

  it('does not carry emphasis over a line end', () => {
    expect(inline('*a\nb*')).toEqual([text('*a'), { type: 'break' }, text('b*')]);
  });
});

describe('mrkdwn code', () => {
  it('keeps marks inside code as they are, and decodes escapes', () => {
    expect(inline('`*a* &lt;b&gt;`')).toEqual([{ type: 'code', text: '*a* <b>' }]);
  });

  it('shows an address that Slack wrapped inside code as plain text', () => {
    expect(inline('`GET <https://acme.okta.com/x>`')).toEqual([{ type: 'code', text: 'GET https://acme.okta.com/x' }]);
  });

  it('splits a message around a code block', () => {
    expect(parseMrkdwn('before\n```\na *b*\n```\nafter')).toEqual([
      { type: 'paragraph', children: [text('before')] },
      { type: 'pre', text: 'a *b*' },
      { type: 'paragraph', children: [text('after')] },
    ]);
  });

  it('leaves three backticks without a partner in the text', () => {
    expect(parseMrkdwn('a ``` b')).toEqual([
      { type: 'paragraph', children: [text('a ')] },
      { type: 'paragraph', children: [text('``` b')] },
    ]);
  });
});

describe('mrkdwn quotes', () => {
  it('joins quoted lines and ends with the first that is not', () => {
    const quoted: Inline[] = [text('a'), { type: 'break' }, text('b')];
    expect(parseMrkdwn('&gt; a\n&gt; b\nc')).toEqual([
      { type: 'quote', children: [{ type: 'paragraph', children: quoted }] },
      { type: 'paragraph', children: [text('c')] },
    ]);
  });

  it('quotes everything after three marks', () => {
    expect(parseMrkdwn('&gt;&gt;&gt;a\nb')).toEqual([
      { type: 'quote', children: [{ type: 'paragraph', children: [text('a'), { type: 'break' }, text('b')] }] },
    ]);
  });
});

describe('mrkdwn links and mentions', () => {
  it.each([
    ['<https://okta.com/a|Okta &amp; co>', 'https://okta.com/a', 'Okta & co'],
    ['<https://okta.com/?a=1&amp;b=2>', 'https://okta.com/?a=1&b=2', 'https://okta.com/?a=1&b=2'],
    ['<mailto:a@b.com|a@b.com>', 'mailto:a@b.com', 'a@b.com'],
    ['https://okta.com/x', 'https://okta.com/x', 'https://okta.com/x'],
  ])('links %s', (source, href, label) => {
    expect(inline(source)).toEqual([{ type: 'link', href, children: [text(label)] }]);
  });

  it.each(['<javascript:alert(1)|x>', '<data:text/html,x>', '< a>', '<vbscript:x|y>'])(
    'makes no link of %s',
    (source) => {
      expect(inline(source)).toEqual([text(source)]);
    },
  );

  it('leaves the full stop behind an address outside of it', () => {
    expect(inline('see https://okta.com/x.')).toEqual([
      text('see '),
      { type: 'link', href: 'https://okta.com/x', children: [text('https://okta.com/x')] },
      text('.'),
    ]);
  });

  it('reads mentions, broadcasts and dates', () => {
    expect(inline('<@U1> <#C1|help> <!here> <!subteam^S1|@desk> <!date^0^{date}|then>')).toEqual([
      { type: 'user', id: 'U1' },
      text(' '),
      { type: 'channel', id: 'C1', label: 'help' },
      text(' '),
      { type: 'broadcast', label: '@here' },
      text(' '),
      { type: 'broadcast', label: '@desk' },
      text(' '),
      { type: 'date', seconds: 0, format: '{date}', fallback: 'then' },
    ]);
  });

  it('never reads an escaped text as a mention', () => {
    expect(inline('&lt;!channel&gt; &amp;lt;')).toEqual([text('<!channel> &lt;')]);
  });

  it('reads emoji names in mrkdwn and in plain text', () => {
    expect(inline('ok :white_check_mark:')).toEqual([text('ok '), { type: 'emoji', name: 'white_check_mark' }]);
    expect(parsePlain('*a* :eyes:')).toEqual([text('*a* '), { type: 'emoji', name: 'eyes' }]);
  });
});

describe('hostile mrkdwn', () => {
  // Many times what Slack lets through: parsing in quadratic time would run into the test limit.
  it.each(['`', '*a ', '_', '<', '<a', ':a', '&gt; ', '```', '*_~', 'https://', '&amp;', '<@U1>', ' *a*'])(
    'takes time in proportion to a text of %s',
    (unit) => {
      expect(parseMrkdwn(unit.repeat(Math.ceil(300_000 / unit.length))).length).toBeGreaterThan(0);
    },
  );
});
