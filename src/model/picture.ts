/** What was read in a picture. */
export interface PictureText {
  /** The lines in reading order, joined by `\n`; empty when there is no text in it. Text from outside, with slips. */
  readonly text: string;
  /** How sure the reading is of its letters, 0 to 1. */
  readonly confidence: number;
}

/**
 * Reads the text in a PNG or JPEG picture, on this machine. Rejects with `UserError` `bad-input` for what is no such
 * picture, is too large in bytes or pixels, or takes too long: its message says so and what to do instead.
 */
export type ReadPicture = (picture: Uint8Array) => Promise<PictureText>;
