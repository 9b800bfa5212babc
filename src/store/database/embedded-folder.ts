import { accessSync, constants, existsSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Where the embedded database lies in the folder of everything that belongs to it. */
export function postgresIn(folder: string): string {
  return join(folder, 'postgres');
}

/** Stands beside the database until its very first start is through: what is there before is none yet. */
const mark = (folder: string) => join(folder, 'postgres.beginning');

/**
 * Makes ready what lies in the folder, for who holds its lock: clears away what a start that was cut short has left.
 *
 * @throws Error with what to do where that does not help
 */
export function prepareFolder(folder: string): void {
  const postgres = postgresIn(folder);
  requireRights(folder);
  const isStarted = existsSync(join(postgres, 'PG_VERSION'));
  if (hasTables(postgres) && !isStarted) {
    throw new Error(
      `The embedded database in ${folder} is damaged: it has tables, and its file postgres/PG_VERSION is missing. Nothing was changed. ${backup}`,
    );
  }
  if (isStarted && (hasTables(postgres) || !existsSync(mark(folder)))) {
    // With it PostgreSQL marks that a process has the database open. None has: it was left, or came with a copy.
    rmSync(join(postgres, 'postmaster.pid'), { force: true });
    return;
  }
  writeFileSync(mark(folder), '');
  rmSync(postgres, { recursive: true, force: true });
}

/** The database has been opened: from now on it is one. */
export function noteStarted(folder: string): void {
  rmSync(mark(folder), { force: true });
}

/** Files of the tables that PostgreSQL makes for itself have lower numbers. */
const firstNumberOfOurs = 16_384;

/** PostgreSQL takes a folder without its PG_VERSION for empty and makes a new database over what is there. */
function hasTables(postgres: string): boolean {
  const tables = join(postgres, 'base');
  if (!existsSync(tables)) return false;
  const files = readdirSync(tables, { recursive: true, encoding: 'utf8' });
  return files.some((file) => Number.parseInt(basename(file), 10) >= firstNumberOfOurs);
}

function requireRights(folder: string): void {
  try {
    const probe = join(folder, 'loyalty.probe');
    writeFileSync(probe, Buffer.alloc(8192));
    rmSync(probe);
    for (const path of ['', 'PG_VERSION', 'global/pg_control', 'base', 'pg_wal']) {
      const file = join(postgresIn(folder), path);
      if (existsSync(file)) accessSync(file, constants.R_OK | constants.W_OK);
    }
  } catch (cause) {
    throw folderFault(folder, cause);
  }
}

const backup = 'Keep a copy of the folder as it is, and put a backup of it in its place.';

/** What a write-ahead log and some tables need for a start. */
const leastRoom = 32 * 2 ** 20;

/** Why the folder's database cannot be used, and what to do: a disk that is full or read-only is no damage. */
export function folderFault(folder: string, cause: unknown): Error {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return new Error(wordsFor(folder, code, cause), { cause });
}

function wordsFor(folder: string, code: string, cause: unknown): string {
  switch (code) {
    case 'EROFS':
      return `The folder ${folder} lies on a disk that is read-only, and the embedded database has to write. Make it writable, or set LOYALTY_DATA to another folder. Nothing is damaged.`;
    case 'EACCES':
    case 'EPERM':
      return `The folder ${folder} does not belong to the user who runs this: not everything in it may be written. Give it to that user (chown -R), or set LOYALTY_DATA to another folder. Nothing is damaged.`;
    case 'ENOTSUP':
    case 'EOPNOTSUPP':
      return `The folder ${folder} lies on a disk that knows no sockets, with which the embedded database sees to it that one process has it open. Set LOYALTY_DATA to a folder on a disk of this machine. Nothing is damaged.`;
    case 'ENOSPC':
    case 'EDQUOT':
      return full(folder);
  }
  if (roomIn(folder) < leastRoom) return full(folder);
  const why = cause instanceof Error ? cause.message : String(cause);
  return `The embedded database in ${folder} does not open: ${why}. There is room on the disk, and it may be written: so it is damaged. ${backup}`;
}

function full(folder: string): string {
  return `The disk of ${folder} is full, and the embedded database has to write. Make room (at least 32 MB) and start again. Nothing is damaged.`;
}

function roomIn(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
