import { moneySegment } from '../../loyalty/counts/count-sheet.ts';
import { timesYears } from '../../loyalty/facts/customer.ts';
import { type Converted, convertExactly, MissingRate, type Rates, ratesInto } from '../../loyalty/facts/rates.ts';
import type { Day, Window } from '../../loyalty/time/period.ts';
import type { Sql } from '../database/sql.ts';
import { ratesStore } from '../facts/rates.ts';
import { spendStore } from '../facts/spend.ts';
import type { Which } from './counted.ts';
import { keptCountsStore, type TallySum } from './kept-counts.ts';
import { amountsByDay } from './money-figures.sql.ts';
import type { SegmentChoice } from './sums-before.ts';

/** Amounts of figures in the reporting currency, each at the rate of its day. For one question: what it needs again is read once. */
export function moneyFigures(sql: Sql, workspaceId: number, currency: string) {
  const rates = once(async () => ratesInto(currency, await ratesStore(sql, workspaceId).list()));
  const spend = spendStore(sql, workspaceId);
  const kept = keptCountsStore(sql, workspaceId);
  const currencies = once(() => kept.currencies());
  const inEachCurrency = async (value: string): Promise<SegmentChoice> => ({
    any: (await currencies()).map((one) => moneySegment(value, one)),
  });

  return {
    /**
     * What orders came to in each window, in minor units, by value of the dimension: of customers for whom no years are entered,
     * and of the others times these years.
     *
     * @throws MissingRate
     */
    async revenueByYears(windows: readonly Window[], which: Which): Promise<Map<string, readonly number[]>[]> {
      const [all, entered] = await Promise.all([revenue('orders', windows, which), revenue('entered', windows, which)]);
      return all.map((found, i) => {
        const entries = [...found].map(([key, { amount }]): [string, readonly number[]] => {
          const own = entered[i]?.get(key);
          return [key, [amount - (own?.amount ?? 0), own?.times ?? 0]];
        });
        return new Map(entries);
      });
    },

    /**
     * What was spent in each window on winning customers, by source where that is asked for, and 1: where nothing is recorded
     * there is nothing.
     *
     * @throws MissingRate
     */
    async spend(windows: readonly Window[], which: Which): Promise<Map<string, readonly number[]>[]> {
      const sources = 'by' in which ? await spend.sources() : [which.part?.value ?? null];
      const found = windows.map(() => new Map<string, readonly number[]>());
      const known = await rates();
      for (const source of sources) {
        for (const [i, amounts] of (await spend.inWindow(windows, source)).entries()) {
          if (amounts.length === 0) continue;
          found[i]?.set('by' in which ? (source ?? '') : '', [must(convertExactly(known, amounts), currency), 1]);
        }
      }
      return found;
    },
  };

  /** What orders came to, of the figure `entered` also times the years that were entered. */
  async function revenue(
    figure: 'orders' | 'entered',
    windows: readonly Window[],
    which: Which,
  ): Promise<Map<string, { amount: number; times: number }>[]> {
    const dimension = 'by' in which ? which.by : (which.part?.dimension ?? null);
    const name = dimension === null ? figure : `${figure}/${dimension}`;
    const value = 'part' in which ? which.part?.value : undefined;
    const [known, segments] = await Promise.all([
      rates(),
      value === undefined ? ('all' as const) : inEachCurrency(value),
    ]);
    const sums = await kept.tallies(name, daysOf(windows, known), segments);
    const own = sums.filter(({ segment }) => segment.startsWith(currency));
    const foreign = new Set(sums.map(({ segment }) => segment).filter((segment) => !segment.startsWith(currency)));
    const sumAt = new Map(sums.map((sum) => [`${sum.asOf} ${sum.segment}`, sum]));
    const earliest = Math.min(...windows.map(({ from }) => from));
    // Only days before the first rate are looked at one by one, for the first that has an amount.
    const unrated = [...foreign].filter((segment) => !isRated(known, segment.slice(0, 3), earliest));
    const daily = unrated.length === 0 ? [] : await dailyAmounts(name, unrated, windows);
    const amountsOf = (segment: string, window: Window) =>
      unrated.includes(segment)
        ? daily.filter((one) => one.segment === segment && one.day >= window.from && one.day < window.to)
        : amountsByRate(known, segment.slice(0, 3), window, (day) => sumAt.get(`${day} ${segment}`));
    return windows.map((window) => {
      const { found, add } = addedUp(which);
      addOwn(add, own, window);
      for (const segment of foreign) {
        const amounts = amountsOf(segment, window);
        const inCurrency = (what: 'amount' | 'times') =>
          must(convertExactly(known, amounts.map(datedMoney(segment.slice(0, 3), what))), currency);
        add(segment, inCurrency('amount'), inCurrency('times'));
      }
      return found;
    });
  }

  async function dailyAmounts(
    figure: string,
    segments: readonly string[],
    windows: readonly Window[],
  ): Promise<DailyAmount[]> {
    const [from, to] = [Math.min(...windows.map((one) => one.from)), Math.max(...windows.map((one) => one.to))];
    const rows = await sql.rows(amountsByDay, [workspaceId, figure, segments, from, to]);
    return rows.map(({ times, rest, ...row }) => ({ ...row, times: timesYears(times, rest) }));
  }
}

type Add = (segment: string, amount: number, times: number) => void;

/** Sums by value of the dimension that is asked for. */
function addedUp(which: Which): { readonly found: Map<string, { amount: number; times: number }>; readonly add: Add } {
  const found = new Map<string, { amount: number; times: number }>();
  const add: Add = (segment, amount, times) => {
    const key = 'by' in which ? segment.slice(4) : '';
    const before = found.get(key) ?? { amount: 0, times: 0 };
    found.set(key, { amount: before.amount + amount, times: before.times + times });
  };
  return { found, add };
}

function addOwn(add: Add, own: readonly TallySum[], { from, to }: Window): void {
  for (const { asOf, segment, first, second, third } of own) {
    // What came to nothing at one end has no row there.
    const sign = asOf === to ? 1 : asOf === from ? -1 : 0;
    if (sign !== 0) add(segment, sign * second, timesYears(sign * third, sign * first));
  }
}

function datedMoney(currency: string, what: 'amount' | 'times') {
  return (one: DatedAmount) => ({ day: one.day, currency, amountMinor: one[what] });
}

function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | null = null;
  return () => {
    asked ??= ask();
    return asked;
  };
}

interface DatedAmount {
  readonly day: Day;
  readonly amount: number;
  readonly times: number;
}

interface DailyAmount extends DatedAmount {
  readonly segment: string;
}

/** Whether a rate holds on a day, and so on every later one. */
function isRated({ steps }: Rates, currency: string, day: Day): boolean {
  return (steps.get(currency)?.[0]?.day ?? Number.POSITIVE_INFINITY) <= day;
}

/** What came in while each rate held, on the first day of that time. */
function amountsByRate(
  { steps }: Rates,
  currency: string,
  { from, to }: Window,
  sumBefore: (day: Day) => TallySum | undefined,
): DatedAmount[] {
  const changes = (steps.get(currency) ?? []).map(({ day }) => day).filter((day) => day > from && day < to);
  return [from, ...changes].map((day, i) => {
    const [first, last] = [sumBefore(day), sumBefore(changes[i] ?? to)];
    return {
      day,
      amount: (last?.second ?? 0) - (first?.second ?? 0),
      times: timesYears((last?.third ?? 0) - (first?.third ?? 0), (last?.first ?? 0) - (first?.first ?? 0)),
    };
  });
}

function must(converted: Converted, base: string): number {
  if (converted.kind === 'converted') return converted.amountMinor;
  throw new MissingRate(converted.currency, base, converted.day);
}

/** The ends of windows, and the days in them on which a rate changes. */
function daysOf(windows: readonly Window[], { steps }: Rates): Day[] {
  const changes = [...steps.values()].flat().map(({ day }) => day);
  const isIn = (day: Day) => windows.some(({ from, to }) => day > from && day < to);
  return [...new Set([...windows.flatMap(({ from, to }) => [from, to]), ...changes.filter(isIn)])];
}
