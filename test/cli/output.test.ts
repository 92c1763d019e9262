import { PassThrough, Writable } from 'node:stream';
import { WriteStream } from 'node:tty';
import { describe, expect, it, vi } from 'vitest';
import { createOutput } from '../../src/cli/output.js';

/** A stream that looks like a terminal; which colours it has is Node's own verdict on the environment. */
function terminal(env: Record<string, string>): NodeJS.WriteStream {
  const depth = Reflect.apply(WriteStream.prototype.getColorDepth, undefined, [env]);
  return Object.assign(new PassThrough(), {
    isTTY: true,
    columns: 72,
    hasColors: () => depth > 1,
  }) as unknown as NodeJS.WriteStream;
}
const file = () => new PassThrough() as unknown as NodeJS.WriteStream;

describe('what a command writes', () => {
  it('is coloured and wrapped on a terminal, and neither in a file', () => {
    const onTerminal = createOutput(terminal({ TERM: 'xterm-256color' }), file(), 'wo-okta');
    expect(onTerminal.paint.good('✓')).toBe('\u001B[32m✓\u001B[39m');
    expect(onTerminal.width).toBe(72);

    const inFile = createOutput(file(), file(), 'wo-okta');
    expect(inFile.paint.good('✓')).toBe('✓');
    expect(inFile.width).toBe(Number.POSITIVE_INFINITY);
  });

  it.each([{ NO_COLOR: '1', TERM: 'xterm-256color' }, { TERM: 'dumb' }])('has no colours with %j', (env) => {
    expect(createOutput(terminal(env), file(), 'wo-okta').paint.bad('✗')).toBe('✗');
  });

  it('waits until there is room again', async () => {
    let proceed = () => {};
    const slow = new Writable({
      highWaterMark: 4,
      write: (_chunk, _encoding, done) => {
        proceed = done;
      },
    }) as unknown as NodeJS.WriteStream;
    const written = vi.fn();
    const waiting = createOutput(slow, file(), 'wo-okta').print('more than fits').then(written);
    await new Promise(setImmediate);
    expect(written).not.toHaveBeenCalled();

    proceed();
    await waiting;
    expect(written).toHaveBeenCalledOnce();
  });
});
