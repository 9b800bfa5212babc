import { textArray } from '../database/arrays.ts';
import type { Sql } from '../database/sql.ts';
import { broughtBy, giveKeys, renewKeys } from './row-keys.sql.ts';

/** What a row is known by. */
export interface KnownKey {
  readonly key: string;
  /** Of an order: whose number it is; empty: nobody said. */
  readonly shop: string;
}

/** A key that a row is known by from now on, and one that it may be known by still. */
export interface RenewedKey {
  readonly id: string;
  readonly former: KnownKey;
}

export type KeyedTable = keyof typeof renewKeys;

export function rowKeysStore(sql: Sql, workspaceId: number) {
  async function run(statement: (typeof renewKeys)[KeyedTable], keys: readonly RenewedKey[]): Promise<void> {
    if (keys.length === 0) return;
    const [former, now] = [keys.map((one) => one.former.key), keys.map(({ id }) => id)];
    const shops = keys.map((one) => one.former.shop);
    await sql.run(statement, [workspaceId, textArray(former), textArray(now), textArray(shops)]);
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
      keys: readonly KnownKey[],
      but: number,
    ): Promise<{ fileName: string | null; at: Date | null; count: number }[]> {
      if (keys.length === 0) return [];
      const [own, shops] = [keys.map(({ key }) => key), keys.map(({ shop }) => shop)];
      return sql.rows(broughtBy[table], [workspaceId, textArray(own), textArray(shops), but]);
    },
  };
}
