import type { Sql } from '../database/sql.ts';
import * as statements from './imports.sql.ts';

/** A row of a file that did not come in, and why. */
export interface StoredRefusal {
  readonly line: number;
  readonly column: string | null;
  readonly value: string | null;
  readonly reason: unknown;
  readonly cells: readonly string[];
}

/** The rows that imports refused. */
export function refusedRowsStore(sql: Sql, workspaceId: number) {
  return {
    async add(importId: number, rows: readonly StoredRefusal[]): Promise<void> {
      for (const some of inSlices(rows.map((row) => JSON.stringify(row)))) {
        await sql.run(statements.addRefusedRows, [workspaceId, importId, `[${some.join(',')}]`]);
      }
    },

    /** Those of an import after a line, in the order of the file. */
    after: (importId: number, line: number, limit: number): Promise<StoredRefusal[]> =>
      sql.typed(({ refusedRow }) =>
        refusedRow.findMany({
          where: { workspaceId, importId, line: { gt: line } },
          orderBy: { line: 'asc' },
          take: limit,
          omit: { workspaceId: true, importId: true },
        }),
      ),

    /** Some of an import, the first of each reason before all others. */
    first: (importId: number, limit: number): Promise<Omit<StoredRefusal, 'cells'>[]> =>
      sql.rows(statements.firstRefusedRows, [workspaceId, importId, limit]),

    /** Forgets those of imports that ended before an instant: they are customers' data. */
    async forget(before: Date, most: number): Promise<void> {
      await sql.run(statements.forgetRefusedRows, [workspaceId, before, most]);
    },
  };
}

/** Of one statement's text. */
const mostCharacters = 1 << 22;

/** Texts in their order, as many at once as one statement carries well. */
function* inSlices(texts: readonly string[]): Generator<readonly string[]> {
  let slice: string[] = [];
  let characters = 0;
  for (const text of texts) {
    if (slice.length > 0 && characters + text.length > mostCharacters) {
      yield slice;
      [slice, characters] = [[], 0];
    }
    slice.push(text);
    characters += text.length;
  }
  if (slice.length > 0) yield slice;
}
