import type { Context } from '../../context.ts';
import { countSheet } from '../../loyalty/counts/count-sheet.ts';
import type { Rung } from '../../loyalty/ladder/rung-rules.ts';
import { type Day, localDay } from '../../loyalty/time/period.ts';
import { settleStandings } from '../upkeep/settle-standings.ts';

export interface NewPin {
  /** Names the request: a repeated one makes no second pin. */
  readonly key: string;
  readonly customerId: number;
  readonly rung: Rung;
  /** The first day on which it no longer holds; null: until somebody takes it off. */
  readonly untilDay: Day | null;
  readonly reason: string;
  readonly authorId: string;
}

/** Puts a customer on a rung by a person's word, from today on. An earlier pin ends. */
export async function pinCustomer(context: Context, pin: NewPin): Promise<void> {
  await context.transaction(async (tx) => {
    const { timeZone, ladderRules } = await tx.settings.hold();
    const today = localDay(context.now(), timeZone);
    const isNew = await tx.pins.add({ ...pin, fromDay: today, at: context.now() });
    if (!isNew) return;
    await tx.pins.endOthers(pin.customerId, today, pin.key);
    await settleStandings(tx, ladderRules, new Map([[pin.customerId, 'read-anew']]), countSheet());
    await tx.audit.add(context.now(), pin.authorId, 'customer.pinned', `customer:${pin.customerId}`, {
      rung: pin.rung,
    });
  });
}

/** Lets the rules place a customer again, from today on. */
export async function unpinCustomer(context: Context, customerId: number, authorId: string): Promise<void> {
  await context.transaction(async (tx) => {
    const { timeZone, ladderRules } = await tx.settings.hold();
    const ended = await tx.pins.endOthers(customerId, localDay(context.now(), timeZone), '');
    if (ended === 0) return;
    await settleStandings(tx, ladderRules, new Map([[customerId, 'read-anew']]), countSheet());
    await tx.audit.add(context.now(), authorId, 'customer.unpinned', `customer:${customerId}`, {});
  });
}
