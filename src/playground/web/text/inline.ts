/** Collecting inline nodes while a parser runs: text runs are merged, emphasis is closed around what it encloses. */
import type { Emphasis, Inline } from './nodes.js';

interface Opener {
  readonly mark: string;
  readonly at: number;
}

/**
 * The nodes of one line. `open` remembers a mark that may begin emphasis; `close` wraps everything since it. A mark that is
 * never closed stays in the text as it was typed. Each node is moved at most once per enclosing mark, so a line costs linear time.
 */
export class InlineBuilder {
  #nodes: Inline[] = [];
  #run = '';
  #open: Opener[] = [];

  text(text: string): void {
    this.#run += text;
  }

  node(node: Inline): void {
    this.#flush();
    this.#nodes.push(node);
  }

  open(mark: string): void {
    this.#flush();
    this.#open.push({ mark, at: this.#nodes.length });
    this.#nodes.push({ type: 'text', text: mark });
  }

  /** True when `mark` was open and its emphasis is now made. */
  close(mark: string, style: Emphasis): boolean {
    const level = this.#open.findLastIndex((opener) => opener.mark === mark);
    const opener = this.#open[level];
    if (opener === undefined) return false;
    this.#flush();
    const children = mergeText(this.#nodes.splice(opener.at).slice(1));
    this.#open.length = level;
    this.#nodes.push({ type: 'style', style, children });
    return true;
  }

  isOpen(mark: string): boolean {
    return this.#open.some((opener) => opener.mark === mark);
  }

  finish(): Inline[] {
    this.#flush();
    return mergeText(this.#nodes);
  }

  #flush(): void {
    if (this.#run !== '') this.#nodes.push({ type: 'text', text: this.#run });
    this.#run = '';
  }
}

function mergeText(nodes: readonly Inline[]): Inline[] {
  const merged: Inline[] = [];
  let run: string[] = [];
  const flush = (): void => {
    if (run.length > 0) merged.push({ type: 'text', text: run.join('') });
    run = [];
  };
  for (const node of nodes) {
    if (node.type === 'text') run.push(node.text);
    else {
      flush();
      merged.push(node);
    }
  }
  flush();
  return merged;
}
