/** Slack's mrkdwn → nodes, by the rules its clients follow (not Markdown's). Linear in the length of the text. */
import { Cursor } from './cursor.js';
import { unescapeText } from './escape.js';
import { InlineBuilder } from './inline.js';
import { safeHref, trimAddress } from './links.js';
import type { Emphasis, Inline, TextBlock } from './nodes.js';
import { parseSpecial } from './special.js';

const EMPHASIS: Readonly<Record<string, Emphasis>> = { '*': 'bold', _: 'italic', '~': 'strike' };
const WORD = /[\p{L}\p{N}]/u;
// The length bound keeps a text of colons linear; Slack's longest names are well below it.
const EMOJI = /:([a-z0-9_+'-]{1,100})(?:::skin-tone-[2-6])?:/y;
const ADDRESS = /https?:\/\/[^\s<>|]{1,2000}/y;
const QUOTE = /^(?:&gt;|>) ?/;
const LONG_QUOTE = /^(?:&gt;|>){3} ?/;

/** Parses a message's or a text object's mrkdwn. */
export function parseMrkdwn(text: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  const parts = text.split('```');
  for (const [index, part] of parts.entries()) {
    const isFenced = index % 2 === 1 && index < parts.length - 1;
    // The last fence has no partner: it is three typed characters, with what follows them.
    const isLoose = index % 2 === 1 && !isFenced;
    if (isFenced) blocks.push({ type: 'pre', text: codeText(part.replace(/^\n/, '').replace(/\n$/, '')) });
    else {
      const lines = (isLoose ? `\`\`\`${part}` : part).split('\n');
      // Line ends beside a code block belong to the block's own spacing.
      if (index > 0 && !isLoose && lines[0]?.trim() === '') lines.shift();
      if (index < parts.length - 2 && lines.at(-1)?.trim() === '') lines.pop();
      if (lines.length > 0 && lines.join('') !== '') parseLines(lines, blocks);
    }
  }
  return blocks;
}

/** Plain text, where only emoji names and line breaks mean something. */
export function parsePlain(text: string, emoji = true): Inline[] {
  const nodes = new InlineBuilder();
  let at = 0;
  while (at < text.length) {
    const char = text.charAt(at);
    const name = emoji && char === ':' ? matchAt(EMOJI, text, at) : undefined;
    if (char === '\n') nodes.node({ type: 'break' });
    else if (name !== undefined) {
      nodes.node({ type: 'emoji', name: name[1] ?? '' });
      at += name[0].length;
      continue;
    } else nodes.text(char);
    at += 1;
  }
  return nodes.finish();
}

function parseLines(lines: readonly string[], blocks: TextBlock[]): void {
  let group: Inline[] = [];
  let quoted = false;
  let rest = false;
  const flush = (): void => {
    if (group.length === 0) return;
    const paragraph: TextBlock = { type: 'paragraph', children: group };
    blocks.push(quoted ? { type: 'quote', children: [paragraph] } : paragraph);
    group = [];
  };
  for (const line of lines) {
    const startsLong: boolean = !rest && LONG_QUOTE.test(line);
    const isQuote = rest || startsLong || QUOTE.test(line);
    if (isQuote !== quoted) flush();
    else if (group.length > 0) group.push({ type: 'break' });
    quoted = isQuote;
    const body = startsLong ? line.replace(LONG_QUOTE, '') : rest ? line : line.replace(QUOTE, '');
    rest ||= startsLong;
    for (const node of parseInline(body)) group.push(node);
    if (group.length === 0) group.push({ type: 'text', text: '' });
  }
  flush();
}

function parseInline(line: string): Inline[] {
  const cursor = new Cursor(line);
  const nodes = new InlineBuilder();
  let at = 0;
  let plainFrom = 0;
  // Text is decoded in runs, because an escape is several characters long.
  const flush = (): void => nodes.text(unescapeText(line.slice(plainFrom, at)));
  const take = (length: number, add: () => void): void => {
    flush();
    add();
    at += length;
    plainFrom = at;
  };
  while (at < line.length) {
    const char = line.charAt(at);
    if (char === '`') {
      const end = cursor.next('`', at + 1);
      if (end > at + 1) {
        const text = codeText(line.slice(at + 1, end));
        take(end + 1 - at, () => nodes.node({ type: 'code', text }));
        continue;
      }
    } else if (char === '<') {
      const end = cursor.next('>', at + 1);
      const nested = cursor.next('<', at + 1);
      const special = end === -1 || (nested !== -1 && nested < end) ? undefined : parseSpecial(line.slice(at + 1, end));
      if (special !== undefined) {
        take(end + 1 - at, () => nodes.node(special));
        continue;
      }
    } else if (char === ':') {
      const found = matchAt(EMOJI, line, at);
      if (found !== undefined) {
        take(found[0].length, () => nodes.node({ type: 'emoji', name: found[1] ?? '' }));
        continue;
      }
    } else if (char === 'h' && !WORD.test(line.charAt(at - 1))) {
      const address = trimAddress(matchAt(ADDRESS, line, at)?.[0] ?? '');
      const href = safeHref(unescapeText(address));
      if (href !== undefined) {
        const text = unescapeText(address);
        take(address.length, () => nodes.node({ type: 'link', href, children: [{ type: 'text', text }] }));
        continue;
      }
    }
    const style = EMPHASIS[char];
    if (style !== undefined) {
      const before = line.charAt(at - 1);
      const after = line.charAt(at + 1);
      const mayClose = nodes.isOpen(char) && before !== char && !/\s/.test(before) && !WORD.test(after);
      if (mayClose) {
        take(1, () => nodes.close(char, style));
        continue;
      }
      const mayOpen = !WORD.test(before) && before !== char && after !== '' && after !== char && !/\s/.test(after);
      if (mayOpen && !nodes.isOpen(char)) {
        take(1, () => nodes.open(char));
        continue;
      }
    }
    at += 1;
  }
  flush();
  return nodes.finish();
}

/** Code shows addresses and mentions as their text: Slack wraps pasted addresses in `<…>` even inside code. */
function codeText(code: string): string {
  const shown = code.replace(/<([^<>|]*)(?:\|([^<>]*))?>/g, (_, target: string, label?: string) => label ?? target);
  return unescapeText(shown);
}

function matchAt(sticky: RegExp, text: string, at: number): RegExpExecArray | undefined {
  sticky.lastIndex = at;
  return sticky.exec(text) ?? undefined;
}
