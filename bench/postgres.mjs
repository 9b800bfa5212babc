// A PostgreSQL to measure on: BENCH_DATABASE_URL, else a fresh cluster of Debian's packages with the settings of .ci/run.
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const packages = '/usr/lib/postgresql';

/** Beyond the defaults: the settings of .ci/run. */
const settings = ['max_connections=200', 'fsync=off', 'timezone=America/New_York'];

/** `{ makeDatabase(name, template?), dropDatabase(name), urlOfKnown(name), checkpoint(), psql(url, …arguments), what, stop() }` */
export async function startPostgres() {
  const bin = newestBin();
  const given = process.env.BENCH_DATABASE_URL;
  const cluster = given ? null : startCluster(bin);
  const admin = new pg.Client({ connectionString: given ?? cluster.url });
  await admin.connect();
  const { rows } = await admin.query(`SELECT current_setting('server_version') AS version`);
  const changed = await admin.query(
    `SELECT name || '=' || setting AS one FROM pg_settings WHERE source IN ('command line', 'configuration file')
     AND name IN ('fsync', 'synchronous_commit', 'shared_buffers', 'max_wal_size', 'max_connections', 'full_page_writes') ORDER BY 1`,
  );
  const urlOf = (name) => Object.assign(new URL(given ?? cluster.url), { pathname: `/${name}` }).href;
  const dropDatabase = (name) => admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  return {
    what: `PostgreSQL ${rows[0].version}; ${given ? 'a given server' : 'a fresh cluster'}; ${changed.rows.map(({ one }) => one).join(', ')}`,
    async makeDatabase(name, template = 'template1') {
      await dropDatabase(name);
      await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
      return urlOf(name);
    },
    dropDatabase,
    /** The address of a database that is there; null: it is not. */
    async urlOfKnown(name) {
      const found = await admin.query('SELECT FROM pg_database WHERE datname = $1', [name]);
      return found.rowCount === 0 ? null : urlOf(name);
    },
    checkpoint: () => admin.query('CHECKPOINT'),
    psql: (url, ...args) => execFileSync(join(bin, 'psql'), [url, '-qX', '-v', 'ON_ERROR_STOP=1', ...args]),
    async stop() {
      await admin.end();
      cluster?.stop();
    },
  };
}

function newestBin() {
  const [newest] = existsSync(packages) ? readdirSync(packages).sort((a, b) => Number(b) - Number(a)) : [];
  if (!newest) throw new Error("PostgreSQL is missing (Debian's package: postgresql); psql is needed in any case.");
  return join(packages, newest, 'bin');
}

function startCluster(bin) {
  const folder = mkdtempSync(join(tmpdir(), 'loyalty-bench-'));
  chmodSync(folder, 0o777);
  const data = join(folder, 'data');
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const options = `-p ${port} -k ${folder} ${settings.map((one) => `-c ${one}`).join(' ')}`;
  asPostgres(join(bin, 'initdb'), '-D', data, '-A', 'trust', '-U', 'postgres', '--locale=C.UTF-8', '-E', 'UTF8');
  asPostgres(join(bin, 'pg_ctl'), '-w', '-D', data, '-l', join(folder, 'log'), '-o', options, 'start');
  const stop = () => {
    spawnAsPostgres(join(bin, 'pg_ctl'), '-D', data, '-m', 'immediate', 'stop');
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: `postgresql://postgres@127.0.0.1:${port}/postgres`, stop };
}

function asPostgres(...command) {
  const { status, stderr } = spawnAsPostgres(...command);
  if (status !== 0) throw new Error(`${command[0]} failed: ${stderr}`);
}

/** The server refuses to run as root. */
function spawnAsPostgres(...command) {
  const quoted = command.map((word) => `'${word}'`).join(' ');
  const [program, ...args] = process.getuid?.() === 0 ? ['su', 'postgres', '-s', '/bin/sh', '-c', quoted] : command;
  return spawnSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] });
}
