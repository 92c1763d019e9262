import { describe, expect, it } from 'vitest';
import { type Line, linesOf } from '../../src/cli/lines.js';

async function* chunks(...parts: readonly (string | Uint8Array)[]) {
  for (const part of parts) yield Buffer.from(part);
}

async function read(parts: readonly (string | Uint8Array)[], longest = 100): Promise<Line[]> {
  const lines: Line[] = [];
  for await (const line of linesOf(chunks(...parts), longest)) lines.push(line);
  return lines;
}

describe('the lines of a stream', () => {
  it.each([
    ['end with a line feed', ['a\nb\n'], ['a', 'b']],
    ['need none at the end', ['a\nb'], ['a', 'b']],
    ['may end the Windows way', ['a\r\nb\r\n'], ['a', 'b']],
    ['may be empty', ['\na\n\n'], ['', 'a', '']],
    ['are put together from pieces', ['a', 'b\nc', '', 'd\n'], ['ab', 'cd']],
    ['may be cut within a character', [Buffer.from('é👍\n').subarray(0, 3), Buffer.from('é👍\n').subarray(3)], ['é👍']],
    ['start after a byte order mark', ['\uFEFFa\n'], ['a']],
    ['are none in an empty stream', [], []],
  ])('%s', async (_what, parts, lines) => {
    expect(await read(parts)).toEqual(lines.map((text) => ({ text })));
  });

  it('are given up when too long, in their place, and the next ones are read', async () => {
    expect(await read(['ab', 'cdef', 'g\nok\nabcdefg'], 5)).toEqual([
      { tooLong: true },
      { text: 'ok' },
      { tooLong: true },
    ]);
  });

  it('are asked for one at a time', async () => {
    let asked = 0;
    async function* source() {
      for (;;) {
        asked += 1;
        yield Buffer.from('line\n');
      }
    }
    const lines = linesOf(source(), 100);
    await lines.next();
    await lines.next();
    expect(asked).toBe(2);
    await lines.return(undefined);
  });
});
