import { describe, expect, it } from 'vitest';
import type { BackTest } from '../../src/loyalty/prediction/back-test.ts';
import { calibrate, corrected, highestTold } from '../../src/loyalty/prediction/calibration.ts';
import { joinBands, scoreRisks } from '../../src/loyalty/prediction/scores.ts';
import { highRisksThen, tellRisk } from '../../src/loyalty/prediction/told-risk.ts';
import { randoms } from './prediction-company.ts';

/** Customers with risks spread evenly, who stay away as often as `truth` says. */
function customers(count: number, truth: (risk: number) => number, seed = 7) {
  const random = randoms(seed);
  const risks = Float64Array.from({ length: count }, () => random());
  const cameTrue = Uint8Array.from(risks, (risk) => (random() < truth(risk) ? 1 : 0));
  return { risks, cameTrue };
}

const logistic = (odds: number) => 1 / (1 + Math.exp(-odds));
const logOdds = (risk: number) => Math.log(risk / (1 - risk));

function calibrationOf(count: number, truth: (risk: number) => number) {
  const { risks, cameTrue } = customers(count, truth);
  const calibration = calibrate(risks, cameTrue);
  if (!calibration) throw new Error('Nothing was calibrated.');
  return calibration;
}

describe('a risk is put right by what came', () => {
  it('not at all where it was right: of ways that do as well the model’s own stays', () => {
    const calibration = calibrationOf(20_000, (risk) => risk);
    for (const risk of [0.05, 0.3, 0.5, 0.8, 0.97]) expect(corrected(calibration, risk)).toBeCloseTo(risk, 1);
  });

  it('by Platt’s two numbers where the odds are all too far out', () => {
    const truth = (risk: number) => logistic(0.4 + 0.5 * logOdds(risk));
    const calibration = calibrationOf(20_000, truth);
    expect(calibration.method).toBe('platt');
    expect(calibration).toMatchObject({ intercept: expect.closeTo(0.4, 1), slope: expect.closeTo(0.5, 1) });
    for (const risk of [0.05, 0.3, 0.8, 0.95]) expect(corrected(calibration, risk)).toBeCloseTo(truth(risk), 1);
  });

  it('step by step where what came has steps that no two numbers draw', () => {
    const calibration = calibrationOf(20_000, (risk) => (risk < 0.4 ? 0.05 : 0.85));
    expect(calibration.method).toBe('isotonic');
    expect(corrected(calibration, 0.2)).toBeCloseTo(0.05, 1);
    expect(corrected(calibration, 0.6)).toBeCloseTo(0.85, 1);
  });

  it('by the way with the lowest Brier score on a third that had no part in it', () => {
    const { tried, method } = calibrationOf(3000, (risk) => (risk < 0.4 ? 0.05 : 0.85));
    expect(tried.customers).toBe(1000);
    expect(tried[method]).toBe(Math.min(tried.none, tried.platt, tried.isotonic));
    expect(tried[method]).toBeLessThan(tried.none);
  });

  it('so that nobody with a higher risk of the model is told a lower one', () => {
    const calibration = calibrationOf(600, (risk) => (risk > 0.9 ? 0.5 : risk));
    const told = Array.from({ length: 1001 }, (_, i) => corrected(calibration, i / 1000));
    expect(told.every((share, i) => i === 0 || share >= (told[i - 1] ?? 0))).toBe(true);
    expect([told[0], told.at(-1)].map((share) => Math.round(share ?? -1))).toEqual([0, 1]);
  });

  it('not where fewer than 20 stayed away, or fewer than 20 came', () => {
    const all = (count: number, away: number) =>
      calibrate(
        Float64Array.from({ length: count }, (_, i) => (i + 1) / (count + 1)),
        Uint8Array.from({ length: count }, (_, i) => (i < away ? 1 : 0)),
      );
    expect([all(100, 19), all(100, 81), all(0, 0)]).toEqual([null, null, null]);
    expect([all(100, 20), all(100, 80)]).not.toContain(null);
  });
});

describe('people are told', () => {
  const tested = (risks: Float64Array, cameTrue: Uint8Array): BackTest => ({
    kind: 'tested',
    days: 180,
    customers: risks.length,
    expectedOrders: 0,
    actualOrders: 0,
    byRepeats: [],
    correction: calibrate(risks, cameTrue),
    ...scoreRisks(risks, cameTrue),
  });

  it('no more than came: where 9 of 10 with the highest risks stayed away, above that it is "more than"', () => {
    const { risks, cameTrue } = customers(400, (risk) => (risk > 0.3 ? 0.9 : 0.02));
    const test = tested(risks, cameTrue);
    if (test.kind !== 'tested' || !test.correction) throw new Error('Nothing was calibrated.');
    const most = highestTold(test.correction);
    expect(most).toBeLessThan(0.99);
    expect(tellRisk(test, 0.9999)).toEqual({ share: most, isMore: true });
    expect(tellRisk(test, 0.1)).toMatchObject({ isMore: false });
  });

  it('no number where too few were seen, but how many of those with a high risk stayed away', () => {
    const risks = Float64Array.from([0.2, 0.6, 0.95, 0.97]);
    const test = tested(risks, Uint8Array.from([0, 1, 0, 1]));
    expect(tellRisk(test, 0.97)).toBeNull();
    expect(highRisksThen(test, 0.5)).toEqual({ customers: 3, stayedAway: 2 });
    expect(highRisksThen({ kind: 'none' }, 0.5)).toBeNull();
  });

  it('bands of at least 25 customers, the few joined with the band below', () => {
    const band = (from: number, customers: number, share: number) => ({
      from,
      to: from + 0.1,
      customers,
      meanRisk: from + 0.05,
      share,
    });
    const joined = joinBands([band(0, 160, 0.04), band(0.4, 10, 0.8), band(0.8, 30, 0.9), band(0.9, 16, 0.5625)]);
    expect(joined.map(({ from, to, customers }) => [from, to, customers])).toEqual([
      [0, 0.5, 170],
      [0.8, 1, 46],
    ]);
    expect(joined[1]?.share).toBeCloseTo((27 + 9) / 46, 10);
    expect(joinBands([band(0.9, 3, 1)])).toHaveLength(1);
    expect(joinBands([])).toEqual([]);
  });
});
