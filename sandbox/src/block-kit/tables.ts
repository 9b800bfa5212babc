import { isJson, type Json } from '../json.ts';
import { also, byType, type Check, fields, finite, flag, list, oneOf, type Spot, text, whole } from './check.ts';
import { richText } from './rich-text.ts';
import { blockId } from './text.ts';

const mostColumns = 20;
const mostCharacters = 10_000;
const words = text({ max: mostCharacters });
const plainCells = { raw_text: fields({ text: words }), raw_number: fields({ value: finite, text: words }) };
const cell = byType({ ...plainCells, rich_text: richText });
const headerCell = byType(plainCells);

const columnSetting: Check = (value, at, spot) => {
  if (value === null) return;
  fields({}, { align: oneOf('left', 'center', 'right'), is_wrapped: flag })(value, at, spot);
};

/** Tables, by type. */
export const tables = {
  table: also(
    fields(
      { rows: list(list(cell, { max: mostColumns }), { max: 100 }) },
      { block_id: blockId, column_settings: list(columnSetting, { max: mostColumns }) },
    ),
    countCharacters,
  ),
  data_table: also(
    fields(
      { caption: text({ max: 2000 }), rows: list(list(cell, { max: mostColumns }), { min: 2, max: 101 }) },
      { block_id: blockId, page_size: whole(1, 100), row_header_column_index: whole(0, mostColumns - 1) },
    ),
    (block, at, spot) => {
      countCharacters(block, at, spot);
      checkHeader(block, at, spot);
    },
  ),
} satisfies Readonly<Record<string, Check>>;

/** The characters of all cells together. */
export function charactersIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + charactersIn(one), 0);
  if (!isJson(value)) return 0;
  const own = typeof value.text === 'string' ? value.text.length : 0;
  return own + charactersIn(value.elements);
}

function countCharacters(block: Json, at: string, spot: Spot): void {
  if (charactersIn(block.rows) > mostCharacters)
    spot.report(`must be less than ${mostCharacters + 1} characters`, `${at}/rows`);
}

/** The first row is the header: plain cells; every row has as many cells as it has. */
function checkHeader(block: Json, at: string, spot: Spot): void {
  const rows = Array.isArray(block.rows) ? block.rows : [];
  const header: unknown = rows[0];
  if (!Array.isArray(header)) return;
  header.forEach((one, n) => {
    headerCell(one, `${at}/rows/0/${n}`, spot);
  });
  rows.forEach((row, n) => {
    if (Array.isArray(row) && row.length !== header.length) {
      spot.report('all rows must have the same number of cells', `${at}/rows/${n}`);
    }
  });
}
