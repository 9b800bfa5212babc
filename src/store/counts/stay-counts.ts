import { type KeptSpan, type StayFigure, stayColumns, stayKinds } from '../../loyalty/counts/stays.ts';

/** What of the counts of stays a window needs: where in a day's counts, and which of them is which. */
export interface NeededCounts {
  /** Counted from 1, as SQL does. */
  readonly columns: readonly number[];
  /** Where in these columns those of each kind stand; null: they are not needed. */
  readonly places: readonly StayPlaces[];
}

interface StayPlaces {
  readonly began: number;
  readonly ended: number | null;
  readonly brief: number | null;
}

export function stayCounts(figure: StayFigure, span: KeptSpan): NeededCounts {
  const columns: number[] = [];
  const place = (column: number | null) => (column === null ? null : columns.push(column) - 1);
  const places = Array.from({ length: stayKinds[figure] }, (_, kind) => {
    const { began, ended, brief } = stayColumns(kind, span);
    return { began: columns.push(began) - 1, ended: place(ended), brief: place(brief) };
  });
  return { columns, places };
}
