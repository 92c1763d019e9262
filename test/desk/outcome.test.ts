import { describe, expect, it } from 'vitest';
import { saysNotSolved } from '../../src/desk/outcome.js';

describe('that a fix did not help', () => {
  it.each([
    'did not help',
    'Sorry, but that didn’t help either.',
    'didnt work',
    "doesn't work for me",
    'not solved',
    'no luck',
    'it is still broken',
    'still the same error',
    'same problem as before',
    'nothing changed',
    'tried all of it, no difference',
    'what else can I try?',
    'anything else?',
    'any other ideas?',
  ])('is said by: %s', (text) => {
    expect(saysNotSolved(text)).toBe(true);
  });

  it.each([
    '',
    'no',
    'no problem',
    'not yet',
    'same here',
    'still',
    'that helped',
    'it works now',
    'did it not help?',
    'did not help, now it says IDP not found',
    'the printer does not work',
    'it does not work on the iPad',
    'what else is in that log?',
    'who else can help?',
    `did not help ${'at all '.repeat(20)}`,
  ])('is not said by: %j', (text) => {
    expect(saysNotSolved(text)).toBe(false);
  });
});
