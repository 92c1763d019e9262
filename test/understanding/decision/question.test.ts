import { describe, expect, it } from 'vitest';
import type { Intent } from '../../../src/model/intent.js';
import { questionFor } from '../../../src/understanding/decision/question.js';

function intent(id: string, more: Partial<Intent> = {}): Intent {
  return {
    id,
    title: id,
    leadsTo: { article: id },
    signatures: [],
    facts: { needs: [], excludes: [], prefers: [] },
    examples: [],
    vague: [],
    notThis: [],
    question: `about ${id}?`,
    ...more,
  };
}

describe('the question between candidates', () => {
  it('is that of the likeliest one whose question decides between all of them', () => {
    const a = intent('a', { questionBetween: ['b'] });
    const b = intent('b', { questionBetween: ['a', 'c'] });
    const c = intent('c');
    expect(questionFor([a, b])).toBe('about a?');
    expect(questionFor([b, a])).toBe('about b?');
    expect(questionFor([a, b, c])).toBe('about b?');
  });

  it('decides between those that share an error text or ask the very same', () => {
    const signatures = [{ text: 'Some error text', sharedWith: ['b'] }];
    expect(questionFor([intent('a', { signatures }), intent('b')])).toBe('about a?');
    const question = 'Which field is it?';
    expect(questionFor([intent('a', { question }), intent('b', { question })])).toBe(question);
  });

  it('is a plain one where none decides: it must not be about problems that are not offered', () => {
    const plain = 'Which of these is it?';
    expect(questionFor([intent('a'), intent('b')])).toBe(plain);
    expect(questionFor([intent('a', { questionBetween: ['b'] }), intent('c')])).toBe(plain);
    const { question: _, ...silent } = intent('b', { questionBetween: ['a'] });
    expect(questionFor([silent, intent('a')])).toBe(plain);
    expect(questionFor([])).toBe(plain);
  });

  it('of a single one is whether it is this', () => {
    expect(questionFor([intent('a', { questionBetween: ['b'] })])).toBe('Is it this?');
  });
});
