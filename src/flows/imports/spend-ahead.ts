import type { FileRow } from '../../facts/import.ts';
import type { NewSpend } from '../../loyalty/facts/spend.ts';
import type { WorkspaceStore } from '../../store/store.ts';
import { knownRows, type MetRow } from './known-rows.ts';
import type { AheadChoices, AheadOfKind } from './looked-ahead.ts';
import { isKeyedByContent } from './own-numbers.ts';

/** Holds what was spent against what is known as spent: with a number or a source that the file leaves out, or the other way round. */
export function spendAhead(store: WorkspaceStore, choices: AheadChoices): AheadOfKind | null {
  if (choices.knownRows === 'others') return null;
  const meeting = knownRows(store, 'acquisition_spend', choices.knownRows);
  return {
    async take(batch) {
      const rows = batch as readonly FileRow<NewSpend>[];
      meeting.count(rows);
      const keysOf = ({ spendId, formerIds }: NewSpend) => [spendId, ...(formerIds ?? [])];
      const found = await store.spend.findByExternalId(rows.flatMap(({ row }) => keysOf(row)));
      const known = new Set(found.map(({ spendId }) => spendId));
      const unknown = rows.filter(({ row }) => !keysOf(row).some((key) => known.has(key)));
      const others = await store.spend.until([...new Set(unknown.map(({ row }) => row.to))], choices.importId ?? 0);
      for (const one of unknown)
        meeting.see(
          one,
          others.flatMap((other) => met(one.row, other)),
        );
    },
    found: meeting.found,
  };
}

function met(row: NewSpend, known: NewSpend): MetRow[] {
  const isSame = (['from', 'to', 'amountMinor', 'currency'] as const).every((name) => row[name] === known[name]);
  const [a, b] = [row.source, known.source].map((source) => source?.toLowerCase());
  const sourceIsMissing = (a === undefined) !== (b === undefined);
  if (!isSame || (!sourceIsMissing && a !== b)) return [];
  const key = { key: known.spendId, shop: '' };
  const isNumbered = !isKeyedByContent(row.spendId);
  if (isNumbered === isKeyedByContent(known.spendId)) {
    return [{ known: key, lacks: isNumbered ? 'known-number' : 'number', saysMore: isNumbered }];
  }
  if (isNumbered || !sourceIsMissing) return [];
  return [{ known: key, lacks: 'source', saysMore: a !== undefined }];
}
