import { describe, expect, it } from 'vitest';
import { type Block, cutMrkdwn, fitBlocks, limits, toMessage } from '../../src/slack/limits.js';
import { cutPlain } from '../../src/slack/text.js';
import { actions, button, context, menu, section } from '../../src/slack/views/blocks.js';
import { expectSlackAccepts } from './helpers/slack-rules.js';

describe('a cut text', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])('keeps entities whole when %d more characters fit', (more) => {
    const cut = cutMrkdwn(`ab${'&amp;'.repeat(20)}`, 10 + more);

    expect(cut.length).toBeLessThanOrEqual(10 + more);
    expect(cut).toMatch(/^ab(?:&amp;)*…$/);
  });

  it('keeps characters of two units whole', () => {
    for (let max = 4; max < 20; max += 1) {
      expect(cutMrkdwn('😀'.repeat(20), max)).not.toMatch(/\p{Surrogate}/u);
      expect(cutPlain('😀'.repeat(20), max)).not.toMatch(/\p{Surrogate}/u);
    }
  });

  it('never ends inside a mention, a link or a code span', () => {
    expect(cutMrkdwn('see <@U0123456789> please', 12)).toBe('see…');
    expect(cutMrkdwn('see <https://example.com/long|there>', 20)).toBe('see…');
    expect(cutMrkdwn('enter `one two three four`', 18)).toBe('enter…');
  });

  it('closes bold that the cut left open', () => {
    expect(cutMrkdwn('*a bold title that is long*', 12)).toBe('*a bold ti…*');
  });

  it('is left alone when it fits', () => {
    expect(cutMrkdwn('just right', 10)).toBe('just right');
    expect(cutPlain('just right', 10)).toBe('just right');
  });
});

describe('blocks', () => {
  it('that are empty disappear', () => {
    expect(fitBlocks([section(' '), context(''), actions('row', [])], { blocks: 50, size: 10_000 }, 'rest')).toEqual(
      [],
    );
  });

  it('that are too many go from the end, buttons last, and the message says where the rest is', () => {
    const blocks: Block[] = [
      ...Array.from({ length: 80 }, (_, index) => section(`line ${index}`)),
      actions('row', [button('solved', 'Solved', 'x')]),
    ];

    const message = toMessage(blocks, 'The rest is in the shell.');

    expectSlackAccepts(message);
    expect(message.blocks).toHaveLength(50);
    expect(message.blocks[0]).toEqual(section('line 0'));
    expect(message.blocks.at(-2)).toEqual(context('The rest is in the shell.'));
    expect(message.blocks.at(-1)?.type).toBe('actions');
  });

  it('stay within the room in JSON, where a character can take six', () => {
    const message = toMessage(
      Array.from({ length: 10 }, () => section('"\\'.repeat(1_500))),
      'rest',
    );

    expectSlackAccepts(message);
  });

  it('with one block too large for the room keep its beginning', () => {
    const [first, last] = fitBlocks([section(`title ${'x'.repeat(5_000)}`)], { blocks: 5, size: 1_000 }, 'rest');

    expect(first).toMatchObject({ text: { text: expect.stringMatching(/^title x+…$/) } });
    expect(last).toEqual(context('rest'));
  });

  it('lose a button whose value cannot be kept whole', () => {
    const row = actions('row', [
      button('a', 'Long', 'x'.repeat(limits.buttonValue + 1)),
      button('b', 'y'.repeat(90), 'v'),
    ]);

    const [fitted] = fitBlocks([row], { blocks: 5, size: 10_000 }, 'rest');

    expect(fitted).toMatchObject({ elements: [{ action_id: 'b', text: { text: `${'y'.repeat(74)}…` } }] });
  });
});

describe('a menu', () => {
  it('loses the choices whose meaning is too long, as half of one would be another, and keeps the others whole', () => {
    const message = toMessage(
      [
        section('Title'),
        actions('row', [
          menu('a', 'x'.repeat(400), [
            { label: 'y'.repeat(400), value: 'v'.repeat(150) },
            { label: 'too long', value: 'v'.repeat(151) },
          ]),
        ]),
      ],
      '…',
    );

    expectSlackAccepts(message);
    expect(JSON.stringify(message.blocks)).toContain('v'.repeat(150));
    expect(JSON.stringify(message.blocks)).not.toContain('too long');
  });

  it('without a choice is left out', () => {
    const row = actions('row', [menu('a', 'Snooze', [{ label: 'too long', value: 'v'.repeat(151) }])]);

    expect(toMessage([section('Title'), row], '…').blocks.map(({ type }) => type)).toEqual(['section']);
  });

  it('stands in the fallback text by its label', () => {
    const row = actions('row', [menu('a', 'Snooze', [{ label: 'for an hour', value: 'v' }])]);

    expect(toMessage([section('Title'), row], '…').text).toBe('Title\n[Snooze]');
  });
});

describe('the fallback text', () => {
  it('holds everything that the blocks say', () => {
    const { text } = toMessage(
      [section('*Title*'), context('small'), actions('row', [button('a', 'Solved', 'v')])],
      '…',
    );

    expect(text).toBe('*Title*\nsmall\n[Solved]');
  });
});
