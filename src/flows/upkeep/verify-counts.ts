import type { SegmentCounts } from '../../loyalty/counts/count-sheet.ts';
import type { Numbers } from '../../loyalty/counts/day-counts.ts';
import type { Findings } from '../../loyalty/counts/verification.ts';
import type { Day } from '../../loyalty/time/period.ts';
import type { KeptCount } from '../../store/store.ts';

type Kind = 'tallies' | 'stay-counts';

/**
 * Holds kept counts against those of a sheet on which everything was counted, a segment of a figure at a time. A row of zeros is
 * as good as none.
 *
 * @param kept those of a segment of a figure one after the other
 */
export async function verifyCounts(
  kind: Kind,
  counted: readonly SegmentCounts<Numbers>[],
  kept: AsyncIterable<readonly KeptCount[]>,
  found: Findings,
): Promise<void> {
  const awaited = new Map(counted.map((one) => [nameOf(one), one]));
  let current: SegmentInTurn | null = null;
  for await (const rows of kept) {
    for (const row of rows) {
      if (current?.figure !== row.figure || current.segment !== row.segment) {
        if (current) verifyMissing(kind, current, found);
        const name = nameOf(row);
        current = inTurn(awaited.get(name) ?? { ...row, days: () => [] });
        awaited.delete(name);
      }
      verifyRow(kind, row, current, found);
    }
  }
  if (current) verifyMissing(kind, current, found);
  for (const one of awaited.values()) verifyMissing(kind, inTurn(one), found);
}

/** The counts of a segment that no kept row has been held against yet. */
interface SegmentInTurn {
  readonly figure: string;
  readonly segment: string;
  readonly left: Map<Day, Numbers>;
}

function inTurn({ figure, segment, days }: SegmentCounts<Numbers>): SegmentInTurn {
  const left = new Map<Day, Numbers>();
  for (const { day, counts } of days()) left.set(day, counts);
  return { figure, segment, left };
}

function verifyRow(kind: Kind, { figure, segment, day, counts }: KeptCount, { left }: SegmentInTurn, found: Findings) {
  const right = left.get(day);
  left.delete(day);
  if (right === undefined && counts.every((count) => count === 0)) return;
  found.compared(kind, 1);
  if (right !== undefined && isSame(counts, right)) return;
  const of = { figure, segment, day };
  found.differs(kind, [{ of, kept: counts.join(), counted: right ? right.join() : null }]);
}

function verifyMissing(kind: Kind, { figure, segment, left }: SegmentInTurn, found: Findings): void {
  found.compared(kind, left.size);
  for (const [day, counts] of left) {
    found.differs(kind, [{ of: { figure, segment, day }, kept: null, counted: counts.join() }]);
  }
}

function nameOf({ figure, segment }: { readonly figure: string; readonly segment: string }): string {
  return `${figure}\u001f${segment}`;
}

function isSame(kept: readonly number[], counted: Numbers): boolean {
  if (kept.length !== counted.length) return false;
  for (const [i, count] of kept.entries()) if (count !== counted[i]) return false;
  return true;
}
