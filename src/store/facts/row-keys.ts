import { textArray } from '../database/arrays.ts';
import type { Sql } from '../database/sql.ts';
import { broughtBy, giveKeys, renewKeys } from './row-keys.sql.ts';

/** Keys that rows are known by from now on, and those that they may be known by still. */
export interface RenewedKey {
  readonly id: string;
  readonly formerId: string;
}

export type KeyedTable = keyof typeof renewKeys;

export function rowKeysStore(sql: Sql, workspaceId: number) {
  async function run(statement: (typeof renewKeys)[KeyedTable], keys: readonly RenewedKey[]): Promise<void> {
    if (keys.length === 0) return;
    const [former, now] = [keys.map(({ formerId }) => formerId), keys.map(({ id }) => id)];
    await sql.run(statement, [workspaceId, textArray(former), textArray(now)]);
  }

  return {
    /** Gives rows that are known by a former key the one that their file knows them by now. */
    async renew(table: KeyedTable, keys: readonly RenewedKey[]): Promise<void> {
      await run(renewKeys[table], keys);
    },

    /** The same for rows of which a person said that they are those of a file, whatever speaks against it. */
    async give(table: KeyedTable, keys: readonly RenewedKey[]): Promise<void> {
      await run(giveKeys[table], keys);
    },

    /**
     * Of rows with these keys, the files that brought them, when, and how many each; null: no import that is still known.
     *
     * @param but an import that is not counted; 0: none
     */
    async broughtBy(
      table: KeyedTable,
      keys: readonly string[],
      but: number,
    ): Promise<{ fileName: string | null; at: Date | null; count: number }[]> {
      return keys.length === 0 ? [] : sql.rows(broughtBy[table], [workspaceId, textArray(keys), but]);
    },
  };
}
