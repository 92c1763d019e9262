import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { PictureText } from '../model/picture.js';
import { flatten } from './flatten.js';
import type { GreyPicture } from './grey.js';
import { isTooLarge } from './header.js';
import { textOfTable } from './lines.js';
import { orientationOf } from './orientation.js';
import { greyOf } from './pixels.js';
import { toReadingSize } from './resize.js';
import type { BaseApi, Core, LoadCore } from './tesseract.js';

/** Reads pictures, one after the other, in the thread it is in. */
export interface Engine {
  /** `undefined` for what can't be decoded. After an exception the engine is of no more use. */
  read(picture: Uint8Array): PictureText | undefined;
}

const language = 'eng';
const files = createRequire(import.meta.url);
const quiet = { print: () => undefined, printErr: () => undefined };

/**
 * Opens Tesseract, compiled to WebAssembly, with the English language data of its package: no network, nothing written to
 * disk. It brings its own decoders, so that no native code ever sees a picture from outside: whatever is wrong with one
 * stays in the engine's memory.
 */
export async function openEngine(): Promise<Engine> {
  const { core, memory } = await openCore('simd-').catch(() => openCore(''));
  const data = await readFile(
    files.resolve(`@tesseract.js-data/${language}/4.0.0_best_int/${language}.traineddata.gz`),
  );
  core.FS.writeFile(`${language}.traineddata`, await promisify(gunzip)(data));
  const api = new core.TessBaseAPI();
  if (api.Init(null, language, 1) !== 0) throw new Error('Tesseract does not accept its language data.');
  // Columns, dialogs and tables are told apart: taken as one block, their lines run into each other.
  api.SetVariable('tessedit_pageseg_mode', '3');
  // Otherwise it guesses, and says so.
  api.SetVariable('user_defined_dpi', '150');
  return {
    read(picture) {
      if (!decode(core, api, picture, orientationOf(picture))) return undefined;
      const pix = api.GetInputImage();
      // What its header hid from us: not more of it than the decoder has taken already.
      if (isTooLarge({ width: pix.get_w(), height: pix.get_h() })) {
        api.Clear();
        return undefined;
      }
      const grey = greyOf(pix, core.getPointer(pix.get_colormap()) !== 0, memory.buffer);
      if (!decode(core, api, greyMap(toReadingSize(flatten(grey))))) throw new Error('Its own picture was refused.');
      if (api.Recognize(null) !== 0) throw new Error('Recognition failed.');
      const text = textOfTable(api.GetTSVText(0));
      api.Clear();
      return text;
    },
  };
}

/** The engine's code for this processor, and the memory it works in. Rejects when the processor lacks the instructions. */
async function openCore(instructions: 'simd-' | ''): Promise<{ core: Core; memory: WebAssembly.Memory }> {
  const name = `tesseract.js-core/tesseract-core-${instructions}lstm`;
  const module = await WebAssembly.compile(await readFile(files.resolve(`${name}.wasm`)));
  const load = files(`${name}.js`) as LoadCore;
  let memory: WebAssembly.Memory | undefined;
  const core = await load({
    ...quiet,
    instantiateWasm(imports, use) {
      void WebAssembly.instantiate(module, imports).then((instance) => {
        memory = Object.values(instance.exports).find((part) => part instanceof WebAssembly.Memory);
        use(instance);
      });
      return {};
    },
  });
  if (memory === undefined) throw new Error('The engine shows no memory.');
  return { core, memory };
}

/** Takes a picture in, turned as its orientation says. */
function decode(core: Core, api: BaseApi, picture: Uint8Array, orientation = 1): boolean {
  core.FS.writeFile('/input', picture);
  const isDone = api.SetImageFile(orientation, 0) === 0;
  core.FS.unlink('/input');
  return isDone;
}

/** The picture as a portable grey map (Netpbm), which is as good as no encoding. */
function greyMap({ width, height, shades }: GreyPicture): Uint8Array {
  const head = new TextEncoder().encode(`P5 ${width} ${height} 255\n`);
  const file = new Uint8Array(head.length + shades.length);
  file.set(head);
  file.set(shades, head.length);
  return file;
}
