import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pool, PoolClient } from 'pg';

export interface Migration {
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the file, as Prisma records it. */
  readonly checksum: string;
}

/** The migrations of a folder in the order of their names, which begin with their time. */
export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

/**
 * Brings a database up to date and keeps Prisma's own record of it, so that "prisma migrate deploy" can take over at any
 * time, or has been at work before. Several starters at once wait for each other. A migration that failed is recorded
 * and stops everything after it.
 *
 * @returns the names of the migrations that were applied now
 * @throws Error when an earlier migration failed, one fails now, or the tables in the database have another origin
 */
export async function migrate(pool: Pool, folder: string): Promise<string[]> {
  const client = await pool.connect();
  let failed = true;
  try {
    await client.query('SELECT pg_advisory_lock($1)', [prismaLockKey]);
    const known = await readHistory(client);
    const applied: string[] = [];
    for (const migration of readMigrations(folder)) {
      if (known.has(migration.name)) continue;
      await apply(client, migration);
      applied.push(migration.name);
    }
    failed = false;
    return applied;
  } finally {
    await client.query('SELECT pg_advisory_unlock_all()').catch(() => undefined);
    client.release(failed);
  }
}

const prismaLockKey = 72707369;

const historyTable = `CREATE TABLE _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

async function readHistory(client: PoolClient): Promise<Set<string>> {
  const { rows: found } = await client.query<{ history: boolean; tables: boolean }>(`
    SELECT to_regclass('_prisma_migrations') IS NOT NULL AS history,
           EXISTS (SELECT FROM pg_tables WHERE schemaname = current_schema()) AS tables`);
  if (!found[0]?.history) {
    if (found[0]?.tables) {
      throw new Error(
        'The database holds tables that Loyalty Ladder did not make. Give it an empty database of its own.',
      );
    }
    await client.query(historyTable);
  }
  const { rows } = await client.query<{ migration_name: string; finished: boolean; logs: string | null }>(`
    SELECT migration_name, finished_at IS NOT NULL AS finished, logs
    FROM _prisma_migrations WHERE rolled_back_at IS NULL`);
  const broken = rows.find((row) => !row.finished);
  if (broken) {
    throw new Error(
      `Migration ${broken.migration_name} failed earlier and must be resolved first (prisma migrate resolve): ${broken.logs ?? 'it was interrupted'}`,
    );
  }
  return new Set(rows.map((row) => row.migration_name));
}

async function apply(client: PoolClient, { name, sql, checksum }: Migration): Promise<void> {
  const id = randomUUID();
  await client.query('INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)', [
    id,
    checksum,
    name,
  ]);
  try {
    // One simple query: the whole file is a transaction of its own.
    await client.query(sql);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    await client.query('UPDATE _prisma_migrations SET logs = $2 WHERE id = $1', [id, why]);
    throw new Error(`Migration ${name} failed: ${why}`, { cause });
  }
  await client.query('UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1 WHERE id = $1', [id]);
}
