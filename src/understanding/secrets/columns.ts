import type { SecretKind } from '../../model/understanding.js';
import type { Found } from './found.js';
import { isPassword } from './values.js';

/** A column whose heading says that secrets are in it. */
interface Column {
  readonly kind: SecretKind;
  readonly index: number;
}

const headings: readonly { readonly kind: SecretKind; readonly heading: RegExp }[] = [
  {
    kind: 'password',
    heading:
      /^(?:(?:new|old|temp(?:orary)?|initial|user|current) ?)?(?:pass ?word|passwd|pwd|passwort|kennwort|pass ?phrase|mot de passe|contraseña|senha|wachtwoord|hasło|пароль|密码|パスワード)$/iu,
  },
  { kind: 'client-secret', heading: /^(?:(?:client|shared|app)[ _-]?)?secret$/i },
  { kind: 'api-token', heading: /^(?:(?:api|access|scim|bearer|refresh)[ _-]?)?(?:token|key)$/i },
];

/** What parts the cells of a table: a bar, a tab, a comma or semicolon of CSV, or at least two spaces. */
const cellsOf: readonly RegExp[] = [
  /[^|\r\n]+/g,
  /[^\t\r\n]+/g,
  /"(?:[^"\r\n]|"")*"|[^,\r\n]+/g,
  /"(?:[^"\r\n]|"")*"|[^;\r\n]+/g,
  /[^\s]+(?: [^\s]+)*/g,
];
/** A heading is short; so are lines of tables that people paste. */
const longestLine = 2_000;

interface Cell {
  readonly text: string;
  readonly start: number;
}

/** The secrets in the columns of tables: Markdown, CSV, tab-separated, or aligned with spaces. Linear. */
export function findInColumns(text: string): Found[] {
  const found: Found[] = [];
  let table: { cells: RegExp; columns: readonly Column[]; width: number } | undefined;
  let start = 0;
  for (const line of text.split('\n')) {
    const cells = table === undefined || line.length > longestLine ? [] : cellsIn(line, table.cells);
    if (table !== undefined && cells.length === table.width) {
      for (const { kind, index } of table.columns) {
        const cell = cells[index];
        if (cell === undefined || !isValue(cell.text)) continue;
        found.push({ kind, start: start + cell.start, end: start + cell.start + cell.text.length });
      }
    } else {
      table = line.length > longestLine ? undefined : tableUnder(line);
    }
    start += line.length + 1;
  }
  return found;
}

/** The table that begins with this line, when one of its headings names secrets. */
function tableUnder(line: string): { cells: RegExp; columns: readonly Column[]; width: number } | undefined {
  if (!/pass|pwd|kennwort|contrase|senha|wachtwoord|hasło|пароль|密码|パスワード|secret|token|key/i.test(line))
    return undefined;
  for (const cells of cellsOf) {
    const names = cellsIn(line, cells);
    const columns = names.flatMap(({ text }, index) =>
      headings.filter(({ heading }) => heading.test(unmarked(text))).map(({ kind }) => ({ kind, index })),
    );
    if (names.length > 1 && columns.length > 0) return { cells, columns, width: names.length };
  }
  return undefined;
}

/** The cells of a line without the space around them; empty ones at the edges of a Markdown table are none. */
function cellsIn(line: string, pattern: RegExp): Cell[] {
  return [...line.matchAll(pattern)].flatMap(({ 0: raw, index }) => {
    const text = raw.trim();
    return text === '' ? [] : [{ text, start: index + raw.indexOf(text) }];
  });
}

/** A heading or a value without the quotes and mark-up around it. */
function unmarked(text: string): string {
  return text.replace(/^["*_`]{1,3}|["*_`]{1,3}$/g, '');
}

/** Neither a rule of a Markdown table, nor the heading once more, nor a word that says there is none. */
function isValue(text: string): boolean {
  return (
    text.length >= 4 &&
    /[^-:=\s]/.test(text) &&
    isPassword(text) &&
    !headings.some(({ heading }) => heading.test(unmarked(text)))
  );
}
