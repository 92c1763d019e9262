/** A table as lines of text: the first column to the left, all others to the right. */
export function table(headings, rows) {
  const cells = [headings, ...rows].map((row) => row.map((cell) => String(cell ?? '')));
  const widths = headings.map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  const line = (row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join('  ');
  const [head, ...body] = cells.map((row) => line(row).trimEnd());
  return [head, widths.map((width) => '─'.repeat(width)).join('  '), ...body].join('\n');
}

/** A number for people: three significant digits, thousands apart. */
export function number(value) {
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return value.toPrecision(value < 1 ? 2 : 3);
}

export function percent(share) {
  return `${(share * 100).toFixed(1)} %`;
}

/** How a ratio stands to its aim, which is at most `aim`. */
export function against(ratio, aim) {
  return `${ratio.toFixed(2)} × (aim: at most ${aim} ×) ${ratio <= aim ? 'reached' : 'missed'}`;
}
