import type { ModalView } from '@slack/types';
import { answerKinds } from '../../src/loyalty/answer.ts';
import { calendarWindow, cutAt, previousWindow } from '../../src/loyalty/calendar.ts';
import { campaignReport } from '../../src/loyalty/figures/campaign.ts';
import type { FigureName, FigureReport } from '../../src/loyalty/figures/figure.ts';
import { defaultLadderRules } from '../../src/loyalty/ladder.ts';
import { type Calendar, dayFromIso, type Window } from '../../src/loyalty/period.ts';
import type { CurrencyRate } from '../../src/loyalty/rates.ts';
import type { NewSpend } from '../../src/loyalty/spend.ts';
import type { ReadyAnnouncement } from '../../src/messages/announcement.ts';
import { commandNames } from '../../src/messages/command-words.ts';
import type { DrawContext } from '../../src/messages/draw-context.ts';
import { customerEditView } from '../../src/messages/modals/customer-edit-form.ts';
import { digestView } from '../../src/messages/modals/digest-form.ts';
import { feedbackView } from '../../src/messages/modals/feedback-form.ts';
import { followUpDoneView } from '../../src/messages/modals/follow-up-done-form.ts';
import { importAgainView, importFileView } from '../../src/messages/modals/import-file-form.ts';
import { type ImportPreview, importPreviewView } from '../../src/messages/modals/import-preview-form.ts';
import { pinView } from '../../src/messages/modals/pin-form.ts';
import { rateView } from '../../src/messages/modals/rate-form.ts';
import { recommendationView } from '../../src/messages/modals/recommendation-form.ts';
import { settingsView } from '../../src/messages/modals/settings-form.ts';
import { spendView } from '../../src/messages/modals/spend-form.ts';
import { failedView, waitingView } from '../../src/messages/modals/waiting-view.ts';
import type {
  CampaignFacts,
  CustomerCard,
  CustomerName,
  DigestFacts,
  FollowUpFacts,
  ImportResult,
  LadderFacts,
  Money,
  Note,
  Reply,
  SettingsFacts,
  Voice,
} from '../../src/messages/reply.ts';
import type { Locale } from '../../src/text/define-text.ts';

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
    figure === 'csat' ? { satisfied: hits, others: base - hits } : { repeat: hits, customers: base };
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
    openFollowUp: { id: 12, status: 'claimed', stewardId: 'U0ASTEWARD', dueDay: day('2026-11-24') },
    mayPin: true,
    ...facts,
  };
}

export function digest(typed: Typed): DigestFacts {
  return {
    window: { from: day('2026-11-16'), to: day('2026-11-23') },
    sections: ['figures', 'ladder', 'voices', 'follow-ups'],
    figures: [npsReport(50, 30, 20), rateReport('csat', 42, 50), rateReport('repeat', 0, 0)],
    ladder: ladder(typed),
    goodVoices: Array.from({ length: 6 }, () => voice(typed, { score: 10, negative: false })),
    badVoices: Array.from({ length: 6 }, () => voice(typed, { kind: 'cli', score: null, cliMean: 33.3 })),
    followUps: {
      open: 11,
      claimed: 1,
      overdue: 2,
      list: [followUp(typed), followUp(typed, { overdue: true, status: 'claimed', stewardId: 'U0ASTEWARD' })],
    },
    late: { dueAt: '2026-11-23T08:00:00Z', timeZone: 'Europe/Copenhagen', skipped: 2 },
  };
}

const quietDigest: DigestFacts = {
  ...digest(plainTyped),
  figures: [npsReport(0, 0, 0)],
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
    firstRefused: Array.from({ length: 10 }, (_, i) => ({ line: i + 2, column: typed.source, reason: typed.comment })),
  };
}

function notes(typed: Typed): readonly Note[] {
  const who = customer(typed);
  return [
    { kind: 'feedback-recorded', customer: who, followUpOpened: true },
    { kind: 'feedback-recorded', customer: null, followUpOpened: false },
    { kind: 'pinned', customer: who, rung: 'partner', untilDay: null },
    { kind: 'pinned', customer: who, rung: 'partner', untilDay: day('2027-01-01') },
    { kind: 'unpinned', customer: who, rung: 'repeat' },
    { kind: 'settings-saved' },
    { kind: 'customer-edited', customer: who },
    { kind: 'recommendation-noted', customer: who, outcome: 'won' },
    { kind: 'recommendation-noted', customer: who, outcome: 'lost' },
    { kind: 'spend-added' },
    { kind: 'rate-set', currency: 'EUR', base: 'DKK', day: today },
    { kind: 'campaign-removed', name: typed.source },
    {
      kind: 'digest-saved',
      channelId: 'C0ALERTS',
      dueAt: new Date('2026-11-23T08:00:00Z'),
      timeZone: 'Europe/Copenhagen',
    },
    { kind: 'digest-queued', channelId: 'C0ALERTS' },
    { kind: 'shared', channelId: 'C0ALERTS' },
    { kind: 'import-started' },
    ...(['claimed', 'already-yours', 'done', 'gone', 'handed-back', 'closed'] as const).map(
      (outcome) => ({ kind: 'claim', outcome }) as const,
    ),
    { kind: 'claim-taken', stewardId: 'U0ASTEWARD' },
    { kind: 'handed-back-for', stewardId: 'U0ASTEWARD' },
    { kind: 'passed-on', stewardId: 'U0ASTEWARD' },
    { kind: 'not-yours', stewardId: 'U0ASTEWARD' },
    { kind: 'not-yours', stewardId: null },
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
  const figures = [npsReport(50, 30, 20), rateReport('csat', 42, 50), rateReport('repeat', 1040, 2357)];
  return {
    overview: {
      kind: 'overview',
      ladder: ladder(typed),
      figures,
      followUps: { open: 3, claimed: 2, overdue: 1 },
      customers: 400,
      orders: 5012,
      revenue: typed.money,
      undelivered: 1,
    },
    ladder: { kind: 'ladder', ladder: ladder(typed) },
    'ladder-year': { kind: 'ladder', ladder: { ...ladder(typed), window: asked('year', '2026-11-22') } },
    'figure-nps': { kind: 'figure', report: npsReport(50, 30, 20), average: null },
    'figure-nps-proven': { kind: 'figure', report: npsReport(90, 10, 20, true), average: null },
    'figure-nps-three': { kind: 'figure', report: npsReport(3, 0, 0), average: null },
    'figure-nps-none': { kind: 'figure', report: npsReport(0, 0, 0), average: null },
    'figure-csat-few': { kind: 'figure', report: rateReport('csat', 8, 10), average: 4.25 },
    'figure-repeat': { kind: 'figure', report: rateReport('repeat', 1040, 2357), average: null },
    'figure-month': { kind: 'figure', report: over('month', '2026-02-10', npsReport(50, 30, 20)), average: null },
    'figure-month-running': {
      kind: 'figure',
      report: over('month', '2026-11-22', npsReport(50, 30, 20)),
      average: null,
    },
    'figure-quarter': { kind: 'figure', report: over('quarter', '2026-02-10', npsReport(3, 0, 0)), average: null },
    'figure-quarter-running': {
      kind: 'figure',
      report: over('quarter', '2026-11-22', npsReport(90, 10, 20, true)),
      average: null,
    },
    'figure-year-running': {
      kind: 'figure',
      report: over('year', '2026-11-22', rateReport('repeat', 1040, 2357)),
      average: null,
    },
    'figure-by-rung': {
      kind: 'figure-by-rung',
      figure: 'nps',
      window,
      rows: [
        { rung: 'ambassador', report: npsReport(9, 1, 0) },
        { rung: 'repeat', report: npsReport(30, 20, 10, true) },
        { rung: null, report: npsReport(1, 1, 1) },
      ],
      total: npsReport(40, 22, 11),
    },
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
        endsOn: null,
        orderCount: 0,
        value: [],
        orders: [],
        voices: [],
        recommendedBy: null,
        recommended: [],
        openFollowUp: null,
      }),
    },
    customers: {
      kind: 'customers',
      typed: typed.word,
      found: Array.from({ length: 12 }, (_, i) => ({ ...customer(typed, i + 1), rung: i === 0 ? null : 'customer' })),
      more: true,
    },
    'customers-none': { kind: 'customers', typed: typed.word, found: [], more: false },
    'follow-ups': {
      kind: 'follow-ups',
      filter: 'open',
      followUps: Array.from({ length: 12 }, (_, i) => followUp(typed, { id: i + 1, overdue: i < 2 })),
      total: 30,
    },
    'follow-ups-none': { kind: 'follow-ups', filter: 'mine', followUps: [], total: 0 },
    help: { kind: 'help', unknown: null, commands: commandNames },
    'help-unknown': { kind: 'help', unknown: { typed: typed.word, nearest: 'nps' }, commands: commandNames },
    import: { kind: 'import', result: importResult(typed) },
    'digest-settings': {
      kind: 'digest-settings',
      schedules: Array.from({ length: 16 }, (_, i) => ({
        id: i + 1,
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
    settings: {
      kind: 'settings',
      settings: {
        timeZone: 'Europe/Copenhagen',
        currency: 'DKK',
        locale: 'da',
        nameStyle: 'full',
        alertChannelId: 'C0ALERTS',
        ladderRules: defaultLadderRules,
        admins: ['U0ADMIN'],
        stewards: Array.from({ length: 25 }, (_, i) => `U0STEWARD${i}`),
        ownLocale: null,
        mayChange: true,
      },
    },
    ...Object.fromEntries(
      notes(typed).map((note, i, all) => [`note-${note.kind}-${nth(note, i, all)}`, { kind: 'note', note } as const]),
    ),
  };
}

/** Which of its kind a note is. */
function nth({ kind }: Note, place: number, all: readonly Note[]): number {
  return all.slice(0, place + 1).filter((note) => note.kind === kind).length;
}

/** Every kind of post, by the name of its golden file. */
export function announcements(typed: Typed): Readonly<Record<string, ReadyAnnouncement>> {
  const claimed = followUp(typed, { status: 'claimed', stewardId: 'U0ASTEWARD' });
  const done = { cause: 'delivery', outcome: typed.comment };
  const release = { byId: 'U0ADMIN', ofId: 'U0ASTEWARD' };
  const forOther = { memberId: release.byId, ofId: release.ofId };
  const progress = {
    importId: 4,
    fileName: typed.file,
    rowsRead: 120_000,
    rows: 250_000,
    result: importResult(typed),
    error: null,
  };
  return {
    'follow-up-open': { kind: 'follow-up', followUp: followUp(typed) },
    'follow-up-anonymous': {
      kind: 'follow-up',
      followUp: followUp(typed, { customer: null, rung: null, overdue: true }),
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
    digest: { kind: 'digest', digest: digest(typed) },
    'digest-quiet': { kind: 'digest', digest: quietDigest },
    shared: {
      kind: 'shared',
      reply: { kind: 'ladder', ladder: ladder(typed) },
      memberId: 'U0ASTEWARD',
    },
    'import-running': { kind: 'import', progress: { ...progress, status: 'running' } },
    'import-finished': { kind: 'import', progress: { ...progress, status: 'finished' } },
    'import-failed': { kind: 'import', progress: { ...progress, status: 'failed', error: typed.comment } },
    'refused-rows': { kind: 'refused-rows', progress: { ...progress, status: 'finished' } },
  };
}

/** Every modal, by the name of its golden file. */
export function views(typed: Typed, locale: Locale): Readonly<Record<string, ModalView>> {
  const who = customer(typed);
  const choices = { kind: null, locale: null, columns: [typed.word, '', 'amount'] };
  const none = { alerts: null, newCustomers: null, numberStyle: null, dateOrder: null };
  const settings: SettingsFacts = {
    timeZone: 'Europe/Copenhagen',
    currency: 'DKK',
    locale: 'da',
    nameStyle: 'full',
    alertChannelId: 'C0ALERTS',
    ladderRules: defaultLadderRules,
    admins: ['U0ADMIN'],
    stewards: [],
    ownLocale: 'nb',
    mayChange: true,
  };
  const schedule = { scheduleId: 1, channelId: 'C0ALERTS', cron: '0 9 * * 1', timeZone: 'Europe/Oslo', locale: 'nb' };
  const kinds = answerKinds.map((kind): [string, ModalView] => [
    `feedback-${kind}`,
    feedbackView({ kind, today, comment: kind === 'nps' ? null : typed.comment, customer: who }, locale),
  ]);
  return {
    ...Object.fromEntries(kinds),
    'follow-up-done': followUpDoneView({ id: 12, customer: who, stewardId: 'U0ASTEWARD', isOwn: true }, locale),
    'follow-up-done-for-other': followUpDoneView(
      { id: 12, customer: who, stewardId: 'U0ASTEWARD', isOwn: false },
      locale,
    ),
    pin: pinView(who, 'repeat', locale),
    'customer-edit': customerEditView(
      {
        customer: who,
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
    recommendation: recommendationView({ customer: who, today }, locale),
    spend: spendView({ today, currency: 'DKK' }, locale),
    rate: rateView({ today, base: 'DKK' }, locale),
    settings: settingsView(settings, locale),
    'settings-own': settingsView({ ...settings, mayChange: false, ownLocale: null }, locale),
    digest: digestView({ ...schedule, sections: ['figures', 'voices'], active: true }, locale),
    'digest-new': digestView(
      { ...schedule, scheduleId: null, channelId: null, cron: typed.word, sections: [], active: false },
      locale,
    ),
    waiting: waitingView(locale),
    failed: failedView(locale, typed.comment),
    'import-file': importFileView(locale),
    'import-again': importAgainView(4, typed.comment, choices, locale),
    'import-preview': importPreviewView(importPreview(typed), locale),
    'import-preview-customers': importPreviewView(
      { ...importPreview(typed), kind: 'customers', firstRows: [], ...none, refused: 0 },
      locale,
    ),
  };
}

function importPreview(typed: Typed): ImportPreview {
  const columns = ['customer', 'date', 'kind', 'score', 'comment', 'source', 'public', typed.source];
  return {
    importId: 4,
    fileName: typed.file,
    kind: 'feedback',
    rows: 1500,
    columns: columns.map((column) => ({ column, header: typed.word })),
    ignored: Array.from({ length: 30 }, () => typed.source),
    firstRows: Array.from({ length: 5 }, () => ['4711', '2026-03-01', 'nps', '3', typed.comment, typed.source, '']),
    refused: 2,
    encoding: 'windows-1252',
    delimiter: ';',
    numberStyle: 'comma',
    dateOrder: 'day-first',
    newCustomers: 12,
    alerts: { recent: 4, all: 210 },
  };
}
