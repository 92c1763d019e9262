import { describe, expect, it } from 'vitest';
import { BLOCK_TYPES, checkBlocks, checkView, messageSize } from '../../src/playground/slack/block-kit/index.js';
import type { Json } from '../../src/playground/slack/index.js';
import { SlackError } from '../../src/playground/slack/slack-error.js';

const nextId = () => 'new';

const faults = (blocks: unknown): readonly string[] => {
  try {
    checkBlocks(blocks, nextId);
    return [];
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    const errors = error.details['errors'];
    return Array.isArray(errors) ? errors.map(String) : [error.code];
  }
};

const plain = (text: string): Json => ({ type: 'plain_text', text });
const button = (more: Json = {}): Json => ({ type: 'button', text: plain('Solved'), ...more });
const actions = (...elements: Json[]): Json => ({ type: 'actions', elements });
const option = (value: string): Json => ({ text: plain(value), value });
const rich = (...elements: Json[]): Json => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements }],
});

describe('blocks that pass', () => {
  const examples: Readonly<Record<string, Json>> = {
    actions: actions(button({ action_id: 'a', value: 'v', style: 'primary' }), {
      type: 'static_select',
      action_id: 'b',
      options: [option('one')],
    }),
    alert: { type: 'alert', text: plain('Careful'), level: 'warning' },
    card: { type: 'card', title: { type: 'mrkdwn', text: 'Title' }, actions: [button()] },
    carousel: { type: 'carousel', elements: [{ type: 'card', body: { type: 'mrkdwn', text: 'Body' } }] },
    container: { type: 'container', title: plain('Group'), child_blocks: [{ type: 'divider' }], width: 'wide' },
    context: { type: 'context', elements: [plain('why'), { type: 'mrkdwn', text: '*how*' }] },
    context_actions: {
      type: 'context_actions',
      elements: [
        {
          type: 'feedback_buttons',
          action_id: 'f',
          positive_button: { text: plain('Good'), value: 'good' },
          negative_button: { text: plain('Bad'), value: 'bad' },
        },
      ],
    },
    data_table: { type: 'data_table', caption: 'Facts', rows: [[{ type: 'raw_text', text: 'a' }]] },
    divider: { type: 'divider', block_id: 'line' },
    file: { type: 'file', external_id: 'x', source: 'remote' },
    header: { type: 'header', text: plain('h'.repeat(150)) },
    image: { type: 'image', alt_text: 'A cat', image_url: 'https://example.com/cat.png' },
    input: { type: 'input', label: plain('Error'), element: { type: 'plain_text_input', multiline: true } },
    markdown: { type: 'markdown', text: '**bold**' },
    plan: {
      type: 'plan',
      title: 'Fix',
      tasks: [{ type: 'task_card', task_id: '1', title: 'Look', status: 'complete' }],
    },
    rich_text: rich({ type: 'text', text: 'hi', style: { bold: true } }, { type: 'user', user_id: 'U1' }),
    section: { type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(3_000) }, accessory: button() },
    table: { type: 'table', rows: [[{ type: 'raw_text', text: 'a' }, rich({ type: 'text', text: 'b' })]] },
    task_card: {
      type: 'task_card',
      task_id: '1',
      title: 'Look',
      status: 'pending',
      output: rich({ type: 'text', text: 'ok' }),
    },
    video: {
      type: 'video',
      video_url: 'https://example.com/v',
      thumbnail_url: 'https://example.com/t.png',
      alt_text: 'How to',
      title: plain('How to'),
    },
  };
  it('has an example of every type', () => {
    expect(Object.keys(examples).sort()).toEqual([...BLOCK_TYPES].sort());
  });
  it.each(Object.entries(examples))('%s', (_type, block) => {
    expect(faults([block])).toEqual([]);
  });
});

describe('blocks that are refused, with the place at fault', () => {
  const table: readonly [string, readonly Json[], readonly string[]][] = [
    ['an unknown type', [{ type: 'sections' }], ['unsupported type: sections [json-pointer:/blocks/0/type]']],
    ['no type', [{}], ['missing required field: type [json-pointer:/blocks/0]']],
    [
      'a text object as a block',
      [{ type: 'mrkdwn', text: 'x' }],
      ['unsupported type: mrkdwn [json-pointer:/blocks/0/type]'],
    ],
    [
      'a section over 3,000 characters',
      [{ type: 'divider' }, { type: 'section', text: plain('x'.repeat(3_001)) }],
      ['must be less than 3001 characters [json-pointer:/blocks/1/text/text]'],
    ],
    [
      'an empty text',
      [{ type: 'section', text: plain('') }],
      ['must be more than 0 characters [json-pointer:/blocks/0/text/text]'],
    ],
    ['a section of nothing', [{ type: 'section' }], ['missing required field: text [json-pointer:/blocks/0]']],
    [
      'a header over 150',
      [{ type: 'header', text: plain('x'.repeat(151)) }],
      ['must be less than 151 characters [json-pointer:/blocks/0/text/text]'],
    ],
    [
      'mrkdwn in a header',
      [{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }],
      ['must be a valid enum value [json-pointer:/blocks/0/text/type]'],
    ],
    [
      'a button text over 75',
      [actions(button({ text: plain('x'.repeat(76)) }))],
      ['must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]'],
    ],
    [
      'a value over 2,000',
      [actions(button({ value: 'x'.repeat(2_001) }))],
      ['must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]'],
    ],
    [
      'an action_id over 255',
      [actions(button({ action_id: 'x'.repeat(256) }))],
      ['must be less than 256 characters [json-pointer:/blocks/0/elements/0/action_id]'],
    ],
    [
      'a block_id over 255',
      [{ type: 'divider', block_id: 'x'.repeat(256) }],
      ['must be less than 256 characters [json-pointer:/blocks/0/block_id]'],
    ],
    [
      'a button that is no address',
      [actions(button({ url: 'no address' }))],
      ['must be a valid URL [json-pointer:/blocks/0/elements/0/url]'],
    ],
    [
      'an unknown style',
      [actions(button({ style: 'default' }))],
      ['must be a valid enum value [json-pointer:/blocks/0/elements/0/style]'],
    ],
    [
      'a field nobody knows',
      [{ type: 'divider', color: 'red' }],
      ['invalid additional property: color [json-pointer:/blocks/0]'],
    ],
    [
      '26 buttons',
      [actions(...Array.from({ length: 26 }, () => button()))],
      ['no more than 25 items allowed [json-pointer:/blocks/0/elements]'],
    ],
    ['no buttons', [actions()], ['must be more than 0 items [json-pointer:/blocks/0/elements]']],
    [
      '11 fields',
      [{ type: 'section', fields: Array.from({ length: 11 }, () => plain('x')) }],
      ['no more than 10 items allowed [json-pointer:/blocks/0/fields]'],
    ],
    [
      'a field over 2,000',
      [{ type: 'section', fields: [plain('x'.repeat(2_001))] }],
      ['must be less than 2001 characters [json-pointer:/blocks/0/fields/0/text]'],
    ],
    [
      'a text input among actions',
      [actions({ type: 'plain_text_input' })],
      ['unsupported type: plain_text_input [json-pointer:/blocks/0/elements/0/type]'],
    ],
    [
      'a multi-select among actions',
      [actions({ type: 'multi_users_select' })],
      ['unsupported type: multi_users_select [json-pointer:/blocks/0/elements/0/type]'],
    ],
    [
      'an image only this machine can load',
      [{ type: 'image', alt_text: 'x', image_url: 'http://127.0.0.1/x.png' }],
      ['downloading image failed [json-pointer:/blocks/0/image_url]'],
    ],
    [
      'an image without alt text',
      [{ type: 'image', image_url: 'https://example.com/x.png' }],
      ['missing required field: alt_text [json-pointer:/blocks/0]'],
    ],
    [
      'two equal block ids',
      [
        { type: 'divider', block_id: 'a' },
        { type: 'divider', block_id: 'a' },
      ],
      ['`block_id` "a" already exists [json-pointer:/blocks/1/block_id]'],
    ],
    [
      'two equal action ids in a block',
      [actions(button({ action_id: 'a' }), button({ action_id: 'a' }))],
      ['`action_id` "a" already exists [json-pointer:/blocks/0/elements/1/action_id]'],
    ],
    [
      'a text object as a task title',
      [{ type: 'task_card', task_id: '1', title: plain('x'), status: 'pending' }],
      ['must provide a string [json-pointer:/blocks/0/title]'],
    ],
    [
      '51 blocks',
      Array.from({ length: 51 }, () => ({ type: 'divider' })),
      ['no more than 50 items allowed [json-pointer:/blocks]'],
    ],
  ];
  it.each(table)('%s', (_what, blocks, expected) => {
    expect(faults(blocks)).toEqual(expected);
  });

  it('allows equal action ids in different blocks', () => {
    expect(faults([actions(button({ action_id: 'a' })), actions(button({ action_id: 'a' }))])).toEqual([]);
  });
});

describe('the size of a message', () => {
  it('counts every block beside the text', () => {
    expect(messageSize([{ type: 'section', text: plain('12345') }, { type: 'divider' }])).toBe(130);
  });
  it('is refused as a whole, though each block would pass', () => {
    const four = Array.from({ length: 5 }, () => ({ type: 'section', text: plain('x'.repeat(2_600)) }));
    expect(faults(four)).toEqual(['msg_blocks_too_long']);
    expect(faults(four.slice(1))).toEqual([]);
  });
});

describe('ids', () => {
  it('are given to blocks and elements that came without', () => {
    expect(checkBlocks([actions(button()), { type: 'divider', block_id: 'mine' }], nextId)).toEqual([
      { type: 'actions', block_id: 'new', elements: [{ ...button(), action_id: 'new' }] },
      { type: 'divider', block_id: 'mine' },
    ]);
  });
});

describe('views', () => {
  const view = (more: Json): Json => ({ type: 'modal', title: plain('T'), blocks: [], ...more });
  const refused = (given: unknown): unknown => {
    try {
      checkView(given, nextId);
      return undefined;
    } catch (error) {
      return error instanceof SlackError ? error.details['errors'] : error;
    }
  };
  const input = { type: 'input', label: plain('L'), element: { type: 'plain_text_input' } };

  it('pass with a title, and a submit button where something is entered', () => {
    expect(refused(view({}))).toBeUndefined();
    expect(refused(view({ blocks: [input], submit: plain('Go') }))).toBeUndefined();
    expect(refused({ type: 'home', blocks: [{ type: 'divider' }] })).toBeUndefined();
  });
  it('alone take files, if they are modals', () => {
    const file = { ...input, element: { type: 'file_input', filetypes: ['har'], max_files: 10 } };
    const group = { type: 'container', title: plain('G'), child_blocks: [file] };
    expect(refused(view({ blocks: [file], submit: plain('Go') }))).toBeUndefined();
    expect(refused({ type: 'home', blocks: [file] })).toEqual([
      'unsupported element: file_input [json-pointer:/view/blocks/0/element]',
    ]);
    expect(faults([{ type: 'divider' }, group])).toEqual([
      'unsupported element: file_input [json-pointer:/blocks/1/child_blocks/0/element]',
    ]);
    const many = { ...file, element: { type: 'file_input', max_files: 11 } };
    expect(refused(view({ blocks: [many], submit: plain('Go') }))).toEqual([
      'must be less than 11 [json-pointer:/view/blocks/0/element/max_files]',
    ]);
  });
  it('are refused with the place at fault', () => {
    expect(refused(view({ title: plain('x'.repeat(25)) }))).toEqual([
      'must be less than 25 characters [json-pointer:/view/title/text]',
    ]);
    expect(refused(view({ blocks: [input] }))).toEqual(['missing required field: submit [json-pointer:/view]']);
    expect(refused(view({ blocks: [{ type: 'x' }] }))).toEqual([
      'unsupported type: x [json-pointer:/view/blocks/0/type]',
    ]);
    expect(refused(view({ private_metadata: 'x'.repeat(3_001) }))).toEqual([
      'must be less than 3001 characters [json-pointer:/view/private_metadata]',
    ]);
    expect(refused('x')).toEqual(['must provide an object [json-pointer:/view]']);
  });
});
