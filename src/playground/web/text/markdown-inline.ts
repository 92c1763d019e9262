/** The inline half of standard Markdown, as Slack's `markdown` block takes it. Linear in the length of the text. */
import { Cursor } from './cursor.js';
import { InlineBuilder } from './inline.js';
import { safeHref, trimAddress } from './links.js';
import type { Emphasis, Inline } from './nodes.js';

const MARKS: readonly (readonly [string, Emphasis])[] = [
  ['**', 'bold'],
  ['__', 'bold'],
  ['~~', 'strike'],
  ['*', 'italic'],
  ['_', 'italic'],
];
const WORD = /[\p{L}\p{N}]/u;
const EMOJI = /:([a-z0-9_+'-]{1,100}):/y;
const ADDRESS = /https?:\/\/[^\s<>]{1,2000}/y;
// An address with a closing bracket in it must be escaped in Markdown, so the first one ends the link.
const LINK = /!?\[([^\][\n]{0,1000})\]\(([^()\s]{1,2000})(?: "[^"\n]{0,500}")?\)/y;
const PUNCTUATION = /[!-/:-@[-`{-~]/;

/** Parses one paragraph's text; line ends are kept as breaks, as Slack shows them. */
export function parseMarkdownInline(text: string): Inline[] {
  const cursor = new Cursor(text);
  const nodes = new InlineBuilder();
  let at = 0;
  while (at < text.length) {
    const length = step(text, at, cursor, nodes);
    at += length;
  }
  return nodes.finish();
}

/** Adds what stands at `at` and answers how many characters it took. */
function step(text: string, at: number, cursor: Cursor, nodes: InlineBuilder): number {
  const char = text.charAt(at);
  if (char === '\n') {
    nodes.node({ type: 'break' });
    return 1;
  }
  if (char === '\\' && PUNCTUATION.test(text.charAt(at + 1))) {
    nodes.text(text.charAt(at + 1));
    return 2;
  }
  if (char === '`') {
    const end = cursor.next('`', at + 1);
    if (end > at + 1) {
      nodes.node({ type: 'code', text: text.slice(at + 1, end) });
      return end + 1 - at;
    }
  }
  if (char === '[' || (char === '!' && text.charAt(at + 1) === '[')) {
    const link = matchAt(LINK, text, at);
    const href = safeHref(link?.[2] ?? '');
    if (link !== undefined && href !== undefined) {
      nodes.node({ type: 'link', href, children: parseMarkdownInline(link[1] ?? '') });
      return link[0].length;
    }
  }
  if (char === 'h' && !WORD.test(text.charAt(at - 1))) {
    const address = trimAddress(matchAt(ADDRESS, text, at)?.[0] ?? '');
    const href = safeHref(address);
    if (href !== undefined) {
      nodes.node({ type: 'link', href, children: [{ type: 'text', text: address }] });
      return address.length;
    }
  }
  if (char === ':') {
    const emoji = matchAt(EMOJI, text, at);
    if (emoji !== undefined) {
      nodes.node({ type: 'emoji', name: emoji[1] ?? '' });
      return emoji[0].length;
    }
  }
  return emphasis(text, at, nodes);
}

function emphasis(text: string, at: number, nodes: InlineBuilder): number {
  const found = MARKS.find(([mark]) => text.startsWith(mark, at));
  if (found === undefined) {
    nodes.text(text.charAt(at));
    return 1;
  }
  const [mark, style] = found;
  const before = text.charAt(at - 1);
  const after = text.charAt(at + mark.length);
  const insideWord = mark.startsWith('_') && WORD.test(before) && WORD.test(after);
  const mayClose = before !== '' && !/\s/.test(before) && !insideWord;
  if (nodes.isOpen(mark)) {
    if (!(mayClose && nodes.close(mark, style))) nodes.text(mark);
  } else if (after !== '' && !/\s/.test(after) && !(mark.startsWith('_') && WORD.test(before))) nodes.open(mark);
  else nodes.text(mark);
  return mark.length;
}

function matchAt(sticky: RegExp, text: string, at: number): RegExpExecArray | undefined {
  sticky.lastIndex = at;
  return sticky.exec(text) ?? undefined;
}
