import { el } from '../dom.ts';
import { type Json, listAt, numberAt, textAt, toObject } from '../read.ts';
import type { Surface } from '../surface.ts';
import { drawRichPieces } from './rich-text.ts';
import { drawUnknown } from './unknown.ts';

/** A `table` or `data_table`: the first row is its head; a data table has a caption and may name a head column. */
export function drawTable(block: Json, surface: Surface): HTMLElement {
  const columns = listAt(block, 'column_settings');
  const headColumn = numberAt(block, 'row_header_column_index');
  const [head, ...body] = rowsOf(block);
  const isNumberColumn = (column: number): boolean =>
    body.length > 0 && body.every((row) => textAt(row[column] ?? {}, 'type') === 'raw_number');
  const numberColumns = new Set((head ?? []).map((_, column) => column).filter(isNumberColumn));
  const drawRow = (row: readonly Json[], isHead: boolean): HTMLElement =>
    el('tr', {}, ...row.map((cell, column) => drawCell(cell, isHead, column)));
  const drawCell = (cell: Json, isHead: boolean, column: number): HTMLElement => {
    const isNumber = textAt(cell, 'type') === 'raw_number';
    const align = textAt(columns[column] ?? {}, 'align') || (isNumber || numberColumns.has(column) ? 'right' : 'left');
    const scope = isHead ? 'col' : column === headColumn ? 'row' : null;
    return el(scope === null ? 'td' : 'th', { scope, class: `align-${align}` }, ...drawContent(cell, surface));
  };
  const caption = textAt(block, 'caption');
  const table = el(
    'table',
    {},
    caption === '' ? null : el('caption', {}, caption),
    head === undefined ? null : el('thead', {}, drawRow(head, true)),
    el('tbody', {}, ...body.map((row) => drawRow(row, false))),
  );
  const label = caption === '' ? 'Table' : caption;
  return el('div', { class: 'block table-scroll', tabindex: 0, role: 'group', 'aria-label': label }, table);
}

function rowsOf(block: Json): readonly (readonly Json[])[] {
  const rows = block.rows;
  if (!Array.isArray(rows)) return [];
  return rows.map((row) => (Array.isArray(row) ? row.map((cell) => toObject(cell) ?? {}) : []));
}

function drawContent(cell: Json, surface: Surface): readonly (Node | string)[] {
  switch (textAt(cell, 'type')) {
    case 'raw_text':
    case 'raw_number':
      return [textAt(cell, 'text') || String(numberAt(cell, 'value') ?? '')];
    case 'rich_text':
      return listAt(cell, 'elements').flatMap((section) => drawRichPieces(section, surface));
    default:
      return [drawUnknown('element', textAt(cell, 'type'))];
  }
}
