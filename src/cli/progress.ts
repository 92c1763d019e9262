import type { OnProgress } from '../desk/live-checks.js';
import type { Output } from './output.js';

/** A line on standard error that counts up while a person waits; silent where nobody watches. */
export interface Progress {
  readonly tell: OnProgress;
  /** Makes room for the result. */
  end(): void;
}

/** Counts things called `what`: "12 of 40 checks". */
export function countOnScreen({ note, isWatched }: Pick<Output, 'note' | 'isWatched'>, what: string): Progress {
  let hasTold = false;
  return {
    tell(ended, all) {
      if (!isWatched) return;
      hasTold = true;
      note(`\r${ended} of ${all} ${what}`);
    },
    end() {
      if (hasTold) note('\r\u001B[K');
    },
  };
}
