import type { ModalView } from '@slack/types';
import type { ReadyAnnouncement } from '../../src/facts/announcement.ts';
import type { CustomerName } from '../../src/facts/customer.ts';
import type { AtRiskCustomer, ToldPrediction } from '../../src/facts/prediction.ts';
import type { Note, Reply } from '../../src/facts/reply.ts';
import type { FollowUpReason } from '../../src/loyalty/follow-up.ts';
import type { StoredFacts } from '../../src/loyalty/prediction/facts.ts';
import { dayFromIso } from '../../src/loyalty/time/period.ts';
import { predictionTestView } from '../../src/messages/predictions/prediction-test.ts';
import type { Locale } from '../../src/text/define-text.ts';

const tried = { customers: 786, none: 0.12301, platt: 0.12187, isotonic: 0.1222 };

const fitted: StoredFacts = {
  terms: { horizonDays: 365, riskDays: 180, yearlyDiscount: 0.1, atRiskFrom: 0.5, activeDays: 365 },
  plain: {
    customers: 2357,
    repeaters: 946,
    repeatOrders: 2457,
    meanGapDays: 45.97,
    recentlyActive: 719,
    meanOrderValue: 38_809.77,
    valueCorrelation: 0.42,
  },
  bgNbd: {
    kind: 'fitted',
    model: { r: 0.24259, alpha: 4.4136, a: 0.79292, b: 2.42591 },
    logLikelihood: -9582.4292,
    withoutDropOut: -9763.6576,
    evaluations: 23,
    groups: 1016,
  },
  gammaGamma: {
    kind: 'fitted',
    model: { p: 6.2496, q: 3.7442, v: 15_443.5 },
    logLikelihood: -8412.4,
    customers: 946,
    evaluations: 19,
  },
  expected: {
    orders: 2093.97,
    value: 72_635_830.6,
    medianStake: 10_353.1,
    atRisk: 912,
    valueAtRisk: 16_160_839.7,
    winnableAtRisk: 4_212_903.4,
  },
  backTest: {
    kind: 'tested',
    days: 91,
    customers: 2357,
    expectedOrders: 720.6,
    actualOrders: 711,
    byRepeats: [{ repeats: 0, customers: 2357, expected: 0.3057, actual: 0.3017 }],
    auc: 0.7339,
    brier: 0.12244,
    correction: { method: 'platt', intercept: 0.11, slope: 0.93, tried },
    calibration: [
      { from: 0.4, to: 0.5, customers: 55, meanRisk: 0.45, share: 0.49 },
      { from: 0.9, to: 1, customers: 2302, meanRisk: 0.92, share: 0.93 },
    ],
  },
  amountsLeftOut: 0,
};

/** As a run of a release kept it that put no risk right. */
const earlier: StoredFacts = {
  ...fitted,
  expected: { orders: 2093.97, value: 72_635_830.6, medianStake: 10_353.1, atRisk: 912, valueAtRisk: 16_160_839.7 },
  backTest: {
    kind: 'tested',
    days: 91,
    customers: 2357,
    expectedOrders: 720.6,
    actualOrders: 711,
    byRepeats: [],
    auc: 0.7339,
    brier: 0.12244,
    calibration: [
      { from: 0.4, to: 0.5, customers: 55, meanRisk: 0.45, share: 0.49 },
      { from: 0.9, to: 1, customers: 16, meanRisk: 0.96, share: 0.5625 },
    ],
  },
};

const degenerate: StoredFacts = {
  ...fitted,
  plain: { ...fitted.plain, repeaters: 0, repeatOrders: 0, meanGapDays: null, meanOrderValue: null },
  bgNbd: { kind: 'degenerate', why: 'no-repeats' },
  gammaGamma: { kind: 'degenerate', why: 'too-few' },
  expected: null,
  backTest: { kind: 'none' },
  amountsLeftOut: 12,
};

const withoutAmounts: StoredFacts = {
  ...fitted,
  plain: { ...fitted.plain, meanOrderValue: null, valueCorrelation: null },
  gammaGamma: { kind: 'degenerate', why: 'too-few' },
  expected: { orders: 2093.97, value: null, medianStake: null, atRisk: 0, valueAtRisk: null },
  backTest: { kind: 'degenerate', why: 'too-few', days: 60 },
};

const told = (facts: StoredFacts): ToldPrediction => ({ asOf: dayFromIso('2026-11-22'), currency: 'DKK', facts });

const rest = { atWork: false, mayRun: true } as const;

/** Every kind of answer about predictions. */
export function predictionReplies(customer: CustomerName): Readonly<Record<string, Reply>> {
  const waning: AtRiskCustomer = {
    ...customer,
    rung: 'repeat',
    churnRisk: 0.7411,
    lastOrderDay: dayFromIso('2026-06-24'),
    usualGapDays: 15,
    expectedOrders: 4.2,
    orderValueMinor: 52_000,
    valueMinor: 130_000,
    stakeMinor: 218_680,
    valueLostMinor: 162_450,
    winnableMinor: 56_617,
    followUp: null,
  };
  const claimed = { id: 12, status: 'claimed', stewardId: 'U0ASTEWARD' } as const;
  const customers: readonly AtRiskCustomer[] = [
    waning,
    { ...waning, lastOrderDay: dayFromIso('2026-11-20'), usualGapDays: 1, followUp: claimed },
    {
      ...waning,
      churnRisk: 0.9987,
      usualGapDays: null,
      rung: 'customer',
      followUp: { ...claimed, status: 'open', stewardId: null },
    },
  ];
  return {
    prediction: { kind: 'prediction', prediction: told(fitted), ...rest },
    'prediction-none': { kind: 'prediction', prediction: null, ...rest },
    'prediction-degenerate': { kind: 'prediction', prediction: told(degenerate), atWork: true, mayRun: true },
    'prediction-without-amounts': { kind: 'prediction', prediction: told(withoutAmounts), ...rest },
    'at-risk': { kind: 'at-risk', prediction: told(fitted), ...rest, customers, total: 912 },
    'at-risk-earlier': { kind: 'at-risk', prediction: told(earlier), ...rest, customers, total: 912 },
    'prediction-earlier': { kind: 'prediction', prediction: told(earlier), ...rest },
    'at-risk-many': {
      kind: 'at-risk',
      prediction: told({ ...fitted, amountsLeftOut: 12 }),
      ...rest,
      customers: Array.from({ length: 10 }, () => waning),
      total: 1_000_000,
    },
    'at-risk-none': { kind: 'at-risk', prediction: told(fitted), ...rest, customers: [], total: 0 },
    'at-risk-unknown': { kind: 'at-risk', prediction: null, ...rest, customers: [], total: 0 },
    'at-risk-degenerate': { kind: 'at-risk', prediction: told(degenerate), ...rest, customers: [], total: 0 },
    'at-risk-without-amounts': { kind: 'at-risk', prediction: told(withoutAmounts), ...rest, customers: [], total: 0 },
  };
}

/** The modals behind "How good is it?". */
export function predictionViews(locale: Locale): Readonly<Record<string, ModalView>> {
  return {
    'prediction-test': predictionTestView(locale, told(fitted)),
    'prediction-test-earlier': predictionTestView(locale, told(earlier)),
    'prediction-test-untested': predictionTestView(locale, told(withoutAmounts)),
  };
}

export const predictionNotes: readonly Note[] = [
  { kind: 'prediction-asked', atWork: false },
  { kind: 'prediction-asked', atWork: true },
  { kind: 'follow-up-opened', announced: true },
  { kind: 'follow-up-opened', announced: false },
  { kind: 'follow-up-at-work', stewardId: 'U0ASTEWARD' },
  { kind: 'follow-up-at-work', stewardId: null },
];

export const atRiskReason: FollowUpReason = {
  kind: 'at-risk',
  churnRisk: 0.7411,
  riskDays: 180,
  valueLostMinor: 162_450,
  told: { share: 0.7512, isMore: false },
  winnableMinor: 54_406,
  currency: 'DKK',
};

/** Every message of a run, to who asked for it. */
export function predictionPosts(error: string): Readonly<Record<string, ReadyAnnouncement>> {
  const progress = {
    asOf: dayFromIso('2026-11-22'),
    currency: 'DKK',
    customers: 120_000,
    facts: null,
    error: null,
  } as const;
  return {
    'prediction-waiting': { kind: 'prediction', progress: { ...progress, status: 'waiting', customers: 0 } },
    'prediction-running': { kind: 'prediction', progress: { ...progress, status: 'running' } },
    'prediction-finished': { kind: 'prediction', progress: { ...progress, status: 'finished', facts: fitted } },
    'prediction-failed': { kind: 'prediction', progress: { ...progress, status: 'failed', error } },
  };
}
