/** Slack's rich_text JSON → nodes. Pure. */
import { child, type Json, list, num, str } from '../json.js';
import { safeHref } from '../text/links.js';
import type { Emphasis, Inline, ListItem, TextBlock } from '../text/nodes.js';

/** The parts of a `rich_text` block. Lists that follow one another at deeper indents become nested lists. */
export function richTextNodes(block: Json): TextBlock[] {
  const nodes: TextBlock[] = [];
  const parts = list(block, 'elements');
  let at = 0;
  while (at < parts.length) {
    const part = parts[at];
    if (part !== undefined && str(part, 'type') === 'rich_text_list') {
      const nested = nestList(parts, at);
      nodes.push(nested.node);
      at = nested.end;
    } else {
      if (part !== undefined) nodes.push(partNode(part));
      at += 1;
    }
  }
  return nodes;
}

function partNode(part: Json): TextBlock {
  const children = richInlines(list(part, 'elements'));
  switch (str(part, 'type')) {
    case 'rich_text_preformatted':
      return { type: 'pre', text: list(part, 'elements').map(wordsOf).join('') };
    case 'rich_text_quote':
      return { type: 'quote', children: [{ type: 'paragraph', children }] };
    default:
      return { type: 'paragraph', children };
  }
}

function wordsOf(element: Json): string {
  return str(element, 'text') || str(element, 'url');
}

function nestList(parts: readonly Json[], at: number): { node: TextBlock; end: number } {
  const first = parts[at];
  const indent = num(first, 'indent') ?? 0;
  const style = str(first, 'style');
  const items: { children: TextBlock[] }[] = [];
  let end = at;
  while (end < parts.length) {
    const part = parts[end];
    const own = num(part, 'indent') ?? 0;
    if (part === undefined || str(part, 'type') !== 'rich_text_list' || own < indent) break;
    if (own > indent) {
      const nested = nestList(parts, end);
      const last = items.at(-1);
      if (last === undefined) items.push({ children: [nested.node] });
      else last.children.push(nested.node);
      end = nested.end;
      continue;
    }
    if (str(part, 'style') !== style) break;
    for (const section of list(part, 'elements')) items.push({ children: [partNode(section)] });
    end += 1;
  }
  const done: readonly ListItem[] = items;
  return {
    node: { type: 'list', ordered: style === 'ordered', start: (num(first, 'offset') ?? 0) + 1, items: done },
    end,
  };
}

const STYLES: readonly (readonly [string, Emphasis])[] = [
  ['bold', 'bold'],
  ['italic', 'italic'],
  ['strike', 'strike'],
];

/** The inline elements of a rich text section. */
function richInlines(elements: readonly Json[]): Inline[] {
  return elements.flatMap((element) => {
    const style = child(element, 'style');
    let nodes = inlineNodes(element, style?.['code'] === true);
    for (const [key, emphasis] of STYLES) {
      if (style?.[key] === true) nodes = [{ type: 'style', style: emphasis, children: nodes }];
    }
    return nodes;
  });
}

function inlineNodes(element: Json, isCode: boolean): Inline[] {
  switch (str(element, 'type')) {
    case 'text':
      return isCode ? [{ type: 'code', text: str(element, 'text') }] : lines(str(element, 'text'));
    case 'link': {
      const text = wordsOf(element);
      const href = safeHref(str(element, 'url'));
      const inside: Inline[] = isCode ? [{ type: 'code', text }] : lines(text);
      return href === undefined ? inside : [{ type: 'link', href, children: inside }];
    }
    case 'emoji':
      return [{ type: 'emoji', name: str(element, 'name') }];
    case 'user':
      return [{ type: 'user', id: str(element, 'user_id') }];
    case 'channel':
      return [{ type: 'channel', id: str(element, 'channel_id'), label: '' }];
    case 'broadcast':
      return [{ type: 'broadcast', label: `@${str(element, 'range')}` }];
    case 'usergroup':
      return [{ type: 'broadcast', label: `@${str(element, 'usergroup_id')}` }];
    case 'date': {
      const seconds = num(element, 'timestamp') ?? 0;
      return [{ type: 'date', seconds, format: str(element, 'format'), fallback: str(element, 'fallback') }];
    }
    case 'color':
      return [{ type: 'code', text: str(element, 'value') }];
    default:
      return [{ type: 'text', text: str(element, 'text') }];
  }
}

function lines(text: string): Inline[] {
  return text.split('\n').flatMap((line, index): Inline[] => {
    const node: Inline = { type: 'text', text: line };
    return index === 0 ? [node] : [{ type: 'break' }, node];
  });
}
