import { moneySegment } from '../../loyalty/counts/count-sheet.ts';
import type { MoneyTally } from '../../loyalty/counts/kept-read.ts';
import { timesYears } from '../../loyalty/facts/customer.ts';
import { type Converted, convertExactly, MissingRate, type Rates, ratesInto } from '../../loyalty/facts/rates.ts';
import type { Part } from '../../loyalty/figures/figure.ts';
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
      const [all, entered] = await Promise.all([sums('orders', windows, which), sums('entered', windows, which)]);
      return all.map((found, i) => {
        const entries = [...found].map(([key, [, amount = 0]]): [string, readonly number[]] => {
          const [own = 0, times = 0] = entered[i]?.get(key) ?? [];
          return [key, [amount - own, times]];
        });
        return new Map(entries);
      });
    },

    /**
     * The orders of each window, what they came to less refunds, the refunds, and what came from customers' first days, by value of
     * the dimension.
     *
     * @throws MissingRate
     */
    async sales(windows: readonly Window[], which: Which): Promise<Map<string, readonly number[]>[]> {
      const [all, first] = await Promise.all([sums('orders', windows, which), sums('first-orders', windows, which)]);
      return all.map((found, i) => {
        const keys = [...new Set([...found.keys(), ...(first[i]?.keys() ?? [])])];
        return new Map(keys.map((key) => [key, [...(found.get(key) ?? [0, 0, 0]), first[i]?.get(key)?.[0] ?? 0]]));
      });
    },

    /** The same of one window by currency, not converted: orders, what they came to, and refunds. */
    async salesByCurrency({ from, to }: Window, part: Part | null): Promise<Map<string, readonly number[]>> {
      const { name, segments } = await placeOf('orders', { part });
      const found = new Map<string, readonly number[]>();
      for (const { asOf, segment, first, second, third } of await kept.tallies(name, [from, to], segments)) {
        const sign = asOf === to ? 1 : -1;
        const [orders = 0, amount = 0, refunds = 0] = found.get(segment.slice(0, 3)) ?? [];
        found.set(segment.slice(0, 3), [orders + sign * first, amount + sign * second, refunds + sign * third]);
      }
      return found;
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

  /** Where a tally of amounts is kept, and which of its segments are asked for. */
  async function placeOf(tally: MoneyTally, which: Which): Promise<{ name: string; segments: SegmentChoice }> {
    const dimension = 'by' in which ? which.by : (which.part?.dimension ?? null);
    const value = 'part' in which ? which.part?.value : undefined;
    return {
      name: dimension === null ? tally : `${tally}/${dimension}`,
      segments: value === undefined ? 'all' : await inEachCurrency(value),
    };
  }

  /** What a tally comes to in each window, its amounts in the reporting currency. */
  async function sums(
    tally: MoneyTally,
    windows: readonly Window[],
    which: Which,
  ): Promise<Map<string, readonly number[]>[]> {
    const [known, { name, segments }] = await Promise.all([rates(), placeOf(tally, which)]);
    const all = await kept.tallies(name, daysOf(windows, known), segments);
    const sumAt = new Map(all.map((sum) => [`${sum.asOf} ${sum.segment}`, sum]));
    const names = new Set(all.map(({ segment }) => segment));
    const earliest = Math.min(...windows.map(({ from }) => from));
    // Only days before the first rate are looked at one by one, for the first that has an amount.
    const unrated = [...names].filter((segment) => !isRated(known, segment.slice(0, 3), earliest));
    const daily = unrated.length === 0 ? [] : await dailySums(name, unrated, windows);
    const datedSums = (segment: string, window: Window) =>
      unrated.includes(segment)
        ? daily.filter((one) => one.segment === segment && one.day >= window.from && one.day < window.to)
        : sumsByRate(known, segment.slice(0, 3), window, (day) => sumAt.get(`${day} ${segment}`));
    return windows.map((window) => {
      const found = new Map<string, readonly number[]>();
      for (const segment of names) {
        const key = 'by' in which ? segment.slice(4) : '';
        const numbers = worthOf(tally, datedSums(segment, window), known, segment.slice(0, 3));
        const before = found.get(key) ?? [];
        found.set(
          key,
          numbers.map((number, i) => number + (before[i] ?? 0)),
        );
      }
      return found;
    });
  }

  async function dailySums(figure: string, segments: readonly string[], windows: readonly Window[]) {
    const [from, to] = [Math.min(...windows.map((one) => one.from)), Math.max(...windows.map((one) => one.to))];
    return sql.rows(amountsByDay, [workspaceId, figure, segments, from, to]);
  }
}

/** What of a kept tally is an amount: the others are numbers of orders. */
const numbersOf = {
  orders: { counts: ({ first }) => [first], amounts: ({ second, third }) => [second, third] },
  'first-orders': { counts: () => [], amounts: ({ second }) => [second] },
  entered: { counts: () => [], amounts: ({ first, second, third }) => [second, timesYears(third, first)] },
} as const satisfies Readonly<Record<MoneyTally, Record<'counts' | 'amounts', (sums: Sums) => readonly number[]>>>;

type Sums = Pick<TallySum, 'first' | 'second' | 'third'>;
interface DatedSums extends Sums {
  readonly day: Day;
}

/** The numbers of a tally, its counts first, and its amounts in the reporting currency. */
function worthOf(tally: MoneyTally, dated: readonly DatedSums[], rates: Rates, currency: string): readonly number[] {
  const { counts, amounts } = numbersOf[tally];
  const nothing = { first: 0, second: 0, third: 0 };
  const totals = [...counts(nothing), ...amounts(nothing)];
  for (const { day, ...sums } of dated) {
    const converted = amounts(sums).map((amountMinor) =>
      must(convertExactly(rates, [{ day, currency, amountMinor }]), rates.base),
    );
    for (const [i, number] of [...counts(sums), ...converted].entries()) totals[i] = (totals[i] ?? 0) + number;
  }
  return totals;
}

function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | null = null;
  return () => {
    asked ??= ask();
    return asked;
  };
}

/** Whether a rate holds on a day, and so on every later one. */
function isRated({ base, steps }: Rates, currency: string, day: Day): boolean {
  return currency === base || (steps.get(currency)?.[0]?.day ?? Number.POSITIVE_INFINITY) <= day;
}

/** What came in while each rate held, on the first day of that time. */
function sumsByRate(
  { steps }: Rates,
  currency: string,
  { from, to }: Window,
  sumBefore: (day: Day) => Sums | undefined,
): DatedSums[] {
  const changes = (steps.get(currency) ?? []).map(({ day }) => day).filter((day) => day > from && day < to);
  return [from, ...changes].map((day, i) => {
    // What came to nothing before a day has no row there.
    const [before, after] = [sumBefore(day), sumBefore(changes[i] ?? to)];
    const between = (number: keyof Sums) => (after?.[number] ?? 0) - (before?.[number] ?? 0);
    return { day, first: between('first'), second: between('second'), third: between('third') };
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
