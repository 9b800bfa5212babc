import { moneySegment } from '../../loyalty/counts/count-sheet.ts';
import { allCustomers, type CustomerQuery } from '../../loyalty/customer-query.ts';
import { foldSpelling } from '../../loyalty/facts/segments.ts';
import type { SegmentRule } from '../../loyalty/segment-rule.ts';
import type { Day } from '../../loyalty/time/period.ts';
import { textArray } from '../database/arrays.ts';
import type { Sql } from '../database/sql.ts';
import type { HeldRules } from '../desk/workspaces.ts';
import * as statements from './segment-rules.sql.ts';

/** A segment by rule as a person makes it. */
export type NewSegmentRule = Omit<SegmentRule, 'id'> & { readonly createdBy: string | null };

/** Segments that keep themselves. Who writes here holds the rules alone, so that nobody settles by others meanwhile. */
export function segmentRulesStore(sql: Sql, workspaceId: number) {
  return {
    /** All of them in the order in which they were made, and the day as of which they are kept; null: there are none. */
    async list(): Promise<{ rules: SegmentRule[]; day: Day | null }> {
      const rows = await sql.prepared(statements.keptRules, [workspaceId]);
      const rules = rows.map(({ day: _, rule, ...row }) => ({ ...row, rule: toQuery(rule) }));
      return { rules, day: rows[0]?.day ?? null };
    },

    /** @returns whether it was made; not where one is called that already */
    async add(_by: HeldRules, { name, rule, currency, createdBy }: NewSegmentRule, now: Date): Promise<boolean> {
      const folded = foldSpelling(name);
      const row = [workspaceId, name, folded, JSON.stringify(rule), currency, createdBy, now] as const;
      if ((await sql.run(statements.addRule, row)) !== 1) return false;
      await sql.run(statements.spellTag, [workspaceId, folded, name]);
      return true;
    },

    /** Targets of it are called by the new name, too. */
    async rename(_by: HeldRules, { id, name: before }: SegmentRule, name: string): Promise<void> {
      const folded = foldSpelling(name);
      await sql.run(statements.renameRule, [workspaceId, id, name, folded]);
      await sql.run(statements.spellTag, [workspaceId, folded, name]);
      await sql.run(statements.dropTargets, [workspaceId, name]);
      await sql.run(statements.dropWatches, [workspaceId, name]);
      await sql.run(statements.moveTargets, [workspaceId, before, name]);
      await sql.run(statements.moveWatches, [workspaceId, before, name]);
    },

    /** Targets of it go, too. @returns how many */
    async remove(_by: HeldRules, { id, name }: SegmentRule): Promise<number> {
      await sql.run(statements.removeRule, [workspaceId, id]);
      await sql.run(statements.dropWatches, [workspaceId, name]);
      return sql.run(statements.dropTargets, [workspaceId, name]);
    },

    /** Forgets the counts of a segment that nobody is in any more. @param currencies of orders */
    async forgetCounts(_by: HeldRules, name: string, currencies: readonly string[]): Promise<void> {
      const ofMoney = textArray(currencies.map((currency) => moneySegment(name, currency)));
      await sql.run(statements.forgetTallies, [workspaceId, name, ofMoney]);
      await sql.run(statements.forgetStays, [workspaceId, name]);
    },

    /** Notes the day as of which they are kept. */
    async keepAsOf(_by: HeldRules, day: Day): Promise<void> {
      await sql.run(statements.keepAsOf, [workspaceId, day]);
    },

    /** A tag that some customer has and that is called the same; null: none. */
    async tagCalled(name: string): Promise<string | null> {
      return (await sql.rows(statements.tagInUse, [workspaceId, foldSpelling(name)]))[0]?.shown ?? null;
    },
  };
}

/** What was asked for by a rule of an earlier release is asked for no more than then. */
function toQuery(rule: Partial<CustomerQuery>): CustomerQuery {
  return { ...allCustomers, ...rule };
}
