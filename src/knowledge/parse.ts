import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type Article, articleFrontMatterSchema } from '../model/article.js';
import type { Fault } from '../model/errors.js';
import { type Intent, intentSchema } from '../model/intent.js';

/** Something read from a file, with a way to say where in that file a part of it stands. */
export interface Sourced<T> {
  readonly file: string;
  readonly value: T;
  /** Line (from 1) of the value at this path, e.g. `['signatures', 0, 'text']`; the nearest parent's when absent. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** Either the parsed thing or everything that is wrong with the file; never both, never neither. */
export type Parsed<T> =
  | { readonly ok: true; readonly sourced: Sourced<T> }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** Longest file read, in characters: articles and intents are written by hand and stay far below. */
const maxFileLength = 512_000;

/** Parses `knowledge/<id>.md`: YAML front matter between two `---` lines, then Markdown. */
export function parseArticle(file: string, text: string): Parsed<Article> {
  const parts = splitFrontMatter(text);
  if (parts === undefined) {
    return failed(file, 1, 'An article starts with front matter: a line "---", YAML, and another line "---".');
  }
  const parsed = parseYaml(file, parts.frontMatter, articleFrontMatterSchema, 1);
  if (!parsed.ok) return parsed;
  const { sourced } = parsed;
  return { ok: true, sourced: { ...sourced, value: { ...sourced.value, body: parts.body.trim() } } };
}

/** Parses `intents/<id>.yaml`. */
export function parseIntent(file: string, text: string): Parsed<Intent> {
  return parseYaml(file, text, intentSchema, 0);
}

function splitFrontMatter(text: string): { frontMatter: string; body: string } | undefined {
  const normalised = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  if (!normalised.startsWith('---\n')) return undefined;
  const end = normalised.indexOf('\n---\n', 3);
  if (end === -1) return undefined;
  return { frontMatter: normalised.slice(4, end + 1), body: normalised.slice(end + 5) };
}

/** @param linesBefore lines of the file above the YAML, so that reported lines are the file's. */
function parseYaml<S extends z.ZodType>(
  file: string,
  text: string,
  schema: S,
  linesBefore: number,
): Parsed<z.infer<S>> {
  if (text.length > maxFileLength) {
    return failed(file, 1, `The file is longer than ${maxFileLength.toLocaleString('en')} characters; split it.`);
  }
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false, stringKeys: true });
  if (document.errors.length > 0) {
    const faults = document.errors.map((error) => ({
      file,
      line: lineCounter.linePos(error.pos[0]).line + linesBefore,
      message: `This is not valid YAML: ${error.message}.`,
    }));
    return { ok: false, faults };
  }
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lineCounter.linePos(node.range[0]).line + linesBefore;
    }
    return 1 + linesBefore;
  };
  // A hostile file could expand aliases without end; 100 is the library's own default, stated so that it stays.
  const result = schema.safeParse(document.toJS({ maxAliasCount: 100 }));
  if (result.success) return { ok: true, sourced: { file, value: result.data, lineOf } };
  return {
    ok: false,
    faults: result.error.issues.map((issue) => ({
      file,
      line: lineOf(issue.path),
      message: `${issue.path.length > 0 ? `\`${issue.path.map(String).join('.')}\`: ` : ''}${issue.message}.`,
    })),
  };
}

function failed(file: string, line: number, message: string): { ok: false; faults: Fault[] } {
  return { ok: false, faults: [{ file, line, message }] };
}
