import type { Block } from '../limits.js';
import { context } from './blocks.js';

/** A block as Slack sends it back with a press; only its type and ids are of interest. */
export type PostedBlock = { readonly type: string; readonly block_id?: string; readonly elements?: unknown };

/** The message without one row of buttons: in its place stands `note` (mrkdwn), who did what. */
export function withoutButtons(blocks: readonly PostedBlock[], rowId: string, note: string): (PostedBlock | Block)[] {
  return blocks.map((block) => (block.type === 'actions' && block.block_id === rowId ? context(note) : block));
}

/** The message without one button of a row, the others kept, and `note` below them. */
export function withoutButton(
  blocks: readonly PostedBlock[],
  pressed: { readonly rowId: string; readonly actionId: string },
  note: string,
): (PostedBlock | Block)[] {
  return blocks.flatMap((block) => {
    if (block.type !== 'actions' || block.block_id !== pressed.rowId || !Array.isArray(block.elements)) return [block];
    const left = block.elements.filter((element) => element?.action_id !== pressed.actionId);
    return left.length === 0 ? [context(note)] : [{ ...block, elements: left }, context(note)];
  });
}
