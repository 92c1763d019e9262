/** Formatted text as a tree of plain data: what the parsers of Slack's mrkdwn, of Markdown and of rich text all produce. */

export type Emphasis = 'bold' | 'italic' | 'strike';

export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'style'; readonly style: Emphasis; readonly children: readonly Inline[] }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'link'; readonly href: string; readonly children: readonly Inline[] }
  | { readonly type: 'user'; readonly id: string }
  | { readonly type: 'channel'; readonly id: string; readonly label: string }
  /** `@here`, `@channel`, `@everyone` or a user group: shown, never a link. */
  | { readonly type: 'broadcast'; readonly label: string }
  | { readonly type: 'emoji'; readonly name: string }
  | { readonly type: 'date'; readonly seconds: number; readonly format: string; readonly fallback: string }
  | { readonly type: 'break' };

export type ListItem = { readonly checked?: boolean; readonly children: readonly TextBlock[] };

export type TextBlock =
  | { readonly type: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly type: 'heading'; readonly level: number; readonly children: readonly Inline[] }
  | { readonly type: 'quote'; readonly children: readonly TextBlock[] }
  | { readonly type: 'pre'; readonly text: string }
  | { readonly type: 'list'; readonly ordered: boolean; readonly start: number; readonly items: readonly ListItem[] }
  | { readonly type: 'table'; readonly rows: readonly (readonly (readonly Inline[])[])[] }
  | { readonly type: 'rule' };

/** The words of a tree with no formatting: for announcements, titles and search. */
export function plainText(nodes: readonly (Inline | TextBlock)[], userName: (id: string) => string): string {
  const parts: string[] = [];
  for (const node of nodes) parts.push(wordsOf(node, userName));
  return parts.join('');
}

function wordsOf(node: Inline | TextBlock, userName: (id: string) => string): string {
  switch (node.type) {
    case 'text':
    case 'code':
    case 'pre':
      return node.text;
    case 'user':
      return `@${userName(node.id)}`;
    case 'channel':
      return `#${node.label || node.id}`;
    case 'broadcast':
      return node.label;
    case 'emoji':
      return `:${node.name}:`;
    case 'date':
      return node.fallback;
    case 'break':
    case 'rule':
      return ' ';
    case 'list':
      return node.items.map((item) => plainText(item.children, userName)).join(' ');
    case 'table':
      return node.rows.map((row) => row.map((cell) => plainText(cell, userName)).join(' ')).join(' ');
    case 'paragraph':
      return `${plainText(node.children, userName)} `;
    default:
      return plainText(node.children, userName);
  }
}
