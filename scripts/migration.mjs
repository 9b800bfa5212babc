// node scripts/migration.mjs NAME     writes prisma/migrations/TIME_NAME/migration.sql from prisma/schema.prisma
// node scripts/migration.mjs --check  exits 1 when the migrations no longer make the tables of prisma/schema.prisma
//
// It runs Prisma's own schema engine, the WebAssembly build with the same version, against an embedded database in
// memory, so that it works where the engine's binary cannot be fetched.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import { openEmbedded } from '../dist/store/database/embedded.js';
import { readMigrations } from '../dist/store/database/migrate.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const schema = { path: 'prisma/schema.prisma', content: readFileSync(join(root, 'prisma/schema.prisma'), 'utf8') };
const folder = join(root, 'prisma/migrations');
const [argument] = process.argv.slice(2);
const check = argument === '--check';
if (!check && !/^[a-z][a-z0-9_]*$/.test(argument ?? '')) stop('Usage: npm run db:new -- name_in_snake_case');

const sql = await difference();
if (check) {
  if (sql) stop(`The migrations do not make the tables of prisma/schema.prisma. Missing:\n${sql}`);
  process.stdout.write('The migrations make the tables of prisma/schema.prisma.\n');
} else if (!sql) {
  process.stdout.write('Nothing to do: the migrations already make these tables.\n');
} else {
  const target = join(folder, `${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}_${argument}`);
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, 'migration.sql'), `${sql}\n`);
  writeFileSync(join(folder, 'migration_lock.toml'), 'provider = "postgresql"\n');
  process.stdout.write(`${target.slice(root.length)}/migration.sql\n`);
}

async function difference() {
  const database = await openEmbedded({});
  for (const migration of readMigrations(folder)) await database.pool.query(migration.sql);
  const engine = await schemaEngine(database.pool);
  const result = await engine.diff({
    from: { tag: 'schemaDatasource', files: [schema], configDir: root },
    to: { tag: 'schemaDatamodel', files: [schema] },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  await database.close();
  const text = String(result.stdout ?? '').trim();
  return text === '-- This is an empty migration.' ? '' : text;
}

async function schemaEngine(pool) {
  const require = createRequire(import.meta.url);
  const home = dirname(require.resolve('@prisma/schema-engine-wasm'));
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  // The engine that this prisma was made with.
  const ofPrisma = createRequire(require.resolve('prisma/package.json'));
  const wanted = ofPrisma('@prisma/engines/package.json').dependencies['@prisma/engines-version'];
  if (version !== wanted) stop(`@prisma/schema-engine-wasm ${version} is not the engine of this prisma (${wanted}).`);
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    message: '',
    get() {
      return this.message;
    },
    set_message(message) {
      this.message = message;
    },
  };
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const wasm = readFileSync(join(home, 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return glue.SchemaEngine.new(
    { datamodels: [[schema.path, schema.content]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(catalogAdapter(pool)),
  );
}

// @prisma/adapter-pg refuses PostgreSQL's "char" type, which reading the catalogue needs.
function catalogAdapter(pool) {
  const T = ColumnTypeEnum;
  const types = {
    16: T.Boolean,
    18: T.Character,
    20: T.Int64,
    21: T.Int32,
    23: T.Int32,
    26: T.Int64,
    700: T.Float,
    701: T.Double,
    1114: T.DateTime,
    1184: T.DateTime,
    1700: T.Numeric,
    1000: T.BooleanArray,
    1002: T.CharacterArray,
    1003: T.TextArray,
    1005: T.Int32Array,
    1007: T.Int32Array,
    1009: T.TextArray,
    1016: T.Int64Array,
    1028: T.Int64Array,
  };
  const run = ({ sql, args }) => pool.query({ text: sql, values: args, rowMode: 'array' });
  const adapter = {
    provider: 'postgres',
    adapterName: 'catalogue',
    async queryRaw(query) {
      const { fields, rows } = await run(query);
      return {
        columnNames: fields.map((field) => field.name),
        columnTypes: fields.map((field) => types[field.dataTypeID] ?? T.Text),
        rows,
      };
    },
    executeRaw: async (query) => (await run(query)).rowCount ?? 0,
    executeScript: async (script) => void (await pool.query(script)),
    startTransaction: () => Promise.reject(new Error('not used')),
    getConnectionInfo: () => ({ schemaName: 'public', supportsRelationJoins: true }),
    dispose: async () => {},
  };
  return {
    provider: 'postgres',
    adapterName: 'catalogue',
    connect: async () => adapter,
    connectToShadowDb: async () => adapter,
  };
}

function stop(words) {
  process.stderr.write(`${words}\n`);
  process.exit(1);
}
