import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { migrate } from '../../src/store/database/migrate.ts';

/** Databases of one run on the server that TEST_DATABASE_URL names. */

const server = process.env.TEST_DATABASE_URL;

/** Makes a database that is migrated and empty. @returns its address */
export async function makeDatabase(address: string, run: string): Promise<string> {
  const template = nameOf(run, 'template');
  const name = nameOf(run, randomBytes(6).toString('hex'));
  await asAdmin(address, async (client) => {
    // The first to come makes the one that all others are copied from.
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [template]);
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [template]);
    if (!rowCount) await makeTemplate(client, address, template);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  });
  return urlOf(address, name);
}

export async function dropDatabase(url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  if (server) await asAdmin(server, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
}

/** Takes away what tests that failed or were stopped have left, and what all were copied from. */
export async function dropDatabasesOf(run: string): Promise<void> {
  if (!server) return;
  await asAdmin(server, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      'SELECT datname FROM pg_database WHERE starts_with(datname, $1)',
      [nameOf(run, '')],
    );
    for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
  });
}

export function poolOn(connectionString: string): pg.Pool {
  const pool = new pg.Pool({ connectionString, max: 5, options: '-c timezone=UTC' });
  pool.on('error', () => undefined);
  return pool;
}

async function makeTemplate(client: pg.Client, address: string, template: string): Promise<void> {
  const draft = `${template}_draft`;
  await client.query(`DROP DATABASE IF EXISTS ${draft}`);
  await client.query(`CREATE DATABASE ${draft}`);
  const pool = poolOn(urlOf(address, draft));
  await migrate(pool, 'prisma/migrations');
  await pool.end();
  await client.query(`ALTER DATABASE ${draft} RENAME TO ${template}`);
}

/** What it has locked is free when its session ends. */
async function asAdmin(address: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

const nameOf = (run: string, what: string) => `loyalty_test_${run}_${what}`;

function urlOf(address: string, database: string): string {
  const url = new URL(address);
  url.pathname = `/${database}`;
  return url.href;
}
