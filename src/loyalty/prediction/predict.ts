import { type BackTest, backTest, type HeldOut } from './back-test.ts';
import { type BgNbdFit, fitGroups } from './bg-nbd.ts';
import { corrected } from './calibration.ts';
import { type ForecastTerms, forecast } from './forecast.ts';
import { expectedOrderValue, fitGammaGamma, type GammaGammaFit, type Spending } from './gamma-gamma.ts';
import { groupHistories, type Histories } from './histories.ts';
import { type PlainFigures, plainFigures } from './plain-figures.ts';

/** What is known of all customers with an order before the as-of day, one place per customer in each column. */
export interface PredictionInput {
  readonly histories: Histories;
  /** Amounts in minor units. */
  readonly spending: Spending;
  readonly heldOut: HeldOut;
  readonly terms: PredictionTerms;
}

/** What a prediction is about; kept with it. */
export interface PredictionTerms extends ForecastTerms {
  /** From this churn risk on a customer may be at risk. */
  readonly atRiskFrom: number;
  /** Who has not ordered for so many days has left: they are to be won back, not warned of. */
  readonly activeDays: number;
}

/** What a workspace does not settle. */
export const predictionTerms: Omit<PredictionTerms, 'activeDays'> = {
  horizonDays: 365,
  riskDays: 180,
  yearlyDiscount: 0.1,
  atRiskFrom: 0.5,
};

/** What is expected of each customer, in the order of the input. Amounts in minor units, not rounded. */
export interface PredictedCustomers {
  readonly expectedOrders: Float64Array;
  readonly churnRisk: Float64Array;
  /** Of the next order. NaN where nothing is known of amounts. */
  readonly orderValue: Float64Array;
  /** The predicted CLV: discounted expected orders × expected order value. */
  readonly value: Float64Array;
  /** The same, were it certain that the customer has not dropped out: what there is to lose. */
  readonly stake: Float64Array;
  /** Churn risk × stake. */
  readonly valueLost: Float64Array;
  /** What can still be won: stake × the chance of coming back, by the risk as it is told. */
  readonly winnable: Float64Array;
  /**
   * 1 where the churn risk, also as it is told, is above the threshold, the stake above the median, and the newest order not
   * too long ago.
   */
  readonly atRisk: Uint8Array;
}

export interface PredictionFacts {
  readonly terms: PredictionTerms;
  readonly plain: PlainFigures;
  readonly bgNbd: BgNbdFit;
  readonly gammaGamma: GammaGammaFit;
  /** The sums over all customers; null where the fit is degenerate. */
  readonly expected: ExpectedTotals | null;
  readonly backTest: BackTest;
}

export interface ExpectedTotals {
  readonly orders: number;
  /** Minor units; null where nothing is known of amounts. */
  readonly value: number | null;
  readonly medianStake: number | null;
  readonly atRisk: number;
  readonly valueAtRisk: number | null;
  /** What can still be won of those at risk; left out in runs of earlier releases. */
  readonly winnableAtRisk?: number | null;
}

export interface Prediction {
  readonly facts: PredictionFacts;
  /** Null where the fit is degenerate. */
  readonly customers: PredictedCustomers | null;
}

/** Predicts in a place of its own; the columns of the input are handed over. */
export type Predictor = (input: PredictionInput) => Promise<{ readonly prediction: Prediction }>;

/** Fits both models, says what is expected of every customer, and how well the same said what came of late. */
export function predict({ histories, spending, heldOut, terms }: PredictionInput): Prediction {
  const groups = groupHistories(histories);
  const bgNbd = fitGroups(groups);
  const gammaGamma = fitGammaGamma(spending);
  const plain = plainFigures(histories, spending, terms.riskDays);
  const tested = backTest(heldOut);
  const facts = { terms, plain, bgNbd, gammaGamma, backTest: tested };
  if (bgNbd.kind === 'degenerate') return { facts: { ...facts, expected: null }, customers: null };

  const forecasts = forecast(bgNbd.model, groups, terms);
  const ofCustomers = (column: Float64Array) => {
    const values = new Float64Array(groups.customers);
    for (let i = 0; i < values.length; i += 1) values[i] = column[groups.groupOf[i] ?? 0] ?? 0;
    return values;
  };
  const [expectedOrders, churnRisk] = [ofCustomers(forecasts.orders), ofCustomers(forecasts.churnRisk)];
  const orderValue = orderValues(gammaGamma, spending, plain.meanOrderValue);
  const value = ofCustomers(forecasts.discountedOrders);
  for (let i = 0; i < value.length; i += 1) value[i] = (value[i] ?? 0) * (orderValue[i] ?? 0);
  const stake = ofCustomers(forecasts.discountedIfAlive);
  for (let i = 0; i < stake.length; i += 1) stake[i] = (stake[i] ?? 0) * (orderValue[i] ?? 0);
  const toldRisk = ofCustomers(forecasts.churnRisk.map((risk) => riskToTell(tested, risk)));
  const worth = weighRisk({ churnRisk, toldRisk, stake }, histories, terms);
  const isKnown = !Number.isNaN(orderValue[0] ?? Number.NaN);
  const expected: ExpectedTotals = {
    orders: sumOf(expectedOrders),
    value: isKnown ? sumOf(value) : null,
    medianStake: isKnown ? worth.median : null,
    atRisk: worth.atRisk.reduce((sum, one) => sum + one, 0),
    valueAtRisk: isKnown ? sumWhere(worth.atRisk, worth.valueLost) : null,
    winnableAtRisk: isKnown ? sumWhere(worth.atRisk, worth.winnable) : null,
  };
  const { atRisk, valueLost, winnable } = worth;
  return {
    facts: { ...facts, expected },
    customers: { expectedOrders, churnRisk, orderValue, value, stake, valueLost, winnable, atRisk },
  };
}

/** By the model; where there is none, the mean of all orders stands for everybody's next. */
function orderValues(fit: GammaGammaFit, { counts, sums }: Spending, mean: number | null): Float64Array {
  const values = new Float64Array(counts.length).fill(mean ?? Number.NaN);
  if (fit.kind === 'degenerate') return values;
  for (let i = 0; i < values.length; i += 1) {
    values[i] = expectedOrderValue(fit.model, counts[i] ?? 0, sums[i] ?? 0);
  }
  return values;
}

/** A model's churn risk put right by what came of late; as it is where that says too little. */
function riskToTell(test: BackTest, churnRisk: number): number {
  return test.kind === 'tested' && test.correction ? corrected(test.correction, churnRisk) : churnRisk;
}

interface RisksAndStakes {
  readonly churnRisk: Float64Array;
  readonly toldRisk: Float64Array;
  readonly stake: Float64Array;
}

function weighRisk(
  { churnRisk, toldRisk, stake }: RisksAndStakes,
  { ageDays, recencyDays }: Histories,
  { atRiskFrom, activeDays }: PredictionTerms,
) {
  const median = medianOf(stake);
  const valueLost = new Float64Array(stake.length);
  const winnable = new Float64Array(stake.length);
  const atRisk = new Uint8Array(stake.length);
  for (let i = 0; i < stake.length; i += 1) {
    const [risk = 0, told = 0, worth = 0] = [churnRisk[i], toldRisk[i], stake[i]];
    const silentDays = (ageDays[i] ?? 0) - (recencyDays[i] ?? 0);
    valueLost[i] = risk * worth;
    winnable[i] = (1 - told) * worth;
    const isInDanger = Math.min(risk, told) > atRiskFrom && silentDays < activeDays;
    atRisk[i] = isInDanger && worth > median && 1 - told >= leastChance ? 1 : 0;
  }
  return { median, valueLost, winnable, atRisk };
}

/** Whoever comes back less often than one in a hundred is gone: nobody is called for that. */
const leastChance = 0.01;

function sumWhere(isCounted: Uint8Array, values: Float64Array): number {
  return values.reduce((sum, value, i) => sum + value * (isCounted[i] ?? 0), 0);
}

function medianOf(values: Float64Array): number {
  const sorted = values.slice().sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, one) => sum + one, 0);
}
