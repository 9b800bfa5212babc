import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Who may import whom, besides itself: the table of docs/architecture.md. What is not here is refused. */
const table: Readonly<
  Record<string, { readonly folders: readonly string[]; readonly packages: readonly string[]; readonly node?: true }>
> = {
  text: { folders: [], packages: [] },
  loyalty: { folders: [], packages: [] },
  ingest: { folders: ['facts', 'loyalty', 'text'], packages: ['iconv-lite'] },
  sample: { folders: ['loyalty'], packages: [] },
  facts: { folders: ['loyalty', 'text'], packages: [] },
  messages: { folders: ['facts', 'loyalty', 'pictures', 'text'], packages: ['@slack/types', 'zod'] },
  pictures: { folders: ['loyalty', 'text'], packages: ['echarts', '@resvg/resvg-js'], node: true },
  store: { folders: ['loyalty'], packages: ['pg', '@electric-sql/pglite', '@prisma/adapter-pg'], node: true },
  flows: { folders: ['facts', 'loyalty', 'sample', 'store', 'text', 'context.ts', 'errors.ts'], packages: [] },
  sections: {
    folders: ['facts', 'flows', 'loyalty', 'messages', 'text', 'context.ts'],
    packages: ['@slack/types', 'zod'],
  },
  commands: {
    folders: ['facts', 'flows', 'messages', 'loyalty', 'sections', 'store', 'text', 'context.ts', 'errors.ts'],
    packages: [],
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
      'context.ts',
      'errors.ts',
    ],
    packages: ['@slack/web-api', '@slack/types', 'zod'],
    node: true,
  },
  http: { folders: [], packages: [], node: true },
  mail: { folders: ['flows', 'loyalty', 'text', 'context.ts', 'runner.ts'], packages: ['nodemailer'], node: true },
  survey: { folders: ['flows', 'http', 'loyalty', 'text', 'context.ts', 'errors.ts'], packages: [], node: true },
  slack: {
    folders: [
      'commands',
      'delivery',
      'facts',
      'flows',
      'http',
      'ingest',
      'messages',
      'loyalty',
      'sections',
      'store',
      'text',
      'context.ts',
      'errors.ts',
      'runner.ts',
    ],
    packages: ['@slack/bolt', '@slack/web-api', '@slack/types'],
    node: true,
  },
  shell: {
    folders: [
      'commands',
      'facts',
      'flows',
      'ingest',
      'messages',
      'loyalty',
      'store',
      'text',
      'context.ts',
      'errors.ts',
    ],
    packages: ['@slack/types'],
    node: true,
  },
  jobs: {
    folders: ['flows', 'loyalty', 'context.ts', 'errors.ts', 'runner.ts'],
    packages: ['node-cron', 'croner'],
    node: true,
  },
  'context.ts': { folders: ['facts', 'loyalty', 'store', 'errors.ts'], packages: [] },
  'runner.ts': { folders: ['errors.ts'], packages: [] },
  'errors.ts': { folders: ['text'], packages: [], node: true },
  'log.ts': { folders: ['errors.ts'], packages: [] },
  'last-resort.ts': { folders: ['errors.ts'], packages: [] },
  'config.ts': { folders: ['loyalty', 'store'], packages: ['zod'], node: true },
  'heap.ts': { folders: [], packages: [], node: true },
  'run-sandbox.ts': { folders: ['config.ts'], packages: ['@loyalty-ladder/sandbox'], node: true },
};

/** They put everything together and may import all. */
const roots = ['main.ts', 'cli.ts', 'start'];

/** The store's types may be named by those who are handed a store; its functions belong to the roots. */
const typesOnly: readonly (readonly [string, string])[] = [
  ['flows', 'store'],
  ['flows', 'sample'],
  ['ingest', 'facts'],
  ['sections', '@slack/types'],
  ['commands', 'store'],
  ['delivery', 'store'],
  ['slack', 'store'],
  ['shell', 'store'],
  ['context.ts', 'store'],
  ['config.ts', 'store'],
  ['run-sandbox.ts', '@loyalty-ladder/sandbox'],
  ['messages', '@slack/types'],
  ['messages', 'pictures'],
  ['shell', '@slack/types'],
];

interface Import {
  readonly from: string;
  readonly target: string;
  /** Null: of a package. */
  readonly file: string | null;
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

  test('no files import each other in a circle, not even types', () => {
    const found: string[][] = [];
    const done = new Set<string>();
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) found.push([...path.slice(path.indexOf(file)), file]);
      if (done.has(file) || file.includes('generated')) return;
      done.add(file);
      for (const { file: next } of importsIn(file)) if (next !== null) visit(next, [...path, file]);
    };
    for (const file of filesOf('')) visit(file, []);
    expect(done.size).toBeGreaterThan(300);
    expect(found.map((circle) => circle.map((file) => relative(src, file)).join(' > '))).toEqual([]);
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

  test('what the table allows is made use of', () => {
    const unused = Object.entries(table).flatMap(([place, { folders, packages }]) => {
      const targets = new Set(importsOf(place).map(({ target }) => target));
      return [...folders, ...packages].filter((one) => !targets.has(one)).map((one) => `${place}: ${one}`);
    });
    expect(unused).toEqual([]);
    const unneeded = typesOnly.filter(
      ([from, to]) => !table[from]?.folders.includes(to) && !table[from]?.packages.includes(to),
    );
    expect(unneeded).toEqual([]);
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

describe('what files are called', () => {
  const files = filesOf('').map((file) => {
    const path = relative(src, file);
    return { path, house: path.split('/')[0] ?? '', name: basename(path).replace(/\..*$/, '') };
  });
  const pairs = files.flatMap((one) =>
    files
      .filter((other) => other.house === one.house && other.path !== one.path)
      .map((other) => ({ one, other, what: `${one.path} and ${other.path}` })),
  );

  test('no two of a house are told apart by one letter more', () => {
    const isOneLetterMore = (short: string, long: string) =>
      short.length + 1 === long.length && [...long].some((_, i) => long.slice(0, i) + long.slice(i + 1) === short);
    expect(pairs.filter(({ one, other }) => isOneLetterMore(one.name, other.name)).map(({ what }) => what)).toEqual([]);
  });

  test('no two of a house have the same name, unless its rooms tell of the same things in their own ways', () => {
    // The kinds of listeners, and what digests, reviews and the Home are made of.
    const rooms = ['slack', 'sections'];
    const same = pairs.filter(
      ({ one, other }) => basename(one.path) === basename(other.path) && !rooms.includes(one.house),
    );
    expect(same.filter(({ one }) => basename(one.path) !== 'index.ts').map(({ what }) => what)).toEqual([]);
  });
});

describe('how flows are called', () => {
  test('no function of a flow takes more than four parameters', () => {
    const counts = filesOf('flows').flatMap((file) =>
      functionsIn(readFileSync(file, 'utf8')).map(({ name, parameters }) => ({
        name: `${relative(src, file)}: ${name}`,
        parameters,
      })),
    );
    expect(counts.length).toBeGreaterThan(100);
    expect(counts.filter(({ parameters }) => parameters > 4)).toEqual([]);
  });
});

describe('who writes', () => {
  const writing = writingMethods();
  const handedStores = Object.keys(table).filter((place) => table[place]?.folders.includes('store'));
  const others = [...handedStores, ...roots].filter((place) => place !== 'flows').flatMap(filesOf);

  test('the methods of the store that write are found by what they say to the database', () => {
    expect(Object.keys(writing).length).toBeGreaterThan(25);
    expect(writing.members).toEqual(['makeFirstAdmin', 'noteName', 'setHomeView', 'setLocale', 'setRoles']);
    expect(writing.workspaces).toEqual(['ensure']);
    expect(writing.imports).toEqual(expect.arrayContaining(['add', 'advance', 'freeAll', 'plan', 'take']));
    expect(writing.outbox).toEqual(expect.arrayContaining(['add', 'addReply', 'addUpdate']));
    expect([writing.figures, writing.values]).toEqual([[], []]);
  });

  test('only flows call them, or begin a transaction', () => {
    const calls = Object.entries(writing).flatMap(([store, methods]) => methods.map((method) => `${store}.${method}`));
    const call = new RegExp(`\\b(?:${calls.map((name) => name.replace('.', '\\??\\s*\\.\\s*')).join('|')})\\b`, 'g');
    const found = others.flatMap((file) => {
      const text = readFileSync(file, 'utf8');
      return [...text.matchAll(call), ...text.matchAll(/\btransaction\(/g)].map(
        ([written]) => `${relative(src, file)}: ${written}`,
      );
    });
    // It hands the store's transaction on.
    expect(found).toEqual(['context.ts: transaction(']);
  });

  test('what delivery notes of its sending is written by a store that it alone is handed', () => {
    const handing = others.filter((file) => /\b(?:openStore|lanesStore|sqlOn)\(/.test(readFileSync(file, 'utf8')));
    expect(handing.map((file) => relative(src, file))).toEqual(['cli.ts', 'start/app.ts']);
  });
});

/** Of each store of a workspace the methods that write or lock rows, by themselves or by what their file has at hand. */
function writingMethods(): Readonly<Record<string, readonly string[]>> {
  const parts = filesOf('store').flatMap(partsOf);
  // What a store as a whole can do is not what a method of another one does with it.
  const writing = new Set(parts.filter(({ name, text }) => saysWrite.test(text) && !name.endsWith('Store')));
  for (let before = -1; before < writing.size; ) {
    before = writing.size;
    for (const part of parts) {
      const isNamed = ({ name, file, within }: Part) =>
        (within === '' ? file === part.file || part.imports.has(`${file}:${name}`) : within === part.within) &&
        new RegExp(`(?<![.\\w])${name}\\b`).test(part.text.slice(part.text.indexOf(part.name) + part.name.length));
      if (
        !part.name.endsWith('Store') &&
        [...writing].some((other) => !other.isMethod && other !== part && isNamed(other))
      )
        writing.add(part);
    }
  }
  const factories = readFileSync(join(src, 'store/store.ts'), 'utf8').matchAll(/^ {4}(\w+): (\w+Store)\(/gm);
  const methodsOf = (factory: string) =>
    [...writing].flatMap(({ name, within, isMethod }) => (isMethod && within.endsWith(`:${factory}`) ? [name] : []));
  return Object.fromEntries([...factories].map(([, store, factory = '']) => [store, methodsOf(factory).sort()]));
}

/** SQL that writes or locks, or a call of Prisma's client. */
const saysWrite = /\b(?:INSERT|UPDATE|DELETE|TRUNCATE|MERGE)\b|\.(?:create|update|upsert|delete)(?:Many\w*)?\(/;

/** A function, a constant or a method of a store's file. */
interface Part {
  readonly file: string;
  readonly name: string;
  /** The function at the file's edge that it stands in; empty: none. */
  readonly within: string;
  readonly isMethod: boolean;
  readonly text: string;
  readonly imports: ReadonlySet<string>;
}

function partsOf(file: string): Part[] {
  let text = readFileSync(file, 'utf8').replaceAll(/\/\*\*[\s\S]*?\*\//g, '');
  const imports = new Set(
    [...text.matchAll(/^import \{([^}]*)\} from '(\.[^']+)'/gm)].flatMap(([, names = '', path = '']) =>
      names.split(',').map((name) => `${resolve(dirname(file), path)}:${name.trim()}`),
    ),
  );
  // What a file names of another as a whole counts as if it were named by itself.
  for (const [, whole, path = ''] of text.matchAll(/^import \* as (\w+) from '(\.[^']+)'/gm)) {
    text = text.replaceAll(new RegExp(`\\b${whole}\\.(\\w+)`, 'g'), (_, name: string) => {
      imports.add(`${resolve(dirname(file), path)}:${name}`);
      return name;
    });
  }
  const heads = text.matchAll(
    /^( *)(?:export )?(?:async )?(?:(?:function|const) )?(?!(?:if|for|while|switch|return)\b)(\w+)(?:[<(]|: | = (?!\{$))/gm,
  );
  let within = '';
  return [...heads].flatMap(({ index, 0: head, 1: indent = '', 2: name = '' }) => {
    if (indent.length > 4) return [];
    if (indent === '') within = `${file}:${name}`;
    // Until something else begins as far to the left.
    const end = text.slice(index + head.length).search(new RegExp(`\\n {0,${indent.length}}[^\\s)}\\]]`));
    return {
      file,
      name,
      within: indent === '' ? '' : within,
      isMethod: indent.length === 4,
      text: text.slice(index, end < 0 ? undefined : index + head.length + end),
      imports,
    };
  });
}

/** The functions that a file declares, and how many parameters each has. */
function functionsIn(source: string): { name: string; parameters: number }[] {
  const text = source.replaceAll('=>', '  ');
  return [...text.matchAll(/\bfunction\*? (\w+)(?:<[^(]*>)?\(/g)].map(({ 0: head, 1: name = '', index }) => {
    let depth = 1;
    let parameters = 0;
    let isEmpty = true;
    for (const sign of text.slice(index + head.length)) {
      if ('([{<'.includes(sign)) depth += 1;
      if (')]}>'.includes(sign)) depth -= 1;
      if (depth === 0) break;
      if (depth === 1 && sign === ',') isEmpty = true;
      else if (isEmpty && sign.trim() !== '') {
        isEmpty = false;
        parameters += 1;
      }
    }
    return { name, parameters };
  });
}

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
  return filesOf(place).flatMap(importsIn);
}

function importsIn(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const statements = text.matchAll(/^(?:import|export)\s+(type\s+)?([^'";]*?\s+from\s+)?['"]([^'"]+)['"]/gm);
  return [...statements].map(([, type, what = '', path = '']) => {
    const named =
      what
        .match(/\{([^}]*)\}/)?.[1]
        ?.split(',')
        .filter((name) => name.trim() !== '') ?? [];
    const isType = Boolean(type) || (named.length > 0 && named.every((name) => name.trim().startsWith('type ')));
    const own = path.startsWith('.') ? resolve(dirname(file), path) : null;
    return { from: relative(src, file), target: targetOf(file, path), file: own, isType };
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
