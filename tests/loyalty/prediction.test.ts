import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backTest } from '../../src/loyalty/prediction/back-test.ts';
import { fitGroups, objective } from '../../src/loyalty/prediction/bg-nbd.ts';
import {
  aliveProbability,
  churnRisk,
  expectedOrdersIfAlive,
  type History,
  orderProbabilityIfAlive,
} from '../../src/loyalty/prediction/expected-orders.ts';
import { forecast } from '../../src/loyalty/prediction/forecast.ts';
import {
  expectedOrderValue,
  fitGammaGamma,
  objective as spendingObjective,
} from '../../src/loyalty/prediction/gamma-gamma.ts';
import { groupHistories, type Histories } from '../../src/loyalty/prediction/histories.ts';
import type { Objective } from '../../src/loyalty/prediction/minimise.ts';
import { type PredictionInput, predict, predictionTerms } from '../../src/loyalty/prediction/predict.ts';
import { areaUnderCurve, scoreRisks } from '../../src/loyalty/prediction/scores.ts';
import { digamma, logGamma } from '../../src/loyalty/prediction/special-functions.ts';
import { tellRisk } from '../../src/loyalty/prediction/told-risk.ts';
import { company, randoms } from './prediction-company.ts';

const published = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };

/** Of one customer by the published parameters: the orders of the next weeks, and the risk that there are none. */
const ordersOf = (history: History, weeks: number) =>
  aliveProbability(published, history) * expectedOrdersIfAlive(published, history, weeks);
const riskOf = (history: History, weeks: number) =>
  churnRisk(aliveProbability(published, history), orderProbabilityIfAlive(published, history, weeks));

describe('the special functions', () => {
  test.each([
    [1e-10, 23.025850929882733],
    [0.1, 2.252712651734206],
    [0.5, 0.5723649429247001],
    [1, 0],
    [1.5, -0.12078223763524522],
    [2, 0],
    [3.5, 1.2009736023470743],
    [10, 12.801827480081469],
    [100, 359.1342053695754],
    [1234.5, 7550.550901077896],
    [1e6, 12815504.569147611],
  ])('logGamma(%d) is %d to 13 digits', (x, value) => {
    expect(Math.abs(logGamma(x) - value)).toBeLessThanOrEqual(1e-13 * Math.max(1, Math.abs(value)));
  });

  test.each([
    [0.1, -10.423754940411076],
    [0.5, -1.9635100260214235],
    [1, -0.5772156649015329],
    [1.5, 0.03648997397857652],
    [3.5, 1.103156640645243],
    [10, 2.251752589066721],
    [100, 4.600161852738087],
    [1e6, 13.815510057964191],
  ])('digamma(%d) is %d to 13 digits', (x, value) => {
    expect(Math.abs(digamma(x) - value)).toBeLessThanOrEqual(1e-13 * Math.max(1, Math.abs(value)));
  });
});

describe('expected orders', () => {
  test('are as published at the published parameters', () => {
    const history = { repeats: 2, recencyWeeks: 30.43, ageWeeks: 38.86 };
    expect(ordersOf(history, 39)).toBeCloseTo(1.226028, 6);
    expect(aliveProbability(published, history)).toBeCloseTo(0.726579, 6);
    const busy = { repeats: 26, recencyWeeks: 30 + 6 / 7, ageWeeks: 31 };
    expect(ordersOf(busy, 52)).toBeCloseTo(25.7565, 4);
    expect(ordersOf({ repeats: 0, recencyWeeks: 0, ageWeeks: 0 }, 52)).toBeCloseTo(1.446051, 6);
  });

  test('are none of who bought a thousand times and then fell silent, without overflow', () => {
    const gone = { repeats: 1000, recencyWeeks: 10, ageWeeks: 100 };
    expect(ordersOf(gone, 52)).toBe(0);
    expect(riskOf(gone, 52)).toBe(1);
  });

  test('do not jump where the formula has its limits, at a = 1 and at a + b + x = 1', () => {
    const history = { repeats: 3, ageWeeks: 40 };
    const at = (a: number) => expectedOrdersIfAlive({ ...published, a }, history, 52);
    expect(at(1)).toBeCloseTo((at(1 - 1e-6) + at(1 + 1e-6)) / 2, 9);
    const alone = (b: number) => expectedOrdersIfAlive({ ...published, a: 0.4, b }, { repeats: 0, ageWeeks: 5 }, 52);
    expect(alone(0.6)).toBeCloseTo((alone(0.6 - 1e-6) + alone(0.6 + 1e-6)) / 2, 9);
  });

  test('are those of the integral over all customers who may have such a history', () => {
    const parameter = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    const model = fc.record({
      r: parameter(0.1, 5),
      alpha: parameter(0.5, 50),
      a: parameter(0.15, 4),
      b: parameter(0.15, 8),
    });
    const history = fc.record({ repeats: fc.integer({ min: 0, max: 60 }), ageWeeks: parameter(0, 150) });
    fc.assert(
      fc.property(model, history, parameter(1, 200), (one, past, weeks) => {
        const series = expectedOrdersIfAlive(one, past, weeks);
        const integral = ordersByIntegral(one, past, weeks);
        expect(Math.abs(series - integral)).toBeLessThanOrEqual(1e-8 * Math.max(1, integral));
      }),
      { numRuns: 300 },
    );
  });

  /** By the published formula with 60 digits. */
  test.each([
    [[0.243, 4.414, 0.793, 2.426, 2, 38.86, 39], 1.687399305805313],
    [[0.243, 4.414, 0.793, 2.426, 0, 0, 520], 4.97461786184966],
    [[0.8, 6, 0.8, 2.4, 40, 150, 52.142857], 12.15328662519725],
    [[1.5, 0.05, 0.6, 1.7, 1, 0, 52], 90.39811680770957],
    [[2.5, 8, 300, 900, 5, 20, 52], 3.790658394579875],
    [[0.7, 5, 40, 160, 0, 0, 52], 2.745633280524169],
    [[3, 12, 2000, 9000, 12, 60, 26], 3.38287109662127],
    [[0.2, 0.01, 0.15, 0.3, 0, 0, 200], 743.500860806262],
  ] as const)('of %j are %d', ([r, alpha, a, b, repeats, ageWeeks, weeks], value) => {
    const orders = expectedOrdersIfAlive({ r, alpha, a, b }, { repeats, ageWeeks }, weeks);
    expect(Math.abs(orders / value - 1)).toBeLessThan(1e-11);
  });

  test('grow with time, and the risk that none comes falls', () => {
    const history = { repeats: 4, recencyWeeks: 20, ageWeeks: 26 };
    const weeks = [1, 4, 13, 26, 52, 520];
    const orders = weeks.map((ahead) => ordersOf(history, ahead));
    const risks = weeks.map((ahead) => riskOf(history, ahead));
    expect([...orders].sort((a, b) => a - b)).toEqual(orders);
    expect([...risks].sort((a, b) => b - a)).toEqual(risks);
    expect(risks.at(-1)).toBeGreaterThan(1 - aliveProbability(published, history));
  });

  test('in a company are those of each history, worth less the later they come', () => {
    const { histories } = company(3, 60).input;
    const ahead = { riskDays: 90, horizonDays: 364, yearlyDiscount: 0.1 };
    const forecasts = forecast(published, histories, ahead);
    for (let i = 0; i < 60; i += 1) {
      const history = {
        repeats: histories.repeats[i] ?? 0,
        recencyWeeks: (histories.recencyDays[i] ?? 0) / 7,
        ageWeeks: (histories.ageDays[i] ?? 0) / 7,
      };
      expect(forecasts.orders[i]).toBeCloseTo(ordersOf(history, 52), 12);
      expect(forecasts.churnRisk[i]).toBeCloseTo(riskOf(history, 90 / 7), 12);
      expect(forecasts.discountedOrders[i]).toBeLessThan(forecasts.orders[i] ?? 0);
      expect(forecasts.discountedOrders[i]).toBeGreaterThan((forecasts.orders[i] ?? 0) / 1.1);
    }
  });
});

describe('the likelihoods', () => {
  const { histories, spending } = company(1, 800).input;

  test('of orders have the gradient that they say', () => {
    holdsGradient(objective(groupHistories(histories), 70), [-0.4, 0.3, -0.2, 0.7]);
    holdsGradient(objective(groupHistories(histories), 70), [-0.4, 0.3]);
  });

  test('of amounts have the gradient that they say', () => {
    const paid = [...spending.counts.keys()].filter((i) => (spending.counts[i] ?? 0) > 0);
    const counts = Int32Array.from(paid, (i) => spending.counts[i] ?? 0);
    const sums = Float64Array.from(paid, (i) => spending.sums[i] ?? 0);
    holdsGradient(spendingObjective({ counts, sums }, 3000), [1.2, 0.8, -0.3]);
  });

  test('see one customer in each history as they see many in a group', () => {
    const groups = groupHistories(histories);
    expect(groups.counts.length).toBeLessThan(800);
    expect(groups.counts.reduce((sum, count) => sum + count, 0)).toBe(800);
    for (let i = 0; i < 800; i += 1) {
      const group = groups.groupOf[i] ?? 0;
      expect([groups.repeats[group], groups.recencyDays[group], groups.ageDays[group]]).toEqual([
        histories.repeats[i],
        histories.recencyDays[i],
        histories.ageDays[i],
      ]);
    }
    const alone = { ...histories, counts: new Int32Array(800).fill(1), customers: 800 };
    const point = Float64Array.of(-0.4, 0.3, -0.2, 0.7);
    const [grouped, single] = [groups, alone].map((some) => objective(some, 70)(point, new Float64Array(4)));
    expect(grouped).toBeCloseTo(single ?? 0, 12);
  });
});

describe('a fit', () => {
  test('finds the habits that a company was made with', () => {
    const { input, habits } = company(7, 20_000);
    const fit = fitGroups(groupHistories(input.histories));
    if (fit.kind !== 'fitted') throw new Error(fit.why);
    expect(fit.model.r / habits.r).toBeCloseTo(1, 0);
    expect(fit.model.alpha / fit.model.r / (habits.alpha / habits.r)).toBeCloseTo(1, 1);
    const { a, b } = fit.model;
    expect(a / (a + b)).toBeCloseTo(habits.a / (habits.a + habits.b), 1);
    const spent = fitGammaGamma(input.spending);
    if (spent.kind !== 'fitted') throw new Error(spent.why);
    expect(expectedOrderValue(spent.model, 0, 0) / habits.meanCents).toBeCloseTo(1, 1);
  });

  test('draws a customer’s mean amount toward that of all, the less the more orders there are', () => {
    const model = { p: 6.25, q: 3.74, v: 15.44 };
    const all = expectedOrderValue(model, 0, 0);
    expect(all).toBeCloseTo((6.25 * 15.44) / 2.74, 10);
    const [few, many] = [1, 50].map((count) => expectedOrderValue(model, count, 100 * count));
    expect(few).toBeGreaterThan(all);
    expect(many).toBeGreaterThan(few ?? 0);
    expect(many).toBeLessThan(100);
  });

  test.each([
    ['there are few customers', columns(30, () => [1, 20, 60]), 'too-few'],
    ['hardly anybody came back', columns(500, (i) => (i < 5 ? [1, 20, 60] : [0, 0, 60])), 'too-few'],
    ['nobody came back', columns(500, (i) => [0, 0, i]), 'no-repeats'],
    ['everybody comes like clockwork', columns(500, (i) => [20, 280 + (i % 7), 280 + (i % 7)]), 'no-drop-out'],
  ] as const)('tells no drop-out where %s', (_, histories, why) => {
    expect(fitGroups(groupHistories(histories))).toEqual({ kind: 'degenerate', why });
  });

  test('tells no drop-out where customers buy at steady rates until today', () => {
    const { input } = company(5, 2000, { stays: true });
    expect(fitGroups(groupHistories(input.histories))).toMatchObject({ kind: 'degenerate' });
  });

  test('of amounts that are all the same is none', () => {
    const counts = new Int32Array(200).fill(4);
    expect(fitGammaGamma({ counts, sums: new Float64Array(200).fill(4000) }).kind).toBe('degenerate');
    expect(fitGammaGamma({ counts: new Int32Array(200), sums: new Float64Array(200) })).toEqual({
      kind: 'degenerate',
      why: 'too-few',
    });
  });
});

describe('the scores of a risk', () => {
  test('count pairs: of three who stayed away and three who did not, seven and a half of nine are ranked rightly', () => {
    const risks = Float64Array.of(0.9, 0.8, 0.3, 0.7, 0.3, 0.1);
    const stayedAway = Uint8Array.of(1, 1, 1, 0, 0, 0);
    expect(areaUnderCurve(risks, stayedAway)).toBe(7.5 / 9);
    expect(areaUnderCurve(stayedAway.length === 6 ? Float64Array.from(stayedAway) : risks, stayedAway)).toBe(1);
    expect(areaUnderCurve(new Float64Array(6), stayedAway)).toBe(0.5);
    expect(areaUnderCurve(risks, new Uint8Array(6))).toBeNull();
  });

  test('measure the distance to what came, and set it beside what was said band by band', () => {
    const { brier, calibration } = scoreRisks(Float64Array.of(1, 0.95, 0.2, 0), Uint8Array.of(1, 0, 0, 0));
    expect(brier).toBeCloseTo((0 + 0.9025 + 0.04 + 0) / 4, 12);
    expect(calibration).toEqual([
      { from: 0, to: 0.1, customers: 1, meanRisk: 0, share: 0 },
      { from: 0.2, to: 0.3, customers: 1, meanRisk: 0.2, share: 0 },
      { from: 0.9, to: 1, customers: 2, meanRisk: 0.975, share: 0.5 },
    ]);
  });
});

describe('a prediction', () => {
  const { input } = company(11, 3000);
  const { facts, customers } = predict(input);

  test('values a customer by discounted orders and order value', () => {
    if (!customers) throw new Error('degenerate');
    const { expectedOrders: orders, orderValue, value, stake } = customers;
    for (let i = 0; i < value.length; i += 1) {
      const [most = 0, worth = 0] = [(orders[i] ?? 0) * (orderValue[i] ?? 0), value[i]];
      expect(worth).toBeLessThanOrEqual(most);
      expect(worth).toBeGreaterThan(most / 1.1);
      expect(worth).toBeLessThanOrEqual((stake[i] ?? 0) * (1 + 1e-12));
    }
    const sum = value.reduce((all, one) => all + one, 0);
    expect(facts.expected?.value).toBeCloseTo(sum, 6);
  });

  test('puts at risk who is likely to stay away, has more to lose than half of all, has not left long ago and is not as good as gone', () => {
    if (!customers) throw new Error('degenerate');
    const { churnRisk: risks, stake, valueLost, winnable, atRisk } = customers;
    const { recencyDays, ageDays } = input.histories;
    const median = facts.expected?.medianStake ?? 0;
    expect(stake.filter((one) => one > median)).toHaveLength(1500);
    let atRiskCount = 0;
    for (let i = 0; i < risks.length; i += 1) {
      const [risk = 0, worth = 0] = [risks[i], stake[i]];
      const silentDays = (ageDays[i] ?? 0) - (recencyDays[i] ?? 0);
      expect(valueLost[i]).toBe(risk * worth);
      const told = tellRisk(facts.backTest, risk)?.share ?? risk;
      if (told < 0.9) expect(winnable[i]).toBeCloseTo((1 - told) * worth, 6);
      const mayCome = (winnable[i] ?? 0) >= 0.01 * worth;
      expect(atRisk[i]).toBe(Math.min(risk, told) > 0.5 && mayCome && worth > median && silentDays < 365 ? 1 : 0);
      atRiskCount += atRisk[i] ?? 0;
    }
    expect(atRiskCount).toBeGreaterThan(0);
    expect(facts.expected?.atRisk).toBe(atRiskCount);
  });

  test('is tested on what came since: as many orders as expected, risks that come true as often as they say', () => {
    const tested = facts.backTest;
    if (tested.kind !== 'tested') throw new Error(tested.kind);
    expect(tested.expectedOrders / tested.actualOrders).toBeCloseTo(1, 0);
    expect(tested.auc).toBeGreaterThan(0.7);
    for (const { customers: many, meanRisk, share } of tested.calibration) {
      if (many > 100) expect(Math.abs(meanRisk - share)).toBeLessThan(0.12);
    }
    expect(tested.byRepeats.reduce((sum, row) => sum + row.customers, 0)).toBe(tested.customers);
  });

  test('without amounts knows orders and risks, and nobody’s value', () => {
    const spending = { counts: new Int32Array(3000), sums: new Float64Array(3000) };
    const told = predict({ ...input, spending });
    expect(told.facts.expected).toMatchObject({ value: null, medianStake: null, atRisk: 0 });
    expect(told.customers?.churnRisk).toEqual(customers?.churnRisk);
    expect(told.customers?.value.every(Number.isNaN)).toBe(true);
  });

  test('of a degenerate fit has plain figures and no customers', () => {
    const none = columns(60, () => [0, 0, 10]);
    const spending = { counts: new Int32Array(60), sums: new Float64Array(60) };
    const heldOut = { days: 0, histories: columns(0, () => [0, 0, 0]), orders: new Int32Array(0) };
    const told = predict({ histories: none, spending, heldOut, terms: { ...predictionTerms, activeDays: 365 } });
    expect(told.customers).toBeNull();
    expect(told.facts).toMatchObject({
      bgNbd: { kind: 'degenerate', why: 'no-repeats' },
      plain: { customers: 60, repeaters: 0, meanGapDays: null, recentlyActive: 60, meanOrderValue: null },
      expected: null,
      backTest: { kind: 'none' },
    });
  });

  test('of nobody is no error', () => {
    const nobody: PredictionInput = {
      histories: columns(0, () => [0, 0, 0]),
      spending: { counts: new Int32Array(0), sums: new Float64Array(0) },
      heldOut: { days: 0, histories: columns(0, () => [0, 0, 0]), orders: new Int32Array(0) },
      terms: { ...predictionTerms, activeDays: 365 },
    };
    expect(predict(nobody)).toMatchObject({ customers: null, facts: { bgNbd: { why: 'too-few' } } });
    expect(backTest({ ...nobody.heldOut, days: 30 })).toEqual({ kind: 'degenerate', why: 'too-few', days: 30 });
  });
});

function columns(size: number, of: (i: number) => readonly [number, number, number]): Histories {
  const column = (place: 0 | 1 | 2) => Int32Array.from({ length: size }, (_, i) => of(i)[place]);
  return { repeats: column(0), recencyDays: column(1), ageDays: column(2) };
}

function holdsGradient(value: Objective, at: readonly number[]): void {
  const gradient = new Float64Array(at.length);
  value(Float64Array.from(at), gradient);
  const none = new Float64Array(at.length);
  for (const [i, place] of at.entries()) {
    const [above, below] = [1e-5, -1e-5].map((step) => value(Float64Array.from(at).fill(place + step, i, i + 1), none));
    expect(gradient[i]).toBeCloseTo(((above ?? 0) - (below ?? 0)) / 2e-5, 7);
  }
}

/**
 * E = ∫ (1 − (1 + p·t/(α+T))^−(r+x)) / p · Beta(p; a, b+x) dp, another way than by the series: p = 1/(1 + e^−u) and the
 * trapezoid rule over u.
 */
function ordersByIntegral(
  { r, alpha, a, b }: typeof published,
  { repeats, ageWeeks }: { readonly repeats: number; readonly ageWeeks: number },
  weeks: number,
): number {
  const [first, second] = [a, b + repeats];
  const logBeta = logGamma(first) + logGamma(second) - logGamma(first + second);
  const step = 1 / 16;
  let sum = 0;
  for (let u = -200; u <= 200; u += step) {
    const [logP, logRest] = [-Math.log1p(Math.exp(-u)), -Math.log1p(Math.exp(u))];
    const orders = -Math.expm1(-(r + repeats) * Math.log1p((Math.exp(logP) * weeks) / (alpha + ageWeeks)));
    sum += orders * Math.exp((first - 1) * logP + second * logRest - logBeta) * step;
  }
  return sum;
}

test('chance of the tests is the same each time', () => {
  expect(randoms(1)()).toBe(randoms(1)());
});
