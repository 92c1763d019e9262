import { number, percent, table } from '../lib/table.js';

/** The section `ocr` as a table. */
export function ocrReport({ pictures, readers }) {
  return [
    `SCREENSHOTS  ${pictures} held-out pictures, each read by both in turn`,
    '',
    table(
      ['reader', 'first answer right', 'first picture ms', 'median ms', 'p95 ms', 'times ours', 'process MB'],
      readers.map(({ name, right, coldMs, medianMs, p95Ms, timesOurs, mostMb }) => [
        name,
        percent(right),
        ...[coldMs, medianMs, p95Ms].map(number),
        timesOurs.toFixed(2),
        number(mostMb),
      ]),
    ),
  ].join('\n');
}
