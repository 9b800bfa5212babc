import type { NewSpend } from '../../loyalty/facts/spend.ts';
import type { WorkspaceStore } from '../../store/store.ts';
import { byKey, newsAmong, nothingRecorded, type Recorder, renewKeys } from './recorder.ts';

/** Takes what was spent to win customers. */
export function spendRecorder(tx: WorkspaceStore): Recorder<NewSpend> {
  const counts = { ...nothingRecorded };
  const keyOf = ({ spendId }: NewSpend) => spendId;
  return {
    async take(rows) {
      await renewKeys(tx, 'acquisition_spend', rows, keyOf);
      const sources = await tx.spellings.shown(
        'source',
        rows.flatMap(({ source }) => (source === null ? [] : [source])),
      );
      const known = byKey(await tx.spend.findByExternalId(rows.map(keyOf)), keyOf);
      const shown = rows.map((row) => ({ ...row, source: row.source && (sources.get(row.source) ?? row.source) }));
      await tx.spend.upsert(newsAmong(shown, known, counts));
      return [];
    },
    settle: async () => counts,
  };
}
