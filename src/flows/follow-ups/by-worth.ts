import type { ReadContext } from '../../context.ts';
import { convert, ratesInto } from '../../loyalty/facts/rates.ts';
import type { FollowUp } from '../../loyalty/follow-up.ts';
import { localDay } from '../../loyalty/time/period.ts';
import { toMoney } from './read-follow-ups.ts';

/** Follow-ups, the dearest first: what customers have bought for decides; where there is no rate for a currency, its amounts do not count. */
export async function byWorth(
  { store, settings }: ReadContext,
  followUps: readonly FollowUp[],
  now: Date,
): Promise<readonly FollowUp[]> {
  const day = localDay(now, settings.timeZone);
  const ids = followUps.flatMap(({ customerId }) => customerId ?? []);
  const [sums, rates] = await Promise.all([store.orders.sumsBefore(ids, day + 1), store.rates.list()]);
  const into = ratesInto(settings.currency, rates);
  const worthOf = ({ customerId }: FollowUp) => {
    const revenue = customerId === null ? {} : (sums.get(customerId)?.revenue ?? {});
    return toMoney(revenue).reduce((sum, money) => {
      const converted = convert(into, [{ ...money, day }]);
      return converted.kind === 'converted' ? sum + converted.amountMinor : sum;
    }, 0);
  };
  const worths = new Map(followUps.map((followUp) => [followUp.id, worthOf(followUp)]));
  return followUps.toSorted((a, b) => (worths.get(b.id) ?? 0) - (worths.get(a.id) ?? 0) || a.id - b.id);
}
