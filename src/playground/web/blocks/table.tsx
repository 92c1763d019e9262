import type { ComponentChildren, JSX } from 'preact';
import { asObject, type Json, list, str } from '../json.js';
import type { BlockProps } from './block.js';
import { RichText } from './rich-text.js';

const ALIGNMENTS: Readonly<Record<string, string>> = { center: 'align-center', right: 'align-right' };

/** Slack's `table` and `data_table`: the first row is the head. Wide ones scroll in themselves. */
export function Table({ block }: BlockProps): JSX.Element {
  const rows = Array.isArray(block['rows']) ? block['rows'].map(cellsOf) : [];
  const settings = list(block, 'column_settings');
  const [head = [], ...body] = rows;
  const cell = (json: Json, column: number, isHead: boolean): ComponentChildren => {
    const align = ALIGNMENTS[str(settings[column], 'align')];
    const inside =
      str(json, 'type') === 'rich_text' ? <RichText block={json} /> : str(json, 'text') || str(json, 'value');
    return isHead ? (
      <th scope="col" class={align}>
        {inside}
      </th>
    ) : (
      <td class={align}>{inside}</td>
    );
  };
  const row = (cells: readonly Json[], isHead: boolean): ComponentChildren => (
    <tr>{cells.map((json, column) => cell(json, column, isHead))}</tr>
  );
  return (
    <div class="block table-scroll">
      <table>
        {str(block, 'caption') !== '' && <caption>{str(block, 'caption')}</caption>}
        <thead>{row(head, true)}</thead>
        <tbody>{body.map((cells) => row(cells, false))}</tbody>
      </table>
    </div>
  );
}

function cellsOf(row: unknown): readonly Json[] {
  return Array.isArray(row) ? row.map((cell) => asObject(cell) ?? {}) : [];
}
