import { foldSpelling } from '../../loyalty/facts/segments.ts';
import { textArray } from '../database/arrays.ts';
import type { Sql } from '../database/sql.ts';
import { addSpellings, knownSpellings } from './spellings.sql.ts';

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
        const written = [textArray(folded.filter(isNew)), textArray(added)] as const;
        await sql.run(addSpellings, [workspaceId, kind, ...written]);
        for (const [key, shown] of await this.known(kind, folded.filter(isNew))) known.set(key, shown);
      }
      return new Map(distinct.map((text, i) => [text, known.get(folded[i] ?? '') ?? text]));
    },

    /** What is shown, by the folded text. */
    async known(kind: 'tag' | 'source', folded: readonly string[]): Promise<Map<string, string>> {
      const rows = await sql.rows(knownSpellings, [workspaceId, kind, textArray(folded)]);
      return new Map(rows.map((row) => [row.folded, row.shown]));
    },
  };
}
