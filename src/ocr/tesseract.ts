// The part of tesseract.js-core that is used; it has no types. From its README and Tesseract's `baseapi.h`.

/** The palette of a picture. */
export interface ColourMap {
  /** The number of colours. */
  get_n(): number;
  /** Address of the colours, four bytes each: blue, green, red, alpha. */
  get_array(): number;
}

/** A picture in the engine's memory (Leptonica's `Pix`): rows of 32-bit words, the leftmost pixel in the highest bits. */
export interface Pix {
  get_w(): number;
  get_h(): number;
  /** Bits a pixel: 1, 2, 4, 8, 16 or 32. */
  get_d(): number;
  /** Words a row. */
  get_wpl(): number;
  /** Samples a pixel: 4 when there is transparency. */
  get_spp(): number;
  /** Address of the first word. */
  get_data(): number;
  get_colormap(): ColourMap;
}

/** Tesseract itself. */
export interface BaseApi {
  /** 0: done. `mode` 1 is the neural engine. */
  Init(dataPath: string | null, language: string, mode: number): number;
  SetVariable(name: string, value: string): boolean;
  /** Decodes the file `/input` and turns it upright, `orientation` as in Exif, `angle` in radians; 0: done. */
  SetImageFile(orientation: number, angle: number): number;
  GetInputImage(): Pix;
  /** 0: done. */
  Recognize(monitor: null): number;
  GetTSVText(page: number): string;
  /** Forgets the picture and what was read. */
  Clear(): void;
}

/** The engine, opened. */
export interface Core {
  readonly TessBaseAPI: new () => BaseApi;
  readonly FS: { writeFile(path: string, data: Uint8Array): void; unlink(path: string): void };
  /** The address of an object of the engine; 0 for none. */
  getPointer(object: object): number;
}

/** Emscripten's options for a module. */
export interface CoreOptions {
  print(line: string): void;
  printErr(line: string): void;
  instantiateWasm(imports: WebAssembly.Imports, use: (instance: WebAssembly.Instance) => void): object;
}

/** What the package exports. */
export type LoadCore = (options: CoreOptions) => Promise<Core>;
