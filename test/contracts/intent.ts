import { expect, it } from 'vitest';
import type { Intent } from '../../src/model/intent.js';
import type { Understand } from '../../src/model/understanding.js';

/**
 * How many of an intent's own examples may come out otherwise: asked about, or taken for the neighbour whose error text
 * they quote in order to deny it.
 */
const mostOtherwise = 0.03;

/** How much of the talk that is none of our business may be answered unasked: the bot's own aim. */
const mostFalseReplies = 0.005;

/** What every intent must keep, with the understanding made from all of them. */
export function describeIntent(intent: Intent, understand: Understand): void {
  const { id, examples, vague, notThis, signatures } = intent;

  if (intent.leadsTo === 'nothing') {
    it('is not answered in a channel', () => {
      const answered = examples.filter((text) => understand(text, { surface: 'channel' }).decision === 'answer');
      expect(answered.length, answered.join('\n')).toBeLessThanOrEqual(Math.ceil(examples.length * mostFalseReplies));
    });
  } else {
    it('is what its own examples mean', () => {
      const otherwise = examples.filter((text) => {
        const { decision, intents } = understand(text);
        return decision !== 'answer' || intents[0]?.id !== id;
      });
      expect(otherwise.length, otherwise.join('\n')).toBeLessThanOrEqual(Math.ceil(examples.length * mostOtherwise));
    });
  }

  it('is not what its counter-examples mean', () => {
    const texts = notThis.map((counter) => (typeof counter === 'string' ? counter : counter.text));
    const taken = texts.filter((text) => {
      const { decision, intents } = understand(text, { surface: 'channel' });
      return decision === 'answer' && intents[0]?.id === id;
    });
    expect(taken).toEqual([]);
  });

  it('asks about what it calls vague, or answers nothing', () => {
    expect(vague.filter(({ text }) => understand(text, { surface: 'channel' }).decision === 'answer')).toEqual([]);
  });

  it.each(signatures)('recognises “$text”, or asks when others show it too', ({ text, sharedWith = [] }) => {
    const { decision, intents } = understand(text);
    expect(intents.map((found) => found.id)).toContain(id);
    if (sharedWith.length === 0) expect([decision, intents[0]?.id]).toEqual(['answer', id]);
    else expect(intents.map((found) => found.id)).toEqual(expect.arrayContaining(sharedWith));
  });

  if (vague.length > 0 || signatures.some(({ sharedWith }) => sharedWith !== undefined)) {
    it('has a question and a button for when nothing decides', () => {
      expect(intent.question).toBeDefined();
      expect(intent.choice).toBeDefined();
    });
  }
}
