import type { JSX } from 'preact';
import { TextBlocks } from '../text/view.js';
import type { BlockProps } from './block.js';
import { richTextNodes } from './rich-nodes.js';

export function RichText({ block }: Pick<BlockProps, 'block'>): JSX.Element {
  return (
    <div class="block text rich-text">
      <TextBlocks blocks={richTextNodes(block)} />
    </div>
  );
}
