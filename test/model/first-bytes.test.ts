import { describe, expect, it } from 'vitest';
import { foreignKindOf, pictureKindOf } from '../../src/model/first-bytes.js';

const bytes = (text: string) => Buffer.from(text, 'latin1');

describe('the first bytes of a file', () => {
  it('tell the pictures that are read', () => {
    expect(pictureKindOf(bytes('\u0089PNG\r\n\u001A\n rest'))).toBe('png');
    expect(pictureKindOf(bytes('\u00FF\u00D8\u00FF\u00E0 rest'))).toBe('jpeg');
    expect(pictureKindOf(bytes('GIF89a'))).toBeUndefined();
  });

  it.each([
    ['%PDF-1.7 x', 'a PDF'],
    ['PK\u0003\u0004\u0014\u0000', 'a ZIP archive or an Office document'],
    ['\u001F\u008B\b', 'a gzip archive'],
    ['GIF89a', 'a GIF picture'],
    ['RIFF\u0010\u0000\u0000\u0000WEBPVP8 ', 'a WebP picture'],
    ['II*\u0000\b', 'a TIFF picture'],
    ['MM\u0000*\u0000', 'a TIFF picture'],
    ['BM\u0036\u0010\u000E\u0000\u0000\u0000\u0000\u0000\u0036', 'a BMP picture'],
    ['\u0000\u0000\u0000\u0018ftypavif\u0000', 'an AVIF picture'],
    ['\u0000\u0000\u0000\u0018ftypheic\u0000', 'a HEIC picture'],
    ['\u0000\u0000\u0000\u0018ftyphevc\u0000', 'a HEIC picture'],
    ['\u0000\u0000\u0000\u0018ftypmif1\u0000', 'a HEIC picture'],
    ['\u0000\u0000\u0000\u0018ftypqt  \u0000', 'a video'],
    ['\u001AE\u00DF\u00A3\u0001', 'a video'],
  ])('%j tell that it is %s', (start, name) => {
    expect(foreignKindOf(bytes(start))).toBe(name);
  });

  it.each(['', 'BM', 'BMW laptop: IDP not found', 'RIFF is what they call it', 'At 8: a WEBP file', 'IDP not found'])(
    'of the text %j tell nothing',
    (text) => {
      expect(foreignKindOf(bytes(text))).toBeUndefined();
      expect(pictureKindOf(bytes(text))).toBeUndefined();
    },
  );
});
