import type { NewRespondent } from '../../loyalty/facts/answer.ts';
import { numberArray, textArray } from '../database/arrays.ts';
import type { Sql } from '../database/sql.ts';
import * as statements from './respondents.sql.ts';

/** A person who answered for a customer, as kept. */
export interface Respondent extends NewRespondent {
  readonly id: number;
  readonly customerId: number;
}

export type UnsavedRespondent = Omit<Respondent, 'id'>;

export function respondentsStore(sql: Sql, workspaceId: number) {
  return {
    /** All who answered for these customers, in the order in which they came. */
    async of(customerIds: readonly number[]): Promise<Respondent[]> {
      if (customerIds.length === 0) return [];
      return sql.rows(statements.respondentsOf, [workspaceId, numberArray([...new Set(customerIds)])]);
    },

    /** Writes persons who are not known by their keys. */
    async add(persons: readonly UnsavedRespondent[]): Promise<void> {
      if (persons.length === 0) return;
      await sql.run(statements.addRespondents, [
        workspaceId,
        numberArray(persons.map(({ customerId }) => customerId)),
        textArray(persons.map(({ key }) => key)),
        textArray(persons.map(({ name }) => name ?? '')),
        textArray(persons.map(({ email }) => email ?? '')),
      ]);
    },

    /** Fills in the name or the address of persons of whom it was not known. */
    async fillIn(persons: readonly Pick<Respondent, 'id' | 'name' | 'email'>[]): Promise<void> {
      if (persons.length === 0) return;
      await sql.run(statements.fillInRespondents, [
        workspaceId,
        numberArray(persons.map(({ id }) => id)),
        textArray(persons.map(({ name }) => name ?? '')),
        textArray(persons.map(({ email }) => email ?? '')),
      ]);
    },

    /** Those of these ids, by id. */
    async find(ids: readonly number[]): Promise<Map<number, Pick<Respondent, 'name' | 'email'>>> {
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
