import type { ContactSum } from '../../loyalty/counts/contacts.ts';
import type { OrderLines } from '../../loyalty/ladder/standing.ts';
import type { Day } from '../../loyalty/time/period.ts';
import { numberArray } from '../database/arrays.ts';
import type { Sql } from '../database/sql.ts';
import * as statements from './import-changes.sql.ts';

/** Somebody who changed what an import had brought, or added to it: another import, or a person (null). */
export interface BuiltOn {
  readonly importId: number | null;
  readonly fileName: string | null;
  readonly count: number;
}

/** What imports made and changed, so that one can be taken back. Triggers of the database note it. */
export function importChangesStore(sql: Sql, workspaceId: number) {
  const of = (importId: number) => [workspaceId, importId] as const;
  return {
    /** What this transaction makes and changes from now on is this import's; 0: what was noted is being taken back. */
    async actAs(importId: number): Promise<void> {
      await sql.rows(statements.actAs, [String(importId)]);
    },

    /** Who changed what the import had brought, and who brought more for the customers whom it made. */
    async builtOn(importId: number): Promise<BuiltOn[]> {
      const changed = await sql.rows(statements.changedSince, of(importId));
      return changed.length > 0 ? changed : sql.rows(statements.builtOnCustomers, of(importId));
    },

    /** Follow-ups of its answers. `only`: of nothing else; `taken`: somebody took it. */
    followUps: (importId: number): Promise<{ id: number; only: boolean; taken: boolean }[]> =>
      sql.rows(statements.followUpsOf, of(importId)),

    /** The ids of the customers whom it made, held until the transaction ends. */
    async holdMade(importId: number): Promise<number[]> {
      return (await sql.rows(statements.holdMade, of(importId))).map(({ id }) => id);
    },

    /** Those whose facts are others when it is taken back, ascending. */
    async concerned(importId: number): Promise<number[]> {
      return (await sql.rows(statements.customersConcerned, of(importId))).map(({ id }) => id);
    },

    /** By customer, what comes to the orders, and with the opposite signs what goes. */
    async orderLines(importId: number): Promise<Map<number, OrderLines>> {
      const lines = new Map<number, OrderLines>();
      for (const row of await sql.rows(statements.linesTakenBack, of(importId))) {
        const own = lines.get(row.customer_id) ?? {};
        own[row.currency] = row.days.flatMap((day, i) => [day, Number(row.amounts[i]), row.orders[i] ?? 0]);
        lines.set(row.customer_id, own);
      }
      return lines;
    },

    /** Anonymous answers that come, or with a minus go. */
    anonymous: (
      importId: number,
    ): Promise<
      { kind: string; day: Day; score: number | null; cliSum: number | null; source: string; times: number }[]
    > => sql.rows(statements.anonymousTakenBack, of(importId)),

    contactSums: (importId: number): Promise<ContactSum[]> => sql.rows(statements.contactsTakenBack, of(importId)),

    /**
     * Removes what the import made but customers, and brings back what it changed as it was.
     *
     * @returns the customers who are as they were
     */
    async takeBack(importId: number): Promise<number[]> {
      for (const remove of Object.values(statements.removeBrought)) await sql.run(remove, of(importId));
      await sql.run(statements.removeEmptyCampaigns, of(importId));
      const customers = await sql.rows(statements.bringBackCustomers, of(importId));
      for (const bringBack of Object.values(statements.bringBack)) await sql.run(bringBack, of(importId));
      return customers.map(({ id }) => id);
    },

    /** Follow-ups that others opened no longer know that its answers joined them. */
    async removeJoinings(importId: number, followUpIds: readonly number[]): Promise<void> {
      if (followUpIds.length > 0) await sql.run(statements.removeJoinings, [...of(importId), numberArray(followUpIds)]);
    },

    /** Nothing is known any more of what it changed. */
    async forget(importId: number): Promise<void> {
      await sql.run(statements.forgetChanges, of(importId));
    },

    /** Forgets that persons changed what forgotten imports had brought. */
    async forgetOld(): Promise<void> {
      await sql.run(statements.forgetOldChanges, [workspaceId]);
    },
  };
}
