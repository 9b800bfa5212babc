import type { Money } from '../loyalty/money.ts';
import type { Day } from '../loyalty/period.ts';

/** Brings amounts into the reporting currency, and remembers which currencies it had to leave out. */
export interface Reporter {
  /** The sum of what can be converted, in minor units. */
  sum(amounts: Iterable<Money & { readonly day: Day }>): number;
  /** One amount; null where it can't be converted, or there is none. */
  one(amount: Money | null, day: Day): number | null;
  /** The currencies without a rate, in the order of their codes. */
  leftOut(): string[];
}

/** The one place where amounts of single customers are converted. What has no rate is never taken 1:1. */
export function reporter(currency: string): Reporter {
  const missing = new Set<string>();
  const convert = (amount: Money): number | null => {
    if (amount.currency === currency || amount.amountMinor === 0) return amount.amountMinor;
    missing.add(amount.currency);
    return null;
  };
  return {
    sum: (amounts) => [...amounts].reduce((total, amount) => total + (convert(amount) ?? 0), 0),
    one: (amount) => (amount === null ? null : convert(amount)),
    leftOut: () => [...missing].sort(),
  };
}
