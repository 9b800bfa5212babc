import { MissingRate } from '../../loyalty/facts/rates.ts';
import { dearestFirst } from '../../loyalty/facts/worth.ts';
import type { Dimension, FigureCounts, Part } from '../../loyalty/figures/figure.ts';
import { type FigureName, figures } from '../../loyalty/figures/index.ts';
import { type CountedWindow, type FigureReport, toReport } from '../../loyalty/figures/report.ts';
import { rungs } from '../../loyalty/ladder/rung-rules.ts';
import { previousWindow } from '../../loyalty/time/calendar.ts';
import type { Window } from '../../loyalty/time/period.ts';
import type { FigureSettings } from '../../store/counts/figures.ts';
import type { WorkspaceStore } from '../../store/store.ts';
import { factorsInto } from '../upkeep/read-factors.ts';
import { missingRate } from './missing-rate.ts';

/** A workspace, and what it settled of figures. */
export interface FigureContext {
  readonly store: WorkspaceStore;
  readonly settings: FigureSettings;
}

/** A figure over a window, and over the one it is compared with; of all, of a part, or of those who are in several at once. */
export async function readFigure(
  { store, settings }: FigureContext,
  name: FigureName,
  window: Window,
  parts: readonly Part[] = [],
): Promise<FigureReport> {
  const before = previousWindow(window);
  const [part = null, ...within] = parts;
  const of = { ...(part && { part }), ...(within.length > 0 && { within }) };
  const [counts, scales, currencies] = await Promise.all([
    store.figures.counts(name, [window, before], { part, within }, settings).catch(missedRate),
    readScales(store, name, [window, before]),
    figures[name].tellsCurrencies ? readCurrencies({ store, settings }, window, parts) : {},
  ]);
  if (counts instanceof MissingRate) {
    const report = reportOf(name, settings, [window], [before]);
    return { ...report, ...of, ...currencies, missingRate: { currency: counts.currency, day: counts.day } };
  }
  const [now, then] = counts;
  const report = reportOf(name, settings, [window, now?.get('')], [before, then?.get('')]);
  return { ...report, ...of, ...scales, ...currencies };
}

/** One figure that cannot be told must not take a whole digest with it: it says itself what is missing. */
function missedRate(thrown: unknown): MissingRate {
  if (thrown instanceof MissingRate) return thrown;
  throw thrown;
}

/** What it comes to in each currency, the dearest first. */
async function readCurrencies(
  { store, settings }: FigureContext,
  window: Window,
  parts: readonly Part[],
): Promise<Pick<FigureReport, 'currencies'>> {
  const [sums, factors] = await Promise.all([
    store.figures.salesByCurrency(window, parts, settings),
    factorsInto(settings.currency, store),
  ]);
  const inOrder = dearestFirst(
    sums.map((sum) => ({ ...sum, amountMinor: sum.revenueMinor })),
    factors,
  );
  return { currencies: inOrder.map(({ amountMinor: _, ...sum }) => sum) };
}

/** What answers of a figure were given on another scale than its own; nothing where none were. */
export async function readScales(
  store: WorkspaceStore,
  name: FigureName,
  windows: readonly [now: Window, before?: Window],
): Promise<Pick<FigureReport, 'scales'>> {
  const { asks } = figures[name];
  if (!asks) return {};
  const [now = [], before = []] = await store.answers.scales(
    asks,
    windows.filter((one) => one !== undefined),
  );
  return now.length + before.length > 0 ? { scales: { now, before } } : {};
}

/** One part of a dimension. */
export interface PartReport {
  /** A rung, `anonymous`, a country, a segment, a source; empty: not known. */
  readonly value: string;
  readonly report: FigureReport;
}

/**
 * A figure by every part of a dimension that has anything in one of the two windows: rungs in their order, else the largest
 * first.
 *
 * @param within parts all of which hold of everybody who is counted
 */
export async function readFigureBy(
  { store, settings }: FigureContext,
  name: FigureName,
  window: Window,
  { by, within = [] }: { readonly by: Dimension; readonly within?: readonly Part[] },
): Promise<PartReport[]> {
  const before = previousWindow(window);
  const [now, then] = await countsOrRefusal(store, name, [window, before], { by, within }, settings);
  const values = [...new Set([...(now?.keys() ?? []), ...(then?.keys() ?? [])])];
  return values
    .map((value) => ({
      value,
      report: reportOf(name, settings, [window, now?.get(value)], [before, then?.get(value)]),
    }))
    .filter(({ report: { counts, previous } }) => isSome(counts) || isSome(previous.counts))
    .sort((a, b) =>
      by === 'rung'
        ? placeOfRung(a.value) - placeOfRung(b.value)
        : b.report.base - a.report.base || (a.value < b.value ? -1 : 1),
    );
}

/** The counts of a figure. @throws UserError that names the currency and the day where a rate is missing */
export async function countsOrRefusal(
  store: WorkspaceStore,
  ...asked: Parameters<WorkspaceStore['figures']['counts']>
): ReturnType<WorkspaceStore['figures']['counts']> {
  try {
    return await store.figures.counts(...asked);
  } catch (thrown) {
    if (thrown instanceof MissingRate) throw missingRate(thrown.currency, thrown.base, thrown.day);
    throw thrown;
  }
}

function reportOf(
  name: FigureName,
  { currency }: FigureSettings,
  now: CountedWindow,
  before: CountedWindow,
): FigureReport {
  const report = toReport(name, now, before);
  return figures[name].unit === 'money' ? { ...report, currency } : report;
}

/** Also a source that cost money and won nobody. */
function isSome(counts: FigureCounts): boolean {
  return Object.values(counts).some((count) => count !== 0);
}

/** Anonymous answers come after the rungs. */
function placeOfRung(value: string): number {
  const place = (rungs as readonly string[]).indexOf(value);
  return place < 0 ? rungs.length : place;
}
