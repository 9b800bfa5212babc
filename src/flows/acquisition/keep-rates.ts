import type { Context } from '../../context.ts';
import type { CurrencyRate } from '../../loyalty/facts/rates.ts';
import { rateRecorder } from '../imports/record-rates.ts';
import { weighAnew } from '../upkeep/weigh-anew.ts';

/** Keeps a rate that a person entered; one of the same day is written over. */
export async function setRate(context: Context, rate: CurrencyRate, memberId: string): Promise<void> {
  await context.transaction(async (tx) => {
    const { ladderRules } = await tx.settings.holdAlone();
    const recorder = rateRecorder(tx, ladderRules);
    await recorder.take([rate]);
    const { unchanged } = await recorder.settle();
    if (unchanged === 0) await tx.audit.add(context.now(), memberId, 'rate.set', subjectOf(rate), { ...rate });
  });
}

/** Takes a rate back: the one before it holds on. */
export async function removeRate(context: Context, rate: Omit<CurrencyRate, 'rate'>, memberId: string): Promise<void> {
  await context.transaction(async (tx) => {
    const { ladderRules } = await tx.settings.holdAlone();
    if (!(await tx.rates.remove(rate))) return;
    await weighAnew(tx, ladderRules);
    await tx.audit.add(context.now(), memberId, 'rate.removed', subjectOf(rate), rate);
  });
}

function subjectOf({ currency, base }: Omit<CurrencyRate, 'rate'>): string {
  return `rate:${currency}/${base}`;
}
