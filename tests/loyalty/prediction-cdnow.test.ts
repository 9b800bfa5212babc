import { describe, expect, test } from 'vitest';
import { backTest } from '../../src/loyalty/prediction/back-test.ts';
import { fitGroups } from '../../src/loyalty/prediction/bg-nbd.ts';
import { aliveProbability } from '../../src/loyalty/prediction/expected-orders.ts';
import { fitGammaGamma } from '../../src/loyalty/prediction/gamma-gamma.ts';
import { groupHistories } from '../../src/loyalty/prediction/histories.ts';
import { areaUnderCurve } from '../../src/loyalty/prediction/scores.ts';
import { dayFromIso } from '../../src/loyalty/time/period.ts';
import { cdnowFile, ordersWithin, readBook, toColumns } from './cdnow-histories.ts';

if (!cdnowFile) console.log('Left out: the CDNOW sample, as ../shared/data/cdnow is not here.');

describe.skipIf(!cdnowFile)('the CDNOW sample', () => {
  const book = cdnowFile ? readBook(cdnowFile) : [];
  const asOf = dayFromIso('1997-10-01');
  const { histories, spending } = toColumns(book, asOf);

  test('has 2 357 customers, 1 411 of whom never came back, with 2 457 repeat orders', () => {
    expect(histories.repeats).toHaveLength(2357);
    expect(histories.repeats.filter((x) => x === 0)).toHaveLength(1411);
    expect(histories.repeats.reduce((sum, x) => sum + x, 0)).toBe(2457);
  });

  test('is fitted at the published maximum', () => {
    const fit = fitGroups(groupHistories(histories));
    if (fit.kind !== 'fitted') throw new Error(fit.why);
    expect(fit.logLikelihood).toBeCloseTo(-9582.4292, 4);
    expect(fit.model.r).toBeCloseTo(0.243, 3);
    expect(fit.model.alpha).toBeCloseTo(4.414, 3);
    expect(fit.model.a).toBeCloseTo(0.793, 3);
    expect(fit.model.b).toBeCloseTo(2.426, 3);
    expect(fit.evaluations).toBeLessThanOrEqual(30);
  });

  test('spends as published', () => {
    const fit = fitGammaGamma(spending);
    if (fit.kind !== 'fitted') throw new Error(fit.why);
    expect(fit.model.p).toBeCloseTo(6.25, 2);
    expect(fit.model.q).toBeCloseTo(3.74, 2);
    expect(fit.model.v / 100).toBeCloseTo(15.44, 2);
  });

  test('is foretold for the 39 weeks that follow', () => {
    const days = 39 * 7;
    const orders = ordersWithin(book, asOf, asOf + days);
    const tested = backTest({ days, histories, orders });
    if (tested.kind !== 'tested') throw new Error(tested.kind);
    expect(tested.auc).toBeCloseTo(0.757, 3);
    expect(tested.brier).toBeCloseTo(0.1612, 4);
    expect(tested).toMatchObject({ customers: 2357, actualOrders: 1882 });
    expect(tested.expectedOrders).toBeCloseTo(1653.4, 1);
  });

  test('shows that who is alive is no churn score: it ranks worse than a coin', () => {
    const fit = fitGroups(groupHistories(histories));
    if (fit.kind !== 'fitted') throw new Error(fit.why);
    const { repeats, recencyDays, ageDays } = histories;
    const gone = Float64Array.from(repeats, (x, i) => {
      const history = { repeats: x, recencyWeeks: (recencyDays[i] ?? 0) / 7, ageWeeks: (ageDays[i] ?? 0) / 7 };
      return 1 - aliveProbability(fit.model, history);
    });
    const stayedAway = Uint8Array.from(ordersWithin(book, asOf, asOf + 273), (orders) => (orders === 0 ? 1 : 0));
    expect(areaUnderCurve(gone, stayedAway)).toBeCloseTo(0.316, 3);
  });
});
