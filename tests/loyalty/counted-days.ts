import type { CountChange, CountSheet } from '../../src/loyalty/counts/count-sheet.ts';
import { type KeptSpan, type StayFigure, type StaySums, stayColumns } from '../../src/loyalty/counts/stays.ts';
import type { Day } from '../../src/loyalty/time/period.ts';

/** What a sheet came to, as tables keep it: sums of all days before a day. */
export interface CountedDays {
  tally(figure: string, segment: string, before: Day): readonly number[];
  stays(figure: StayFigure, dimension: string, segment: string, kind: number, before: Day, span: KeptSpan): StaySums;
}

/** @param first sums are asked for from the day after this one on: nothing may be counted before it */
export function countedDays(sheet: CountSheet, first: Day, last: Day): CountedDays {
  const tallies = runningSums(sheet.tallyChanges(), first, last);
  const stays = runningSums(sheet.stayChanges(), first, last);
  const sumsOf = (all: typeof stays, figure: string, segment: string, before: Day) =>
    all.get(`${figure} ${segment}`)?.[Math.min(before, last) - first] ?? [];
  return {
    tally: (figure, segment, before) => [0, 1, 2].map((i) => sumsOf(tallies, figure, segment, before)[i] ?? 0),
    stays(figure, dimension, segment, kind, before, span) {
      const sums = sumsOf(stays, dimension === '' ? figure : `${figure}/${dimension}`, segment, before);
      const { began, ended, brief } = stayColumns(kind, span);
      const sumOf = (column: number | null) => (column === null ? 0 : (sums[column - 1] ?? 0));
      return { began: sumOf(began), ended: sumOf(ended), brief: sumOf(brief) };
    },
  };
}

type Counts = Float64Array | Int32Array;

/** Of each figure and segment, the sums of the days before each day. */
function runningSums(changes: readonly CountChange<Counts>[], first: Day, last: Day): Map<string, number[][]> {
  const days = new Map<string, Map<Day, Counts>>();
  for (const { figure, segment, day, counts } of changes) {
    const name = `${figure} ${segment}`;
    const own = days.get(name) ?? new Map<Day, Counts>();
    days.set(name, own.set(day, counts));
  }
  const sums = new Map<string, number[][]>();
  for (const [name, own] of days) {
    const width = [...own.values()][0]?.length ?? 0;
    let sum = Array.from({ length: width }, () => 0);
    const running: number[][] = [];
    for (let day = first; day <= last; day += 1) {
      running.push(sum);
      const counts = own.get(day);
      if (counts) sum = sum.map((total, i) => total + (counts[i] ?? 0));
    }
    sums.set(name, running);
  }
  return sums;
}
