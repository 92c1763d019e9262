import { describe, expect, it } from 'vitest';
import { fileKind } from '../../../src/desk/given/file-kind.js';

const bytes = (text: string) => Buffer.from(text, 'latin1');

describe('a file', () => {
  it.each([
    ['PNG', '\u0089PNG\r\n\u001A\n rest'],
    ['JPEG', '\u00FF\u00D8\u00FF\u00E0 rest'],
  ])('that begins as a %s is a picture, whatever it is called', (_, start) => {
    expect(fileKind(bytes(start))).toEqual({ kind: 'picture' });
  });

  it('of another kind is called what it is', () => {
    expect(fileKind(bytes('%PDF-1.7 x'))).toEqual({ kind: 'other', name: 'a PDF' });
  });

  it.each([
    ['UTF-8', Buffer.from('\uFEFFIDP not found – ja')],
    ['UTF-16, little end first', Buffer.from('\uFEFFIDP not found – ja', 'utf16le')],
    ['UTF-16, big end first', Buffer.from('\uFEFFIDP not found – ja', 'utf16le').swap16()],
  ])('of text in %s is read without its mark', (_, text) => {
    expect(fileKind(text)).toEqual({ kind: 'text', text: 'IDP not found – ja' });
  });

  it('of arbitrary bytes is neither', () => {
    expect(fileKind(Uint8Array.from({ length: 4_000 }, (_, at) => (at * 37) % 32))).toEqual({ kind: 'other' });
  });
});
