import type { ModalView } from '@slack/types';
import type { Message } from '../limits.js';

/**
 * What somebody asked to see of a message, over everything else, so that it need not be looked for at the end of a long
 * thread. A modal has room for whatever fits a message. `title` has at most 24 characters.
 */
export function closerView(title: string, { blocks }: Message): ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: title },
    close: { type: 'plain_text', text: 'Close' },
    blocks,
  };
}
