import { describe, expect, it } from 'vitest';
import { richTextNodes } from '../../../src/playground/web/blocks/rich-nodes.js';
import { actionOf, currentValues, initialValues, inputErrors } from '../../../src/playground/web/blocks/values.js';

const option = (value: string) => ({ text: { type: 'plain_text', text: value }, value });
const input = (id: string, element: Record<string, unknown>, optional = false) => ({
  type: 'input',
  block_id: id,
  optional,
  element: { action_id: 'a', ...element },
});

describe('the state of inputs', () => {
  const blocks = [
    input('text', { type: 'plain_text_input', initial_value: 'x' }),
    input('pick', { type: 'static_select', options: [option('ios')] }),
    input('many', { type: 'checkboxes', options: [option('ios')] }),
    {
      type: 'actions',
      block_id: 'act',
      elements: [
        { type: 'button', action_id: 'b' },
        { type: 'datepicker', action_id: 'd' },
      ],
    },
  ];

  it('begins as Slack sends it: null for nothing, a list where several can be chosen, nothing for buttons', () => {
    expect(initialValues(blocks)).toEqual({
      text: { a: { type: 'plain_text_input', value: 'x' } },
      pick: { a: { type: 'static_select', selected_option: null } },
      many: { a: { type: 'checkboxes', selected_options: [] } },
      act: { d: { type: 'datepicker', selected_date: null } },
    });
  });

  it('keeps what was typed through an update of the view, and forgets blocks that are gone', () => {
    const typed = { text: { a: { type: 'plain_text_input', value: 'typed' } }, gone: { a: { type: 'x' } } };
    expect(currentValues(blocks.slice(0, 1), typed)).toEqual({ text: typed.text });
  });

  it('names required inputs left empty, and values outside their bounds', () => {
    const checked = [
      input('empty', { type: 'plain_text_input' }),
      input('free', { type: 'plain_text_input' }, true),
      input('short', { type: 'plain_text_input', min_length: 5, initial_value: 'abc' }),
      input('half', { type: 'number_input', is_decimal_allowed: false, initial_value: '1.5' }),
    ];
    expect(inputErrors(checked, initialValues(checked))).toEqual({
      empty: 'Please complete this required field.',
      short: 'Write at least 5 characters (now 3).',
      half: 'Write a whole number.',
    });
  });
});

describe('the action of a click', () => {
  it('names the element and carries its value', () => {
    const button = {
      type: 'button',
      action_id: 'solved',
      value: 'k1',
      text: { type: 'plain_text', text: 'Solved' },
      confirm: {},
    };
    expect(actionOf(button, 'b1', {})).toEqual({
      type: 'button',
      action_id: 'solved',
      block_id: 'b1',
      value: 'k1',
      text: button.text,
    });
  });
});

describe('rich text', () => {
  const words = (text: string) => ({ type: 'rich_text_section', elements: [{ type: 'text', text }] });
  const list = (indent: number, text: string) => ({
    type: 'rich_text_list',
    style: 'bullet',
    indent,
    elements: [words(text)],
  });

  it('nests lists by their indent', () => {
    const [outer, ...rest] = richTextNodes({ elements: [list(0, 'a'), list(1, 'b'), list(0, 'c')] });
    expect(rest).toEqual([]);
    expect(outer).toMatchObject({
      items: [{ children: [{ type: 'paragraph' }, { type: 'list' }] }, { children: [{}] }],
    });
  });

  it('shows a link that may not be followed as text', () => {
    const section = { type: 'rich_text_section', elements: [{ type: 'link', url: 'javascript:alert(1)', text: 'x' }] };
    expect(richTextNodes({ elements: [section] })).toEqual([
      { type: 'paragraph', children: [{ type: 'text', text: 'x' }] },
    ]);
  });
});
