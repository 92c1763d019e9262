/** What was made of one thing that came with a question: a file, or a log that was pasted. */
export interface Reading {
  /** The file's name, one line; left out for what was pasted. */
  readonly file?: string;
  readonly what: 'picture' | 'text' | 'log' | 'unread';
  /** Whole sentences for people: what it is, or why it was not read and what to do. */
  readonly said: string;
  /** The lines that matter, as they stand in it, without secrets; few and bounded. */
  readonly quotes: readonly string[];
}

/** All that was read for one Reply. */
export interface ReadAlong {
  readonly readings: readonly Reading[];
  /** Names this very reading when somebody asks for all of the text; left out where there is no text to show. */
  readonly id?: string;
  /** People whom the failures of a log are about, as it names them; only where nobody but the asker sees the Reply. */
  readonly people?: readonly string[];
}

/** The text that was read in a file, for whoever asks: without secrets, bounded. */
export interface FullText {
  readonly file: string;
  readonly text: string;
}
