import type { CountChange } from '../loyalty/count-sheet.ts';
import type { Findings } from '../loyalty/verification.ts';
import type { KeptCount } from '../store/store.ts';

/** Holds kept counts against those of a sheet on which everything was counted. A row of zeros is as good as none. */
export async function verifyCounts(
  kind: 'tallies' | 'stay-counts',
  counted: readonly CountChange<Float64Array | Int32Array>[],
  kept: AsyncIterable<readonly KeptCount[]>,
  found: Findings,
): Promise<void> {
  const awaited = new Map(counted.map((count) => [nameOf(count), count]));
  for await (const rows of kept) {
    for (const { figure, segment, day, counts } of rows) {
      const name = nameOf({ figure, segment, day });
      const right = awaited.get(name);
      awaited.delete(name);
      if (right === undefined && counts.every((count) => count === 0)) continue;
      found.compared(kind, 1);
      if (right !== undefined && isSame(counts, right.counts)) continue;
      const of = { figure, segment, day };
      found.differs(kind, [{ of, kept: counts.join(), counted: right ? right.counts.join() : null }]);
    }
  }
  found.compared(kind, awaited.size);
  for (const { figure, segment, day, counts } of awaited.values()) {
    found.differs(kind, [{ of: { figure, segment, day }, kept: null, counted: counts.join() }]);
  }
}

function nameOf({ figure, segment, day }: Pick<KeptCount, 'figure' | 'segment' | 'day'>): string {
  return `${figure}\u001f${segment}\u001f${day}`;
}

function isSame(kept: readonly number[], counted: Float64Array | Int32Array): boolean {
  if (kept.length !== counted.length) return false;
  for (const [i, count] of kept.entries()) if (count !== counted[i]) return false;
  return true;
}
