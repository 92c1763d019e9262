import type { Paint } from './output.js';
import { plainLine } from './plain-text.js';

/** Rows under headings. A column whose cells all start with a digit stands to the right. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[], paint: Paint): string {
  const cells = rows.map((row) => row.map((cell) => plainLine(cell)));
  const columns = headings.map((heading, column) => {
    const values = cells.map((row) => row[column] ?? '');
    return {
      width: Math.max(heading.length, ...values.map(({ length }) => length)),
      isNumeric:
        values.length > 0 && values.every((value) => /^\d/.test(value)) && !values.some((value) => /[a-z]/.test(value)),
    };
  });
  const line = (row: readonly string[]) =>
    columns
      .map(({ width, isNumeric }, column) => {
        const cell = row[column] ?? '';
        return isNumeric ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd();
  return [paint.bold(line(headings)), ...cells.map(line)].join('\n');
}
