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
  /** What is not zero, by day, and by whole blocks of days. */
  tallyChanges(): CountChange<Float64Array>[];
  stayChanges(): CountChange<Int32Array>[];
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
  return {
    tallies: (figure, segment) => segmentOf(tallies, figure, segment),
    stays(figure, dimension, segment) {
      const name = dimension === '' ? figure : `${figure}/${dimension}`;
      widths.set(name, stayWidth(figure));
      return segmentOf(stays, name, segment);
    },
    tallyChanges: () => changesOf(tallies, () => new Float64Array(tallyWidth)),
    stayChanges: () => changesOf(stays, (figure) => new Int32Array(widths.get(figure) ?? 0)),
  };
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
