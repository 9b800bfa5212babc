import type { Context } from '../../context.ts';
import type { NewSpend } from '../../loyalty/facts/spend.ts';
import { spendRecorder } from '../imports/record-spend.ts';

/** Keeps what was spent to win customers, as a person entered it. The same request again changes nothing. */
export async function addSpend(context: Context, spend: NewSpend, memberId: string): Promise<void> {
  await context.transaction(async (tx) => {
    const recorder = spendRecorder(tx);
    await recorder.take([spend]);
    const { unchanged } = await recorder.settle();
    if (unchanged === 0) await tx.audit.add(context.now(), memberId, 'spend.added', 'spend', { id: spend.spendId });
  });
}

/** Takes an entry back. */
export async function removeSpend(context: Context, spendId: string, memberId: string): Promise<void> {
  await context.transaction(async (tx) => {
    if (await tx.spend.remove(spendId)) {
      await tx.audit.add(context.now(), memberId, 'spend.removed', 'spend', { id: spendId });
    }
  });
}
