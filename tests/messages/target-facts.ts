import type { ModalView } from '@slack/types';
import type { ReadyAnnouncement } from '../../src/facts/announcement.ts';
import type { Note, Reply } from '../../src/facts/reply.ts';
import type { TargetFacts } from '../../src/facts/report.ts';
import { marksOfTarget } from '../../src/flows/targets/set-target.ts';
import type { FigureReport } from '../../src/loyalty/figures/report.ts';
import { dayFromIso } from '../../src/loyalty/time/period.ts';
import { targetView } from '../../src/messages/modals/target-form.ts';
import type { Locale } from '../../src/text/define-text.ts';

interface Typed {
  readonly source: string;
  readonly word: string;
}

/** NPS over 90 days with this value, from 50 firm or however many votes. */
export function measured(value: number | null, base = 50, change: FigureReport['change'] = null): FigureReport {
  const counts = { promoters: 0, passives: base, detractors: 0 };
  return {
    figure: 'nps',
    window: { from: dayFromIso('2026-08-25'), to: dayFromIso('2026-11-23') },
    value,
    base,
    counts,
    interval: null,
    previous: {
      window: { from: dayFromIso('2026-05-27'), to: dayFromIso('2026-08-25') },
      value: change && value !== null ? value - change.value : null,
      base: change ? 60 : 0,
      counts,
    },
    change,
  };
}

/** A target of NPS +45 by 23 December, with this value so far. */
export function target(value: number | null, facts: Partial<TargetFacts> = {}): TargetFacts {
  const goal = facts.value ?? 45;
  return {
    id: 3,
    figure: 'nps',
    part: null,
    comparison: 'at-least',
    value: goal,
    untilDay: dayFromIso('2026-12-23'),
    span: 90,
    state: value !== null && value >= goal ? 'met' : 'missed',
    createdBy: 'U0ADMIN',
    currency: 'DKK',
    report: measured(value),
    distance: value === null ? null : goal - value,
    daysLeft: 31,
    ...facts,
  };
}

export function targets({ source }: Typed): TargetFacts[] {
  return [
    target(38),
    target(47.2, { id: 4, part: { dimension: 'rung', value: 'ambassador' }, span: 'quarter', createdBy: 'shell' }),
    target(44.7, { id: 5, part: { dimension: 'segment', value: source }, daysLeft: 0 }),
    target(null, { id: 6, part: { dimension: 'country', value: 'NO' }, report: measured(null, 0), daysLeft: 1 }),
    target(20, { id: 7, part: { dimension: 'source', value: source }, report: measured(20, 12), daysLeft: -3 }),
    target(0.612, {
      id: 8,
      figure: 'repeat',
      value: 0.58,
      distance: -0.032,
      state: 'met',
      report: { ...measured(0.612), figure: 'repeat' },
    }),
  ];
}

export function targetReplies(typed: Typed): Record<string, Reply> {
  return {
    targets: { kind: 'targets', targets: targets(typed), mayChange: true },
    'targets-seen': { kind: 'targets', targets: targets(typed).slice(0, 2), mayChange: false },
    'targets-none': { kind: 'targets', targets: [], mayChange: true },
  };
}

export function targetNotes({ source }: Typed): Note[] {
  const part = { dimension: 'segment', value: source } as const;
  return [
    { kind: 'target-saved', target: target(38, { part }) },
    { kind: 'target-removed', target: { figure: 'nps', part } },
    { kind: 'target-removed', target: null },
  ];
}

export function figureAlerts({ source }: Typed): Record<string, ReadyAnnouncement> {
  const part = { dimension: 'segment', value: source } as const;
  const fallen = measured(38, 100, { value: -20, p: 0.004, proven: true });
  return {
    'figure-alert-reached': {
      kind: 'figure-alert',
      alert: { kind: 'reached', part: null, report: measured(47.2), target: target(47.2) },
    },
    'figure-alert-left': {
      kind: 'figure-alert',
      alert: { kind: 'left', part, report: fallen, target: target(38, { part, report: fallen }) },
    },
    'figure-alert-wrong-way': {
      kind: 'figure-alert',
      alert: { kind: 'wrong-way', part: null, report: fallen, target: null },
    },
  };
}

export function targetViews({ word }: Typed, locale: Locale): Record<string, ModalView> {
  const untilDay = dayFromIso('2026-12-31');
  const nothing = { figure: null, part: null, value: '', untilDay, span: null };
  const part = { dimension: 'segment', value: word.slice(0, 100) } as const;
  return {
    target: targetView({ figure: 'nps', part, value: word, untilDay, span: 'quarter' }, marksOfTarget(null), locale),
    'target-new': targetView(nothing, marksOfTarget(null), locale),
  };
}
