import type { BgNbd } from './bg-nbd.ts';
import { aliveProbability, churnRisk, expectedOrdersIfAlive, orderProbabilityIfAlive } from './expected-orders.ts';
import { greatestOf, type Histories } from './histories.ts';

/** What is expected of each history. */
export interface Forecast {
  readonly alive: Float64Array;
  readonly churnRisk: Float64Array;
  /** Orders within the horizon. */
  readonly orders: Float64Array;
  /** The same, each worth less the later it is expected. */
  readonly discountedOrders: Float64Array;
  /** The same, had the customer not dropped out. */
  readonly discountedIfAlive: Float64Array;
}

export interface ForecastTerms {
  readonly riskDays: number;
  readonly horizonDays: number;
  /** 0.1: what comes in a year is worth 1/1.1 of what comes now. */
  readonly yearlyDiscount: number;
}

/** An order is discounted to the middle of its quarter of the horizon. */
const quarters = 4;
const weeksOfYear = 365.25 / 7;

export function forecast(model: BgNbd, { repeats, recencyDays, ageDays }: Histories, ahead: ForecastTerms): Forecast {
  const size = repeats.length;
  const column = () => new Float64Array(size);
  const [alive, risks, orders] = [column(), column(), column()];
  const [discountedOrders, discountedIfAlive] = [column(), column()];
  const ifAlive = rememberedByAge(model, greatestOf(repeats), greatestOf(ageDays), ahead);
  for (let i = 0; i < size; i += 1) {
    const [x = 0, recency = 0, age = 0] = [repeats[i], recencyDays[i], ageDays[i]];
    const probability = aliveProbability(model, { repeats: x, recencyWeeks: recency / 7, ageWeeks: age / 7 });
    const { order, orders: many, discounted } = ifAlive(x, age);
    alive[i] = probability;
    risks[i] = churnRisk(probability, order);
    orders[i] = probability * many;
    discountedOrders[i] = probability * discounted;
    discountedIfAlive[i] = discounted;
  }
  return { alive, churnRisk: risks, orders, discountedOrders, discountedIfAlive };
}

interface IfAlive {
  /** The probability of an order within the days of risk. */
  readonly order: number;
  readonly orders: number;
  readonly discounted: number;
}

/** What is expected of who has not dropped out depends on x and T alone: of a million customers there are few of these. */
function rememberedByAge(model: BgNbd, mostRepeats: number, mostDays: number, ahead: ForecastTerms) {
  const known: (IfAlive | undefined)[][] = Array.from({ length: mostRepeats + 1 }, () => []);
  return (x: number, ageDays: number): IfAlive => {
    const row = known[x];
    const found = row?.[mostDays - ageDays];
    if (found) return found;
    const made = expectIfAlive(model, x, ageDays / 7, ahead);
    if (row) row[mostDays - ageDays] = made;
    return made;
  };
}

function expectIfAlive(model: BgNbd, repeats: number, ageWeeks: number, ahead: ForecastTerms): IfAlive {
  const history = { repeats, ageWeeks };
  const quarterWeeks = ahead.horizonDays / 7 / quarters;
  let [orders, discounted] = [0, 0];
  for (let quarter = 1; quarter <= quarters; quarter += 1) {
    const until = expectedOrdersIfAlive(model, history, quarter * quarterWeeks);
    const years = ((quarter - 0.5) * quarterWeeks) / weeksOfYear;
    discounted += (until - orders) * (1 + ahead.yearlyDiscount) ** -years;
    orders = until;
  }
  return { order: orderProbabilityIfAlive(model, history, ahead.riskDays / 7), orders, discounted };
}
