import { isNode, LineCounter, parseDocument } from 'yaml';
import type * as z from 'zod';
import { type Article, articleFrontMatterSchema } from '../model/article.js';
import type { Fault } from '../model/errors.js';
import { type Intent, intentSchema } from '../model/intent.js';
import { schemaFaults } from './schema-faults.js';

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
/** A file that is no YAML at all has a fault on every line; the first few show it. */
const mostFaults = 20;

/** Parses `knowledge/<id>.md`: YAML front matter between two `---` lines, then Markdown. */
export function parseArticle(file: string, text: string): Parsed<Article> {
  const parts = splitFrontMatter(normalised(text));
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
  return parseYaml(file, normalised(text), intentSchema, 0);
}

function splitFrontMatter(text: string): { frontMatter: string; body: string } | undefined {
  const [, frontMatter, body] = /^---[ \t]*\n([\s\S]*?\n)---[ \t]*(?:\n([\s\S]*))?$/.exec(text) ?? [];
  return frontMatter === undefined ? undefined : { frontMatter, body: body ?? '' };
}

/** Without the byte order mark and the line ends that some editors write. */
function normalised(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
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
    const faults = document.errors.slice(0, mostFaults).map((error) => ({
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
  let content: unknown;
  try {
    // A hostile file could expand aliases without end; 100 is the library's own default, stated so that it stays.
    content = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    return failed(
      file,
      1 + linesBefore,
      `An alias (\`*…\`) can't be resolved: ${messageOf(error)}. Write the value out.`,
    );
  }
  const result = schema.safeParse(content);
  if (result.success) return { ok: true, sourced: { file, value: result.data, lineOf } };
  return {
    ok: false,
    faults: schemaFaults(result.error.issues)
      .slice(0, mostFaults)
      .map(({ path, message }) => ({ file, line: lineOf(path), message })),
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function failed(file: string, line: number, message: string): { ok: false; faults: Fault[] } {
  return { ok: false, faults: [{ file, line, message }] };
}
