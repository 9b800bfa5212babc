import type { FileRow, ImportRows } from '../../facts/import.ts';
import type { ImportNote } from '../../facts/import-note.ts';
import type { NewAnswer } from '../../loyalty/facts/answer.ts';
import type { ImportKind } from '../../loyalty/facts/import-kind.ts';
import type { NewOrder } from '../../loyalty/facts/order.ts';
import type { NewRecommendation } from '../../loyalty/facts/recommendation.ts';
import type { NewSpend } from '../../loyalty/facts/spend.ts';
import { localDay } from '../../loyalty/time/period.ts';
import type { KeyedTable, KnownKey } from '../../store/facts/row-keys.ts';
import type { WorkspaceStore } from '../../store/store.ts';
import { addNotes } from './gather-notes.ts';
import type { LookedAhead } from './looked-ahead.ts';
import { isKeyedByContent } from './own-numbers.ts';

/** Where the rows of a kind of file are kept that may have no number of their own. */
const tables: { readonly [Kind in ImportKind]?: KeyedTable } = {
  orders: 'orders',
  feedback: 'answers',
  spend: 'acquisition_spend',
  recommendations: 'lost_recommendations',
};

/**
 * Gathers the rows of a file that have no number of their own, and tells which of them are taken for rows that others
 * brought: whoever knows that they are others can say so.
 */
export function alikeRows(kind: ImportKind) {
  const table = tables[kind];
  let keys: KnownKey[] = [];
  return {
    add(rows: readonly FileRow<ImportRows[ImportKind]>[]): void {
      if (table) for (const { row } of rows) for (const key of contentKeys(row)) keys.push(key);
    },

    /**
     * Those gathered since it was last asked.
     *
     * @param but an import whose own rows are not told; 0: none
     */
    async told(
      { rowKeys }: Pick<WorkspaceStore, 'rowKeys'>,
      timeZone: string,
      but: number,
    ): Promise<readonly ImportNote[]> {
      if (!table) return [];
      let notes: readonly ImportNote[] = [];
      for (let from = 0; from < keys.length; from += atOnce) {
        const brought = await rowKeys.broughtBy(table, keys.slice(from, from + atOnce), but);
        notes = addNotes(
          notes,
          brought.map(({ fileName, at, count }) => {
            const day = at && localDay(at, timeZone);
            return { line: 0, notes: [{ code: 'already-there', rows: count, fileName, day }] };
          }),
        );
      }
      keys = [];
      return notes;
    },
  };
}

const atOnce = 20_000;

type Keyed = Partial<Pick<NewOrder, 'orderId' | 'shop'> & NewAnswer & NewSpend & NewRecommendation>;

/** What a row may be known by that has no number of its own. */
function contentKeys(row: object): KnownKey[] {
  const key = keyOf(row);
  if (key === undefined || !isKeyedByContent(key)) return [];
  const { formerIds, shop = '' } = row as Keyed;
  return [key, ...(formerIds ?? [])].map((one) => ({ key: one, shop }));
}

function keyOf(row: object): string | undefined {
  const { orderId, answerId, spendId, recommendationId } = row as Keyed;
  return orderId ?? answerId ?? spendId ?? recommendationId;
}

/**
 * Leaves out rows that a person said are there already in another form. Those that say more than what is there give it their
 * key.
 */
export async function withoutKnown<Row extends object>(
  { rowKeys }: Pick<WorkspaceStore, 'rowKeys'>,
  kind: ImportKind,
  rows: readonly FileRow<Row>[],
  { leftAlone, knownBy }: Pick<LookedAhead, 'leftAlone' | 'knownBy'>,
): Promise<readonly FileRow<Row>[]> {
  const table = tables[kind];
  if (!table || leftAlone.size + knownBy.size === 0) return rows;
  const given = rows.flatMap(({ line, row }) => {
    const [former, id] = [knownBy.get(line), keyOf(row)];
    return former === undefined || id === undefined ? [] : [{ id, former }];
  });
  await rowKeys.give(table, given);
  return rows.filter(({ line }) => !leftAlone.has(line));
}
