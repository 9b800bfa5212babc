import type { Day } from './period.ts';
import { type StayDays, type StayFigure, stayWidth } from './stays.ts';

/** Up to three numbers per day whose meaning the figure knows. */
export type TallyDays = Map<Day, Float64Array>;

/** Changes of kept counts, summed up before they are written. */
export interface CountSheet {
  /** The counts of a figure and a segment; `addTally` adds to them. */
  tallies(figure: string, segment: string): TallyDays;
  /** The counts of stays of a figure, told apart by a dimension or, where that is empty, not; and of a segment. */
  stays(figure: StayFigure, dimension: string, segment: string): StayDays;
  /**
   * The counts of customers who are alike, or of their answers: what is counted there once stands in the end in the counts of
   * all, of the country, of the source and of each segment.
   */
  group(country: string, source: string, tags: readonly string[]): CountGroup;
  /** To be called between customers: where there are very many groups, they are summed up, and begin anew. */
  keepSmall(): void;
  /** What is not zero, by day, and by whole blocks of days. */
  tallyChanges(): CountChange<Float64Array>[];
  stayChanges(): CountChange<Int32Array>[];
}

export interface CountGroup {
  /** @param currency of amounts; it stands before the name of each segment */
  tallies(figure: string, currency?: string): TallyDays;
  stays(figure: StayFigure): StayDays;
}

/** What is to be added to a row of kept counts. */
export interface CountChange<Counts> {
  readonly figure: string;
  readonly segment: string;
  readonly day: Day;
  readonly counts: Counts;
}

/**
 * Sums over whole blocks of days stand beside those of days, under a name of their own and on the first day of each, so that
 * the sum of all days before one is read from a few rows, however many years there are.
 */
export const blockDays = [16, 256] as const;

/** The name of a figure's sums over blocks of days. */
export function blockFigure(figure: string, days: (typeof blockDays)[number]): string {
  return `${figure}:${days}`;
}

/** How many numbers a day's tally holds. */
export const tallyWidth = 3;

export function countSheet(): CountSheet {
  const tallies = new Map<string, Map<string, TallyDays>>();
  const stays = new Map<string, Map<string, StayDays>>();
  const widths = new Map<string, number>();
  const groups = new Map<string, Group>();

  function staysOf(figure: StayFigure, dimension: string, segment: string): StayDays {
    const name = dimension === '' ? figure : `${figure}/${dimension}`;
    widths.set(name, stayWidth(figure));
    return segmentOf(stays, name, segment);
  }

  function sumUpGroups(): void {
    for (const group of groups.values()) {
      for (const [dimension, value] of group.segments) {
        for (const { figure, currency, days } of group.tallies) {
          const segment = dimension === '' || currency === '' ? currency || value : moneySegment(value, currency);
          const name = dimension === '' ? figure : `${figure}/${dimension}`;
          addDays(segmentOf(tallies, name, segment), days, () => new Float64Array(tallyWidth));
        }
        for (const [figure, days] of group.stays) {
          addDays(staysOf(figure, dimension, value), days, () => new Int32Array(stayWidth(figure)));
        }
      }
    }
    groups.clear();
  }

  return {
    tallies: (figure, segment) => segmentOf(tallies, figure, segment),
    stays: staysOf,
    group(country, source, tags) {
      const key = `${country}\u001f${source}\u001f${tags.join('\u001f')}`;
      let group = groups.get(key);
      if (group === undefined) {
        group = makeGroup(country, source, tags);
        groups.set(key, group);
      }
      return group.counts;
    },
    keepSmall() {
      if (groups.size > mostGroups) sumUpGroups();
    },
    tallyChanges() {
      sumUpGroups();
      return changesOf(tallies, () => new Float64Array(tallyWidth));
    },
    stayChanges() {
      sumUpGroups();
      return changesOf(stays, (figure) => new Int32Array(widths.get(figure) ?? 0));
    },
  };
}

/** Amounts are kept per currency: "DKK DK" are those in kroner of customers in Denmark. */
export function moneySegment(value: string, currency: string): string {
  return `${currency} ${value}`;
}

/** Enough for companies that put customers into few segments; each takes some memory. */
const mostGroups = 500;

interface Group {
  readonly counts: CountGroup;
  /** Country and source always, as the parts have to make the whole; a segment only where the customer is in one. */
  readonly segments: readonly (readonly [dimension: string, value: string])[];
  readonly tallies: { readonly figure: string; readonly currency: string; readonly days: TallyDays }[];
  readonly stays: Map<StayFigure, StayDays>;
}

function makeGroup(country: string, source: string, tags: readonly string[]): Group {
  const tallies: Group['tallies'] = [];
  const stays: Group['stays'] = new Map();
  const counts: CountGroup = {
    tallies(figure, currency = '') {
      // There are few, and a look at each is quicker than at a name made of both.
      for (const one of tallies) if (one.figure === figure && one.currency === currency) return one.days;
      const days: TallyDays = new Map();
      tallies.push({ figure, currency, days });
      return days;
    },
    stays: (figure) => entry(stays, figure, (): StayDays => new Map()),
  };
  const tagged = tags.map((tag) => ['segment', tag] as const);
  return { counts, segments: [['', ''], ['country', country], ['source', source], ...tagged], tallies, stays };
}

function addDays<Counts extends Numbers>(
  to: Map<Day, Counts>,
  from: ReadonlyMap<Day, Counts>,
  zero: () => Counts,
): void {
  for (const [day, counts] of from) {
    const sum = entry(to, day, zero);
    for (let i = 0; i < counts.length; i += 1) sum[i] = (sum[i] ?? 0) + (counts[i] ?? 0);
  }
}

/** Adds to the counts of a day. */
export function addTally(days: TallyDays, day: Day, first: number, second = 0, third = 0): void {
  let counts = days.get(day);
  if (counts === undefined) {
    counts = new Float64Array(tallyWidth);
    days.set(day, counts);
  }
  counts[0] = (counts[0] ?? 0) + first;
  counts[1] = (counts[1] ?? 0) + second;
  counts[2] = (counts[2] ?? 0) + third;
}

type Numbers = Float64Array | Int32Array;

function changesOf<Counts extends Numbers>(
  figures: ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<Day, Counts>>>,
  zero: (figure: string) => Counts,
): CountChange<Counts>[] {
  const changes: CountChange<Counts>[] = [];
  for (const [figure, segments] of figures) {
    for (const [segment, days] of segments) {
      for (const [day, counts] of days) if (isSome(counts)) changes.push({ figure, segment, day, counts });
      for (const length of blockDays) {
        const blocks = inBlocks(days, length, () => zero(figure));
        const name = blockFigure(figure, length);
        for (const [day, counts] of blocks) if (isSome(counts)) changes.push({ figure: name, segment, day, counts });
      }
    }
  }
  return changes;
}

function inBlocks<Counts extends Numbers>(
  days: ReadonlyMap<Day, Counts>,
  length: number,
  zero: () => Counts,
): Map<Day, Counts> {
  const blocks = new Map<Day, Counts>();
  for (const [day, counts] of days) {
    const first = Math.floor(day / length) * length;
    const block = entry(blocks, first, zero);
    for (let i = 0; i < counts.length; i += 1) block[i] = (block[i] ?? 0) + (counts[i] ?? 0);
  }
  return blocks;
}

function isSome(counts: Numbers): boolean {
  for (const count of counts) if (count !== 0) return true;
  return false;
}

function segmentOf<Days>(figures: Map<string, Map<string, Map<Day, Days>>>, figure: string, segment: string) {
  const segments = entry(figures, figure, () => new Map<string, Map<Day, Days>>());
  return entry(segments, segment, () => new Map<Day, Days>());
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
