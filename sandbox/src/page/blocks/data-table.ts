import { h, html } from 'htm/preact';
import { useState } from 'preact/hooks';
import { type Json, numberAt, textAt } from '../json.ts';
import { Rows, rowsOf } from './table.ts';

/** What Slack shows at once where a table doesn't say. */
const usualPage = 5;

interface Order {
  readonly column: number;
  readonly isFalling: boolean;
}

/** A `data_table`: a table whose reader sorts it by pressing a column's head, and turns its pages. */
export function DataTable({ block }: { block: Json }) {
  const [order, setOrder] = useState<Order | null>(null);
  const [page, setPage] = useState(0);
  const [head = [], ...body] = rowsOf(block);
  const sorted = order ? inOrder(body, order) : body;
  const size = numberAt(block, 'page_size') || usualPage;
  const shown = sorted.slice(page * size, (page + 1) * size);
  const press = (column: number) => {
    setOrder(order?.column === column ? { column, isFalling: !order.isFalling } : { column, isFalling: false });
    setPage(0);
  };
  const heads = head.map((cell, column) => ({
    sort: order?.column !== column ? 'none' : order.isFalling ? 'descending' : 'ascending',
    content: html`<button type="button" class="sort" onClick=${() => press(column)}>${textAt(cell, 'text')}</button>`,
  }));
  const foot = body.length > size && h(Pages, { page, size, count: body.length, turn: setPage });
  return h(Rows, { block, heads, body: shown, headColumn: numberAt(block, 'row_header_column_index'), foot });
}

function Pages(given: { page: number; size: number; count: number; turn: (page: number) => void }) {
  const { page, size, count, turn } = given;
  const last = Math.ceil(count / size) - 1;
  const button = (name: string, to: number) =>
    html`<button type="button" class="button" disabled=${to < 0 || to > last} onClick=${() => turn(to)}>${name}</button>`;
  return html`<div class="flex items-center justify-end gap-2 sticky left-0 border-t border-line px-[0.8rem] py-[0.4rem] text-sm">
    <span class="text-soft" role="status">${page * size + 1}–${Math.min(count, (page + 1) * size)} of ${count}</span>
    ${button('Previous', page - 1)}${button('Next', page + 1)}
  </div>`;
}

/** What is alike stays as it stood. */
function inOrder(rows: readonly (readonly Json[])[], { column, isFalling }: Order) {
  return rows.toSorted((one, other) => compare(one[column] ?? {}, other[column] ?? {}) * (isFalling ? -1 : 1));
}

/** Numbers as numbers, all else as words. */
function compare(one: Json, other: Json): number {
  const isNumber = (cell: Json) => textAt(cell, 'type') === 'raw_number';
  if (isNumber(one) && isNumber(other)) return (numberAt(one, 'value') ?? 0) - (numberAt(other, 'value') ?? 0);
  return textAt(one, 'text').localeCompare(textAt(other, 'text'));
}
