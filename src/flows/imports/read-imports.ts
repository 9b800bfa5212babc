import type { Context } from '../../context.ts';
import type { ListedImport } from '../../facts/import.ts';

const shown = 20;

/** The newest imports, and what became of them. */
export async function readImports({ store }: Pick<Context, 'store'>): Promise<ListedImport[]> {
  const newest = await store.imports.list(shown);
  return newest.map(({ id, kind, fileName, status, undoAskedBy, createdAt, memberId, ...row }) => ({
    importId: id,
    kind: kind ?? 'orders',
    fileName,
    status: status === 'looked-at' ? 'running' : status,
    undoing: undoAskedBy !== null,
    at: createdAt,
    memberId: memberId === '' ? null : memberId,
    imported: row.imported,
    updated: row.updated,
    unchanged: row.unchanged,
    refused: row.refused,
    customersMade: row.customersMade,
    followUps: row.followUps,
  }));
}
