import { describe, expect, it } from 'vitest';
import { currentValues, inputErrors } from '../../../src/playground/web/blocks/values.js';
import { readSubmission } from '../../../src/playground/web/composer/submission.js';
import { acceptFiles } from '../../../src/playground/web/files/accept.js';
import { sizeText } from '../../../src/playground/web/files/size.js';

describe('files that somebody chose', () => {
  const bounds = { most: 3, bytes: 20_000_000 };
  const file = (name: string, size = 10) => ({ name, size });

  it('are taken in their order', () => {
    const chosen = [file('b.log'), file('a.png')];
    expect(acceptFiles(chosen, 1, bounds)).toEqual({ taken: chosen, refusal: '' });
  });

  it('are left out one by one, each with its reason', () => {
    const { taken, refusal } = acceptFiles([file('a.log'), file('b.log', 0), file('c.har', 21_500_000)], 0, bounds);
    expect(taken).toEqual([file('a.log')]);
    expect(refusal).toBe('b.log is empty. c.har has 22 MB, and 20 MB fit. Send only the part with the error.');
  });

  it('fill what room is left', () => {
    const { taken, refusal } = acceptFiles([file('a.log'), file('b.log'), file('c.log')], 2, bounds);
    expect(taken).toEqual([file('a.log')]);
    expect(refusal).toBe('Only 3 files fit here: b.log, c.log left out.');
  });

  it('are of the kinds that a form takes', () => {
    const { taken, refusal } = acceptFiles([file('a.LOG'), file('b.png'), file('log')], 0, {
      ...bounds,
      endings: ['log', 'har'],
    });
    const kinds = 'is of another kind. Choose one of these: log, har.';
    expect(taken).toEqual([file('a.LOG')]);
    expect(refusal).toBe(`b.png ${kinds} log ${kinds}`);
  });
});

describe('the size of a file', () => {
  it.each([
    [1, '1 byte'],
    [999, '999 bytes'],
    [1_000, '1 kB'],
    [9_500, '9.5 kB'],
    [999_499, '999 kB'],
    [999_500, '1 MB'],
    [20_000_000, '20 MB'],
  ])('of %d bytes is said as %s', (bytes, said) => {
    expect(sizeText(bytes)).toBe(said);
  });
});

describe('what Enter sends with files', () => {
  it('is a message, with or without a text, and never a command', () => {
    expect(readSubmission('', [], false, true)).toEqual({ kind: 'message', text: '' });
    expect(readSubmission('look', [], false, true)).toEqual({ kind: 'message', text: 'look' });
    expect(readSubmission('/wo-okta fix', ['/wo-okta'], false, true)).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('takes no files'),
    });
  });
});

describe('files in a form', () => {
  const block = (optional: boolean) => ({
    type: 'input',
    block_id: 'file',
    optional,
    element: { type: 'file_input', action_id: 'f' },
  });

  it('begin as none, which a required field does not take', () => {
    const none = currentValues([block(false)], {});
    expect(none).toEqual({ file: { f: { type: 'file_input', files: [] } } });
    expect(inputErrors([block(false)], none)).toEqual({ file: 'Please complete this required field.' });
    expect(inputErrors([block(true)], none)).toEqual({});
  });
});
