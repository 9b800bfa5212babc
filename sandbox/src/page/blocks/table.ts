import { html } from 'htm/preact';
import { type ComponentChildren, h } from 'preact';
import { type Json, listAt, numberAt, textAt, toObject } from '../json.ts';
import { drawPieces } from './rich-text.ts';
import { unknown } from './surface.ts';

const aligns: Readonly<Record<string, string>> = { right: 'text-right', center: 'text-center' };

interface Drawn {
  readonly block: Json;
  /** What stands in the head, and by which of its columns the rows are sorted. */
  readonly heads: readonly { readonly content: ComponentChildren; readonly sort?: string }[];
  readonly body: readonly (readonly Json[])[];
  /** The column that names each row; left out: none does. */
  readonly headColumn?: number | null;
  readonly foot?: ComponentChildren;
}

/** A `table`: its first row is its head. */
export function Table({ block }: { block: Json }) {
  const [head = [], ...body] = rowsOf(block);
  return h(Rows, { block, heads: head.map((cell) => ({ content: drawContent(cell) })), body });
}

/** The rows of a table, with its caption and its head. */
export function Rows({ block, heads, body, headColumn, foot }: Drawn) {
  const columns = listAt(block, 'column_settings');
  const isNumberColumn = (column: number): boolean =>
    body.length > 0 && body.every((row) => textAt(row[column] ?? {}, 'type') === 'raw_number');
  const alignOf = (column: number, cell?: Json): string => {
    const isRight = textAt(cell ?? {}, 'type') === 'raw_number' || isNumberColumn(column);
    return aligns[textAt(columns[column] ?? {}, 'align') || (isRight ? 'right' : 'left')] ?? 'text-left';
  };
  const drawCell = (cell: Json, column: number) => {
    const isHead = column === headColumn;
    return h(
      isHead ? 'th' : 'td',
      { scope: isHead ? 'row' : undefined, class: alignOf(column, cell) },
      drawContent(cell),
    );
  };
  const rows = body.map((row) => html`<tr>${row.map(drawCell)}</tr>`);
  const head = heads.map(({ content, sort }, column) =>
    h('th', { scope: 'col', class: alignOf(column), 'aria-sort': sort }, content),
  );
  const caption = textAt(block, 'caption');
  return html`<div class="table-scroll" tabindex="0" role="group" aria-label=${caption || 'Table'}>
    <table>
      ${caption !== '' && html`<caption class="border-b border-line px-[0.8rem] py-[0.55rem] text-left font-semi">${caption}</caption>`}
      <thead class="[&_th]:bg-[color-mix(in_srgb,var(--color-ground)_60%,var(--color-card))]
          [&_th]:font-semi [&_th]:text-soft"><tr>${head}</tr></thead>
      <tbody>${rows}</tbody>
    </table>
    ${foot}
  </div>`;
}

/** The rows of a table, its head first. */
export function rowsOf({ rows }: Json): readonly (readonly Json[])[] {
  if (!Array.isArray(rows)) return [];
  return rows.map((row) => (Array.isArray(row) ? row.map((cell) => toObject(cell) ?? {}) : []));
}

function drawContent(cell: Json) {
  const type = textAt(cell, 'type');
  if (type === 'raw_text' || type === 'raw_number') return textAt(cell, 'text') || numberAt(cell, 'value');
  return type === 'rich_text' ? listAt(cell, 'elements').map(drawPieces) : unknown('element', type);
}
