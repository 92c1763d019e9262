/** Which of the files that somebody chose are taken. Pure. */
import { sizeText } from './size.js';

/** What is looked at of a file. */
interface Chosen {
  readonly name: string;
  readonly size: number;
}

export interface FileBounds {
  /** Files together with those taken before. */
  readonly most: number;
  /** Bytes of one file. */
  readonly bytes: number;
  /** Endings without their dot, in lower case; all when left out. */
  readonly endings?: readonly string[] | undefined;
}

/** The files that are taken, and a sentence for each of those that are not, joined; `''` for none. */
export function acceptFiles<T extends Chosen>(
  chosen: readonly T[],
  before: number,
  { most, bytes, endings }: FileBounds,
): { readonly taken: readonly T[]; readonly refusal: string } {
  const taken: T[] = [];
  const refusals: string[] = [];
  for (const file of chosen) {
    if (file.size === 0) refusals.push(`${file.name} is empty.`);
    else if (file.size > bytes) {
      refusals.push(
        `${file.name} has ${sizeText(file.size)}, and ${sizeText(bytes)} fit. Send only the part with the error.`,
      );
    } else if (endings !== undefined && !endings.includes(endingOf(file))) {
      refusals.push(`${file.name} is of another kind. Choose one of these: ${endings.join(', ')}.`);
    } else taken.push(file);
  }
  const room = Math.max(0, most - before);
  if (taken.length > room) {
    const limit = most === 1 ? 'Only one file fits' : `Only ${most} files fit`;
    refusals.push(`${limit} here: ${taken.splice(room).map(nameOf).join(', ')} left out.`);
  }
  return { taken, refusal: refusals.join(' ') };
}

function endingOf({ name }: Chosen): string {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
}

function nameOf({ name }: Chosen): string {
  return name;
}
