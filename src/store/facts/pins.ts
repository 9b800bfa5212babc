import type { Pin, Rung } from '../../loyalty/ladder/rung-rules.ts';
import type { Day } from '../../loyalty/time/period.ts';
import type { Sql } from '../database/sql.ts';
import { toDate, toDay } from '../database/typed-values.ts';

export interface StoredPin extends Pin {
  readonly id: number;
  readonly reason: string;
  readonly authorId: string;
}

export function pinsStore(sql: Sql, workspaceId: number) {
  return {
    /** In the order in which they were made. */
    async ofCustomer(customerId: number): Promise<StoredPin[]> {
      const rows = await sql.typed(({ pin }) =>
        pin.findMany({ where: { workspaceId, customerId }, orderBy: { id: 'asc' } }),
      );
      return rows.map(({ id, rung, fromDay, untilDay, reason, authorId }) => ({
        id,
        rung,
        fromDay: toDay(fromDay),
        untilDay: toDay(untilDay),
        reason,
        authorId,
      }));
    },

    /** @returns false when this request made a pin already */
    async add(made: {
      readonly key: string;
      readonly customerId: number;
      readonly rung: Rung;
      readonly fromDay: Day;
      readonly untilDay: Day | null;
      readonly reason: string;
      readonly authorId: string;
      readonly at: Date;
    }): Promise<boolean> {
      const { key, customerId, rung, reason, authorId, at } = made;
      const days = { fromDay: toDate(made.fromDay), untilDay: toDate(made.untilDay) };
      const data = { workspaceId, key, customerId, rung, ...days, reason, authorId, createdAt: at };
      const { count } = await sql.typed(({ pin }) => pin.createMany({ data, skipDuplicates: true }));
      if (count === 0) return false;
      const where = { workspaceId, customerId };
      await sql.typed(({ customerStanding }) => customerStanding.updateMany({ where, data: { hasPins: true } }));
      return true;
    },

    /** Ends every pin that holds on a day, but the one of this request. @returns how many there were */
    async endOthers(customerId: number, day: Day, key: string): Promise<number> {
      const untilDay = toDate(day);
      const holds = { OR: [{ untilDay: null }, { untilDay: { gt: untilDay } }] };
      const where = { workspaceId, customerId, key: { not: key }, ...holds };
      return (await sql.typed(({ pin }) => pin.updateMany({ where, data: { untilDay } }))).count;
    },
  };
}
