import type { ImportKind } from '../../loyalty/facts/import-kind.ts';
import type { Sql } from '../database/sql.ts';

/** Columns that a person named for a header. */
export interface ColumnChoice {
  readonly headerKey: string;
  readonly kind: ImportKind;
  /** Ours in the order of the file, '' for one to skip. */
  readonly columns: readonly string[];
  /** What the answers of such a file are; null: the file says it. */
  readonly answers: string | null;
}

export function columnChoicesStore(sql: Sql, workspaceId: number) {
  return {
    async list(): Promise<ColumnChoice[]> {
      const rows = await sql.typed(({ columnChoice }) => columnChoice.findMany({ where: { workspaceId } }));
      return rows.map(({ headerKey, kind, columns, answers }) => ({
        headerKey,
        kind: kind as ImportKind,
        columns: columns as unknown as readonly string[],
        answers,
      }));
    },

    /** The later choice for a header holds. */
    async save({ headerKey, kind, columns, answers }: ColumnChoice): Promise<void> {
      const data = { columns: [...columns], answers };
      await sql.typed(({ columnChoice }) =>
        columnChoice.upsert({
          where: { workspaceId_headerKey_kind: { workspaceId, headerKey, kind } },
          create: { workspaceId, headerKey, kind, ...data },
          update: data,
        }),
      );
    },

    async forget(headerKey: string): Promise<void> {
      await sql.typed(({ columnChoice }) => columnChoice.deleteMany({ where: { workspaceId, headerKey } }));
    },
  };
}
