import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Who may import whom, besides itself: the table of docs/architecture.md. What is not here is refused. */
const table: Readonly<
  Record<string, { readonly folders: readonly string[]; readonly packages: readonly string[]; readonly node?: true }>
> = {
  text: { folders: [], packages: [] },
  loyalty: { folders: ['text'], packages: [] },
  ingest: { folders: ['facts', 'loyalty', 'text'], packages: ['iconv-lite'] },
  sample: { folders: ['loyalty'], packages: [] },
  facts: { folders: ['loyalty', 'text'], packages: [] },
  messages: { folders: ['facts', 'loyalty', 'pictures', 'text'], packages: ['@slack/types', 'zod'] },
  pictures: { folders: ['loyalty', 'text'], packages: ['echarts', '@resvg/resvg-js'], node: true },
  store: { folders: ['loyalty'], packages: ['pg', '@electric-sql/pglite', '@prisma/adapter-pg'], node: true },
  flows: { folders: ['facts', 'loyalty', 'sample', 'store', 'text', 'deps.ts', 'errors.ts'], packages: [] },
  sections: {
    folders: ['facts', 'flows', 'loyalty', 'messages', 'store', 'text'],
    packages: ['@slack/types', 'zod'],
  },
  commands: {
    folders: ['facts', 'flows', 'messages', 'loyalty', 'sections', 'store', 'text', 'deps.ts', 'errors.ts'],
    packages: ['zod'],
  },
  delivery: {
    folders: [
      'commands',
      'facts',
      'flows',
      'ingest',
      'messages',
      'pictures',
      'loyalty',
      'sections',
      'store',
      'text',
      'deps.ts',
      'errors.ts',
    ],
    packages: ['@slack/bolt', '@slack/web-api', '@slack/types', 'zod'],
    node: true,
  },
  slack: {
    folders: [
      'commands',
      'delivery',
      'facts',
      'flows',
      'ingest',
      'messages',
      'pictures',
      'loyalty',
      'sections',
      'store',
      'text',
      'deps.ts',
      'errors.ts',
    ],
    packages: ['@slack/bolt', '@slack/web-api', '@slack/types', 'zod'],
    node: true,
  },
  shell: {
    folders: ['commands', 'facts', 'flows', 'ingest', 'messages', 'loyalty', 'store', 'text', 'deps.ts', 'errors.ts'],
    packages: ['@slack/types'],
    node: true,
  },
  jobs: {
    folders: ['flows', 'loyalty', 'text', 'deps.ts', 'errors.ts'],
    packages: ['node-cron', 'croner'],
    node: true,
  },
  'deps.ts': { folders: ['store', 'errors.ts'], packages: [] },
  'errors.ts': { folders: ['text'], packages: [], node: true },
  'log.ts': { folders: ['errors.ts'], packages: [] },
  'config.ts': { folders: ['loyalty', 'store'], packages: ['zod'], node: true },
  'heap.ts': { folders: [], packages: [], node: true },
  'run-sandbox.ts': { folders: [], packages: [], node: true },
};

/** They put everything together and may import all. */
const roots = ['main.ts', 'cli.ts'];

/** The store's types may be named by those who are handed a store; its functions belong to the roots. */
const typesOnly: readonly (readonly [string, string])[] = [
  ['flows', 'store'],
  ['flows', 'sample'],
  ['ingest', 'facts'],
  ['ingest', 'text'],
  ['sections', 'store'],
  ['sections', '@slack/types'],
  ['commands', 'store'],
  ['delivery', 'store'],
  ['slack', 'store'],
  ['shell', 'store'],
  ['deps.ts', 'store'],
  ['config.ts', 'store'],
  ['messages', '@slack/types'],
  ['messages', 'pictures'],
  ['shell', '@slack/types'],
];

interface Import {
  readonly from: string;
  readonly target: string;
  readonly isType: boolean;
}

const src = resolve('src');
const places = readdirSync(src).filter((place) => !roots.includes(place));

describe('who imports whom', () => {
  test('every folder of src stands in the table', () => {
    expect(places.filter((place) => !(place in table))).toEqual([]);
    expect(Object.keys(table).filter((place) => !existsSync(join(src, place)))).toEqual([]);
  });

  test.each(Object.keys(table))('%s imports only what the table allows', (place) => {
    const imports = importsOf(place);
    expect(imports.length + (place === 'text' ? 1 : 0)).toBeGreaterThan(0);
    expect(imports.filter((one) => !isAllowed(place, one)).map(describeImport)).toEqual([]);
  });

  test('a type that one file exports has its name to itself', () => {
    const declared = filesOf('').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/^(export )?(?:type|interface|class) (\w+)/gm)].map(
        ([, exported, name = '']) => ({ name, isExported: exported !== undefined, file: relative(src, file) }),
      ),
    );
    const twice = declared
      .filter(({ isExported }) => isExported)
      .flatMap(({ name, file }) =>
        declared.filter((other) => other.name === name && other.file !== file).map((other) => `${name}: ${other.file}`),
      );
    expect(declared.length).toBeGreaterThan(500);
    expect(twice).toEqual([]);
  });

  test('nothing is found by a file that only passes on what others export', () => {
    const barrels = filesOf('').filter((file) => {
      const lines = readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '');
      return lines.length > 0 && lines.every((line) => /^export (\*|\{[^}]*\}) from /.test(line));
    });
    expect(barrels).toEqual([]);
  });
});

describe('statements written by hand', () => {
  const files = filesOf('').map((path) => ({ file: relative(src, path), text: readFileSync(path, 'utf8') }));
  const others = files.filter(({ file }) => !file.endsWith('.sql.ts') && !file.startsWith(join('store', 'database')));

  test('stand in files whose names end in .sql.ts, and nowhere else', () => {
    const sql =
      /\b(SELECT|INSERT INTO|UPDATE \w+ SET|DELETE FROM|LOCK TABLE|SAVEPOINT|ON CONFLICT|WHERE \w+ =)\b|\bstatement\(/;
    expect(others.filter(({ text }) => sql.test(text)).map(({ file }) => file)).toEqual([]);
  });

  test('are all that stands there: nothing is asked, and Prisma has no part in them', () => {
    const marked = files.filter(({ file }) => file.endsWith('.sql.ts'));
    expect(marked.length).toBeGreaterThan(20);
    const asking = /\b(await|async)\b|generated|\bsql\./;
    expect(marked.filter(({ text }) => asking.test(text)).map(({ file }) => file)).toEqual([]);
  });

  test('every table is written and read in the store alone', () => {
    const client = /generated\/(client|models)|\.typed\(/;
    const outside = files.filter(({ file, text }) => !file.startsWith('store') && client.test(text));
    expect(outside.map(({ file }) => file)).toEqual([]);
  });
});

function isAllowed(place: string, { target, isType }: Import): boolean {
  const rules = table[place];
  if (!rules) return false;
  if (target === place) return true;
  if (target.startsWith('node:')) return rules.node === true;
  if (typesOnly.some(([from, to]) => from === place && to === target) && !isType) return false;
  return rules.folders.includes(target) || rules.packages.includes(target);
}

function describeImport({ from, target, isType }: Import): string {
  return `${from} imports ${isType ? 'types of ' : ''}${target}`;
}

function importsOf(place: string): Import[] {
  return filesOf(place).flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    const statements = text.matchAll(/^(?:import|export)\s+(type\s+)?([^'";]*?\s+from\s+)?['"]([^'"]+)['"]/gm);
    return [...statements].flatMap(([, type, what = '', path = '']) => {
      const named =
        what
          .match(/\{([^}]*)\}/)?.[1]
          ?.split(',')
          .filter((name) => name.trim() !== '') ?? [];
      const isType = Boolean(type) || (named.length > 0 && named.every((name) => name.trim().startsWith('type ')));
      return [{ from: relative(src, file), target: targetOf(file, path), isType }];
    });
  });
}

function targetOf(file: string, path: string): string {
  if (!path.startsWith('.'))
    return path.startsWith('node:')
      ? path
      : path
          .split('/')
          .slice(0, path.startsWith('@') ? 2 : 1)
          .join('/');
  return relative(src, resolve(dirname(file), path)).split('/')[0] ?? '';
}

function filesOf(place: string): string[] {
  const path = join(src, place);
  if (place.endsWith('.ts')) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.parentPath.includes('generated'))
    .map((entry) => join(entry.parentPath, entry.name));
}
