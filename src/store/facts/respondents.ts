import { type NewRespondent, respondentKey } from '../../loyalty/facts/answer.ts';
import { numberArray, textArray } from '../database/arrays.ts';
import type { Sql } from '../database/sql.ts';
import * as statements from './respondents.sql.ts';

/** A person at a customer who answers. */
export interface NamedRespondent {
  readonly customerId: number;
  readonly respondent: NewRespondent;
}

export function respondentsStore(sql: Sql, workspaceId: number) {
  return {
    /** The ids of persons at customers, by `respondentKey`; those who are not known are written. */
    async idsOf(named: readonly NamedRespondent[]): Promise<Map<string, number>> {
      const distinct = [
        ...new Map(named.map((one) => [respondentKey(one.customerId, one.respondent.key), one])).values(),
      ];
      if (distinct.length === 0) return new Map();
      const customers = numberArray(distinct.map(({ customerId }) => customerId));
      const keys = textArray(distinct.map(({ respondent }) => respondent.key));
      const names = textArray(distinct.map(({ respondent }) => respondent.name ?? ''));
      const emails = textArray(distinct.map(({ respondent }) => respondent.email ?? ''));
      await sql.run(statements.addRespondents, [workspaceId, customers, keys, names, emails]);
      const rows = await sql.rows(statements.respondentIds, [workspaceId, customers, keys]);
      return new Map(rows.map(({ customerId, key, id }) => [respondentKey(customerId, key), id]));
    },

    /** Those of these ids, by id. */
    async find(
      ids: readonly number[],
    ): Promise<Map<number, { readonly name: string | null; readonly email: string | null }>> {
      if (ids.length === 0) return new Map();
      const rows = await sql.rows(statements.respondentsById, [workspaceId, numberArray([...new Set(ids)])]);
      return new Map(rows.map(({ id, name, email }) => [id, { name, email }]));
    },

    /** Takes away those whom an import made and whom no answer names any more. */
    async removeIdle(importId: number): Promise<void> {
      await sql.run(statements.removeIdleRespondents, [workspaceId, importId]);
    },
  };
}
