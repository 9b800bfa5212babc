import { timesYears, yearParts } from './facts/customer.ts';
import { clvPerCustomer, relationshipYears } from './figures/lifetime-value.ts';

/** A customer's orders of 365 days. Amounts in minor units of the reporting currency. */
export interface YearOfOrders {
  readonly orders: number;
  /** Refunds taken off. */
  readonly revenueMinor: number;
}

/** What a customer is worth alone. */
export interface OwnValue extends YearOfOrders {
  /** Null without orders. */
  readonly averageOrderMinor: number | null;
  /** Null where neither a person nor churn tells. */
  readonly years: number | null;
  readonly yearsEntered: boolean;
  /** Average order × orders a year × years; null where the years are needed and not known. */
  readonly valueMinor: number | null;
}

/** @param entered the years that were entered for the customer; null: none */
export function ownValue(year: YearOfOrders, entered: number | null, yearlyChurn: number | null): OwnValue {
  const { orders, revenueMinor } = year;
  const years = relationshipYears(entered, yearlyChurn);
  const averageOrderMinor = orders === 0 ? null : revenueMinor / orders;
  return { ...year, averageOrderMinor, years, yearsEntered: entered !== null, valueMinor: value() };

  function value(): number | null {
    // Nothing a year is nothing, however long it lasts.
    if (revenueMinor === 0) return 0;
    if (years === null) return null;
    // As the average is worked out, so that the two are the same to the last digit.
    if (entered !== null) {
      const { hundredths, millionths } = yearParts(entered);
      return timesYears(revenueMinor * hundredths, revenueMinor * millionths);
    }
    // Refunds without an order in these days have no average order.
    if (averageOrderMinor === null) return revenueMinor * years;
    return clvPerCustomer({ averageOrder: averageOrderMinor, ordersPerYear: orders, years });
  }
}
