import * as z from 'zod';
import type { Json } from '../objects.js';
import { faultsAs, SlackError } from '../slack-error.js';
import { blockSchema } from './blocks.js';
import { faultsOf } from './faults.js';
import { fileInputs } from './file-inputs.js';
import { LIMITS } from './limits.js';
import { type View, viewSchema } from './views.js';

const VIEW_BYTES = 250_000;

const messageBlocks = z.array(blockSchema).max(LIMITS.messageBlocks);

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every object inside one block that carries an `action_id`, with its place. */
const actionsOf = (value: unknown, path: readonly (string | number)[]): readonly { id: string; at: string }[] => {
  if (Array.isArray(value)) return value.flatMap((each, index) => actionsOf(each, [...path, index]));
  if (!isObject(value)) return [];
  const own = typeof value['action_id'] === 'string' ? [{ id: value['action_id'], at: path.join('/') }] : [];
  return [...own, ...Object.entries(value).flatMap(([name, each]) => actionsOf(each, [...path, name]))];
};

/** `block_id` must be unique in a message or view, `action_id` in its block. */
const duplicates = (blocks: readonly Json[], prefix: string): readonly string[] => {
  const faults: string[] = [];
  const blockIds = new Set<unknown>();
  blocks.forEach((block, index) => {
    const id = block['block_id'];
    if (typeof id === 'string' && id !== '') {
      if (blockIds.has(id))
        faults.push(`\`block_id\` "${id}" already exists [json-pointer:${prefix}/${index}/block_id]`);
      blockIds.add(id);
    }
    const actionIds = new Set<string>();
    for (const action of actionsOf(block, [])) {
      if (actionIds.has(action.id)) {
        faults.push(
          `\`action_id\` "${action.id}" already exists [json-pointer:${prefix}/${index}/${action.at}/action_id]`,
        );
      }
      actionIds.add(action.id);
    }
  });
  return faults;
};

/** Characters a reader can see in `value`, entities counted as Slack stores them. */
const characters = (value: unknown): number => {
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + characters(each), 0);
  if (!isObject(value)) return 0;
  return Object.entries(value).reduce((sum, [name, each]) => {
    if (typeof each !== 'string') return sum + characters(each);
    const seen = name === 'text' || name === 'title' || name === 'caption' || name === 'alt_text';
    return seen ? sum + each.length : sum;
  }, 0);
};

/** Slack takes files in modals only (docs.slack.dev, file input element). */
const misplacedFiles = (blocks: readonly Json[], prefix: string): readonly string[] =>
  fileInputs(blocks, prefix).map((place) => `unsupported element: file_input [json-pointer:${place}]`);

/** What a message's blocks count against `LIMITS.messageCharacters`. */
export const messageSize = (blocks: readonly Json[]): number =>
  characters(blocks) + Math.max(0, blocks.length - 1) * LIMITS.charactersPerBlock;

/** Gives ids to blocks and elements that came without, as Slack does. */
const identified = (value: unknown, nextId: () => string, isBlock: boolean): unknown => {
  if (Array.isArray(value)) return value.map((each) => identified(each, nextId, isBlock));
  if (!isObject(value)) return value;
  const children = Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      name === 'elements' || name === 'accessory' || name === 'element' || name === 'actions' || name === 'child_blocks'
        ? identified(each, nextId, name === 'child_blocks')
        : each,
    ]),
  );
  if (isBlock)
    return {
      ...children,
      block_id: typeof value['block_id'] === 'string' && value['block_id'] !== '' ? value['block_id'] : nextId(),
    };
  const acts =
    typeof value['type'] === 'string' && /button|select|input|picker|checkboxes|overflow/.test(value['type']);
  return acts && value['action_id'] === undefined ? { ...children, action_id: nextId() } : children;
};

/** Element types match in `identified`; this narrows its result. */
const withIds = (blocks: readonly Json[], nextId: () => string): readonly Json[] =>
  blocks.map((block) => identified(block, nextId, true)).filter(isObject);

/**
 * Checks the blocks of a message. Throws `SlackError`: `invalid_blocks_format` when they are no array of objects,
 * `invalid_blocks` naming each place at fault, `msg_blocks_too_long` when the whole is too long.
 */
export const checkBlocks = (given: unknown, nextId: () => string): readonly Json[] => {
  if (!Array.isArray(given) || !given.every(isObject)) throw new SlackError('invalid_blocks_format');
  const parsed = messageBlocks.safeParse(given);
  if (!parsed.success) throw faultsAs('invalid_blocks', faultsOf(parsed.error, given, ['blocks']));
  const faults = [...duplicates(given, '/blocks'), ...misplacedFiles(given, '/blocks')];
  if (faults.length > 0) throw faultsAs('invalid_blocks', faults);
  if (messageSize(given) > LIMITS.messageCharacters) throw new SlackError('msg_blocks_too_long');
  return withIds(given, nextId);
};

/** Checks a view; throws `SlackError` `invalid_arguments` naming each place at fault, or `view_too_large`. */
export const checkView = (given: unknown, nextId: () => string): View => {
  if (!isObject(given)) throw faultsAs('invalid_arguments', ['must provide an object [json-pointer:/view]']);
  const parsed = viewSchema.safeParse(given);
  if (!parsed.success) throw faultsAs('invalid_arguments', faultsOf(parsed.error, given, ['view']));
  const blocks = parsed.data.blocks.filter(isObject);
  const faults = [
    ...duplicates(blocks, '/view/blocks'),
    ...(parsed.data.type === 'home' ? misplacedFiles(blocks, '/view/blocks') : []),
  ];
  if (faults.length > 0) throw faultsAs('invalid_arguments', faults);
  if (JSON.stringify(given).length > VIEW_BYTES) throw new SlackError('view_too_large');
  return { ...parsed.data, blocks: [...withIds(blocks, nextId)] };
};
