import type { NewSpend } from '../../loyalty/facts/spend.ts';
import type { WorkspaceStore } from '../../store/store.ts';
import type { NotTaken } from './impossible-row.ts';
import type { RecordCounts } from './record-orders.ts';

/** Takes what was spent to win customers into one transaction, batch by batch. */
export interface SpendRecorder {
  take(rows: readonly NewSpend[]): Promise<NotTaken[]>;
  settle(): Promise<RecordCounts>;
}

export function spendRecorder(tx: WorkspaceStore): SpendRecorder {
  const counts: RecordCounts = { imported: 0, updated: 0, unchanged: 0, customersMade: 0 };
  return {
    async take(rows) {
      const sources = await tx.spellings.shown(
        'source',
        rows.flatMap(({ source }) => (source === null ? [] : [source])),
      );
      const stored = await tx.spend.findByExternalId(rows.map(({ spendId }) => spendId));
      const known = new Map(stored.map((spend) => [spend.spendId, spend]));
      const changed = new Map<string, NewSpend>();
      for (const row of rows) {
        const next = { ...row, source: row.source === null ? null : (sources.get(row.source) ?? row.source) };
        const before = known.get(row.spendId);
        if (before && isSame(before, next)) {
          counts.unchanged += 1;
          continue;
        }
        if (before) counts.updated += 1;
        else counts.imported += 1;
        // A file may hold an id twice: the later row stands.
        known.set(row.spendId, next);
        changed.set(row.spendId, next);
      }
      await tx.spend.upsert([...changed.values()]);
      return [];
    },
    settle: async () => counts,
  };
}

function isSame(a: NewSpend, b: NewSpend): boolean {
  return (Object.keys(a) as (keyof NewSpend)[]).every((key) => a[key] === b[key]);
}
