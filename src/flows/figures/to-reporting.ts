import type { Money } from '../../loyalty/facts/money.ts';
import { convertExactly, type Rates } from '../../loyalty/facts/rates.ts';
import type { Day } from '../../loyalty/time/period.ts';
import { mustConvert } from './missing-rate.ts';

/** Brings amounts of single customers into the reporting currency, unrounded: they are rounded when they are told. */
export interface Reporter {
  /** The sum in minor units. @throws UserError that names the currency and the day where a rate is missing */
  sum(amounts: Iterable<Money & { readonly day: Day }>): number;
  /** One amount; null where there is none. @throws UserError as above */
  one(amount: Money | null, day: Day): number | null;
}

export function reporter(rates: Rates): Reporter {
  const sum = (amounts: Iterable<Money & { readonly day: Day }>) => mustConvert(convertExactly(rates, amounts), rates);
  return { sum, one: (amount, day) => (amount === null ? null : sum([{ ...amount, day }])) };
}
