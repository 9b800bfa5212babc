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
