import type { FileRefusal } from '../facts/refusal.ts';
import { type CurrencyRate, roughRate } from '../loyalty/facts/rates.ts';
import { bareCell } from './bare-cell.ts';
import type { TimeZone } from './dates.ts';
import { foldHeader } from './fold-header.ts';
import type { OpenFile } from './open-file.ts';
import { createRateReader } from './rates.ts';
import type { ReadPlan } from './read-plan.ts';
import { isRow, readRecords } from './read-records.ts';
import { cellsIn, shapeFault } from './record-shape.ts';

type TwoRates = Extract<FileRefusal, { readonly code: 'two-rates' }>;
type Doubt = Extract<FileRefusal, { readonly code: 'rates-doubtful' }>;

/** Two rows of a file that give one currency different rates for one day; null: no two do. */
function twoRates() {
  const rates = new Map<string, { readonly line: number; readonly value: string; readonly rate: number }>();
  return ({ currency, base, day, rate }: CurrencyRate, line: number, value: string): TwoRates | null => {
    const key = `${currency} ${base} ${day}`;
    const first = rates.get(key);
    if (!first) rates.set(key, { line, value, rate });
    if (!first || first.rate === rate) return null;
    return { code: 'two-rates', lines: [first.line, line], values: [first.value, value], currency, day };
  };
}

/**
 * Holds the rates of a file against those that are known, against each other and against what currencies are roughly worth:
 * one that lies the other way round, or at about 10 or 100 times as much, is asked about. Two of one day are refused. Null:
 * they fit.
 */
export async function settleRates(
  open: OpenFile,
  plan: ReadPlan,
  zone: TimeZone,
  knownRates: readonly CurrencyRate[],
): Promise<Doubt | TwoRates | null> {
  const unlike = twoRates();
  const read = createRateReader({ ...plan, zone });
  const before = new Map<string, number>();
  let decided = plan.rates !== null || !namesBase(plan);
  let undecided: Doubt | null = null;
  for await (const records of readRecords(open, plan)) {
    for (const record of records) {
      if (!isRow(record, plan) || shapeFault(record, plan.columns)) continue;
      const cells = cellsIn(record, plan.columns);
      const rate = read(cells, record.line);
      if ('reason' in rate) continue;
      const value = bareCell(cells[plan.columns.at.rate ?? -1] ?? '');
      const two = unlike(rate, record.line, value);
      if (two) return two;
      if (plan.rates === 'as-written') continue;
      const pair = `${rate.currency} ${rate.base}`;
      const last = before.get(pair);
      const { rate: reference, source } =
        last === undefined ? referenceOf(rate, knownRates) : { rate: last, source: 'file' as const };
      before.set(pair, rate.rate);
      const doubt = {
        code: 'rates-doubtful',
        place: { line: record.line, column: 'rate', value },
        ...rate,
        reference,
        source,
      } as const;
      const because = reference === null ? null : oddity(rate.rate / reference, rate.rate * reference, source);
      if (because !== null) return { ...doubt, because };
      // Far from 1:1 the way round shows, and one row of a table says it for all of it.
      if (reference !== null && (source === 'known' || far(reference) > far(near))) decided = true;
      else undecided ??= { ...doubt, because: 'direction' };
    }
  }
  return decided ? null : undecided;
}

/** In markets "base" is the currency of which one unit is told. */
function namesBase({ columns }: ReadPlan): boolean {
  return /^(?:base|basecurrency|basisvaluta|basevaluta)$/.test(foldHeader(columns.header[columns.at.base ?? -1] ?? ''));
}

/** What a currency is roughly worth is within this factor, and further from 1:1 than that the way round shows. */
const near = 3;
/** Two rates of one pair are nearer to each other than this; further away one is a slip, or told otherwise. */
const close = 1.6;

/**
 * How a rate is off, by what it is times the reference and times its inverse; null: it fits. What currencies are roughly worth
 * speaks only where another reading fits well.
 */
function oddity(direct: number, inverse: number, source: Doubt['source']): Doubt['because'] | null {
  const isRough = source === 'rough';
  if (far(direct) <= far(isRough ? near : close)) {
    const isMirrored = !isRough && far(direct) > far(1.08) && far(inverse) < far(direct) / 4;
    return isMirrored ? 'inverse' : null;
  }
  if (far(inverse) <= far(close)) return 'inverse';
  if (far(direct / 100) <= far(close) || far(direct * 100) <= far(close)) return 'hundredfold';
  // Within ten times two currencies may have moved in the years since; a known rate has not.
  return !isRough && far(direct) > far(6) ? 'tenfold' : null;
}

/** How far a factor is from 1, up or down. */
function far(factor: number): number {
  return Math.abs(Math.log(factor));
}

/** The known rate of the nearest day, in either direction; else what the two are roughly worth. */
function referenceOf(
  { currency, base, day }: CurrencyRate,
  known: readonly CurrencyRate[],
): { readonly rate: number | null; readonly source: 'known' | 'rough' } {
  let nearest: { distance: number; rate: number } | null = null;
  for (const one of known) {
    const isSame = one.currency === currency && one.base === base;
    const isReverse = one.currency === base && one.base === currency;
    const distance = Math.abs(one.day - day);
    if ((isSame || isReverse) && (nearest === null || distance < nearest.distance))
      nearest = { distance, rate: isSame ? one.rate : 1 / one.rate };
  }
  return nearest ? { rate: nearest.rate, source: 'known' } : { rate: roughRate(currency, base), source: 'rough' };
}
