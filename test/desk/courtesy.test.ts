import { describe, expect, it } from 'vitest';
import { courtesyIn } from '../../src/desk/courtesy.js';

describe('courtesy', () => {
  it.each([
    'thanks',
    'Thank you!',
    'thank you so much 🙏',
    'thx :)',
    'Thanks, that was it',
    'thx, that fixed it',
    'thanks for the quick help',
    'cheers mate',
    ':tada: thanks all',
  ])('is thanks: %s', (text) => {
    expect(courtesyIn(text)).toBe('thanks');
  });

  it.each([
    '👍',
    '👍🏽',
    ':tada:',
    ':+1::skin-tone-2:',
    '🎉🎉🎉',
    '❤️',
    '…',
    'ok great',
    'OK',
    'that helped',
    'it is fixed now',
    'resolved!',
    'perfect, works now',
    'that’s great!',
    'hello',
    'Good morning everyone',
    'you’re welcome',
  ])('is another friendly word: %s', (text) => {
    expect(courtesyIn(text)).toBe('other');
  });

  it.each([
    '',
    ' ',
    '?',
    'ok?',
    'ok, help',
    'help',
    'thanks, but it still fails',
    'ok so Okta says GENERAL_NONSUCCESS',
    'hi, nobody can sign in',
    'great, now the token is expired',
    'does not work',
    'not fixed',
    'it was fixed yesterday but is back',
    'all of it',
    'good',
    'solved: federationArtifact.not.found',
    ':rotating_light: login loop',
    'спасибо',
    `thanks ${'so '.repeat(40)}much`,
  ])('is none of: %j', (text) => {
    expect(courtesyIn(text)).toBeUndefined();
  });

  it('is decided in no time, whatever comes', () => {
    const start = performance.now();
    for (const piece of [':', 'thanks ', '👍', ':a', ' ']) courtesyIn(piece.repeat(1_000_000 / piece.length));
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});
