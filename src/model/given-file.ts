/** Of a larger file nothing is read. A HAR file of one sign-in with all its pages has about ten megabytes. */
export const mostFileBytes = 20 * 1_048_576;

/** A file that somebody gave along with what they wrote. It is fetched only when it is needed. */
export interface GivenFile {
  /** As the giver named it; one line of text from outside. */
  readonly name: string;
  /** Bytes, as announced by where it lies; may be wrong. */
  readonly size: number;
  /** The bytes. Rejects with `UserError`, whose message says why it can't be had and what to do. */
  read(): Promise<Uint8Array>;
}
