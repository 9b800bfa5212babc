import type { CampaignFacts, Reply } from '../facts/reply.ts';
import type { TargetFacts } from '../facts/report.ts';
import { worthOfAPoint, yearlyChurnOf } from '../loyalty/figures/clv.ts';
import type { FigureReport } from '../loyalty/figures/figure.ts';
import { figures } from '../loyalty/figures/index.ts';
import { isoFromDay, type Window } from '../loyalty/time/period.ts';
import { definitionOf } from '../messages/figures/definition.ts';
import { atRiskJson, predictionJson } from './prediction-json.ts';

/** A reply as programs read it: unrounded, `null` where there is nothing. A contract: keys are added, never changed. */
export function toJson(reply: Reply): unknown {
  switch (reply.kind) {
    case 'figure':
      return figureJson(reply.report);
    case 'figure-by':
      return {
        figure: reply.figure,
        by: reply.by,
        window: windowJson(reply.window),
        parts: reply.rows.map(({ value, report }) => ({
          ...figureJson(report),
          part: { dimension: reply.by, value },
        })),
        ...(reply.by === 'rung' && {
          rungs: reply.rows.map(({ value, report }) => ({
            rung: value === 'anonymous' ? null : value,
            ...figureJson(report),
          })),
        }),
        total: figureJson(reply.total),
      };
    case 'trend': {
      const { figure, step, points } = reply.series;
      const part = reply.part ? { part: reply.part } : {};
      const told = points.map((point) => ({ ...point, window: windowJson(point.window) }));
      return { figure, ...part, step, target: reply.target, points: told };
    }
    case 'cohorts':
      return { cohorts: reply.cohorts.map((cohort) => ({ ...cohort, month: windowJson(cohort.month) })) };
    case 'definition':
      return { name: reply.name, at: `docs/figures.md#${reply.name}`, ...definitionOf('en', reply.name) };
    case 'clv':
      return clvJson(reply);
    case 'customer-value':
      return withIsoDays(reply.value);
    case 'ladder':
      return reply.ladder.counts;
    case 'overview': {
      const { ladder, figures: reports, followUps, customers, orders, revenue } = reply;
      return {
        ladder: ladder.counts,
        figures: Object.fromEntries(reports.map((report) => [report.figure, figureJson(report)])),
        followUps,
        customers,
        orders,
        revenue: revenue.map(({ currency, amountMinor }) => ({ currency, amountMinor })),
      };
    }
    case 'import': {
      const { imported, updated, unchanged, refused, refusedFile, customersMade } = reply.result;
      return { imported, updated, unchanged, refused, refusedFile, customersMade };
    }
    case 'customer':
      return withIsoDays(reply.card);
    case 'customers':
      return withIsoDays({ found: reply.found, more: reply.more });
    case 'follow-ups':
      return withIsoDays({ followUps: reply.followUps, total: reply.total });
    case 'digest':
      return withIsoDays(reply.digest);
    case 'review':
      return withIsoDays(reply.review);
    case 'digest-settings':
      return withIsoDays({ schedules: reply.schedules });
    case 'targets':
      return { targets: reply.targets.map(targetJson) };
    case 'campaign':
      return campaignJson(reply.campaign);
    case 'campaigns':
      return { campaigns: reply.campaigns.map(campaignJson), more: reply.more };
    case 'spend':
      return { spend: withIsoDays(reply.spend), more: reply.more };
    case 'rates':
      return { base: reply.base, rates: withIsoDays(reply.rates), more: reply.more };
    case 'settings':
      return reply.settings;
    case 'help':
      return { unknown: reply.unknown, commands: reply.commands };
    case 'prediction':
      return predictionJson(reply);
    case 'at-risk':
      return atRiskJson(reply);
    case 'verification':
      return withIsoDays({ ...reply.found, ...(reply.afterRepair && { afterRepair: reply.afterRepair }) });
    case 'note':
      if (reply.note.kind === 'target-saved') return { kind: reply.note.kind, target: targetJson(reply.note.target) };
      return withIsoDays(reply.note);
  }
}

/** Amounts are minor units. */
function clvJson({ report, cost }: Extract<Reply, { kind: 'clv' }>): object {
  const { revenueMinor = 0, revenueTimesYears = 0, active = 0, activeBefore = 0, lost = 0 } = report.counts;
  const counts = { revenueMinor, revenueTimesYears, active, activeBefore, lost };
  return {
    ...figureJson(report),
    yearlyChurn: yearlyChurnOf(counts),
    worthOfAPoint: worthOfAPoint(counts),
    acquisitionCost: figureJson(cost),
    simple: report.value === null || cost.value === null ? null : report.value - cost.value,
  };
}

function targetJson({ untilDay, report, ...target }: TargetFacts): object {
  return { ...target, until: isoFromDay(untilDay), report: figureJson(report) };
}

function figureJson(report: FigureReport): object {
  const { figure, part, window, currency, missingRate, value, missing, base, counts, interval, previous, change } =
    report;
  return {
    figure,
    ...(part && { part }),
    window: windowJson(window),
    // Amounts are minor units.
    ...(currency !== undefined && { currency }),
    value,
    ...(missing && { missing }),
    ...(missingRate && { missingRate: { ...missingRate, day: isoFromDay(missingRate.day) } }),
    base,
    counts,
    interval,
    previous: { ...previous, window: windowJson(previous.window) },
    change,
    ...figures[figure].more?.(counts),
  };
}

function campaignJson({ name, variants, total, balance }: CampaignFacts): object {
  return { campaign: name, variants, total, balance };
}

function windowJson({ from, to }: Window): { from: string; to: string } {
  return { from: isoFromDay(from), to: isoFromDay(to) };
}

const dayNames = new Set(['day', 'asOf', 'endsOn', 'from', 'to']);

/** Days of the facts as dates: what is called a day, or the ends of a window. */
function withIsoDays(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => withIsoDays(one));
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'number') return dayNames.has(name) || name.endsWith('Day') ? isoFromDay(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withIsoDays(part, key)]));
}
