import { foldSpelling } from '../../loyalty/facts/segments.ts';
import { textArray, textColumn } from '../database/arrays.ts';
import type { Sql } from '../database/sql.ts';

export function spellingsStore(sql: Sql, workspaceId: number) {
  return {
    /**
     * How segment tags or sources are written in this workspace: as each was typed first, whatever its capitals and
     * accents now. New ones are kept as they are.
     *
     * @returns what is shown, by what was typed
     */
    async shown(kind: 'tag' | 'source', typed: readonly string[]): Promise<Map<string, string>> {
      const distinct = [...new Set(typed)];
      if (distinct.length === 0) return new Map();
      const folded = distinct.map(foldSpelling);
      const known = await this.known(kind, folded);
      const isNew = (_: string, i: number) => !known.has(folded[i] ?? '');
      const added = distinct.filter(isNew);
      if (added.length > 0) {
        // In one order, so that two who add the same never wait for each other crosswise.
        await sql.run(
          `INSERT INTO spellings (workspace_id, kind, folded, shown)
           SELECT DISTINCT ON (folded) $1, $2, folded, shown FROM unnest(${textColumn(3)}, ${textColumn(4)})
             WITH ORDINALITY AS n(folded, shown, place)
           ORDER BY folded, place ON CONFLICT DO NOTHING`,
          [workspaceId, kind, textArray(folded.filter(isNew)), textArray(added)],
        );
        for (const [key, shown] of await this.known(kind, folded.filter(isNew))) known.set(key, shown);
      }
      return new Map(distinct.map((text, i) => [text, known.get(folded[i] ?? '') ?? text]));
    },

    /** What is shown, by the folded text. */
    async known(kind: 'tag' | 'source', folded: readonly string[]): Promise<Map<string, string>> {
      const rows = await sql.rows<{ folded: string; shown: string }>(
        `SELECT folded, shown FROM spellings WHERE workspace_id = $1 AND kind = $2 AND folded = ANY(${textColumn(3)})`,
        [workspaceId, kind, textArray(folded)],
      );
      return new Map(rows.map((row) => [row.folded, row.shown]));
    },
  };
}
