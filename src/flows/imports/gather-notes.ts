import type { FileRow } from '../../facts/import.ts';
import type { ImportNote } from '../../facts/import-note.ts';

/** Adds what was found in rows, those aside that did not come in. */
export function addNotes(
  notes: readonly ImportNote[],
  rows: readonly Pick<FileRow<unknown>, 'line' | 'notes'>[],
  notTaken: readonly { readonly line: number }[] = [],
): readonly ImportNote[] {
  const noted = rows.filter((row) => row.notes !== undefined);
  if (noted.length === 0) return notes;
  const lines = new Set(notTaken.map(({ line }) => line));
  return mergeNotes([...notes, ...noted.flatMap((row) => (lines.has(row.line) ? [] : (row.notes ?? [])))]);
}

/** Brings notes together: those that count the same thing of the same column are one, with the first place. */
function mergeNotes(notes: Iterable<ImportNote>): ImportNote[] {
  const merged = new Map<string, ImportNote>();
  for (const note of notes) {
    const key = keyOf(note);
    const before = merged.get(key);
    merged.set(key, before ? together(before, note) : note);
  }
  return [...merged.values()];
}

/** A note that counts is one per code and column or file, and of cells that were left out per reason; any other stands for itself. */
function keyOf(note: ImportNote): string {
  if (note.code === 'changed-orders' || note.code === 'changed-people') return note.code;
  if (note.code === 'already-there') return JSON.stringify([note.code, note.fileName, note.day]);
  if (note.code === 'left-out') return `${note.code}:${note.column}:${note.first.reason.code}`;
  return 'count' in note ? `${note.code}:${note.column}` : JSON.stringify(note);
}

function together(a: ImportNote, b: ImportNote): ImportNote {
  if (a.code === 'already-there' && b.code === 'already-there') return { ...a, rows: a.rows + b.rows };
  if (a.code === 'changed-orders' && b.code === 'changed-orders') return { ...a, orders: a.orders + b.orders };
  if (a.code === 'changed-people' && b.code === 'changed-people') return { ...a, customers: a.customers + b.customers };
  if (!('count' in a && 'count' in b)) return a;
  return { ...a, count: a.count + b.count, first: b.first.line < a.first.line ? b.first : a.first };
}
