/** Nodes → elements. Text only ever becomes text: no markup passes through here, and addresses were checked when parsed. */
import type { ComponentChildren, JSX } from 'preact';
import { useWorkspace, type Workspace } from '../shell/workspace.js';
import { formatSlackDate } from './dates.js';
import { emojiCharacter } from './emoji.js';
import { parseMrkdwn, parsePlain } from './mrkdwn.js';
import type { Inline, ListItem, TextBlock } from './nodes.js';

/** Formatted blocks: a message, a section, a rich text. */
export function TextBlocks({ blocks }: { blocks: readonly TextBlock[] }): JSX.Element {
  const workspace = useWorkspace();
  return <>{blocks.map((block) => renderBlock(block, workspace))}</>;
}

/** Slack's mrkdwn. */
export function Mrkdwn({ text }: { text: string }): JSX.Element {
  return <TextBlocks blocks={parseMrkdwn(text)} />;
}

/** Slack's plain text: line breaks and emoji names only. */
export function Plain({ text, emoji = true }: { text: string; emoji?: boolean }): JSX.Element {
  const workspace = useWorkspace();
  return <>{renderInlines(parsePlain(text, emoji), workspace)}</>;
}

/** One emoji by name, with the name for those who cannot see it; an unknown name stays as typed. */
export function Emoji({ name }: { name: string }): JSX.Element {
  const { emoji } = useWorkspace();
  return <>{renderEmoji(name, emoji)}</>;
}

function renderEmoji(name: string, table: Workspace['emoji']): ComponentChildren {
  const character = emojiCharacter(table, name);
  if (character === undefined) return `:${name}:`;
  return (
    <span class="emoji" role="img" aria-label={name.replaceAll('_', ' ')} title={`:${name}:`}>
      {character}
    </span>
  );
}

function renderBlock(block: TextBlock, workspace: Workspace): ComponentChildren {
  switch (block.type) {
    case 'paragraph':
      return <p>{renderInlines(block.children, workspace)}</p>;
    case 'heading': {
      // A message is far inside the page's outline: its own headings start at the third level.
      const Tag = block.level === 1 ? 'h3' : block.level === 2 ? 'h4' : 'h5';
      return <Tag>{renderInlines(block.children, workspace)}</Tag>;
    }
    case 'quote':
      return <blockquote>{block.children.map((inner) => renderBlock(inner, workspace))}</blockquote>;
    case 'pre':
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      );
    case 'list': {
      const items = block.items.map((item) => renderItem(item, workspace));
      return block.ordered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>;
    }
    case 'table': {
      const [head = [], ...body] = block.rows;
      return (
        <div class="table-scroll">
          <table>
            <thead>
              <tr>{head.map((cell) => renderCell(cell, workspace, true))}</tr>
            </thead>
            <tbody>{body.map((row) => renderRow(row, workspace))}</tbody>
          </table>
        </div>
      );
    }
    case 'rule':
      return <hr />;
  }
}

function renderItem(item: ListItem, workspace: Workspace): ComponentChildren {
  const only = item.children[0];
  const isTight = item.children.length === 1 && only?.type === 'paragraph';
  return (
    <li class={item.checked === undefined ? undefined : 'task'}>
      {item.checked !== undefined && <input type="checkbox" checked={item.checked} disabled />}
      {isTight ? renderInlines(only.children, workspace) : item.children.map((inner) => renderBlock(inner, workspace))}
    </li>
  );
}

function renderRow(row: readonly (readonly Inline[])[], workspace: Workspace): ComponentChildren {
  return <tr>{row.map((cell) => renderCell(cell, workspace, false))}</tr>;
}

function renderCell(cell: readonly Inline[], workspace: Workspace, isHead: boolean): ComponentChildren {
  const inside = renderInlines(cell, workspace);
  return isHead ? <th scope="col">{inside}</th> : <td>{inside}</td>;
}

function renderInlines(nodes: readonly Inline[], workspace: Workspace): ComponentChildren[] {
  return nodes.map((node) => renderInline(node, workspace));
}

function renderInline(node: Inline, workspace: Workspace): ComponentChildren {
  switch (node.type) {
    case 'text':
      return node.text;
    case 'break':
      return <br />;
    case 'code':
      return <code>{node.text}</code>;
    case 'style': {
      const Tag = node.style === 'bold' ? 'strong' : node.style === 'italic' ? 'em' : 's';
      return <Tag>{renderInlines(node.children, workspace)}</Tag>;
    }
    case 'link':
      return (
        <a href={node.href} target="_blank" rel="noopener noreferrer">
          {renderInlines(node.children, workspace)}
        </a>
      );
    case 'user':
      return (
        <span class={node.id === workspace.me.id ? 'mention is-me' : 'mention'}>@{workspace.userName(node.id)}</span>
      );
    case 'channel':
      return (
        <button type="button" class="mention link-like" onClick={() => workspace.openChannel(node.id)}>
          #{workspace.channelName(node.id) || node.label || node.id}
        </button>
      );
    case 'broadcast':
      return <span class="mention is-me">{node.label}</span>;
    case 'emoji':
      return renderEmoji(node.name, workspace.emoji);
    case 'date': {
      const shown = formatSlackDate(node.seconds, node.format, workspace.now());
      return <time dateTime={new Date(node.seconds * 1000).toISOString()}>{shown}</time>;
    }
  }
}
