/** One Block Kit block, drawn by its type. */
import type { ComponentChildren, JSX } from 'preact';
import { type Json, str } from '../json.js';
import { Alert, Card, Carousel, Container, Plan, TaskCard } from './agent.js';
import { Actions, ContextActions, InputBlock } from './interactive.js';
import { FileBlock, ImageBlock, Video } from './media.js';
import { RichText } from './rich-text.js';
import { Table } from './table.js';
import { Context, Divider, Header, MarkdownBlock, Section } from './text-blocks.js';
import { blockIdOf } from './values.js';

/** What every block component is handed. */
export interface BlockProps {
  readonly block: Json;
  readonly blockId: string;
}

const BLOCKS: Readonly<Record<string, (props: BlockProps) => JSX.Element>> = {
  actions: Actions,
  alert: Alert,
  card: Card,
  carousel: Carousel,
  container: Container,
  context: Context,
  context_actions: ContextActions,
  data_table: Table,
  divider: Divider,
  file: FileBlock,
  header: Header,
  image: ImageBlock,
  input: InputBlock,
  markdown: MarkdownBlock,
  plan: Plan,
  rich_text: RichText,
  section: Section,
  table: Table,
  task_card: TaskCard,
  video: Video,
};

/** A message's or a view's blocks, in order. Needs a SurfaceProvider around it. */
export function Blocks({ blocks }: { blocks: readonly Json[] }): JSX.Element {
  return <div class="blocks">{blocks.map(renderBlock)}</div>;
}

function renderBlock(block: Json, index: number): ComponentChildren {
  const Known = BLOCKS[str(block, 'type')];
  const blockId = blockIdOf(block, index);
  if (Known !== undefined) return <Known key={blockId} block={block} blockId={blockId} />;
  return (
    <p key={blockId} class="block-unknown">
      This client cannot show a block of type “{str(block, 'type') || 'none'}”.
    </p>
  );
}
