/** When customers bought, one place per customer in each column. Only customers with an order have one. */
export interface Histories {
  /** x: distinct order days after the first. */
  readonly repeats: Int32Array;
  /** t_x: days from the first order day to the last. */
  readonly recencyDays: Int32Array;
  /** T: days from the first order day to the end of what is known. */
  readonly ageDays: Int32Array;
}

/** The different histories, and how many customers have each: likelihood and predictions are worked out once for each. */
export interface HistoryGroups extends Histories {
  readonly counts: Int32Array;
  /** Of each customer the place of the group. */
  readonly groupOf: Int32Array;
  readonly customers: number;
}

/** Without the customers who have them. */
export type CountedHistories = Omit<HistoryGroups, 'groupOf'>;

/** Puts identical histories together. */
export function groupHistories({ repeats, recencyDays, ageDays }: Histories): HistoryGroups {
  const size = repeats.length;
  const groupOf = new Int32Array(size);
  const firstOf = new Int32Array(size);
  const counts = new Int32Array(size);
  // Open addressing: many times faster than a Map with a million keys.
  const mask = 2 ** Math.ceil(Math.log2(size * 2 + 2)) - 1;
  const slots = new Int32Array(mask + 1).fill(-1);
  const isSame = (i: number, j: number) =>
    repeats[i] === repeats[j] && recencyDays[i] === recencyDays[j] && ageDays[i] === ageDays[j];
  let groups = 0;
  for (let i = 0; i < size; i += 1) {
    let slot = hash(repeats[i] ?? 0, recencyDays[i] ?? 0, ageDays[i] ?? 0) & mask;
    while (slots[slot] !== -1 && !isSame(firstOf[slots[slot] ?? 0] ?? 0, i)) slot = (slot + 1) & mask;
    if (slots[slot] === -1) {
      slots[slot] = groups;
      firstOf[groups] = i;
      groups += 1;
    }
    const group = slots[slot] ?? 0;
    counts[group] = (counts[group] ?? 0) + 1;
    groupOf[i] = group;
  }
  const pick = (column: Int32Array) => firstOf.subarray(0, groups).map((i) => column[i] ?? 0);
  return {
    repeats: pick(repeats),
    recencyDays: pick(recencyDays),
    ageDays: pick(ageDays),
    counts: counts.slice(0, groups),
    groupOf,
    customers: size,
  };
}

function hash(x: number, recency: number, age: number): number {
  let mixed = Math.imul(x, 0x9e3779b1) ^ Math.imul(recency + 1, 0x85ebca6b) ^ Math.imul(age + 1, 0xc2b2ae35);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

/** Every `step`-th group. */
export function sampleGroups(groups: HistoryGroups, step: number): CountedHistories {
  const pick = (column: Int32Array) => {
    const picked = new Int32Array(Math.ceil(column.length / step));
    for (let i = 0; i < picked.length; i += 1) picked[i] = column[i * step] ?? 0;
    return picked;
  };
  const counts = pick(groups.counts);
  return {
    repeats: pick(groups.repeats),
    recencyDays: pick(groups.recencyDays),
    ageDays: pick(groups.ageDays),
    counts,
    customers: counts.reduce((sum, count) => sum + count, 0),
  };
}

export function greatestOf(values: Int32Array): number {
  let most = 0;
  for (const value of values) if (value > most) most = value;
  return most;
}
