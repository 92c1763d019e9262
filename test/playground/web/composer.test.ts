import { describe, expect, it } from 'vitest';
import { complete, findTrigger, rank } from '../../../src/playground/web/composer/completion.js';
import { readSubmission } from '../../../src/playground/web/composer/submission.js';

describe('what Enter sends', () => {
  const commands = ['/wo-okta'];

  it.each([
    ['hello', { kind: 'message', text: 'hello' }],
    ['  a log\n', { kind: 'message', text: '  a log' }],
    [' \n ', { kind: 'nothing' }],
    ['/wo-okta fix x', { kind: 'command', line: '/wo-okta fix x' }],
    ['/SAAS/auth/login failed', { kind: 'message', text: '/SAAS/auth/login failed' }],
  ])('reads %j', (text, expected) => {
    expect(readSubmission(text, commands, false)).toEqual(expected);
  });

  it('refuses a command in a thread, and one that is unknown, with what to do instead', () => {
    expect(readSubmission('/wo-okta help', commands, true)).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('not supported in threads'),
    });
    expect(readSubmission('/wo-octa help', commands, false)).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('not a valid command'),
    });
  });
});

describe('completion', () => {
  it.each([
    ['/wo', { kind: 'command', typed: '/wo', from: 0, to: 3 }],
    ['hi @Be', { kind: 'user', typed: 'be', from: 3, to: 6 }],
    ['(#hel', { kind: 'channel', typed: 'hel', from: 1, to: 5 }],
    ['ok :ey', { kind: 'emoji', typed: 'ey', from: 3, to: 6 }],
  ])('offers for %j', (text, expected) => {
    expect(findTrigger(text, text.length)).toEqual(expected);
  });

  it.each(['a@b', '10:30', 'hi /wo', 'note: x', ':'])('stays quiet for %j', (text) => {
    expect(findTrigger(text, text.length)).toBeUndefined();
  });

  it('puts the choice in place of what was typed', () => {
    const text = 'hi @be there';
    const trigger = findTrigger(text, 6);
    expect(trigger && complete(text, trigger, '@benito')).toEqual({ text: 'hi @benito there', caret: 11 });
  });

  it('ranks a beginning before a middle', () => {
    expect(rank(['obey', 'benito', 'ann'], 'be', (name) => [name], 8)).toEqual(['benito', 'obey']);
  });
});
