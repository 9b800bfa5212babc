import { type Money, minorDigits } from './money.ts';
import type { CurrencyRate } from './rates.ts';

/** What a minor unit of each currency is worth in minor units of the reporting one. A currency without a rate is not here. */
export type Factors = Readonly<Record<string, number>>;

/** @param newest of each other currency the newest rate into the reporting one */
export function toFactors(base: string, newest: readonly CurrencyRate[]): Factors {
  const digits = minorDigits(base);
  const others = newest.map(({ currency, rate }) => [currency, rate * 10 ** (digits - minorDigits(currency))]);
  return { ...Object.fromEntries(others), [base]: 1 };
}

/**
 * What amounts per currency come to together, in whole minor units of the reporting one. By this customers are put in
 * order, not told: what has no rate counts as nothing. The database rounds the same way (`weighAnew`).
 */
export function worthOf(revenue: Readonly<Record<string, number>>, factors: Factors): number {
  let sum = 0;
  for (const currency in revenue) sum += (revenue[currency] ?? 0) * (factors[currency] ?? 0);
  return Math.floor(sum + 0.5);
}

/** Revenue per currency, the dearest first; a currency that came to nothing is left out. */
export function toMoney(revenue: Readonly<Record<string, number>>, factors: Factors): Money[] {
  const amounts = Object.entries(revenue).map(([currency, amountMinor]) => ({ currency, amountMinor }));
  return dearestFirst(
    amounts.filter(({ amountMinor }) => amountMinor !== 0),
    factors,
  );
}

/**
 * Amounts of several currencies, the dearest first by what they are worth now: a yen is no hundredth of anything. What has no
 * rate comes after the others, by its own whole units.
 */
export function dearestFirst<T extends Money>(amounts: readonly T[], factors: Factors): T[] {
  const placed = amounts.map((one) => {
    const factor = factors[one.currency];
    const worth = one.amountMinor * (factor ?? 10 ** -minorDigits(one.currency));
    return { one, isRated: factor !== undefined, worth };
  });
  return placed
    .sort(
      (a, b) =>
        Number(b.isRated) - Number(a.isRated) || b.worth - a.worth || (a.one.currency < b.one.currency ? -1 : 1),
    )
    .map(({ one }) => one);
}
