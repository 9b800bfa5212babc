import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const src = join(import.meta.dirname, '../src');
const base = ['conditions.ts', 'json.ts', 'page-api.ts', 'refusal.ts'];

/** What each room may import of the package besides itself. */
const table: Readonly<Record<string, readonly string[]>> = {
  'conditions.ts': [],
  'json.ts': [],
  'page-api.ts': ['conditions.ts'],
  'refusal.ts': [],
  'http.ts': [],
  page: ['page-api.ts'],
  'block-kit': ['json.ts'],
  state: ['conditions.ts', 'json.ts', 'page-api.ts'],
  delivery: ['json.ts', 'page-api.ts', 'state'],
  'sandbox.ts': ['page-api.ts', 'state', 'delivery'],
  workspace: [...base, 'block-kit', 'state', 'delivery', 'sandbox.ts'],
  acts: [...base, 'block-kit', 'state', 'delivery', 'sandbox.ts', 'workspace'],
  'web-api': ['conditions.ts', 'json.ts', 'refusal.ts', 'http.ts', 'state', 'sandbox.ts', 'workspace', 'acts'],
  wire: [...base, 'http.ts', 'state', 'sandbox.ts', 'workspace', 'acts', 'web-api'],
  'main.ts': ['conditions.ts', 'page-api.ts', 'state', 'sandbox.ts', 'workspace', 'wire'],
  'drive.ts': ['conditions.ts', 'page-api.ts'],
  'start.ts': ['conditions.ts', 'page-api.ts', 'drive.ts'],
};

/** What it needs of others, in production and on a developer's machine alike, and what its page is bundled with. */
const packages = ['ws', 'yaml', 'zod'];
const pagePackages = ['@preact/signals', 'htm/preact', 'preact', 'preact/hooks', 'marked'];

test('every room stands in the table', () => {
  expect(readdirSync(src).sort()).toEqual(Object.keys(table).sort());
});

test.each(Object.entries(table))('%s imports only what the table allows', (room, allowed) => {
  const files = room.endsWith('.ts') ? [room] : sourcesIn(room);
  expect(files.length).toBeGreaterThan(0);
  const targets = files.flatMap((file) => importsOf(file).map((target) => `${file} imports ${target}`));
  const isAllowed = (line: string) => {
    const target = line.split(' imports ')[1] ?? '';
    if (target.startsWith('node:')) return room !== 'page' && room !== 'block-kit';
    return [room, ...allowed, ...(room === 'page' ? pagePackages : packages)].includes(target);
  };
  expect(targets.filter((line) => !isAllowed(line))).toEqual([]);
});

function sourcesIn(room: string): readonly string[] {
  return readdirSync(join(src, room), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(room, file));
}

/** The rooms and packages that a file imports; what leads out of the package begins with `..`. */
function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(src, file), 'utf8');
  return [...text.matchAll(/^(?:import|export)\s(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/gm)].map(([, path = '']) =>
    path.startsWith('.') ? (relative(src, resolve(src, dirname(file), path)).split('/')[0] ?? '') : path,
  );
}
