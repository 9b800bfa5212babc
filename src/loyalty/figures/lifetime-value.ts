/** How a customer's lifetime value is made up. */
export interface Relationship {
  /** Minor units of one currency, as are all amounts here. */
  readonly averageOrder: number;
  readonly ordersPerYear: number;
  readonly years: number;
}

/**
 * (Annual revenue per customer × relationship in years) − acquisition cost: (2 500 × 7) − 3 000 = 14 500; 0 years → −3 000.
 *
 * @returns null where one of them is not known: an unknown cost is no cost of 0
 */
export function clvSimple(annualRevenue: number | null, years: number | null, cost: number | null): number | null {
  return annualRevenue === null || years === null || cost === null ? null : annualRevenue * years - cost;
}

/** Average order × orders per year × years: 50 × 7 × 5 = 1 750, not the 350 of one year. */
export function clvPerCustomer({ averageOrder, ordersPerYear, years }: Relationship): number {
  return averageOrder * ordersPerYear * years;
}

/** Own values added up and divided once; null without customers. The product of the columns' means would be wrong. */
export function meanClv(customers: readonly Relationship[]): number | null {
  return customers.length === 0 ? null : sum(customers.map(clvPerCustomer)) / customers.length;
}

/** The value of an order, over all orders of the customers' lifetimes; null without orders. */
export function meanOrderValue(customers: readonly Relationship[]): number | null {
  const orders = sum(customers.map(({ ordersPerYear, years }) => ordersPerYear * years));
  return orders === 0 ? null : sum(customers.map(clvPerCustomer)) / orders;
}

/** How many years a relationship lasts: as entered, else 1 ÷ yearly churn. Null where neither tells. */
export function relationshipYears(entered: number | null, yearlyChurn: number | null): number | null {
  if (entered !== null) return entered;
  return yearlyChurn === null || yearlyChurn === 0 ? null : 1 / yearlyChurn;
}

/** Whom a recommendation won, with what the recommender was paid for it. Amounts in one currency. */
export interface WonCustomer {
  /** Their own lifetime value, without whom they recommended in turn; null: not known. */
  readonly value: number | null;
  readonly reward: number;
}

/** Somebody whom a customer's word kept away. */
export interface LostCustomer {
  /** Null: the workspace's average. */
  readonly value: number | null;
}

/**
 * A customer's own value, and what their recommendations won and lost: own 1 750, won 1 200, lost 240 → 2 710.
 *
 * Only those whom the customer recommended count, each with their own value: a chain of recommendations isn't added up
 * along the way, so a circle ends, and these values are never summed over customers.
 *
 * @returns null where a value that is needed is not known
 */
export function clvWithRecommendations(
  own: number | null,
  won: readonly WonCustomer[],
  lost: readonly LostCustomer[],
  average: number | null,
): number | null {
  const wins = won.map(({ value, reward }) => (value === null ? null : value - reward));
  const losses = lost.map(({ value }) => value ?? average).map((value) => (value === null ? null : -value));
  let total = 0;
  for (const part of [own, ...wins, ...losses]) {
    if (part === null) return null;
    total += part;
  }
  return total;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
