import type { ModalView } from '@slack/types';
import { toldOf } from '../../src/commands/help.ts';
import { commands } from '../../src/commands/index.ts';
import type { MessageAnswer, ReadyAnnouncement } from '../../src/facts/announcement.ts';
import type {
  CustomerCard,
  CustomerName,
  CustomerValue,
  FollowUpFacts,
  SharedAlertsFacts,
  Voice,
} from '../../src/facts/customer.ts';
import { definedNames } from '../../src/facts/defined.ts';
import type { HomeFacts } from '../../src/facts/home.ts';
import type { ImportResult, ListedImport } from '../../src/facts/import.ts';
import type { ImportNote } from '../../src/facts/import-note.ts';
import type { LadderFacts } from '../../src/facts/ladder.ts';
import type { CampaignFacts, Note, Reply, SettingsFacts } from '../../src/facts/reply.ts';
import type { DigestFacts, DigestTurned, ReviewFacts } from '../../src/facts/report.ts';
import { marksOfSchedule } from '../../src/flows/digests/merge-schedule.ts';
import { toCohorts } from '../../src/loyalty/counts/cohorts.ts';
import { answerKinds } from '../../src/loyalty/facts/answer.ts';
import type { Money } from '../../src/loyalty/facts/money.ts';
import type { CurrencyRate } from '../../src/loyalty/facts/rates.ts';
import type { NewSpend } from '../../src/loyalty/facts/spend.ts';
import { campaignReport } from '../../src/loyalty/figures/campaign-response.ts';
import { type FigureName, figures } from '../../src/loyalty/figures/index.ts';
import type { FigureReport } from '../../src/loyalty/figures/report.ts';
import { toReport } from '../../src/loyalty/figures/report.ts';
import { defaultLadderRules } from '../../src/loyalty/ladder/rung-rules.ts';
import { calendarWindow, cutAt, previousWindow } from '../../src/loyalty/time/calendar.ts';
import { type Calendar, dayFromIso, type Window } from '../../src/loyalty/time/period.ts';
import { figureParts } from '../../src/messages/figures/figure.ts';
import { commandsView } from '../../src/messages/help.ts';
import { importDetailsView } from '../../src/messages/imports/import-result.ts';
import type { DrawContext } from '../../src/messages/kit/draw-context.ts';
import { type Correctable, correctionView } from '../../src/messages/modals/correction-form.ts';
import { customerEditView } from '../../src/messages/modals/customer-edit-form.ts';
import { customerNewView } from '../../src/messages/modals/customer-new-form.ts';
import { definitionView } from '../../src/messages/modals/definition-view.ts';
import { feedbackView } from '../../src/messages/modals/feedback-form.ts';
import { followUpDoneView } from '../../src/messages/modals/follow-up-done-form.ts';
import { importAgainView, importFileView } from '../../src/messages/modals/import-file-form.ts';
import { type ImportPreview, importPreviewView } from '../../src/messages/modals/import-preview-form.ts';
import { pinView } from '../../src/messages/modals/pin-form.ts';
import { rateView } from '../../src/messages/modals/rate-form.ts';
import { recommendationView } from '../../src/messages/modals/recommendation-form.ts';
import { settingsView } from '../../src/messages/modals/settings-form.ts';
import { shareToView } from '../../src/messages/modals/share-to-form.ts';
import { spendView } from '../../src/messages/modals/spend-form.ts';
import { failedView, waitingView } from '../../src/messages/modals/waiting-view.ts';
import { digestView } from '../../src/sections/digest/digest-form.ts';
import { digestPreviewView } from '../../src/sections/digest/digest-preview.ts';
import type { HomeNotice } from '../../src/sections/home/home.ts';
import type { Locale } from '../../src/text/define-text.ts';
import {
  customerFiles,
  customerListNotes,
  customerLists,
  segmentReplies,
  segmentViews,
} from './customer-list-facts.ts';
import { obstacleNotes, obstaclePosts, obstacleViews } from './obstacle-facts.ts';
import {
  atRiskReason,
  predictionNotes,
  predictionPosts,
  predictionReplies,
  predictionViews,
} from './prediction-facts.ts';
import { restViews } from './rest-views.ts';
import { reviewAnnouncements, reviewNotes, reviewReplies, reviewViews } from './review-facts.ts';
import { figureAlerts, targetNotes, targetReplies, targets, targetViews } from './target-facts.ts';
import { trends, trendViews } from './trend-facts.ts';
import { voiceFiles, voiceNotes, voiceReplies, voiceViews } from './voice-facts.ts';

/** What people and files wrote: the plain facts below are built around it, so that hostile ones take the same ways. */
export interface Typed {
  readonly name: string;
  readonly comment: string;
  readonly source: string;
  readonly externalId: string;
  readonly word: string;
  readonly file: string;
  readonly money: readonly Money[];
}

export const plainTyped: Typed = {
  name: 'Anna Hansen',
  comment: 'Pakken kom tre dage for sent.\nOg ingen svarede på min mail.',
  source: 'webshop',
  externalId: '4711',
  word: 'hansen',
  file: 'ordrer-2026.csv',
  money: [{ amountMinor: 1_240_050, currency: 'DKK' }],
};

const day = dayFromIso;
const today = day('2026-11-22');
const window = { from: day('2026-08-25'), to: day('2026-11-23') };
const before = { from: day('2026-05-27'), to: day('2026-08-25') };

export const context: DrawContext = {
  today,
  timeZone: 'Europe/Copenhagen',
  said: { words: 'nps 90', asOf: today + 1 },
  memberId: 'U0ASTEWARD',
};

export function npsReport(promoters: number, passives: number, detractors: number, proven = false): FigureReport {
  const base = promoters + passives + detractors;
  const value = base === 0 ? null : (100 * (promoters - detractors)) / base;
  return {
    figure: 'nps',
    window,
    value,
    base,
    counts: { promoters, passives, detractors },
    interval: value === null ? null : [value - 15.95, value + 14.2],
    previous: { window: before, value: 20, base: 100, counts: { promoters: 40, passives: 30, detractors: 30 } },
    change: value === null ? null : { value: value - 20, p: proven ? 0.003 : 0.083, proven },
  };
}

export function rateReport(figure: Exclude<FigureName, 'nps'>, hits: number, base: number): FigureReport {
  const counts: Record<string, number> =
    figure === 'csat'
      ? { satisfied: hits, others: base - hits, scoreSum: 4.25 * base }
      : { repeat: hits, customers: base };
  return {
    figure,
    window,
    value: base === 0 ? null : hits / base,
    base,
    counts,
    interval: base === 0 ? null : [0.7149, 0.9166],
    previous: { window: before, value: 0.5, base: 60, counts },
    change: base === 0 ? null : { value: hits / base - 0.5, p: 0.001, proven: true },
  };
}

/** A figure as it is measured from the numbers that the store holds for it. */
export function measured(figure: FigureName, now: readonly number[], then: readonly number[]): FigureReport {
  const report = toReport(figure, [window, now], [before, then]);
  return figures[figure].unit === 'money' ? { ...report, currency: 'DKK' } : report;
}

/** The month, quarter or year that a day lies in, as it is asked for today. */
function asked(calendar: Calendar, within: string): Window {
  return cutAt(today + 1, calendarWindow(calendar, day(within))) ?? window;
}

function over(calendar: Calendar, within: string, report: FigureReport): FigureReport {
  const period = asked(calendar, within);
  return { ...report, window: period, previous: { ...report.previous, window: previousWindow(period) } };
}

function customer(typed: Typed, id = 7): CustomerName {
  return { id, externalId: typed.externalId, shownName: typed.name };
}

export function ladder(typed: Typed): LadderFacts {
  const mover = customer(typed);
  return {
    asOf: today + 1,
    window,
    counts: { prospect: 40, customer: 210, repeat: 120, ambassador: 27, partner: 3 },
    movements: [
      { from: null, to: 'prospect', count: 12 },
      { from: 'customer', to: 'repeat', count: 14 },
      { from: 'repeat', to: 'ambassador', count: 1 },
      { from: 'repeat', to: 'customer', count: 5 },
    ],
    up: Array.from({ length: 10 }, (_, i) => ({
      ...mover,
      id: i + 1,
      from: 'customer',
      to: 'repeat',
      day: today - i,
      reason: 'repeat-order',
    })),
    down: [{ ...mover, from: 'repeat', to: 'customer', day: today - 3, reason: 'lapsed' }],
  };
}

export function voice(typed: Typed, facts: Partial<Voice> = {}): Voice {
  return {
    answerId: 1,
    customer: customer(typed),
    rung: 'repeat',
    kind: 'nps',
    day: day('2026-11-20'),
    score: 3,
    cliMean: null,
    comment: typed.comment,
    source: typed.source,
    negative: true,
    ...facts,
  };
}

export function followUp(typed: Typed, facts: Partial<FollowUpFacts> = {}): FollowUpFacts {
  return {
    id: 12,
    customer: customer(typed),
    rung: 'repeat',
    value: typed.money,
    lastOrderDay: day('2026-10-12'),
    status: 'open',
    dueDay: day('2026-11-24'),
    overdue: false,
    stewardId: null,
    release: null,
    cause: null,
    outcome: null,
    voices: [voice(typed), voice(typed, { answerId: 2, kind: 'review', score: 1, day: day('2026-11-02') })],
    voiceCount: 5,
    ...facts,
  };
}

function sharedAlerts(typed: Typed): SharedAlertsFacts {
  const list = Array.from({ length: 3 }, (_, n) =>
    followUp(typed, { id: 20 + n, ...(n === 2 && { status: 'claimed', stewardId: 'U0ASTEWARD' }) }),
  );
  return { alertsPerHour: 10, count: 80, open: 70, claimed: 5, done: 5, list };
}

export function customerValue(typed: Typed): CustomerValue {
  return {
    customer: customer(typed),
    asOf: today + 1,
    currency: typed.money[0]?.currency ?? 'DKK',
    orders: 7,
    revenueMinor: 350_00,
    averageOrderMinor: 50_00,
    years: 5,
    yearsEntered: true,
    valueMinor: 1_750_00,
    yearlyChurn: 0.25,
    costMinor: 300_00,
    simpleMinor: 1_450_00,
    won: { count: 2, valueMinor: 1_200_00, rewardMinor: 100_00 },
    lost: { count: 1, valueMinor: 240_00 },
    withRecommendationsMinor: 2_610_00,
    predicted: {
      days: 365,
      orders: 5.21,
      valueMinor: 271_50,
      churnRisk: 0.124,
      told: { share: 0.1312, isMore: false },
    },
  };
}

export function card(typed: Typed, facts: Partial<CustomerCard> = {}): CustomerCard {
  const money = typed.money[0] ?? { amountMinor: 0, currency: 'DKK' };
  return {
    customer: customer(typed),
    email: typed.name,
    language: 'da',
    country: 'DK',
    sinceDay: day('2024-01-15'),
    source: typed.source,
    segments: [typed.word, 'VIP'],
    segmentsByRule: ['Champions', typed.word],
    relationshipYears: 2.5,
    cost: money,
    reward: money,
    lostRecommendations: 2,
    placement: {
      rung: 'repeat',
      pinned: false,
      orderDays: 4,
      newestOrderDay: day('2026-10-12'),
      active: true,
      advocate: true,
      newestNps: 7,
    },
    since: { day: day('2026-03-03'), reason: 'repeat-order' },
    next: { rung: 'ambassador', missing: [{ kind: 'nps', least: 9 }] },
    endsOn: day('2027-10-12'),
    pin: null,
    orderCount: 5,
    value: typed.money,
    orders: Array.from({ length: 7 }, (_, i) => ({
      ...money,
      orderId: `o${i}`,
      day: day('2026-10-12') - i * 40,
      status: i === 2 ? 'cancelled' : 'completed',
    })),
    voices: [voice(typed), voice(typed, { kind: 'remark', score: null, negative: false })],
    recommendedBy: customer(typed, 8),
    recommended: Array.from({ length: 8 }, (_, i) => customer(typed, 20 + i)),
    asked: { survey: 'nps', day: day('2026-11-12'), state: 'open' },
    openFollowUp: { id: 12, status: 'claimed', stewardId: 'U0ASTEWARD', dueDay: day('2026-11-24') },
    risk: { kind: 'predicted', isHigh: true, days: 180, told: { share: 0.7412, isMore: false } },
    ownerId: 'U0OWNER',
    links: [
      { label: 'CRM', address: 'https://crm.example.com/c/{number}' },
      { label: typed.word, address: 'https://mail.example.com/?q={email}&from=ladder' },
    ],
    mayPin: true,
    ...facts,
  };
}

function review(typed: Typed): Required<ReviewFacts> {
  const { window: quarter, ...nps } = over('quarter', '2026-07-01', npsReport(50, 30, 20, true));
  return {
    window: quarter,
    figures: [
      { ...nps, window: quarter },
      over('quarter', '2026-07-01', rateReport('csat', 9, 12)),
      over('quarter', '2026-07-01', rateReport('repeat', 0, 0)),
    ],
    targets: targets(typed),
    ladder: { ...ladder(typed), window: quarter, asOf: quarter.to },
    causes: {
      closed: 20,
      closedBefore: 31,
      byCause: [
        { cause: 'delivery', count: 11 },
        { cause: 'product', count: 8 },
        { cause: 'other', count: 1 },
      ],
    },
    worth: { active: 291, averageMinor: 11_979_966.4, worthMinor: 34_861_702.2, currency: 'DKK' },
    late: { dueAt: '2026-10-01T07:00:00Z', timeZone: 'Europe/Copenhagen', skipped: 1 },
  };
}

export function digest(typed: Typed): Required<DigestFacts> {
  return {
    window: { from: day('2026-11-16'), to: day('2026-11-23') },
    sections: ['follow-ups', 'figures', 'ladder', 'voices'],
    figures: [npsReport(50, 30, 20), rateReport('csat', 42, 50), rateReport('repeat', 0, 0)],
    targets: targets(typed),
    ladder: ladder(typed),
    goodVoices: Array.from({ length: 6 }, () => voice(typed, { score: 10, negative: false })),
    badVoices: Array.from({ length: 6 }, () => voice(typed, { kind: 'cli', score: null, cliMean: 33.3 })),
    followUps: {
      open: 11,
      claimed: 1,
      overdue: 2,
      oldestDay: day('2026-11-17'),
      list: [
        followUp(typed, { overdue: true }),
        followUp(typed, { id: 13, status: 'claimed', stewardId: 'U0ASTEWARD' }),
        followUp(typed, { id: 14 }),
      ],
    },
    late: { dueAt: '2026-11-23T08:00:00Z', timeZone: 'Europe/Copenhagen', skipped: 2 },
  };
}

const quietDigest: DigestFacts = {
  ...digest(plainTyped),
  figures: [npsReport(0, 0, 0)],
  targets: [],
  ladder: { ...ladder(plainTyped), movements: [], up: [], down: [] },
  goodVoices: [],
  badVoices: [],
  followUps: { open: 0, claimed: 0, overdue: 0, list: [] },
  late: null,
};

function importResult(typed: Typed): ImportResult {
  return {
    kind: 'orders',
    imported: 6919,
    updated: 3,
    unchanged: 40,
    refused: 12,
    refusedFile: typed.file,
    customersMade: 2357,
    followUps: 4,
    notes: importNotes(typed),
    firstRefused: Array.from({ length: 10 }, (_, i) => ({ line: i + 2, column: typed.source, reason: typed.comment })),
  };
}

function correctable(typed: Typed): Correctable {
  const order = {
    shop: '',
    day: day('2026-03-01'),
    amountMinor: 129_500,
    currency: 'DKK',
    status: 'completed',
  } as const;
  return {
    customer: customer(typed),
    orders: [
      { ...order, orderId: '1001' },
      { ...order, orderId: typed.source, status: 'cancelled' },
    ],
    answers: [{ ...voice(typed), answerId: 7, kind: 'nps', score: 3 }],
  };
}

function listedImports(typed: Typed): ListedImport[] {
  const { kind, imported, updated, unchanged, refused, customersMade, followUps } = importResult(typed);
  const counts = { kind, imported, updated, unchanged, refused, customersMade, followUps };
  const of = { ...counts, fileName: typed.file, at: new Date('2026-11-02T12:00:00Z'), undoing: false };
  return [
    { ...of, importId: 13, status: 'running', memberId: 'U0ASTEWARD' },
    { ...of, importId: 12, status: 'finished', memberId: null },
    { ...of, importId: 11, status: 'failed', memberId: 'U0ADMIN' },
    { ...of, importId: 10, status: 'finished', memberId: null, undoing: true },
    { ...of, importId: 9, status: 'undone', memberId: null },
  ];
}

const nextDue = { dueAt: new Date('2026-12-07T08:00:00Z'), timeZone: 'Europe/Copenhagen' };
const digestTurns: readonly DigestTurned[] = [
  { kind: 'none' },
  { kind: 'passed' },
  { kind: 'skipped', skipped: new Date('2026-11-30T08:00:00Z'), ...nextDue },
  { kind: 'paused' },
  { kind: 'resumed', ...nextDue },
];

function notes(typed: Typed): readonly Note[] {
  const who = customer(typed);
  return [
    { kind: 'feedback-recorded', customer: who, followUpOpened: true },
    { kind: 'feedback-recorded', customer: null, followUpOpened: false },
    { kind: 'feedback-known', customer: who },
    { kind: 'feedback-known', customer: null },
    { kind: 'pinned', customer: who, rung: 'partner', untilDay: null },
    { kind: 'pinned', customer: who, rung: 'partner', untilDay: day('2027-01-01') },
    { kind: 'unpinned', customer: who, rung: 'repeat' },
    { kind: 'settings-saved' },
    ...customerListNotes,
    ...voiceNotes,
    { kind: 'customer-edited', customer: who },
    { kind: 'customer-made', customer: who },
    { kind: 'recommendation-noted', customer: who, outcome: 'won' },
    { kind: 'recommendation-noted', customer: who, outcome: 'lost' },
    { kind: 'spend-added' },
    { kind: 'rate-set', currency: 'EUR', base: 'DKK', day: today },
    { kind: 'campaign-removed', name: typed.source },
    { kind: 'mail-queued', customer: who, address: 'anna@hansen.example' },
    { kind: 'link-taken-back', done: true },
    { kind: 'link-taken-back', done: false },
    ...(['refused', 'failed', 'unsure'] as const).map((why) => ({ kind: 'mail-trouble', customer: who, why }) as const),
    ...(['mailed', 'no-address', 'unsubscribed', 'bounced', 'closed', 'no-server'] as const).map(
      (why) => ({ kind: 'not-mailed', customer: who, why }) as const,
    ),
    { kind: 'import-undone', fileName: typed.file },
    ...(['order', 'customer', 'remove-order', 'answer', 'remove-answer', 'remove-customer'] as const).map(
      (what) => ({ kind: 'corrected', what, customer: who, done: true }) as const,
    ),
    { kind: 'corrected', what: 'order', customer: null, done: false },
    {
      kind: 'digest-saved',
      channelId: 'C0ALERTS',
      dueAt: new Date('2026-11-23T08:00:00Z'),
      timeZone: 'Europe/Copenhagen',
    },
    ...digestTurns.map((turned) => ({ kind: 'digest-turned', channelId: 'C0ALERTS', turned }) as const),
    { kind: 'digest-queued', channelId: 'C0ALERTS' },
    { kind: 'shared', channelId: 'C0ALERTS' },
    ...([{ kind: 'refused', reason: 'restricted_action' }, { kind: 'none' }] as const).map(
      (posted) => ({ kind: 'shared', channelId: 'C0ALERTS', posted }) as const,
    ),
    { kind: 'import-started' },
    ...(['already-yours', 'done', 'gone', 'closed'] as const).map((outcome) => ({ kind: 'claim', outcome }) as const),
    { kind: 'claim-taken', stewardId: 'U0ASTEWARD' },
    { kind: 'passed-on', stewardId: 'U0ASTEWARD' },
    { kind: 'not-yours', stewardId: 'U0ASTEWARD' },
    { kind: 'not-yours', stewardId: null },
    ...predictionNotes,
    ...targetNotes(typed),
    ...reviewNotes,
    ...obstacleNotes,
  ];
}

function campaign(typed: Typed): CampaignFacts {
  const variants = [
    { variant: typed.word, contacted: 1010, delivered: 1000, responded: 200 },
    { variant: `${typed.word} B`, contacted: 1000, delivered: 1000, responded: 250 },
  ];
  return { id: 3, name: typed.source, ...campaignReport(variants) };
}

function unevenCampaign(typed: Typed): CampaignFacts {
  const variants = [
    { variant: '', contacted: 4, delivered: 3, responded: 1 },
    { variant: 'A', contacted: 20, delivered: 20, responded: 0 },
    { variant: typed.word, contacted: 60, delivered: 60, responded: 20 },
  ];
  return { id: 4, name: typed.name, ...campaignReport(variants) };
}

function spend(typed: Typed): readonly NewSpend[] {
  const money = typed.money[0] ?? { amountMinor: 0, currency: 'DKK' };
  return [
    { spendId: typed.externalId, from: today - 30, to: today + 1, source: typed.source, ...money },
    { spendId: '2', from: today - 40, to: today - 39, source: null, amountMinor: 30_000, currency: 'EUR' },
  ];
}

const rates: readonly CurrencyRate[] = [
  { currency: 'EUR', base: 'DKK', day: today, rate: 7.4605 },
  { currency: 'NOK', base: 'DKK', day: today - 90, rate: 0.65 },
];

/** Every kind of answer, by the name of its golden file. */
export function replies(typed: Typed): Readonly<Record<string, Reply>> {
  const told = [npsReport(50, 30, 20), rateReport('csat', 42, 50), rateReport('repeat', 1040, 2357)];
  const [{ currency } = { currency: 'DKK' }] = typed.money;
  return {
    overview: {
      kind: 'overview',
      ladder: ladder(typed),
      figures: told,
      followUps: { open: 3, claimed: 2, overdue: 1 },
      customers: 400,
      orders: 5012,
      revenue: typed.money,
      undelivered: 1,
    },
    'overview-full': {
      kind: 'overview',
      ladder: ladder(typed),
      figures: [
        ...told,
        measured('cli', [40, 420, 4700], [35, 300, 3000]),
        measured('churn', [1200, 90], [1180, 160]),
        measured('referral', [240, 12], [200, 9]),
        {
          ...measured('revenue', [812, 486_500_00, 12_340_00, 198_000_00], [760, 452_000_00, 9_000_00, 201_000_00]),
          currency,
        },
        { ...measured('cac', [30_000_00, 1, 40], [28_800_00, 1, 42]), currency },
        { ...measured('clv', [525_000_00, 0, 1200, 1000, 250], [500_000_00, 4_000_00, 1100, 900, 240]), currency },
      ],
      followUps: { open: 7, claimed: 0, overdue: 0 },
      customers: 400,
      orders: 5012,
      revenue: typed.money,
      undelivered: 0,
    },
    ladder: { kind: 'ladder', ladder: ladder(typed) },
    'ladder-year': { kind: 'ladder', ladder: { ...ladder(typed), window: asked('year', '2026-11-22') } },
    'figure-nps': { kind: 'figure', report: npsReport(50, 30, 20) },
    'figure-nps-proven': { kind: 'figure', report: npsReport(90, 10, 20, true) },
    'figure-nps-three': { kind: 'figure', report: npsReport(3, 0, 0) },
    'figure-nps-none': { kind: 'figure', report: npsReport(0, 0, 0) },
    'figure-csat-few': { kind: 'figure', report: rateReport('csat', 8, 10) },
    'figure-repeat': { kind: 'figure', report: rateReport('repeat', 1040, 2357) },
    'figure-month': { kind: 'figure', report: over('month', '2026-02-10', npsReport(50, 30, 20)) },
    'figure-month-running': {
      kind: 'figure',
      report: over('month', '2026-11-22', npsReport(50, 30, 20)),
    },
    'figure-quarter': { kind: 'figure', report: over('quarter', '2026-02-10', npsReport(3, 0, 0)) },
    'figure-quarter-running': {
      kind: 'figure',
      report: over('quarter', '2026-11-22', npsReport(90, 10, 20, true)),
    },
    'figure-year-running': {
      kind: 'figure',
      report: over('year', '2026-11-22', rateReport('repeat', 1040, 2357)),
    },
    'figure-cli': { kind: 'figure', report: measured('cli', [40, 420, 4700], [35, 300, 3000]) },
    'figure-cli-alike': { kind: 'figure', report: measured('cli', [6, 90, 1350], [6, 60, 600]) },
    'figure-retention': { kind: 'figure', report: measured('retention', [1200, 90], [1180, 160]) },
    'figure-churn': { kind: 'figure', report: measured('churn', [1200, 90], [1180, 160]) },
    'figure-churn-few': { kind: 'figure', report: measured('churn', [20, 1], [18, 3]) },
    'figure-churn-none': { kind: 'figure', report: measured('churn', [0, 0], [0, 0]) },
    'figure-referral': { kind: 'figure', report: measured('referral', [240, 12], [200, 9]) },
    'figure-cac': {
      kind: 'figure',
      report: { ...measured('cac', [30_000_00, 1, 12], [28_800_00, 1, 12]), currency },
    },
    'figure-cac-unknown': { kind: 'figure', report: measured('cac', [0, 0, 12], [0, 0, 10]) },
    'figure-cac-unknown-before': { kind: 'figure', report: measured('cac', [1_200_50, 1, 60], [0, 0, 10]) },
    'figure-revenue': {
      kind: 'figure',
      report: {
        ...measured('revenue', [812, 486_500_00, 12_340_00, 198_000_00], [760, 452_000_00, 9_000_00, 201_000_00]),
        currency,
        currencies: [
          { currency, orders: 700, revenueMinor: 420_000_00, refundsMinor: 12_340_00 },
          { currency: 'EUR', orders: 112, revenueMinor: 8_900_00, refundsMinor: 0 },
        ],
      },
    },
    'figure-revenue-few': {
      kind: 'figure',
      report: { ...measured('revenue', [3, 250_00, 50_00, 100_00], [0, 0, 0, 0]), currency },
    },
    'figure-revenue-none': { kind: 'figure', report: { ...measured('revenue', [], [40, 9_000_00]), currency } },
    'figure-revenue-no-rate': {
      kind: 'figure',
      report: {
        ...measured('revenue', [], []),
        currency,
        missingRate: { currency: 'SEK', day: day('2026-10-01') },
        currencies: [
          { currency, orders: 700, revenueMinor: 420_000_00, refundsMinor: 12_340_00 },
          { currency: 'SEK', orders: 1, revenueMinor: 899_00, refundsMinor: 0 },
        ],
      },
    },
    'figure-by-rung-at-the-start': {
      kind: 'figure-by',
      figure: 'retention',
      by: 'rung',
      window,
      rows: [
        { value: 'customer', report: measured('retention', [700, 180], [690, 150]) },
        { value: 'ambassador', report: measured('retention', [40, 1], [38, 2]) },
      ],
      total: measured('retention', [740, 181], [728, 152]),
    },
    'figure-by-rung-at-the-end': {
      kind: 'figure-by',
      figure: 'clv',
      by: 'rung',
      window,
      rows: [
        { value: 'repeat', report: { ...measured('clv', [525_000_00, 0, 1200, 1000, 250], []), currency } },
        { value: 'partner', report: { ...measured('clv', [9_000_00, 0, 6, 0, 0], []), currency } },
      ],
      total: { ...measured('clv', [534_000_00, 0, 1206, 1000, 250], []), currency },
    },
    'figure-clv': {
      kind: 'figure',
      report: measured('clv', [525_000_00, 0, 1200, 1000, 250], [500_000_00, 4_000_00, 1100, 900, 240]),
    },
    'figure-clv-no-churn': { kind: 'figure', report: measured('clv', [100_00, 0, 40, 0, 0], [0, 0, 0, 0, 0]) },
    'figure-clv-no-losses': { kind: 'figure', report: measured('clv', [100_00, 0, 40, 10, 0], [0, 0, 0, 0, 0]) },
    'figure-by-rung': {
      kind: 'figure-by',
      figure: 'nps',
      by: 'rung',
      window,
      rows: [
        { value: 'repeat', report: npsReport(30, 20, 10, true) },
        { value: 'ambassador', report: npsReport(9, 1, 0) },
        { value: 'anonymous', report: npsReport(1, 1, 1) },
      ],
      total: npsReport(40, 22, 11),
    },
    'figure-by-country': {
      kind: 'figure-by',
      figure: 'nps',
      by: 'country',
      window,
      rows: ['DK', 'NO', '', 'XX'].map((value) => ({ value, report: npsReport(9, 1, 0) })),
      total: npsReport(36, 4, 0),
    },
    'figure-by-segment': {
      kind: 'figure-by',
      figure: 'nps',
      by: 'segment',
      window,
      rows: Array.from({ length: 60 }, (_, i) => ({ value: `${typed.word} ${i}`, report: npsReport(9, 1, 0) })),
      total: npsReport(36, 4, 0),
    },
    cohorts: {
      kind: 'cohorts',
      cohorts: toCohorts(
        [
          { cohort: '2026-08', month: day('2026-08-01'), customers: 40 },
          { cohort: '2026-08', month: day('2026-09-01'), customers: 12 },
          { cohort: '2026-08', month: day('2026-11-01'), customers: 5 },
          { cohort: '2026-10', month: day('2026-10-01'), customers: 3 },
          { cohort: '2026-10', month: day('2026-11-01'), customers: 1 },
          { cohort: '2026-11', month: day('2026-11-01'), customers: 9 },
        ],
        day('2026-08-01'),
        day('2026-11-23'),
      ),
    },
    'cohorts-none': { kind: 'cohorts', cohorts: [] },
    'figure-of-part': {
      kind: 'figure',
      report: { ...npsReport(30, 20, 10, true), part: { dimension: 'segment', value: typed.word } },
    },
    ...trends,
    clv: {
      kind: 'clv',
      report: {
        ...measured('clv', [525_000_00, 0, 1200, 1000, 250], [500_000_00, 4_000_00, 1100, 900, 240]),
        currency,
      },
      cost: measured('cac', [30_000_00, 1, 60], [0, 0, 0]),
    },
    'clv-left-out': {
      kind: 'clv',
      report: {
        ...measured('clv', [525_000_00, 0, 1200, 1000, 250], [0, 0, 0, 0, 0]),
      },
      cost: measured('cac', [0, 0, 60], [0, 0, 0]),
    },
    'customer-value': { kind: 'customer-value', value: customerValue(typed) },
    'customer-value-alone': {
      kind: 'customer-value',
      value: {
        ...customerValue(typed),
        yearsEntered: false,
        years: 4,
        valueMinor: 1_400_00,
        costMinor: null,
        simpleMinor: null,
        won: { count: 0, valueMinor: 0, rewardMinor: 0 },
        lost: { count: 0, valueMinor: 0 },
        withRecommendationsMinor: 1_400_00,
        predicted: null,
      },
    },
    'customer-value-unknown': {
      kind: 'customer-value',
      value: {
        ...customerValue(typed),
        years: null,
        yearsEntered: false,
        yearlyChurn: null,
        valueMinor: null,
        simpleMinor: null,
        won: { count: 2, valueMinor: null, rewardMinor: 0 },
        withRecommendationsMinor: null,
        predicted: null,
      },
    },
    'customer-value-none': {
      kind: 'customer-value',
      value: {
        ...customerValue(typed),
        orders: 0,
        revenueMinor: 0,
        averageOrderMinor: null,
        valueMinor: 0,
        simpleMinor: -300_00,
        withRecommendationsMinor: 860_00,
        predicted: null,
      },
    },
    ...Object.fromEntries(definedNames.map((name) => [`definition-${name}`, { kind: 'definition', name }])),
    campaign: { kind: 'campaign', campaign: campaign(typed), mayManage: true },
    'campaign-uneven': { kind: 'campaign', campaign: unevenCampaign(typed), mayManage: false },
    campaigns: { kind: 'campaigns', typed: null, campaigns: [campaign(typed), unevenCampaign(typed)], more: true },
    'campaigns-none': { kind: 'campaigns', typed: null, campaigns: [], more: false },
    'campaigns-unknown': { kind: 'campaigns', typed: typed.word, campaigns: [], more: false },
    spend: { kind: 'spend', spend: spend(typed), more: true, mayManage: true },
    'spend-none': { kind: 'spend', spend: [], more: false, mayManage: false },
    rates: { kind: 'rates', base: 'DKK', rates, more: true, mayManage: true },
    'rates-none': { kind: 'rates', base: 'DKK', rates: [], more: false, mayManage: true },
    customer: { kind: 'customer', card: card(typed) },
    'customer-more': { kind: 'customer-more', card: card(typed) },
    'customer-pinned': {
      kind: 'customer',
      card: card(typed, {
        placement: {
          rung: 'partner',
          pinned: true,
          orderDays: 0,
          newestOrderDay: null,
          active: false,
          advocate: false,
          newestNps: null,
        },
        since: { day: day('2026-03-03'), reason: 'pinned' },
        pin: { id: 3, rung: 'partner', reason: typed.comment, authorId: 'U0ADMIN', untilDay: day('2027-01-01') },
        next: null,
        endsOn: null,
        orderCount: 0,
        value: [],
        orders: [],
        voices: [],
        recommendedBy: null,
        recommended: [],
        asked: { survey: 'csat', day: day('2026-10-02'), state: 'not-arrived' },
        openFollowUp: null,
        risk: null,
        ownerId: null,
        links: [],
      }),
    },
    customers: {
      kind: 'customers',
      typed: typed.word,
      found: Array.from({ length: 12 }, (_, i) => ({ ...customer(typed, i + 1), rung: i === 0 ? null : 'customer' })),
      more: true,
      mayMake: true,
    },
    ...customerLists(typed),
    ...voiceReplies(typed),
    ...segmentReplies(typed),
    'survey-link': surveyLink(typed, { isNew: true }),
    'survey-link-mail': surveyLink(typed, { isNew: true, mailTo: 'anna@hansen.example' }),
    'survey-link-again': surveyLink(typed, { isNew: false, survey: 'cli', asksIn: 'da' }),
    'asked-lately': {
      kind: 'asked-lately',
      customer: customer(typed),
      askedDay: today - 40,
      isAnswered: false,
      againFrom: today + 50,
    },
    'asked-lately-answered': {
      kind: 'asked-lately',
      customer: customer(typed),
      askedDay: today - 40,
      isAnswered: true,
      againFrom: today + 50,
    },
    'customers-none': { kind: 'customers', typed: typed.word, found: [], more: false, mayMake: true },
    'follow-ups': {
      kind: 'follow-ups',
      filter: 'open',
      followUps: Array.from({ length: 4 }, (_, i) =>
        followUp(typed, {
          id: i + 1,
          dueDay: today + i - 2,
          overdue: i < 2,
          ...(i === 3 && { status: 'claimed', stewardId: 'U0ASTEWARD' }),
        }),
      ),
      total: 30,
      before: 4,
      next: { id: 4, dueDay: today + 1, worthMinor: 1_240_050 },
    },
    'follow-ups-first': {
      kind: 'follow-ups',
      filter: 'all',
      followUps: [followUp(typed, { overdue: true, dueDay: today - 1 }), followUp(typed, { id: 13 })],
      total: 2,
    },
    'follow-ups-none': { kind: 'follow-ups', filter: 'mine', followUps: [], total: 0 },
    help: { kind: 'help', unknown: null, commands: commands.map(({ words }) => words[0]) },
    'help-named': { kind: 'help', unknown: null, of: 'named', commands: ['nps', 'cohorts'] },
    'help-unknown': {
      kind: 'help',
      unknown: { typed: typed.word, nearest: 'nps', after: `90 ${typed.word}` },
      commands: commands.map(({ words }) => words[0]),
    },
    'help-sentence': {
      kind: 'help',
      unknown: { typed: typed.word, nearest: 'nps', after: '90', isSentence: true },
      commands: commands.map(({ words }) => words[0]),
    },
    'help-unknown-far': {
      kind: 'help',
      unknown: { typed: typed.word, nearest: null, after: '' },
      commands: commands.map(({ words }) => words[0]),
    },
    import: { kind: 'import', result: importResult(typed) },
    imports: { kind: 'imports', imports: listedImports(typed) },
    'digest-settings': {
      kind: 'digest-settings',
      schedules: Array.from({ length: 16 }, (_, i) => ({
        id: i + 1,
        kind: i === 1 ? 'quarterly-review' : 'digest',
        channelId: 'C0ALERTS',
        cron: ['0 9 * * 1', '30 7 1 * *', '0 8 * * 1-5', typed.word][i % 4] ?? '',
        timeZone: 'Europe/Copenhagen',
        locale: 'nb',
        sections: ['figures', 'voices'],
        active: i !== 1,
        dueAt: new Date('2026-11-23T08:00:00Z'),
      })),
    },
    'digest-settings-none': { kind: 'digest-settings', schedules: [] },
    digest: { kind: 'digest', digest: digest(typed) },
    ...targetReplies(typed),
    ...reviewReplies(review(typed)),
    settings: {
      kind: 'settings',
      settings: {
        timeZone: 'Europe/Copenhagen',
        currency: 'DKK',
        locale: 'da',
        nameStyle: 'full',
        alertChannelId: 'C0ALERTS',
        alertsPerHour: 10,
        ladderRules: defaultLadderRules,
        customerLinks: [],
        admins: ['U0ADMIN'],
        stewards: Array.from({ length: 25 }, (_, i) => `U0STEWARD${i}`),
        ownLocale: null,
        mayChange: true,
      },
    },
    ...predictionReplies(customer(typed)),
    ...Object.fromEntries(
      notes(typed).map((note, i, all) => [`note-${note.kind}-${nth(note, i, all)}`, { kind: 'note', note } as const]),
    ),
  };
}

/** Which of its kind a note is. */
function nth({ kind }: Note, place: number, all: readonly Note[]): number {
  return all.slice(0, place + 1).filter((note) => note.kind === kind).length;
}

function answered(answer: MessageAnswer): ReadyAnnouncement {
  return { kind: 'answer', answer, locale: null, memberId: null };
}

/** Every kind of post, by the name of its golden file. */
export function announcements(typed: Typed): Readonly<Record<string, ReadyAnnouncement>> {
  const claimed = followUp(typed, { status: 'claimed', stewardId: 'U0ASTEWARD' });
  const done = { cause: 'delivery', outcome: typed.comment };
  const release = { byId: 'U0ADMIN', ofId: 'U0ASTEWARD' };
  const forOther = { memberId: release.byId, ofId: release.ofId };
  const progress = {
    undoing: false,
    importId: 4,
    fileName: typed.file,
    rowsRead: 120_000,
    rows: 250_000,
    result: importResult(typed),
    error: null,
  };
  return {
    'follow-up-open': { kind: 'follow-up', followUp: followUp(typed) },
    'follow-up-owned': {
      kind: 'follow-up',
      followUp: followUp(typed, { ownerId: 'U0OWNER', voices: [voice(typed)], voiceCount: 1 }),
    },
    'follow-up-anonymous': {
      kind: 'follow-up',
      followUp: followUp(typed, { customer: null, rung: null, overdue: true }),
    },
    'follow-up-at-risk': {
      kind: 'follow-up',
      followUp: followUp(typed, { reason: atRiskReason, voices: [], voiceCount: 0 }),
    },
    ...predictionPosts(typed.comment),
    ...customerFiles(typed),
    ...voiceFiles(typed),
    ...obstaclePosts,
    alerts: { kind: 'alerts', alerts: sharedAlerts(typed) },
    'alerts-done': { kind: 'alerts', alerts: { ...sharedAlerts(typed), open: 0, claimed: 0, done: 80, list: [] } },
    'event-claimed-shared': {
      kind: 'follow-up-event',
      event: { kind: 'claimed', memberId: 'U0ASTEWARD' },
      followUp: claimed,
      isShared: true,
    },
    'event-done-shared': {
      kind: 'follow-up-event',
      event: { kind: 'done', memberId: 'U0ASTEWARD', ...done },
      followUp: claimed,
      isShared: true,
    },
    'follow-up-claimed': { kind: 'follow-up', followUp: claimed },
    'follow-up-done': { kind: 'follow-up', followUp: { ...claimed, status: 'done', ...done } },
    'follow-up-done-for-other': { kind: 'follow-up', followUp: { ...claimed, status: 'done', ...done, release } },
    'follow-up-handed-back-for-other': { kind: 'follow-up', followUp: followUp(typed, { release }) },
    'event-answered': { kind: 'follow-up-event', event: { kind: 'answered', answerId: 2 }, followUp: claimed },
    'event-claimed': { kind: 'follow-up-event', event: { kind: 'claimed', memberId: 'U0ASTEWARD' }, followUp: claimed },
    'event-handed-back': {
      kind: 'follow-up-event',
      event: { kind: 'handed-back', memberId: 'U0ASTEWARD' },
      followUp: claimed,
    },
    'event-handed-back-owned': {
      kind: 'follow-up-event',
      event: { kind: 'handed-back', memberId: 'U0ASTEWARD' },
      followUp: followUp(typed, { ownerId: 'U0OWNER' }),
    },
    'event-done': {
      kind: 'follow-up-event',
      event: { kind: 'done', memberId: 'U0ASTEWARD', ...done },
      followUp: claimed,
    },
    'event-handed-back-for-other': {
      kind: 'follow-up-event',
      event: { kind: 'handed-back', ...forOther },
      followUp: claimed,
    },
    'event-done-for-other': {
      kind: 'follow-up-event',
      event: { kind: 'done', ...forOther, ...done },
      followUp: claimed,
    },
    digest: {
      kind: 'digest',
      digest: digest(typed),
      posted: {
        subject: 'digest:1:2026-11-23T08:00:00.000Z',
        nextDueAt: '2026-11-30T08:00:00.000Z',
        timeZone: 'Europe/Copenhagen',
      },
    },
    'digest-details': { kind: 'digest-details', digest: digest(typed) },
    'digest-quiet': { kind: 'digest', digest: quietDigest },
    'answer-reply': answered({ kind: 'reply', reply: { kind: 'ladder', ladder: ladder(typed) } }),
    'answer-problem': answered({ kind: 'problem', words: `“${typed.word}” is not a period I know.` }),
    'answer-opens': answered({ kind: 'opens', words: `feedback ${typed.comment}` }),
    'answer-waiting': answered({ kind: 'waiting' }),
    'answer-told-alone': answered({ kind: 'told-alone' }),
    'answer-held': answered({
      kind: 'held',
      channelId: 'C0ALERTS',
      reason: 'restricted_action',
      words: `customer ${typed.comment}`,
    }),
    'answer-gave-up': answered({ kind: 'gave-up' }),
    ...figureAlerts(typed),
    ...reviewAnnouncements(review(typed)),
    shared: {
      kind: 'shared',
      reply: { kind: 'ladder', ladder: ladder(typed) },
      memberId: 'U0ASTEWARD',
    },
    'import-running': { kind: 'import', progress: { ...progress, status: 'running' } },
    'import-finished': { kind: 'import', progress: { ...progress, status: 'finished' } },
    'import-failed': { kind: 'import', progress: { ...progress, status: 'failed', error: typed.comment } },
    'import-undoing': { kind: 'import', progress: { ...progress, status: 'finished', undoing: true } },
    'import-not-undone': { kind: 'import', progress: { ...progress, status: 'finished', error: typed.comment } },
    'import-undone': { kind: 'import', progress: { ...progress, status: 'undone' } },
    'follow-up-withdrawn': { kind: 'follow-up-withdrawn' },
    'refused-rows': { kind: 'refused-rows', progress: { ...progress, status: 'finished' } },
  };
}

/** Every Home, by the name of its golden file. */
export function homes(typed: Typed): Readonly<Record<string, Required<HomeFacts>>> {
  const who = customer(typed);
  const mine = { status: 'claimed', stewardId: 'U0ASTEWARD' } as const;
  const quiet = ladder(typed);
  const counts = { prospect: 0, customer: 0, repeat: 0, ambassador: 0, partner: 0 };
  const full: Required<HomeFacts> = {
    view: 'follow-ups',
    memberId: 'U0ASTEWARD',
    today,
    waiting: { open: 12, claimed: 5, overdue: 3, oldestDay: today - 5 },
    inBrief: [npsReport(50, 30, 20), rateReport('repeat', 120, 240)],
    customers: 400,
    ladder: ladder(typed),
    figures: [
      { report: npsReport(50, 30, 20), sparkline: [12, null, 18, 25, 20, 30] },
      { report: rateReport('csat', 42, 50), sparkline: [0.7, 0.84] },
      { report: rateReport('repeat', 120, 240), sparkline: [] },
    ],
    targets: targets(typed),
    furtherTargets: { count: 4, met: 3 },
    mine: {
      list: Array.from({ length: 5 }, (_, i) =>
        followUp(typed, { ...mine, id: 100 + i, ...(i === 0 && { overdue: true, dueDay: today - 1 }) }),
      ),
      total: 9,
    },
    open: { list: Array.from({ length: 5 }, (_, i) => followUp(typed, { id: 200 + i })), total: 12 },
    myCustomers: Array.from({ length: 4 }, (_, i) => ({
      ...who,
      id: 300 + i,
      rung: i === 0 ? null : 'repeat',
      value: i === 1 ? [] : typed.money,
      takenDay: today - i,
      atWork: i === 0,
    })),
    checklist: null,
    mayManage: true,
    undelivered: 2,
    docsUrl: null,
  };
  const nothing = { list: [], total: 0 };
  const calm = {
    ...full,
    targets: [],
    mine: nothing,
    open: nothing,
    myCustomers: [],
    mayManage: false,
    undelivered: 0,
    waiting: { open: 0, claimed: 0, overdue: 0, oldestDay: null },
    inBrief: [],
  };
  return {
    full,
    'full-figures': { ...full, view: 'figures' },
    calm,
    'calm-figures': { ...calm, view: 'figures' },
    'first-day': {
      ...calm,
      view: 'figures',
      customers: 0,
      ladder: { ...quiet, counts, movements: [], up: [], down: [] },
      figures: [{ report: npsReport(0, 0, 0), sparkline: [] }],
      checklist: { imported: false, alertChannel: true, digest: false, targets: false },
      mayManage: true,
    },
  };
}

/** What came of a press on a Home, by the name of its golden file. */
export function notices(typed: Typed): Readonly<Record<string, HomeNotice>> {
  return {
    note: { kind: 'note', note: { kind: 'claim-taken', stewardId: 'U0ASTEWARD' } },
    problem: { kind: 'problem', words: `“${typed.word}” is not a period I know. Try \`/loyalty help\`.` },
    answered: { kind: 'answered' },
  };
}

/** Every modal, by the name of its golden file. */
export function views(typed: Typed, locale: Locale): Readonly<Record<string, ModalView>> {
  const who = customer(typed);
  const choices = {
    kind: null,
    locale: null,
    skip: null,
    scale: null,
    rates: null,
    decimals: null,
    columns: [typed.word, '', 'amount'],
    shop: typed.word,
    sameNumber: null,
    similarNumbers: null,
    knownRows: null,
    knownOrders: null,
  };
  const none = { alerts: null, newCustomers: null, numberStyle: null, dateOrder: null };
  const settings: SettingsFacts = {
    timeZone: 'Europe/Copenhagen',
    currency: 'DKK',
    locale: 'da',
    nameStyle: 'full',
    alertChannelId: 'C0ALERTS',
    alertsPerHour: 10,
    ladderRules: defaultLadderRules,
    customerLinks: [],
    admins: ['U0ADMIN'],
    stewards: [],
    ownLocale: 'nb',
    mayChange: true,
  };
  const schedule = { channelId: 'C0ALERTS', cron: '0 9 * * 1', timeZone: 'Europe/Oslo', locale: 'nb' };
  const kinds = answerKinds.map((kind): [string, ModalView] => [
    `feedback-${kind}`,
    feedbackView({ kind, day: today, comment: kind === 'nps' ? null : typed.comment, customer: who }, locale),
  ]);
  return {
    ...Object.fromEntries(kinds),
    'feedback-message': feedbackView(
      {
        kind: 'nps',
        day: today - 3,
        comment: typed.comment,
        customer: null,
        message: {
          channelId: 'C0ALERTS',
          ts: '1700000000.000100',
          responseUrl: 'https://hooks.slack.com/actions/T0/1/x',
        },
      },
      locale,
    ),
    'follow-up-done': followUpDoneView({ id: 12, customer: who, stewardId: 'U0ASTEWARD', isOwn: true }, locale),
    'follow-up-done-for-other': followUpDoneView(
      { id: 12, customer: who, stewardId: 'U0ASTEWARD', isOwn: false },
      locale,
    ),
    commands: commandsView(toldOf(commands, locale), locale),
    pin: pinView(who, 'repeat', locale),
    correction: correctionView(correctable(typed), null, locale),
    'correction-of-order': correctionView(correctable(typed), 'order:\u001f1001', locale),
    'correction-of-answer': correctionView(correctable(typed), 'answer:7', locale),
    'correction-of-customer': correctionView(correctable(typed), 'customer', locale),
    'customer-edit': customerEditView(
      {
        customer: who,
        seen: { name: '1d2a', cost: '9k3' },
        name: typed.name,
        email: typed.name,
        ownerId: 'U0OWNER',
        source: typed.source,
        segments: [typed.word, 'VIP'],
        relationshipYears: 2.5,
        cost: typed.money[0] ?? null,
        recommendedBy: who,
        reward: { amountMinor: 30_000, currency: 'EUR' },
        losses: [{ recommendationId: typed.externalId.slice(0, 60), day: today, value: typed.money[0] ?? null }],
      },
      locale,
    ),
    'customer-edit-empty': customerEditView(
      {
        customer: who,
        seen: {},
        name: null,
        email: null,
        ownerId: null,
        source: null,
        segments: [],
        relationshipYears: null,
        cost: null,
        recommendedBy: null,
        reward: null,
        losses: [],
      },
      locale,
    ),
    'customer-new': customerNewView(typed.name ?? '', locale),
    recommendation: recommendationView({ customer: who, today }, locale),
    spend: spendView({ today, currency: 'DKK' }, locale),
    rate: rateView({ today, base: 'DKK' }, locale),
    settings: settingsView(settings, locale),
    'settings-own': settingsView({ ...settings, mayChange: false, ownLocale: null }, locale),
    digest: digestView(
      { ...schedule, sections: ['figures', 'voices'], active: true, review: true },
      marksOfSchedule(null),
      locale,
    ),
    'digest-preview': digestPreviewView(
      {
        ...schedule,
        when: 'mandager 9:00',
        locale: 'nb',
        sections: ['follow-ups', 'figures', 'ladder', 'voices'],
        active: true,
        review: true,
      },
      { digest: { ...digest(typed), late: null }, firstDueAt: new Date('2026-11-30T08:00:00.000Z') },
      locale,
      {},
    ),
    'digest-new': digestView(
      { ...schedule, channelId: null, cron: typed.word, sections: [], active: false, review: false },
      marksOfSchedule(null),
      locale,
    ),
    ...targetViews(typed, locale),
    ...segmentViews(typed, locale),
    ...voiceViews(typed, locale),
    ...reviewViews(locale),
    ...obstacleViews(locale),
    waiting: waitingView(locale),
    failed: failedView(locale, typed.comment),
    'import-file': importFileView(locale),
    ...predictionViews(locale),
    ...trendViews(locale),
    'share-to': shareToView({ words: 'review 2026-Q3', asOf: 20_727 }, locale),
    ...restViews(replies(typed), locale),
    'import-details': importDetailsView({ result: importResult(typed) }, locale),
    'definition-of-figure': definitionView('nps', locale, { told: figureParts(locale, npsReport(65, 26, 19)) }),
    'import-again': importAgainView(4, { code: 'not-text', why: typed.comment }, choices, locale),
    'import-again-same-number': importAgainView(4, { code: 'same-number', why: typed.comment }, choices, locale),
    'import-preview': importPreviewView(importPreview(typed), locale),
    'import-preview-customers': importPreviewView(
      { ...importPreview(typed), kind: 'customers', firstRows: [], ...none, refused: { count: 0, first: [] } },
      locale,
    ),
    'import-preview-segments': importPreviewView(
      {
        ...importPreview(typed),
        ...none,
        kind: 'customers',
        columns: ['customer', 'segments'].map((column) => ({ column, header: typed.word })),
        firstRows: [['4711', typed.source]],
      },
      locale,
    ),
  };
}

function importNotes(typed: Typed): ImportNote[] {
  return [
    { code: 'above-header', lines: 3, titles: [typed.source, typed.word] },
    { code: 'remembered', columns: ['date', '', 'score', typed.word] },
    { code: 'known-export', system: 'Shopify', kind: 'orders' },
    { code: 'settled', column: 'amount', header: typed.word, instead: [typed.source, 'Subtotal'] },
    { code: 'header-says', column: 'amount', header: typed.word, unit: 3, vat: 'with', zone: null },
    { code: 'header-says', column: 'amount', header: typed.word, unit: 'minor', vat: 'without', zone: null },
    { code: 'header-says', column: 'date', header: typed.word, unit: null, vat: null, zone: '+00:00' },
    { code: 'place', header: typed.word },
    { code: 'not-read', headers: Array.from({ length: 30 }, () => typed.source) },
    { code: 'already-there', rows: 1200, fileName: typed.file, day: 20_520 },
    { code: 'already-there', rows: 3, fileName: null, day: null },
    {
      code: 'changed-orders',
      orders: 3,
      first: {
        number: typed.word,
        before: { amountMinor: 12_500, currency: 'DKK', day: 20_500 },
        after: { amountMinor: 2_500, currency: 'DKK', day: 20_512 },
      },
    },
    {
      code: 'left-out',
      column: 'country',
      count: 12,
      first: { line: 1040, value: typed.word, reason: { code: 'unknown-country' } },
    },
  ];
}

function importPreview(typed: Typed): ImportPreview {
  const columns = ['customer', 'date', 'kind', 'score', 'comment', 'source', 'public', typed.source];
  return {
    importId: 4,
    fileName: typed.file,
    kind: 'feedback',
    rows: 1500,
    columns: columns.map((column) => ({ column, header: typed.word })),
    notes: importNotes(typed),
    firstRows: Array.from({ length: 5 }, () => ['4711', '2026-03-01', 'nps', '3', typed.comment, typed.source, '']),
    refused: {
      count: 12,
      first: [
        { line: 4, column: 'score', value: typed.word, reason: { code: 'not-a-score', min: 0, max: 10 }, cells: [] },
        { line: 9, column: null, value: null, reason: { code: 'broken-quotes' }, cells: [] },
      ],
    },
    encoding: 'windows-1252',
    delimiter: ';',
    numberStyle: 'comma',
    dateOrder: 'day-first',
    newCustomers: 12,
    alerts: { recent: 4, all: 210 },
  };
}

function surveyLink(
  typed: Typed,
  given: Pick<Reply & { kind: 'survey-link' }, 'isNew'> & Partial<Reply & { kind: 'survey-link' }>,
): Reply {
  return {
    kind: 'survey-link',
    customer: customer(typed),
    survey: 'nps',
    link: 'https://loyalty.example.com/s/1-AAAAAAAAAAAAAAAAAAAAAA',
    asker: typed.word,
    asksIn: 'nb',
    untilDay: today + 30,
    againFrom: today + 90,
    invitationId: 3,
    mailTo: null,
    ...given,
  };
}
