/** Where a command writes. What goes in is already plain text (see `plain-text.ts`) or painted by `paint`. */
export interface Output {
  /** Writes to standard output, which holds the result and nothing else. Resolves when more may be written. */
  print(text: string): Promise<void>;
  /** Resolves when everything printed has left the process. */
  flush(): Promise<void>;
  /** Writes to standard error: what a person should know beside the result. */
  note(text: string): void;
  /** How a person calls this program. */
  readonly call: string;
  /** Colours for standard output. */
  readonly paint: Paint;
  /** Columns to wrap at; endless when the result goes to a file or another program. */
  readonly width: number;
  /** True when a person watches standard error. */
  readonly isWatched: boolean;
}

/** Ways to set text apart; without colours each gives the text back as it is. */
export interface Paint {
  bold(text: string): string;
  dim(text: string): string;
  good(text: string): string;
  bad(text: string): string;
  code(text: string): string;
  /** A command of this program with what follows its name, as a person types it: set apart as `code` is. */
  command(args: string): string;
}

/** Longer lines are hard to read, however wide the window. */
const widest = 100;

/** The process's own streams. `call` is how a person calls this program. */
export function createOutput(stdout: NodeJS.WriteStream, stderr: NodeJS.WriteStream, call: string): Output {
  return {
    print: (text) =>
      new Promise((resolve) => {
        if (stdout.write(text)) resolve();
        else stdout.once('drain', resolve);
      }),
    flush: () => new Promise((resolve) => stdout.write('', () => resolve())),
    note: (text) => void stderr.write(text),
    call,
    // `hasColors` knows NO_COLOR and what the terminal can do.
    paint: createPaint(stdout.isTTY === true && stdout.hasColors(), call),
    width: stdout.isTTY === true ? Math.min(stdout.columns || widest, widest) : Number.POSITIVE_INFINITY,
    isWatched: stderr.isTTY === true,
  };
}

/**
 * @param colours whether the text goes to a terminal that shows them.
 * @param call how a person calls this program.
 */
export function createPaint(colours: boolean, call = 'wo-okta'): Paint {
  const style = (on: number, off: number) => (text: string) => (colours ? `\u001B[${on}m${text}\u001B[${off}m` : text);
  const code = style(36, 39);
  return {
    bold: style(1, 22),
    dim: style(2, 22),
    good: style(32, 39),
    bad: style(31, 39),
    code,
    command: (args) => code(`${call} ${args}`),
  };
}
