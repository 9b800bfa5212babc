/** What somebody saw when they began to change something: a mark of each value, by its name. */
export type Marks = Readonly<Record<string, string>>;

/** Marks of all that an object holds, to be carried by a form; within `ladderRules: { … }` the inner names count. */
export function marksOf(values: object): Marks {
  return Object.fromEntries(flat(values).map(([name, value]) => [name, mark(value)]));
}

/**
 * What is to be saved where somebody else may have changed something since: of what was not touched that which holds now.
 *
 * @param seen null: what was seen is not known, so that everything wanted holds
 * @returns the names of what both changed, to different values: nothing of it is to be saved
 */
export function mergeChanges<T extends object>(
  seen: Marks | null,
  now: T,
  wanted: T,
): { readonly merged: T; readonly both: readonly string[] } {
  const both: string[] = [];
  if (!seen) return { merged: wanted, both };
  const merged = merge(now, wanted);
  return { merged, both };

  function merge<Part extends object>(current: Part, mine: Part): Part {
    const entries = (Object.keys(mine) as (keyof Part & string)[]).map((name) => {
      const [is, want] = [current[name], mine[name]];
      if (isNested(is) && isNested(want)) return [name, merge(is, want)];
      const seenThen = seen?.[name];
      if (seenThen === mark(want)) return [name, is];
      if (seenThen !== undefined && seenThen !== mark(is) && mark(is) !== mark(want)) both.push(name);
      return [name, want];
    });
    return Object.fromEntries(entries) as Part;
  }
}

/** Of what is wanted only what was touched. @param seen null: what was seen is not known, so that all of it is meant */
export function touchedIn<T extends object>(seen: Marks | null, wanted: T): Partial<T> {
  const touched = Object.entries(wanted).filter(([name, value]) => seen?.[name] !== mark(value));
  return Object.fromEntries(touched) as Partial<T>;
}

function flat(values: object): (readonly [string, unknown])[] {
  return Object.entries(values).flatMap(([name, value]) => (isNested(value) ? flat(value) : [[name, value] as const]));
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Short, and unlike that of any other value (cyrb53); of a list its order does not matter. */
function mark(value: unknown): string {
  const text = JSON.stringify(Array.isArray(value) ? [...value].sort() : (value ?? null));
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let i = 0; i < text.length; i += 1) {
    high = Math.imul(high ^ text.charCodeAt(i), 2654435761);
    low = Math.imul(low ^ text.charCodeAt(i), 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
