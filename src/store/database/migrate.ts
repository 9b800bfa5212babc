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
      // However a checkout writes the ends of lines, the file is the same.
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8').replaceAll('\r\n', '\n');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

/**
 * Brings a database up to date and keeps Prisma's own record of it, so that "prisma migrate deploy" can take over at any
 * time, or has been at work before. Several starters at once wait for each other. A migration, its row and the mark that it
 * is finished are one transaction: one that is cut short at any moment, or fails, leaves nothing, and the next start does it.
 *
 * @returns the names of the migrations that were applied now
 * @throws Error when one fails, when the tables in the database have another origin, or when they are those of another version
 */
export async function migrate(pool: Pool, folder: string): Promise<string[]> {
  const client = await pool.connect();
  let failed = true;
  try {
    await client.query('SELECT pg_advisory_lock($1)', [prismaLockKey]);
    const migrations = readMigrations(folder);
    const history = await readHistory(client);
    refuseOtherVersion(migrations, history);
    const applied: string[] = [];
    for (const migration of migrations) {
      const known = history.find(({ name }) => name === migration.name);
      if (known?.finished) continue;
      if (known) await finish(client, migration, known);
      else await apply(client, migration);
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

/** A migration that the database knows of. */
interface Known {
  readonly id: string;
  readonly name: string;
  readonly checksum: string;
  readonly finished: boolean;
  /** It failed, and why; null: it did not, or was cut short. */
  readonly logs: string | null;
}

async function readHistory(client: PoolClient): Promise<Known[]> {
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
  const { rows } = await client.query<Known>(`
    SELECT id, migration_name AS name, checksum, finished_at IS NOT NULL AS finished, logs
    FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY finished_at NULLS LAST`);
  return rows;
}

/** @throws Error where the database was brought further than this version goes, or by files that are not those of this one */
function refuseOtherVersion(migrations: readonly Migration[], history: readonly Known[]): void {
  for (const { name, checksum, finished, logs } of history) {
    const own = migrations.find((migration) => migration.name === name);
    if (!own) {
      throw new Error(
        `The database is newer than this version of Loyalty Ladder: it has the migration ${name}, which is not known here. Start the newer version. To go back to this one, put back the backup that was taken before the update. Nothing was changed.`,
      );
    }
    // What failed left nothing: it may have been mended since.
    if (own.checksum !== checksum && (finished || logs === null)) {
      throw new Error(
        `The migration ${name} is not the one that the database was made with: its file was changed, or the database is that of another build. Install this version anew, unchanged, or start the one that the database was made with. Nothing was changed.`,
      );
    }
  }
}

async function apply(client: PoolClient, { name, sql, checksum }: Migration): Promise<void> {
  await inTransaction(client, name, async () => {
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query(sql);
  });
}

/**
 * Finishes what an earlier version of the app left: it wrote the row first, then the file in a transaction of its own, and
 * then the mark. So the file is either in wholly or not at all.
 */
async function finish(client: PoolClient, { name, sql, checksum }: Migration, { id, logs }: Known): Promise<void> {
  await inTransaction(client, name, async () => {
    await client.query('SAVEPOINT file');
    try {
      await client.query(sql);
    } catch (cause) {
      if (logs !== null || !isThere(cause)) throw cause;
      await client.query('ROLLBACK TO SAVEPOINT file');
    }
    await client.query(
      `UPDATE _prisma_migrations SET finished_at = now(), checksum = $2, logs = NULL, applied_steps_count = 1 WHERE id = $1`,
      [id, checksum],
    );
  });
}

/** What a file makes is there, or what it takes away is gone: that of every file that an earlier version could leave so. */
function isThere(cause: unknown): boolean {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null;
  return typeof code === 'string' && ['42P07', '42701', '42710', '42723', '42704', '42703'].includes(code);
}

async function inTransaction(client: PoolClient, name: string, work: () => Promise<void>): Promise<void> {
  await client.query('BEGIN');
  try {
    await work();
    await client.query('COMMIT');
  } catch (cause) {
    await client.query('ROLLBACK').catch(() => undefined);
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(
      `Migration ${name} failed, and nothing of it stayed: ${why}. The version before this one still runs with the database as it is.`,
      { cause },
    );
  }
}
