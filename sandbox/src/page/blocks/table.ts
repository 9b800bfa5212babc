import { h, html } from 'htm/preact';
import { type Json, listAt, numberAt, textAt, toObject } from '../json.ts';
import { drawPieces } from './rich-text.ts';
import { unknown } from './surface.ts';

const aligns: Readonly<Record<string, string>> = { right: 'text-right', center: 'text-center' };

/** A `table` or `data_table`: the first row is its head; a data table has a caption and may name a head column. */
export function Table({ block }: { block: Json }) {
  const columns = listAt(block, 'column_settings');
  const headColumn = numberAt(block, 'row_header_column_index');
  const [head, ...body] = rowsOf(block);
  const isNumber = (cell: Json | undefined): boolean => textAt(cell ?? {}, 'type') === 'raw_number';
  const isNumberColumn = (column: number): boolean => body.length > 0 && body.every((row) => isNumber(row[column]));
  const drawCell = (cell: Json, column: number, isHead: boolean) => {
    const isRight = isNumber(cell) || isNumberColumn(column);
    const align = textAt(columns[column] ?? {}, 'align') || (isRight ? 'right' : 'left');
    const scope = isHead ? 'col' : column === headColumn ? 'row' : undefined;
    return h(scope === undefined ? 'td' : 'th', { scope, class: aligns[align] ?? 'text-left' }, drawContent(cell));
  };
  const rows = body.map((row) => html`<tr>${row.map((cell, column) => drawCell(cell, column, false))}</tr>`);
  const caption = textAt(block, 'caption');
  return html`<div class="table-scroll" tabindex="0" role="group" aria-label=${caption || 'Table'}>
    <table>
      ${caption !== '' && html`<caption class="border-b border-line px-[0.8rem] py-[0.55rem] text-left font-semi">${caption}</caption>`}
      ${
        head &&
        html`<thead class="[&_th]:bg-[color-mix(in_srgb,var(--color-ground)_60%,var(--color-card))]
          [&_th]:font-semi [&_th]:text-soft"><tr>${head.map((cell, column) => drawCell(cell, column, true))}</tr></thead>`
      }
      <tbody>${rows}</tbody>
    </table>
  </div>`;
}

function rowsOf({ rows }: Json): readonly (readonly Json[])[] {
  if (!Array.isArray(rows)) return [];
  return rows.map((row) => (Array.isArray(row) ? row.map((cell) => toObject(cell) ?? {}) : []));
}

function drawContent(cell: Json) {
  const type = textAt(cell, 'type');
  if (type === 'raw_text' || type === 'raw_number') return textAt(cell, 'text') || numberAt(cell, 'value');
  return type === 'rich_text' ? listAt(cell, 'elements').map(drawPieces) : unknown('element', type);
}
