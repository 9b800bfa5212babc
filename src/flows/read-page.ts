/** A list that is gone through walk by walk, each of bounded length. */
interface WalkedList<Row, Place> {
  /** The next rows after a place, of one walk. */
  readonly page: (after: Place | null, limit: number) => Promise<readonly Row[]>;
  /** Where a walk from a place ends; null: it has gone through all. */
  readonly endOfWalk: (after: Place | null) => Promise<Place | null>;
}

/** How many walks one answer may take: of a rare kind among very many, the next press goes on. */
const mostWalks = 3;

/** The rows after a place, and the place from which the next page goes on; null: these were the last. */
export async function readPage<Row extends Place, Place>(
  list: WalkedList<Row, Place>,
  after: Place | null,
  size: number,
): Promise<{ readonly rows: readonly Row[]; readonly next: Place | null }> {
  const rows: Row[] = [];
  let end = after;
  for (let walks = 0; walks < mostWalks; walks += 1) {
    const from: Place | null = end;
    rows.push(...(await list.page(from, size + 1 - rows.length)));
    if (rows.length > size) return { rows: rows.slice(0, size), next: rows[size - 1] ?? null };
    end = await list.endOfWalk(from);
    if (end === null) break;
  }
  return { rows, next: end };
}

/** How many there are in a list, as far as its first walk and a page of it tell. Several walks may show more than the first one found. */
export function countSoFar(
  { found, isAll }: { readonly found: number; readonly isAll: boolean },
  shown: number,
  isLastPage: boolean,
): { readonly count: number; readonly isExact: boolean } {
  if (isAll) return { count: found, isExact: true };
  return { count: isLastPage ? shown : Math.max(found, shown), isExact: isLastPage };
}

const sliceSize = 500;

/** Everything in a list, some rows at a time. */
export async function* everySlice<Row extends Place, Place>(
  list: WalkedList<Row, Place>,
): AsyncGenerator<readonly Row[], void, undefined> {
  for (let after: Place | null = null; ; ) {
    const rows: readonly Row[] = await list.page(after, sliceSize);
    if (rows.length > 0) yield rows;
    after = rows.length === sliceSize ? (rows.at(-1) ?? null) : await list.endOfWalk(after);
    if (after === null) return;
  }
}
