import type { FigureReport } from '../loyalty/figures/figure.ts';
import { isoFromDay, type Window } from '../loyalty/period.ts';
import type { CampaignFacts, Reply } from '../messages/reply.ts';

/** A reply as programs read it: unrounded, `null` where there is nothing. A contract: keys are added, never changed. */
export function toJson(reply: Reply): unknown {
  switch (reply.kind) {
    case 'figure':
      return { ...figureJson(reply.report), ...(reply.average !== null && { average: reply.average }) };
    case 'figure-by-rung':
      return {
        figure: reply.figure,
        window: windowJson(reply.window),
        rungs: reply.rows.map(({ rung, report }) => ({ rung, ...figureJson(report) })),
        total: figureJson(reply.total),
      };
    case 'ladder':
      return reply.ladder.counts;
    case 'overview': {
      const { ladder, figures, followUps, customers, orders, revenue } = reply;
      return {
        ladder: ladder.counts,
        figures: Object.fromEntries(figures.map((report) => [report.figure, figureJson(report)])),
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
    case 'digest-settings':
      return withIsoDays({ schedules: reply.schedules });
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
    case 'note':
      return withIsoDays(reply.note);
  }
}

function figureJson(report: FigureReport): object {
  const { figure, window, value, base, counts, interval, previous, change } = report;
  return {
    figure,
    window: windowJson(window),
    value,
    base,
    counts,
    interval,
    previous: { ...previous, window: windowJson(previous.window) },
    change,
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
