import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

/** A keyed collection that is kept in memory and in the journal. */
export interface Collection<V> {
  get(key: string): V | undefined;
  put(key: string, value: V): void;
  delete(key: string): void;
  values(): IterableIterator<V>;
}

export interface Journal {
  /** The collection of that name; what it holds was written by the same program, so its type is taken on trust. */
  collection<V>(name: string): Collection<V>;
  close(): void;
}

interface Line {
  readonly c: string;
  readonly k: string;
  /** Left out: deleted. */
  readonly v?: unknown;
}

/**
 * Opens the journal in a folder: one file of JSON lines, each the newest state of one key. Every change is written
 * before it counts, so a killed process loses nothing that it had answered. On opening, superseded lines are dropped.
 */
export function openJournal(folder: string): Journal {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'journal.jsonl');
  const maps = readJournal(path);
  rewrite(path, maps);
  const file = openSync(path, 'a');
  const write = (line: Line) => writeSync(file, `${JSON.stringify(line)}\n`);
  return {
    collection<V>(name: string): Collection<V> {
      const map = (maps.get(name) ?? new Map()) as Map<string, V>;
      maps.set(name, map as Map<string, unknown>);
      return {
        get: (key) => map.get(key),
        put: (key, value) => {
          write({ c: name, k: key, v: value });
          map.set(key, value);
        },
        delete: (key) => {
          if (map.delete(key)) write({ c: name, k: key });
        },
        values: () => map.values(),
      };
    },
    close: () => closeSync(file),
  };
}

type Maps = Map<string, Map<string, unknown>>;

function readJournal(path: string): Maps {
  const maps: Maps = new Map();
  if (!existsSync(path)) return maps;
  for (const text of readFileSync(path, 'utf8').split('\n')) {
    const line = parseLine(text);
    if (!line) continue;
    const map = maps.get(line.c) ?? new Map<string, unknown>();
    maps.set(line.c, map);
    if (line.v === undefined) map.delete(line.k);
    else map.set(line.k, line.v);
  }
  return maps;
}

/** A line that was cut off in the middle of a write is no line. */
function parseLine(text: string): Line | null {
  if (!text.startsWith('{')) return null;
  try {
    return JSON.parse(text) as Line;
  } catch {
    return null;
  }
}

function rewrite(path: string, maps: Maps): void {
  const lines: string[] = [];
  for (const [c, map] of maps) for (const [k, v] of map) lines.push(`${JSON.stringify({ c, k, v })}\n`);
  writeFileSync(`${path}.new`, lines.join(''));
  renameSync(`${path}.new`, path);
}
