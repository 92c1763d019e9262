/**
 * Finding the next mark in a text without rescanning it: each mark's last find is remembered until passed, so that a whole
 * parse is linear however many unmatched marks a text holds.
 */
export class Cursor {
  readonly text: string;
  readonly #found = new Map<string, number>();

  constructor(text: string) {
    this.text = text;
  }

  /** Position of `mark` at or after `from`; -1 when there is none. */
  next(mark: string, from: number): number {
    const known = this.#found.get(mark);
    if (known !== undefined && (known === -1 || known >= from)) return known;
    const at = this.text.indexOf(mark, from);
    this.#found.set(mark, at);
    return at;
  }
}
