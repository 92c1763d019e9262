import type { ActionsBlock, Button, ContextBlock, DividerBlock, SectionBlock, StaticSelect } from '@slack/types';
import { cutPlain, escapeLine, plainLabel } from './text.js';

/** What Slack accepts, in UTF-16 units or pieces. Over one of these it refuses the whole message. */
export const limits = {
  blocks: 50,
  sectionText: 3_000,
  contextText: 3_000,
  contextElements: 10,
  headerText: 150,
  buttonText: 75,
  actionId: 255,
  blockId: 255,
  buttonValue: 2_000,
  optionText: 75,
  optionValue: 150,
  placeholder: 150,
  actionElements: 25,
  /**
   * All blocks together: their JSON, and `blockCost` for each. Undocumented: Slack answers `msg_blocks_too_long` from
   * about 13,200 characters of text, a further block costing about 125 (slackapi/bolt-js issues 2509 and 2867). JSON
   * alone makes up for half of that; the rest is margin.
   */
  blocksSize: 12_500,
  blockCost: 80,
  /** The `text` beside the blocks. Slack asks for at most 4,000 and answers `msg_too_long` not far above. */
  fallbackText: 4_000,
} as const;

/** The blocks that the views use. */
export type Block = SectionBlock | ContextBlock | ActionsBlock | DividerBlock;

/** A message ready to post: valid for Slack whatever it was made from. */
export interface Message {
  /** All of the message in one text, for notifications and screen readers. */
  readonly text: string;
  readonly blocks: Block[];
}

const ellipsis = '…';

/** mrkdwn of at most `max` units, never cut inside an entity, a link or mention, a code span, or a surrogate pair. */
export function cutMrkdwn(text: string, max: number): string {
  if (text.length <= max) return text;
  let kept = text.slice(0, max - ellipsis.length - 1).replace(/[\uD800-\uDBFF]$/, '');
  kept = kept.replace(/&[a-z]{0,4}$/, '');
  if (kept.lastIndexOf('<') > kept.lastIndexOf('>')) kept = kept.slice(0, kept.lastIndexOf('<'));
  // Half a block of code would swallow what follows, and half a verbatim value would be a wrong value: they go whole.
  if (count(kept, '```') % 2 === 1) kept = kept.slice(0, kept.lastIndexOf('```'));
  if (count(kept, '`') % 2 === 1) kept = kept.slice(0, kept.lastIndexOf('`'));
  // The cut may have lost the second half of a bold run.
  const closing = count(kept.slice(kept.lastIndexOf('\n') + 1), '*') % 2 === 1 ? '*' : '';
  return `${kept.trimEnd()}${ellipsis}${closing}`;
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}

/** How much room a group of blocks may take. */
export interface Room {
  readonly blocks: number;
  /** As `limits.blocksSize` counts. */
  readonly size: number;
}

/** The room of a whole message. */
export const wholeMessage: Room = { blocks: limits.blocks, size: limits.blocksSize };

/**
 * Makes blocks valid and fits them into the room. What is too much goes from the end, buttons last of all, and a line
 * `rest` (mrkdwn) then says where the rest is. The first block always stays: it is the answer.
 */
export function fitBlocks(blocks: readonly Block[], room: Room, rest: string): Block[] {
  const valid = blocks.flatMap(fitBlock);
  if (fits(valid, room) && !blocks.some(isCut)) return valid;
  const notice: ContextBlock = {
    type: 'context',
    elements: [{ type: 'mrkdwn', text: cutMrkdwn(rest, 300), verbatim: true }],
  };
  const body = valid.filter(({ type }) => type !== 'actions');
  const buttons = valid.filter(({ type }) => type === 'actions');
  while (body.length > 1 && !fits([...body, notice, ...buttons], room)) body.pop();
  while (buttons.length > 0 && !fits([...body, notice, ...buttons], room)) buttons.pop();
  const kept = [...body, notice, ...buttons];
  return fits(kept, room)
    ? kept
    : body
        .slice(0, 1)
        .map((block) => shorten(block, room.size))
        .concat(notice);
}

/** Finishes a message: blocks that fit, and the same content as text. */
export function toMessage(blocks: readonly Block[], rest: string): Message {
  const fitted = fitBlocks(blocks, wholeMessage, rest);
  return { blocks: fitted, text: cutMrkdwn(blocksToText(fitted), limits.fallbackText) };
}

/** Whether the blocks together keep within the room. */
export function fits(blocks: readonly Block[], room: Room): boolean {
  return blocks.length <= room.blocks && sizeOf(blocks) <= room.size;
}

/** What blocks take of a message, as `limits.blocksSize` counts. */
export function sizeOf(blocks: readonly Block[]): number {
  return JSON.stringify(blocks).length + blocks.length * limits.blockCost;
}

function isCut(block: Block): boolean {
  return block.type === 'section' && (block.text?.text ?? '').length > limits.sectionText;
}

/** One block within its own limits; nothing when nothing of it is left. */
function fitBlock(block: Block): Block[] {
  if (block.type === 'section') return fitSection(block);
  if (block.type === 'context') return fitContext(block);
  if (block.type === 'actions') return fitActions(block);
  return [block];
}

function fitSection(block: SectionBlock): Block[] {
  const text = cutMrkdwn(block.text?.text ?? '', limits.sectionText);
  return text.trim() === '' ? [] : [{ ...block, text: { type: 'mrkdwn', text, verbatim: true } }];
}

function fitContext(block: ContextBlock): Block[] {
  const texts = block.elements.flatMap((element) => ('text' in element ? [element.text] : []));
  const elements = texts
    .filter((text) => text.trim() !== '')
    .slice(0, limits.contextElements)
    .map((text) => ({ type: 'mrkdwn' as const, text: cutMrkdwn(text, limits.contextText), verbatim: true }));
  return elements.length === 0 ? [] : [{ ...block, elements }];
}

function fitActions(block: ActionsBlock): Block[] {
  const elements = block.elements
    .flatMap((element): (Button | StaticSelect)[] => {
      if (element.type === 'button') return fitButton(element);
      return element.type === 'static_select' ? fitSelect(element) : [];
    })
    .slice(0, limits.actionElements);
  return elements.length === 0 ? [] : [{ ...block, elements }];
}

/** A cut value or id would be another value or id: then there is no button. */
function fitButton(button: Button): Button[] {
  const { value = '', action_id: id = '', text } = button;
  if (value.length > limits.buttonValue || id.length > limits.actionId) return [];
  return [{ ...button, text: { ...text, text: cutPlain(plainLabel(text.text), limits.buttonText) } }];
}

/** The same for a menu and its options; one without options is none. */
function fitSelect(select: StaticSelect): StaticSelect[] {
  const { action_id: id = '', placeholder, options: given = [] } = select;
  const options = given.flatMap((option) =>
    (option.value ?? '').length > limits.optionValue
      ? []
      : [
          {
            ...option,
            text: { type: 'plain_text' as const, text: cutPlain(plainLabel(option.text.text), limits.optionText) },
          },
        ],
  );
  if (options.length === 0 || id.length > limits.actionId) return [];
  const text = cutPlain(plainLabel(placeholder?.text ?? ''), limits.placeholder);
  return [{ ...select, options, placeholder: { type: 'plain_text', text } }];
}

function shorten(block: Block, size: number): Block {
  if (block.type !== 'section') return block;
  // JSON writes some signs as two; a third of the room is safe for any text.
  return {
    ...block,
    text: { type: 'mrkdwn', text: cutMrkdwn(block.text?.text ?? '', Math.floor(size / 3)), verbatim: true },
  };
}

function blocksToText(blocks: readonly Block[]): string {
  const lines = blocks.map((block) => {
    if (block.type === 'section') return block.text?.text ?? '';
    if (block.type === 'context')
      return block.elements.map((element) => ('text' in element ? element.text : '')).join('\n');
    if (block.type === 'actions') {
      return block.elements
        .map((element) => {
          if (element.type === 'button') return `[${escapeLine(element.text.text)}]`;
          return element.type === 'static_select' ? `[${escapeLine(element.placeholder?.text ?? '')}]` : '';
        })
        .join(' ');
    }
    return '';
  });
  return lines.filter((line) => line !== '').join('\n');
}
