import type { Day } from '../time/period.ts';
import { DayCounts } from './day-counts.ts';
import { type StayDays, type StayFigure, stayWidth } from './stays.ts';

/** Up to three numbers per day whose meaning the figure knows. */
export type TallyDays = DayCounts<Float64Array>;

/** Changes of kept counts, summed up before they are written. */
export interface CountSheet {
  /** The counts of a figure and a segment; `addTally` adds to them. */
  tallies(figure: string, segment: string): TallyDays;
  /** The counts of stays of a figure, told apart by a dimension or, where that is empty, not; and of a segment. */
  stays(figure: StayFigure, dimension: string, segment: string): StayDays;
  /** Where customers of a country, from a source and in some segments, or their answers, are counted. */
  group(country: string, source: string, tags: readonly string[]): CountGroup;
  /** What is not zero, by day, and by whole blocks of days. */
  tallyChanges(): CountChange<Float64Array>[];
  stayChanges(): CountChange<Int32Array>[];
  /** The same, a segment of a figure at a time. */
  tallySegments(): SegmentCounts<Float64Array>[];
  staySegments(): SegmentCounts<Int32Array>[];
}

/** The counts of all, of a country, of a source and of each segment: what is counted of a customer goes to each of them. */
export interface CountGroup {
  /** @param currency of amounts; it stands before the name of each segment */
  tallies(figure: string, currency?: string): readonly TallyDays[];
  stays(figure: StayFigure): readonly StayDays[];
}

/** What is to be added to a row of kept counts. */
export interface CountChange<Counts> {
  readonly figure: string;
  readonly segment: string;
  readonly day: Day;
  readonly counts: Counts;
}

/** The counts of one segment of a figure, or of its blocks of days, worked out when they are asked for. */
export interface SegmentCounts<Counts> {
  readonly figure: string;
  readonly segment: string;
  days(): Iterable<{ readonly day: Day; readonly counts: Counts }>;
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
  const allTallies = new Map<string, Map<string, TallyDays>>();
  const allStays = new Map<string, Map<string, StayDays>>();
  const groupOf = groupsOf(tallies, stays);

  function tallies(figure: string, segment: string): TallyDays {
    const segments = entry(allTallies, figure, (): Map<string, TallyDays> => new Map());
    return entry(segments, segment, () => new DayCounts(tallyWidth, (length) => new Float64Array(length)));
  }

  function stays(figure: StayFigure, dimension: string, segment: string): StayDays {
    const segments = entry(allStays, inDimension(figure, dimension), (): Map<string, StayDays> => new Map());
    return entry(segments, segment, () => new DayCounts(stayWidth(figure), (length) => new Int32Array(length)));
  }

  return {
    tallies,
    stays,
    group: groupOf,
    tallyChanges: () => changesOf(segmentsOf(allTallies)),
    stayChanges: () => changesOf(segmentsOf(allStays)),
    tallySegments: () => segmentsOf(allTallies),
    staySegments: () => segmentsOf(allStays),
  };
}

/** Amounts are kept per currency: "DKK DK" are those in kroner of customers in Denmark. */
export function moneySegment(value: string, currency: string): string {
  return `${currency} ${value}`;
}

/** Adds to the counts of a day. */
export function addTally(days: TallyDays, day: Day, first: number, second = 0, third = 0): void {
  const piece = days.pieceOf(day);
  const at = days.startOf(day);
  piece[at] = (piece[at] ?? 0) + first;
  piece[at + 1] = (piece[at + 1] ?? 0) + second;
  piece[at + 2] = (piece[at + 2] ?? 0) + third;
}

function inDimension(figure: string, dimension: string): string {
  return dimension === '' ? figure : `${figure}/${dimension}`;
}

/** Enough for companies that put customers into few segments; each takes some memory, and is quickly made again. */
const mostGroups = 5_000;

/** Groups by country and segments, then by source: those of one customer's answers often differ by their sources alone. */
function groupsOf(tallies: CountSheet['tallies'], stays: CountSheet['stays']): CountSheet['group'] {
  const groups = new Map<string, Map<string, CountGroup>>();
  let count = 0;
  let newest: {
    readonly country: string;
    readonly tags: readonly string[];
    readonly bySource: Map<string, CountGroup>;
  } | null = null;
  return (country, source, tags) => {
    if (count >= mostGroups) {
      groups.clear();
      count = 0;
      newest = null;
    }
    if (newest === null || newest.tags !== tags || newest.country !== country) {
      const name = `${country}\u001f${tags.join('\u001f')}`;
      newest = { country, tags, bySource: entry(groups, name, () => new Map()) };
    }
    let group = newest.bySource.get(source);
    if (group === undefined) {
      group = makeGroup(country, source, tags, tallies, stays);
      newest.bySource.set(source, group);
      count += 1;
    }
    return group;
  };
}

function makeGroup(
  country: string,
  source: string,
  tags: readonly string[],
  talliesOf: CountSheet['tallies'],
  staysOf: CountSheet['stays'],
): CountGroup {
  // Country and source always, as the parts have to make the whole; a segment only where the customer is in one.
  const segments = [
    ['', ''],
    ['country', country],
    ['source', source],
    ...tags.map((tag) => ['segment', tag]),
  ] as const;
  const tallies: { readonly figure: string; readonly currency: string; readonly days: readonly TallyDays[] }[] = [];
  const stays = new Map<StayFigure, readonly StayDays[]>();
  return {
    tallies(figure, currency = '') {
      // There are few, and a look at each is quicker than at a name made of both.
      for (const one of tallies) if (one.figure === figure && one.currency === currency) return one.days;
      const days = segments.map(([dimension = '', value = '']) => {
        const segment = dimension === '' || currency === '' ? currency || value : moneySegment(value, currency);
        return talliesOf(inDimension(figure, dimension), segment);
      });
      tallies.push({ figure, currency, days });
      return days;
    },
    stays: (figure) =>
      entry(stays, figure, () => segments.map(([dimension = '', value = '']) => staysOf(figure, dimension, value))),
  };
}

function segmentsOf<Counts extends Float64Array | Int32Array>(
  figures: ReadonlyMap<string, ReadonlyMap<string, DayCounts<Counts>>>,
): SegmentCounts<Counts>[] {
  const all: SegmentCounts<Counts>[] = [];
  for (const [figure, segments] of figures) {
    for (const [segment, counts] of segments) {
      all.push({ figure, segment, days: () => counts.days() });
      for (const length of blockDays)
        all.push({ figure: blockFigure(figure, length), segment, days: () => counts.blocks(length) });
    }
  }
  return all;
}

function changesOf<Counts>(segments: readonly SegmentCounts<Counts>[]): CountChange<Counts>[] {
  return segments.flatMap(({ figure, segment, days }) => Array.from(days(), (one) => ({ figure, segment, ...one })));
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
