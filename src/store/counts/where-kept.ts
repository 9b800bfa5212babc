import type { KeptRead, TallyFigure } from '../../loyalty/counts/kept-read.ts';
import type { StayFigure } from '../../loyalty/counts/stays.ts';
import type { Which } from './counted.ts';
import type { Narrowed } from './narrowed.ts';
import type { SegmentChoice } from './sums-before.ts';

/** What is counted customer by customer, as nothing is kept of it: of several parts at once, and by rung. Null: kept counts tell. */
export function narrowedOf(read: KeptRead, which: Which): Narrowed | null {
  const { within = [] } = which;
  const isCounted = within.length > 0 || (isByRung(which) && !isKeptByRung(read));
  if (!isCounted) return null;
  if ('by' in which) return { parts: within, by: which.by };
  return { parts: which.part ? [which.part, ...within] : within, by: null };
}

function isByRung(which: Which): boolean {
  return 'by' in which ? which.by === 'rung' : which.part?.dimension === 'rung';
}

/** Amounts are not: they are not in the standing, from which rungs follow. */
function isKeptByRung(read: KeptRead): boolean {
  return 'of' in read && keptByRung.has(read.of);
}

const keptByRung: ReadonlySet<StayFigure | TallyFigure> = new Set(['nps', 'csat', 'cli', 'repeat', 'active', 'lost']);

/** The dimension under which the counts are kept, and which segments of it. */
export function placeOf(which: Which): { dimension: string; segments: SegmentChoice } {
  if ('by' in which) return { dimension: which.by, segments: 'all' };
  const { dimension, value } = which.part ?? { dimension: '', value: '' };
  return { dimension, segments: { one: value } };
}

export function nameOf(figure: string, dimension: string): string {
  return dimension === '' ? figure : `${figure}/${dimension}`;
}

/** Under what a segment's numbers are handed over. */
export function keyOf(which: Which, segment: string): string {
  return 'by' in which ? segment : '';
}
