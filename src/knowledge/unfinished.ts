import type { Sourced } from './parse.js';

/** How a place of a draft begins that only a person can fill in. */
export const todo = 'TODO';

/** A file that is left out of the library until somebody has filled it in. */
export interface Draft {
  /** As people know it: `knowledge/idp-not-found.md`. */
  readonly file: string;
  /** The id of the article or the intent. */
  readonly id: string;
  /** The first line that says `TODO`. */
  readonly line: number;
}

/** The draft that a file is, because a value in it begins with `TODO`; undefined for what is finished. Pure. */
export function draftIn({ file, value, lineOf }: Sourced<{ readonly id: string }>): Draft | undefined {
  const path = firstTodo(value, []);
  return path === undefined ? undefined : { file, id: value.id, line: lineOf(path) };
}

function firstTodo(value: unknown, path: readonly PropertyKey[]): readonly PropertyKey[] | undefined {
  if (typeof value === 'string') return /^TODO\b/.test(value) ? path : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const found = firstTodo(inner, [...path, Array.isArray(value) ? Number(key) : key]);
    if (found !== undefined) return found;
  }
  return undefined;
}
