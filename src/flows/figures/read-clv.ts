import type { CustomerValue } from '../../facts/customer.ts';
import { ownValue } from '../../loyalty/customer-value.ts';
import { ratesInto } from '../../loyalty/facts/rates.ts';
import { yearlyChurnOf } from '../../loyalty/figures/clv.ts';
import { clvSimple, clvWithRecommendations } from '../../loyalty/figures/lifetime-value.ts';
import type { FigureReport } from '../../loyalty/figures/report.ts';
import { predictionTerms } from '../../loyalty/prediction/predict.ts';
import { tellRisk } from '../../loyalty/prediction/told-risk.ts';
import { type Day, type Window, windowBefore } from '../../loyalty/time/period.ts';
import type { Customer } from '../../store/facts/customers.ts';
import type { StoredLoss } from '../../store/facts/lost-recommendations.ts';
import type { DayOfOrders } from '../../store/standings/values.ts';
import type { WorkspaceStore } from '../../store/store.ts';
import { toName } from '../customers/read-names.ts';
import { type FigureContext, readFigure } from './read-figure.ts';
import { type Reporter, reporter } from './to-reporting.ts';

const yearDays = 365;

/** The average lifetime value at the end of a window, and what a customer cost to win in the 365 days before it. */
export async function readAverageClv(
  context: FigureContext,
  window: Window,
): Promise<{ report: FigureReport; cost: FigureReport }> {
  const [report, cost] = await Promise.all([
    readFigure(context, 'clv', window),
    readFigure(context, 'cac', windowBefore(window.to, yearDays)),
  ]);
  return { report, cost };
}

/** What one customer is worth as of a day: alone, and with whom their recommendations won and lost. */
export async function readCustomerValue(context: FigureContext, customer: Customer, asOf: Day): Promise<CustomerValue> {
  const { store, settings } = context;
  const { currency } = settings;
  const year = windowBefore(asOf, yearDays);
  const amounts = reporter(ratesInto(currency, await store.rates.list()));
  const [average, won, losses, predicted] = await Promise.all([
    readFigure(context, 'clv', year),
    readWon(store, customer.id, asOf, amounts),
    store.lostRecommendations.ofCustomers([customer.id]),
    readPredicted(store, customer.id),
  ]);
  const lost = losses.filter(({ day }) => day < asOf).map((loss) => ({ value: lostValue(loss, amounts) }));
  const { activeBefore = 0, lost: gone = 0 } = average.counts;
  const yearlyChurn = yearlyChurnOf({ activeBefore, lost: gone });
  const worthOf = ({ orders, revenueMinor, years }: Facts) => ownValue({ orders, revenueMinor }, years, yearlyChurn);

  const own = worthOf(won.recommender);
  const wins = won.customers.map((one) => ({ value: worthOf(one).valueMinor, reward: one.rewardMinor }));
  return {
    customer: toName(customer, 'full'),
    asOf,
    currency,
    ...own,
    yearlyChurn,
    costMinor: won.recommender.costMinor,
    // Nothing a year is nothing, also where the years are not known.
    simpleMinor: clvSimple(own.revenueMinor, own.revenueMinor === 0 ? 0 : own.years, won.recommender.costMinor),
    won: {
      count: wins.length,
      valueMinor: sumOf(wins.map(({ value }) => value)),
      rewardMinor: sumOf(wins.map(({ reward }) => reward)) ?? 0,
    },
    lost: { count: lost.length, valueMinor: sumOf(lost.map(({ value }) => value ?? average.value)) },
    withRecommendationsMinor: clvWithRecommendations(own.valueMinor, wins, lost, average.value),
    predicted,
  };
}

/** What the newest prediction expects of a customer; null: there is none. */
async function readPredicted(store: WorkspaceStore, customerId: number): Promise<CustomerValue['predicted']> {
  const run = await store.predictionRuns.newest();
  const expected = run && (await store.predictions.find(run.id, customerId));
  if (!expected) return null;
  const { expectedOrders: orders, valueMinor, churnRisk } = expected;
  return {
    days: predictionTerms.horizonDays,
    orders,
    valueMinor,
    churnRisk,
    told: tellRisk(run.facts.backTest, churnRisk),
  };
}

/** What is known of a customer's worth, in the reporting currency. */
interface Facts {
  readonly orders: number;
  readonly revenueMinor: number;
  readonly years: number | null;
  readonly costMinor: number | null;
  readonly rewardMinor: number;
}

async function readWon(
  store: WorkspaceStore,
  recommenderId: number,
  asOf: Day,
  amounts: Reporter,
): Promise<{ recommender: Facts; customers: Facts[] }> {
  const won = await store.values.wonBy(recommenderId, asOf);
  const ids = [recommenderId, ...won.map(({ customerId }) => customerId)];
  const [orders, terms] = await Promise.all([
    store.values.orders(ids, windowBefore(asOf, yearDays)),
    store.values.terms(ids),
  ]);
  const ordersOf = new Map(ids.map((id): [number, DayOfOrders[]] => [id, []]));
  for (const day of orders) ordersOf.get(day.customerId)?.push(day);
  const termsOf = new Map(terms.map((one) => [one.customerId, one]));
  const factsOf = (id: number, wonDay: Day | null): Facts => {
    const own = ordersOf.get(id) ?? [];
    const known = termsOf.get(id);
    return {
      orders: own.reduce((sum, day) => sum + day.orders, 0),
      revenueMinor: amounts.sum(own),
      years: known?.relationshipYears ?? null,
      costMinor: known && wonDay === null ? amounts.one(known.cost, known.sinceDay) : null,
      rewardMinor: known && wonDay !== null ? (amounts.one(known.reward, wonDay) ?? 0) : 0,
    };
  };
  return {
    recommender: factsOf(recommenderId, null),
    customers: won.map(({ customerId, wonDay }) => factsOf(customerId, wonDay)),
  };
}

/** Null where one of them is not known. */
function sumOf(values: readonly (number | null)[]): number | null {
  let sum = 0;
  for (const value of values) {
    if (value === null) return null;
    sum += value;
  }
  return sum;
}

function lostValue({ valueMinor, currency, day }: StoredLoss, amounts: Reporter): number | null {
  return valueMinor === null || currency === null ? null : amounts.one({ amountMinor: valueMinor, currency }, day);
}
