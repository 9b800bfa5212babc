import type { ContentHash } from './content-key.ts';

/** Counts how often each hash has come. */
export interface KeyCounter {
  /** The count so far with this one, from 1. */
  next(hash: ContentHash): number;
  /** How often it has come; 0: never. */
  count(hash: ContentHash): number;
}

/**
 * A counter in typed arrays (open addressing, linear probing): 12 bytes a slot, 16 to 32 bytes a distinct key, where a Map
 * of strings takes over 100. Growing holds both tables for a moment.
 */
export function createKeyCounter(): KeyCounter {
  let table = createTable(1 << 12);
  let used = 0;
  return {
    count: ({ high, low }) => table.counts[findSlot(table, high, low)] ?? 0,
    next(hash) {
      const slot = findSlot(table, hash.high, hash.low);
      const count = (table.counts[slot] ?? 0) + 1;
      table.counts[slot] = count;
      if (count > 1) return count;
      table.highs[slot] = hash.high;
      table.lows[slot] = hash.low;
      if (++used > table.counts.length * 0.75) table = grow(table);
      return 1;
    },
  };
}

interface Table {
  readonly highs: Uint32Array;
  readonly lows: Uint32Array;
  /** 0: the slot is free. */
  readonly counts: Uint32Array;
}

function createTable(slots: number): Table {
  return { highs: new Uint32Array(slots), lows: new Uint32Array(slots), counts: new Uint32Array(slots) };
}

function findSlot({ highs, lows, counts }: Table, high: number, low: number): number {
  const mask = counts.length - 1;
  let slot = (low ^ high) & mask;
  while (counts[slot] !== 0 && (lows[slot] !== low || highs[slot] !== high)) slot = (slot + 1) & mask;
  return slot;
}

function grow(old: Table): Table {
  const table = createTable(old.counts.length * 2);
  for (let i = 0; i < old.counts.length; i++) {
    const count = old.counts[i] ?? 0;
    if (count === 0) continue;
    const high = old.highs[i] ?? 0;
    const low = old.lows[i] ?? 0;
    const slot = findSlot(table, high, low);
    table.highs[slot] = high;
    table.lows[slot] = low;
    table.counts[slot] = count;
  }
  return table;
}
