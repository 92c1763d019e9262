import { expect } from 'vitest';
import type { Message } from '../../../src/slack/limits.js';

/** All mrkdwn of a message: the texts of its sections and contexts, and the fallback. */
export function mrkdwnOf({ text, blocks }: Message): string[] {
  return [
    text,
    ...blocks.flatMap((block) => {
      if (block.type === 'section') return [block.text?.text ?? ''];
      if (block.type === 'context')
        return block.elements.flatMap((element) => ('text' in element ? [element.text] : []));
      return [];
    }),
  ];
}

/** All button labels of a message. */
function labelsOf({ blocks }: Message): string[] {
  return buttonsOf({ blocks }).map(({ text }) => text.text);
}

export function buttonsOf({ blocks }: Pick<Message, 'blocks'>) {
  return blocks.flatMap((block) =>
    block.type === 'actions' ? block.elements.flatMap((element) => (element.type === 'button' ? [element] : [])) : [],
  );
}

/** All menus of a message. */
export function menusOf({ blocks }: Pick<Message, 'blocks'>) {
  return blocks.flatMap((block) =>
    block.type === 'actions'
      ? block.elements.flatMap((element) => (element.type === 'static_select' ? [element] : []))
      : [],
  );
}

/** Dates, and the person and the channel of the samples: what the program itself addresses. */
const own = /<!date\^\d{10}\^\{date_short_pretty\} at \{time\}\|[\d :-]{16} UTC>|<@U0KIM>|<#C0ALERTS>/g;

/** Slack's limits, written out a second time: a slip in the program's own table must not excuse itself. */
export function expectSlackAccepts(message: Message): void {
  const { text, blocks } = message;
  expect(text.trim()).not.toBe('');
  expect(text.length).toBeLessThanOrEqual(4_000);
  expect(blocks.length).toBeGreaterThan(0);
  expect(blocks.length).toBeLessThanOrEqual(50);
  // As observed: a limit of 13,200 on the text, in which every block after the first costs about 125.
  const shown = [...mrkdwnOf({ text: '', blocks }), ...labelsOf(message)].join('').length;
  expect(shown + (blocks.length - 1) * 125).toBeLessThanOrEqual(13_000);
  for (const block of blocks) {
    expect((block.block_id ?? '').length).toBeLessThanOrEqual(255);
    if (block.type === 'section') {
      expect(block.text?.text.trim()).not.toBe('');
      expect((block.text?.text ?? '').length).toBeLessThanOrEqual(3_000);
    }
    if (block.type === 'context') {
      expect(block.elements.length).toBeGreaterThan(0);
      expect(block.elements.length).toBeLessThanOrEqual(10);
      for (const element of block.elements) {
        const { text: small } = element as { text: string };
        expect(small.trim()).not.toBe('');
        expect(small.length).toBeLessThanOrEqual(3_000);
      }
    }
    if (block.type === 'actions') {
      expect(block.elements.length).toBeGreaterThan(0);
      expect(block.elements.length).toBeLessThanOrEqual(25);
      const ids = block.elements.map((element) => element.action_id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  }
  const rows = blocks.flatMap((block) => (block.type === 'actions' ? [block.block_id] : []));
  expect(new Set(rows).size).toBe(rows.length);
  for (const { placeholder, options = [], action_id: id } of menusOf(message)) {
    expect((id ?? '').length).toBeLessThanOrEqual(255);
    expect(placeholder?.text.trim()).not.toBe('');
    expect((placeholder?.text ?? '').length).toBeLessThanOrEqual(150);
    expect(options.length).toBeGreaterThan(0);
    expect(options.length).toBeLessThanOrEqual(100);
    for (const option of options) {
      expect(option.text.text.trim()).not.toBe('');
      expect(option.text.text.length).toBeLessThanOrEqual(75);
      expect((option.value ?? '').length).toBeLessThanOrEqual(150);
    }
  }
  for (const button of buttonsOf(message)) {
    expect(button.text.text.trim()).not.toBe('');
    expect(button.text.text.length).toBeLessThanOrEqual(75);
    expect((button.action_id ?? '').length).toBeLessThanOrEqual(255);
    expect((button.value ?? '').length).toBeLessThanOrEqual(2_000);
  }
}

/** Nothing in the message addresses people or leads elsewhere, except what the program itself put there. */
export function expectNothingInjected(message: Message): void {
  for (const whole of [...mrkdwnOf(message), ...labelsOf(message)]) {
    const text = whole.replace(own, '');
    expect(text).not.toMatch(/<!/);
    expect(text).not.toMatch(/<@/);
    expect(text).not.toMatch(/<#/);
    expect(text).not.toMatch(/<(?!https:\/\/example\.com\/)/);
    expect(text).not.toMatch(/\p{Surrogate}/u);
  }
  for (const text of mrkdwnOf(message)) {
    // Half an entity would show as text, and half a code span would swallow what follows.
    expect(text).not.toMatch(/&(?!(?:amp|lt|gt);)/);
    // So would a block of code that does not end.
    const lines = text.split('\n');
    expect(lines.filter((line) => line === '```').length % 2, `blocks of code end in: ${text}`).toBe(0);
    for (const line of lines.filter((one) => one !== '```'))
      expect(line.split('`').length % 2, `backticks pair up in: ${line}`).toBe(1);
  }
}
