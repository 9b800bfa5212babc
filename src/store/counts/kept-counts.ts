import { blockFigure, type CountChange, type CountSheet } from '../../loyalty/counts/count-sheet.ts';
import type { KeptSpan, StayFigure, StaySums } from '../../loyalty/counts/stays.ts';
import type { Dimension } from '../../loyalty/figures/figure.ts';
import { calendarWindow } from '../../loyalty/time/calendar.ts';
import type { Day } from '../../loyalty/time/period.ts';
import { numberArray, textArray } from '../database/arrays.ts';
import type { Sql } from '../database/sql.ts';
import type { HeldRules } from '../desk/workspaces.ts';
import { addStays, addTallies, cohorts, segmentsOf, valuesOf } from './kept-counts.sql.ts';
import { stayCounts } from './stay-counts.ts';
import { staySums, tallySums } from './sums-before.sql.ts';
import { type SegmentChoice, sumsBefore } from './sums-before.ts';

/** Rows that one statement writes. */
const slice = 5_000;

/** Kept counts: tallies and counts of stays. See docs/decisions/0011-stays.md. */
export function keptCountsStore(sql: Sql, workspaceId: number) {
  return {
    /**
     * Adds to the kept counts. Each connection writes rows of its own, in one order, so that writers seldom wait for each
     * other.
     *
     * @param _by what it was counted by, held: else it could be added to what is counted anew by other rules
     */
    async add(sheet: CountSheet, _by: HeldRules): Promise<void> {
      for (const rows of inSlices(sheet.tallyChanges())) {
        const counts = [0, 1, 2].map((i) => numberArray(rows.map((row) => row.counts[i] ?? 0)));
        const [first = '', second = '', third = ''] = counts;
        await sql.run(addTallies, [workspaceId, ...placesOf(rows), first, second, third]);
      }
      const stays = [...sheet.stayChanges()];
      for (const [width, statement] of Object.entries(addStays)) {
        for (const rows of inSlices(stays.filter(({ counts }) => counts.length === Number(width)))) {
          const counts = textArray(rows.map((row) => `{${row.counts.join()}}`));
          await sql.run(statement, [workspaceId, ...placesOf(rows), counts]);
        }
      }
    },

    /** Forgets all kept counts of the workspace, before everything is counted anew. */
    async clear(): Promise<void> {
      await sql.typed(({ tally }) => tally.deleteMany({ where: { workspaceId } }));
      await sql.typed(({ stayCount }) => stayCount.deleteMany({ where: { workspaceId } }));
    },

    /** The tallies of a figure, each summed up over all days before each of some days. */
    async tallies(figure: string, days: readonly Day[], segments: SegmentChoice): Promise<TallySum[]> {
      const all = await sumsBefore(sql, workspaceId, tallySums, figure, days, segments);
      return all.map(({ asOf, segment, sums: [first = 0, second = 0, third = 0] }) => ({
        asOf,
        segment,
        first,
        second,
        third,
      }));
    },

    /** The counts of stays of each kind, each summed up over all days before each of some days. */
    async stays(
      figure: StayFigure,
      dimension: string,
      days: readonly Day[],
      segments: SegmentChoice,
      span: KeptSpan,
    ): Promise<StaySum[]> {
      const name = dimension === '' ? figure : `${figure}/${dimension}`;
      const all = await sumsBefore(sql, workspaceId, staySums[figure][span], name, days, segments);
      const { places } = stayCounts(figure, span);
      return all.map(({ asOf, segment, sums }) => ({
        asOf,
        segment,
        kinds: places.map(({ began, ended, brief }) => ({
          began: sums[began] ?? 0,
          ended: sums[ended ?? -1] ?? 0,
          brief: sums[brief ?? -1] ?? 0,
        })),
      }));
    },

    /** The currencies of orders. */
    async currencies(): Promise<string[]> {
      const rows = await sql.prepared(segmentsOf, [workspaceId, blockFigure('orders', 256)]);
      return rows.map(({ segment }) => segment);
    },

    /** What is known of a dimension, in alphabetical order. */
    async valuesOf(dimension: Dimension): Promise<string[]> {
      const tallied = ['active', 'csat', 'cli'].map((figure) => blockFigure(`${figure}/${dimension}`, 256));
      const stayed = ['nps', 'repeat'].map((figure) => blockFigure(`${figure}/${dimension}`, 256));
      const rows = await sql.prepared(valuesOf[dimension], [workspaceId, tallied, stayed]);
      return rows.flatMap(({ value }) => (value === '' ? [] : [value]));
    },

    /**
     * Customers by the month of their first order and the month of an order: how many ordered in it, before a day.
     *
     * @param from the first day of the first month; months are told by their first days
     */
    cohorts: (from: Day, before: Day): Promise<{ cohort: string; month: Day; customers: number }[]> =>
      sql.prepared(cohorts, [workspaceId, from, before, calendarWindow('month', before - 1).from]),
  };
}

export interface TallySum {
  readonly asOf: Day;
  readonly segment: string;
  readonly first: number;
  readonly second: number;
  readonly third: number;
}

export interface StaySum {
  readonly asOf: Day;
  readonly segment: string;
  /** Of each kind of the figure's stays. */
  readonly kinds: readonly StaySums[];
}

/** In one order, and so many that one statement writes. */
function* inSlices<Counts>(changes: Iterable<CountChange<Counts>>): Generator<readonly CountChange<Counts>[]> {
  const ordered = [...changes].sort(byPlace);
  for (let at = 0; at < ordered.length; at += slice) yield ordered.slice(at, at + slice);
}

function placesOf(rows: readonly CountChange<unknown>[]) {
  return [
    textArray(rows.map((row) => row.figure)),
    textArray(rows.map((row) => row.segment)),
    numberArray(rows.map((row) => row.day)),
  ] as const;
}

function byPlace(a: CountChange<unknown>, b: CountChange<unknown>): number {
  if (a.figure !== b.figure) return a.figure < b.figure ? -1 : 1;
  if (a.day !== b.day) return a.day - b.day;
  return a.segment < b.segment ? -1 : 1;
}
