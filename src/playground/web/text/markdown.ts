/** The block half of standard Markdown, as Slack's `markdown` block takes it: headings, lists, quotes, code, tables, rules. */
import { parseMarkdownInline } from './markdown-inline.js';
import type { ListItem, TextBlock } from './nodes.js';

const HEADING = /^(#{1,6}) +(\S.*)$/;
const RULE = /^ {0,3}([-*_])(?: *\1){2,} *$/;
const ITEM = /^( *)([-*+]|\d{1,9}[.)]) +(.*)$/;
const TASK = /^\[([ xX])\] +/;
const FENCE = /^ {0,3}(```|~~~)/;
const TABLE_RULE = /^ *\|?[ :|-]+\|[ :|-]*$/;
// Slack nests lists eight deep; deeper text is read as text, so that a hostile nesting cannot exhaust the stack.
const DEEPEST = 8;

/** Parses a Markdown text of at most Slack's 12,000 characters (longer ones only cost time in proportion). */
export function parseMarkdown(text: string): TextBlock[] {
  return parseLines(text.replace(/\r\n?/g, '\n').split('\n'), 0);
}

function parseLines(lines: readonly string[], depth: number): TextBlock[] {
  const blocks: TextBlock[] = [];
  let paragraph: string[] = [];
  const flush = (): void => {
    if (paragraph.length > 0)
      blocks.push({ type: 'paragraph', children: parseMarkdownInline(paragraph.join('\n').trim()) });
    paragraph = [];
  };
  let at = 0;
  while (at < lines.length) {
    const block = depth < DEEPEST ? blockAt(lines, at, depth) : undefined;
    if (block === undefined) {
      const line = lines[at] ?? '';
      if (line.trim() === '') flush();
      else paragraph.push(line);
      at += 1;
      continue;
    }
    flush();
    blocks.push(block.node);
    at = block.end;
  }
  flush();
  return blocks;
}

interface Found {
  readonly node: TextBlock;
  /** The first line after it. */
  readonly end: number;
}

function blockAt(lines: readonly string[], at: number, depth: number): Found | undefined {
  const line = lines[at] ?? '';
  const fence = FENCE.exec(line)?.[1];
  if (fence !== undefined) {
    let end = at + 1;
    while (end < lines.length && !(lines[end] ?? '').trimStart().startsWith(fence)) end += 1;
    return { node: { type: 'pre', text: lines.slice(at + 1, end).join('\n') }, end: end + 1 };
  }
  const heading = HEADING.exec(line);
  if (heading !== null) {
    const [, marks = '#', words = ''] = heading;
    return { node: { type: 'heading', level: marks.length, children: parseMarkdownInline(words) }, end: at + 1 };
  }
  if (RULE.test(line)) return { node: { type: 'rule' }, end: at + 1 };
  if (line.startsWith('>')) {
    let end = at;
    while (end < lines.length && (lines[end] ?? '').startsWith('>')) end += 1;
    const inside = lines.slice(at, end).map((quoted) => quoted.replace(/^> ?/, ''));
    return { node: { type: 'quote', children: parseLines(inside, depth + 1) }, end };
  }
  if (line.includes('|') && TABLE_RULE.test(lines[at + 1] ?? '')) return tableAt(lines, at);
  return ITEM.test(line) ? listAt(lines, at, depth) : undefined;
}

function listAt(lines: readonly string[], at: number, depth: number): Found {
  const first = ITEM.exec(lines[at] ?? '');
  const indent = first?.[1]?.length ?? 0;
  const ordered = /\d/.test(first?.[2] ?? '');
  const items: ListItem[] = [];
  let end = at;
  while (end < lines.length) {
    const item = ITEM.exec(lines[end] ?? '');
    if (item === null || (item[1]?.length ?? 0) !== indent || /\d/.test(item[2] ?? '') !== ordered) break;
    const words = item[3] ?? '';
    const body = [words.replace(TASK, '')];
    end += 1;
    while (end < lines.length && indentOf(lines[end] ?? '') > indent) {
      body.push((lines[end] ?? '').slice(indent + 2));
      end += 1;
    }
    const task = TASK.exec(words)?.[1];
    const children = parseLines(body, depth + 1);
    items.push(task === undefined ? { children } : { checked: task !== ' ', children });
  }
  return { node: { type: 'list', ordered, start: Number.parseInt(first?.[2] ?? '1', 10) || 1, items }, end };
}

/** Leading spaces; a blank line has none, so it ends a list item. */
function indentOf(line: string): number {
  return line.trim() === '' ? 0 : line.length - line.trimStart().length;
}

function tableAt(lines: readonly string[], at: number): Found {
  let end = at + 2;
  while (end < lines.length && (lines[end] ?? '').includes('|')) end += 1;
  const rows = [lines[at] ?? '', ...lines.slice(at + 2, end)].map((row) => {
    const inside = row.trim().replace(/^\|/, '').replace(/\|$/, '');
    return inside.split('|').map((cell) => parseMarkdownInline(cell.trim()));
  });
  return { node: { type: 'table', rows }, end };
}
