import { describe, expect, it, vi } from 'vitest';
import { type Input, readText } from '../../src/cli/input.js';

async function* bytes(...parts: readonly (string | Uint8Array)[]) {
  for (const part of parts) yield Buffer.from(part);
}
const nothing: Input = bytes();
const quiet = () => undefined;

describe('the text of a command', () => {
  it('is its arguments', async () => {
    expect(await readText(['IDP', 'not found'], nothing, quiet)).toBe('IDP not found');
  });

  it.each([[[]], [['-']]])('is standard input for the arguments %j', async (words) => {
    expect(await readText(words, bytes('IDP ', 'not found\n'), quiet)).toBe('IDP not found\n');
  });

  it('may be UTF-16, as Windows PowerShell writes it', async () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('IDP not found é', 'utf16le')]);
    expect(await readText([], bytes(utf16), quiet)).toBe('IDP not found é');
  });

  it('keeps both ends of an input of any length', async () => {
    const megabyte = Buffer.alloc(1_048_576, 'x');
    const text = await readText([], bytes('START', ...Array.from({ length: 40 }, () => megabyte), 'END'), quiet);
    expect(text.startsWith('START')).toBe(true);
    expect(text.endsWith('END')).toBe(true);
    expect(text.length).toBeLessThan(12 * 1_048_576);
  });

  it('is asked for when a person sits at the keyboard', async () => {
    const hint = vi.fn();
    await readText([], Object.assign(bytes('typed'), { isTTY: true }), hint);
    expect(hint).toHaveBeenCalledOnce();
    await readText(['given'], Object.assign(bytes(), { isTTY: true }), hint);
    expect(hint).toHaveBeenCalledOnce();
  });

  it.each([
    ['nothing', ''],
    ['blanks', ' \n\t\n '],
  ])('is refused when it is %s', async (_what, text) => {
    await expect(readText([], bytes(text), quiet)).rejects.toMatchObject({
      code: 'bad-input',
      message: /There is no text/,
    });
    await expect(readText([text], nothing, quiet)).rejects.toMatchObject({ code: 'bad-input' });
  });

  it('is refused when it is binary, but a log with a stray byte is text', async () => {
    const noise = Buffer.from(Array.from({ length: 5_000 }, (_, index) => (index * 167 + 13) % 256));
    await expect(readText([], bytes(noise), quiet)).rejects.toMatchObject({ message: /binary/ });
    expect(await readText([], bytes('IDP not found\u0000 in the log'), quiet)).toContain('IDP not found');
  });
});
