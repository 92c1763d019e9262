import type { SecretKind } from '../../model/understanding.js';
import type { Found } from './found.js';
import { isKey, isLongRandom, isMeasure, isPassword, isStrongPassword } from './values.js';

/** A heading over secrets, and what in a cell under it is one. */
interface Heading {
  readonly kind: SecretKind;
  readonly heading: RegExp;
  readonly isSecret: (value: string) => boolean;
}

/** A column whose heading says that secrets are in it. */
interface Column extends Heading {
  readonly index: number;
}

const passwordHeading =
  /^(?:(?:new|old|temp(?:orary)?|initial|user|current) ?)?(?:pass ?word|passwd|pwd|passwort|kennwort|pass ?phrase|mot de passe|contraseña|senha|wachtwoord|hasło|пароль|密码|パスワード)$/iu;
const mayHead = /pass|pwd|kennwort|contrase|senha|wachtwoord|hasło|пароль|密码|パスワード|secret|token|key/i;

const headings: readonly Heading[] = [
  { kind: 'password', heading: passwordHeading, isSecret: isPassword },
  { kind: 'client-secret', heading: /^(?:client|shared|app)[ _-]?secret$/i, isSecret: isPassword },
  { kind: 'client-secret', heading: /^secret$/i, isSecret: isKey },
  {
    kind: 'api-token',
    heading: /^(?:api|access|scim|bearer|refresh)[ _-]?(?:token|key)$/i,
    isSecret: isPassword,
  },
  // A key may be that of a setting, a token may stand there by its name.
  { kind: 'api-token', heading: /^(?:token|key)$/i, isSecret: isLongRandom },
];

/** The heading of what is set, in a table that says how passwords have to be. */
const settingHeading =
  /^(?:settings?|polic(?:y|ies)|rules?|requirements?|propert(?:y|ies)|attributes?|options?|parameters?|features?|factors?|methods?|checks?|criteri(?:a|on)|einstellung(?:en)?|richtlinien?|regeln?|paramètres?|règles?)$/iu;

/** What parts the cells of a table: a bar, a tab, a comma or semicolon of CSV, or at least two spaces. */
const separators = ['|', '\t', ',', ';', '  '] as const;
type Separator = (typeof separators)[number];
/** A heading is short; so are lines of tables that people paste. */
const longestLine = 2_000;
/** `|---|---|`, `+----+----+`, `====  ====`. */
const rule = /^[-+|:=─┼│ \t\r]+$/;

interface Cell {
  readonly text: string;
  readonly start: number;
}

interface Table {
  readonly separator: Separator;
  readonly columns: readonly Column[];
  readonly width: number;
  readonly filledWidth: number;
}

/** The secrets in the columns of tables: Markdown, CSV, tab-separated, or aligned with spaces. Linear. */
export function findInColumns(text: string): Found[] {
  if (!mayHead.test(text)) return [];
  const found: Found[] = [];
  const lines = text.split('\n');
  let table: Table | undefined;
  let hasRows = false;
  let start = 0;
  lines.forEach((line, number) => {
    const cells = table === undefined ? [] : cellsIn(line, table.separator);
    if (table !== undefined && isAsWide(cells, table)) {
      hasRows = true;
      for (const { kind, index, isSecret } of table.columns) {
        const cell = cells[index];
        if (cell === undefined || !isValue(cell.text) || !isSecret(cell.text)) continue;
        found.push({ kind, start: start + cell.start, end: start + cell.start + cell.text.length });
      }
    } else if (table === undefined || !isBetween(line, hasRows)) {
      hasRows = false;
      table = mayHead.test(line) ? tableUnder(line, () => lineBelow(lines, number)) : undefined;
    }
    start += line.length + 1;
  });
  return found;
}

/** A line that ends no table: a rule, and what is left free under the headings. */
function isBetween(line: string, hasRows: boolean): boolean {
  return line.trim() === '' ? !hasRows : rule.test(line);
}

/** The next line with something in it that is no rule. */
function lineBelow(lines: readonly string[], number: number): string {
  for (let next = number + 1; next < lines.length; next += 1) {
    const line = lines[next] ?? '';
    if (line.length > longestLine || (line.trim() !== '' && !rule.test(line))) return line;
  }
  return '';
}

/** The table that begins with this line, when one of its headings names secrets and the line below has as many cells. */
function tableUnder(line: string, below: () => string): Table | undefined {
  if (line.length > longestLine) return undefined;
  for (const separator of separators) {
    if (!line.includes(separator)) continue;
    const cells = cellsIn(line, separator);
    const names = cells.map(({ text }) => unmarked(text));
    const width = { width: cells.length, filledWidth: filled(cells) };
    if (width.filledWidth < 2) continue;
    const columns = names.flatMap((name, index) =>
      mayHead.test(name)
        ? headings.filter(({ heading }) => heading.test(name)).map((heading) => ({ ...heading, index }))
        : [],
    );
    if (columns.length === 0 || !isAsWide(cellsIn(below(), separator), width)) continue;
    const isAboutSettings = names.some((name) => settingHeading.test(name));
    return {
      ...width,
      separator,
      columns: isAboutSettings ? columns.map((column) => ({ ...column, isSecret: isStrongPassword })) : columns,
    };
  }
  return undefined;
}

/** The cells of a line without the space around them; what is outside the bars at the edges of a table is none. */
function cellsIn(line: string, separator: Separator): Cell[] {
  if (line.length > longestLine) return [];
  const cells = separatedBy(line, separator, separator === ',' || separator === ';');
  // Columns that are aligned are as many spaces apart as it takes.
  if (separator === '  ') return cells.filter(({ text }) => text !== '');
  if (separator !== '|') return cells;
  const isEdge = (index: number) => index === 0 || index === cells.length - 1;
  return cells.filter(({ text }, index) => text !== '' || !isEdge(index));
}

/** Without the empty cells at the end, which some programs write and others leave away. */
function filled(cells: readonly Cell[]): number {
  return cells.findLastIndex(({ text }) => text !== '') + 1;
}

function isAsWide(cells: readonly Cell[], { width, filledWidth }: Pick<Table, 'width' | 'filledWidth'>): boolean {
  return cells.length === width || filled(cells) === filledWidth;
}

/** What stands between the separators; in CSV a cell in quotes may hold them too (RFC 4180), unless the quote never ends. */
function separatedBy(line: string, separator: Separator, canQuote: boolean): Cell[] {
  const cells: Cell[] = [];
  let start = 0;
  let isBlank = true;
  let isQuoted = false;
  const endAt = (end: number) => {
    const raw = line.slice(start, end);
    const text = raw.trim();
    cells.push({ text, start: text === '' ? start : start + raw.indexOf(text) });
    start = end + separator.length;
    isBlank = true;
  };
  for (let at = 0; at < line.length; at += 1) {
    if (at < start) continue;
    if (!isQuoted && line.startsWith(separator, at)) endAt(at);
    else if (canQuote && line[at] === '"' && (isQuoted || isBlank)) {
      // A quote doubled is one of the cell.
      if (isQuoted && line[at + 1] === '"') at += 1;
      else isQuoted = !isQuoted;
      isBlank = false;
    } else if (line[at] !== ' ') isBlank = false;
  }
  if (isQuoted) return separatedBy(line, separator, false);
  endAt(line.length);
  return cells;
}

/** A heading or a value without the quotes and mark-up around it. */
function unmarked(text: string): string {
  return text.replace(/^["*_`]{1,3}|["*_`]{1,3}$/g, '');
}

/** Neither a rule of a table, nor the heading once more, nor so many days. */
function isValue(text: string): boolean {
  return (
    text.length >= 4 &&
    /[^-:=\s]/.test(text) &&
    !isMeasure(text) &&
    !headings.some(({ heading }) => heading.test(unmarked(text)))
  );
}
