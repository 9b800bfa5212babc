import type { ImportProgress } from '../facts/import.ts';
import type { ImportNote } from '../facts/import-note.ts';
import type { RefusedRow, RowReason } from '../facts/refusal.ts';
import { refusedFileLine, refusedFileStart } from '../ingest/refused-file.ts';
import { type RefusedCell, refusedCellWords, rowRefusalWords } from '../messages/imports/row-refusal.ts';
import type { StoredImport } from '../store/desk/imports.ts';
import type { StoredRefusal } from '../store/desk/refused-rows.ts';
import type { WorkspaceStore } from '../store/store.ts';
import { readImportPlan } from './import-plan.ts';
import type { Phrasing } from './row.ts';

const shownRefused = 10;

/** How far an import is, as things stand now. */
export async function readImportProgress(store: WorkspaceStore, found: StoredImport): Promise<ImportProgress> {
  const first = await store.refusedRows.first(found.id, shownRefused);
  const { plan, records } = readImportPlan(found.options);
  return {
    importId: found.id,
    fileName: found.fileName,
    status: found.status === 'looked-at' ? 'running' : found.status,
    undoing: found.undoAskedBy !== null,
    rowsRead: found.rowsRead,
    rows: records,
    error: found.error,
    result: {
      kind: found.kind ?? 'orders',
      imported: found.imported,
      updated: found.updated,
      unchanged: found.unchanged,
      refused: found.refused,
      refusedFile: null,
      customersMade: found.customersMade,
      followUps: found.followUps,
      notes: [...plan.notes, ...(found.notes as readonly ImportNote[])],
      firstRefused: first.map((row) => ({
        line: row.line,
        column: row.column,
        reason: rowRefusalWords(toCell(row), found.locale),
      })),
    },
  };
}

/** The rows that were refused, as a CSV to mend. Its name is unlike any other in the thread. */
export function refusedRowsFile(store: WorkspaceStore, found: StoredImport): NonNullable<Phrasing['file']> {
  const { plan } = readImportPlan(found.options);
  const stem = found.fileName.replace(/\.[^.]*$/, '');
  return {
    name: `${stem}.refused-${found.id}.csv`,
    async *open() {
      yield refusedFileStart(plan);
      for (let line = 0; ; ) {
        const rows = await store.refusedRows.after(found.id, line, 200);
        if (rows.length === 0) return;
        for (const row of rows) {
          yield refusedFileLine(plan, toRefused(row), refusedCellWords(toCell(row), found.locale));
        }
        line = rows.at(-1)?.line ?? line;
      }
    },
  };
}

function toRefused({ line, column, value, reason, cells }: StoredRefusal): RefusedRow {
  return { line, column, value, reason: reason as RowReason, cells };
}

function toCell({ column, value, reason }: Pick<StoredRefusal, 'column' | 'value' | 'reason'>): RefusedCell {
  return { column, value, reason: reason as RowReason };
}
