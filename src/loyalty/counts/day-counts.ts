import type { Day } from '../time/period.ts';

/** What is counted in. */
export type Numbers = Float64Array | Int32Array;

/** Days of a piece: a power of two. */
const pieceDays = 16;
const pieceShift = Math.log2(pieceDays);

/**
 * Some numbers for each day, zero at first, in pieces of sixteen days from the first of which something was asked: adding
 * to a day is a matter of where it stands, and makes nothing that has to be cleared up later.
 */
export class DayCounts<Counts extends Numbers> {
  /** How many numbers a day holds. */
  readonly width: number;
  readonly #make: (length: number) => Counts;
  readonly #pieces = new Map<number, Counts>();
  #newest: Counts | null = null;
  #newestPlace = 0;

  constructor(width: number, make: (length: number) => Counts) {
    this.width = width;
    this.#make = make;
  }

  /** The piece that holds a day; its numbers begin at `startOf` the day. */
  pieceOf(day: Day): Counts {
    const place = day >> pieceShift;
    if (this.#newest !== null && this.#newestPlace === place) return this.#newest;
    let piece = this.#pieces.get(place);
    if (piece === undefined) {
      piece = this.#make(pieceDays * this.width);
      this.#pieces.set(place, piece);
    }
    this.#newest = piece;
    this.#newestPlace = place;
    return piece;
  }

  /** Where in its piece a day's numbers begin. */
  startOf(day: Day): number {
    return (day & (pieceDays - 1)) * this.width;
  }

  /** The numbers of each day on which one is not zero. */
  *days(): Generator<{ readonly day: Day; readonly counts: Counts }, void, undefined> {
    for (const [place, piece] of this.#pieces) {
      for (let i = 0; i < pieceDays; i += 1) {
        const counts = piece.subarray(i * this.width, (i + 1) * this.width) as Counts;
        if (isSome(counts)) yield { day: (place << pieceShift) + i, counts };
      }
    }
  }

  /** The same summed up by blocks of so many days, each under its first day. */
  *blocks(length: number): Generator<{ readonly day: Day; readonly counts: Counts }, void, undefined> {
    const sums = new Map<Day, Counts>();
    for (const { day, counts } of this.days()) {
      const first = Math.floor(day / length) * length;
      let sum = sums.get(first);
      if (sum === undefined) {
        sum = this.#make(this.width);
        sums.set(first, sum);
      }
      for (let i = 0; i < this.width; i += 1) sum[i] = (sum[i] ?? 0) + (counts[i] ?? 0);
    }
    for (const [day, counts] of sums) if (isSome(counts)) yield { day, counts };
  }
}

function isSome(counts: Numbers): boolean {
  for (const count of counts) if (count !== 0) return true;
  return false;
}
