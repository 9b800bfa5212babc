import { isEnough } from './figure.ts';
import { figures } from './index.ts';
import type { Series, SeriesPoint } from './series.ts';

/** What a series comes to: from where to where its closed periods went. */
export interface Finding {
  readonly first: ShownPoint;
  readonly last: ShownPoint;
  /** Whether the difference is beyond the margin of error; null: without intervals nothing can be said. */
  readonly proven: boolean | null;
}

export type ShownPoint = SeriesPoint & { readonly value: number };

/** The points that people are shown a value of. */
export function shownPoints({ figure, points }: Series): ShownPoint[] {
  return points.filter((point): point is ShownPoint => point.value !== null && isEnough(figures[figure], point.base));
}

/** The first and the newest closed period against each other; null where there are no two. */
export function findTrend(series: Series): Finding | null {
  const closed = shownPoints(series).filter(({ running }) => !running);
  const [first, last] = [closed[0], closed.at(-1)];
  if (!first || !last || first === last) return null;
  return { first, last, proven: isProven(series, first, last) };
}

/**
 * Whether two values differ by more than chance (95 %), told from their intervals: the distances from each value to the
 * end of its interval that faces the other are added as squares (Newcombe 1998, method 10, for Wilson intervals; Zou and
 * Donner 2008). Of intervals around an adjusted value, as those of NPS are (Rocks 2016), the middles are compared, which is
 * the z-test of two adjusted scores.
 */
function isProven({ figure }: Series, a: ShownPoint, b: ShownPoint): boolean | null {
  if (!a.interval || !b.interval) return null;
  const { isAdjusted } = figures[figure];
  const middle = (of: ShownPoint) => (isAdjusted && of.interval ? (of.interval[0] + of.interval[1]) / 2 : of.value);
  const [low, high] = middle(a) <= middle(b) ? [a, b] : [b, a];
  const difference = middle(high) - middle(low);
  const below = middle(high) - (high.interval?.[0] ?? 0);
  const above = (low.interval?.[1] ?? 0) - middle(low);
  return difference > Math.hypot(below, above);
}
