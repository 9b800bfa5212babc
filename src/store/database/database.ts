import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { openEmbedded } from './embedded.ts';
import { folderFault, noteStarted, postgresIn, prepareFolder } from './embedded-folder.ts';
import { type FolderLock, lockFolder } from './folder-lock.ts';
import { migrate } from './migrate.ts';
import { openReader, type Queryable } from './reader.ts';
import { serverFault } from './server-fault.ts';

export interface Database {
  readonly kind: 'embedded' | 'server';
  readonly pool: pg.Pool;
  /** For short questions outside of transactions; left out: the pool. */
  readonly reader?: Queryable;
  /** False where the embedded database cannot force writes to the disk. */
  readonly durable: boolean;
  /** Held while the embedded database's folder is open. */
  readonly lock: FolderLock | null;
  /** A copy of the embedded database as tar.gz; null for a server, which has tools of its own. */
  readonly dump: (() => Promise<Uint8Array>) | null;
  /** Told when the embedded database ends by itself; a server comes back, and is waited for. */
  onEnd?(tell: (why: Error) => void): void;
  close(): Promise<void>;
}

export type DatabasePlace =
  | { readonly kind: 'server'; readonly url: string; readonly connections?: number }
  /** The folder that holds everything of the embedded database. */
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'memory'; readonly dump?: Uint8Array };

/** Another process has the embedded database's folder open. */
export class FolderInUse extends Error {
  readonly folder: string;
  constructor(folder: string) {
    super(`The embedded database in ${folder} is in use by another process.`);
    this.name = 'FolderInUse';
    this.folder = folder;
  }
}

/**
 * Opens the database and brings its tables up to date.
 *
 * @throws FolderInUse, or Error with words when it cannot be opened
 */
export async function openDatabase(place: DatabasePlace): Promise<Database> {
  const database = await open(place);
  try {
    const { zone, encoding } = await sessionOf(database);
    if (zone !== 'UTC') {
      throw new Error(`The database session runs in ${zone}; it must run in UTC (options=-c timezone=UTC).`);
    }
    if (encoding !== 'UTF8') {
      throw new Error(
        `The database of DATABASE_URL keeps text as ${encoding}, in which names of customers get lost. Give it one in UTF8 (CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0).`,
      );
    }
    await migrate(database.pool, migrationsFolder);
    return database;
  } catch (cause) {
    await database.close();
    throw (database.kind === 'server' && serverFault(cause)) || cause;
  }
}

interface Session {
  readonly zone: string;
  readonly encoding: string;
}

/** The first question to a database, and so the first to find out that it is not to be reached. */
async function sessionOf({ pool, kind }: Database): Promise<Session> {
  try {
    const { rows } = await pool.query<Session>(
      `SELECT current_setting('TimeZone') AS zone, current_setting('server_encoding') AS encoding`,
    );
    return rows[0] ?? { zone: '', encoding: '' };
  } catch (cause) {
    throw kind === 'server' ? unreachable(cause) : cause;
  }
}

/** Says which setting is meant, and never the address itself: it holds a password. */
function unreachable(cause: unknown): Error {
  return new Error(`The database of DATABASE_URL cannot be opened: ${wordsOf(cause)}`, { cause });
}

/** Where a name has several addresses, none of which answers, the error has a code and no words. */
function wordsOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return cause.message || ('code' in cause ? String(cause.code) : cause.name);
}

export const migrationsFolder = fileURLToPath(new URL('../../../prisma/migrations', import.meta.url));

async function open(place: DatabasePlace): Promise<Database> {
  switch (place.kind) {
    case 'server':
      return openServer(place.url, place.connections ?? 10);
    case 'folder':
      return openFolder(place.folder);
    case 'memory': {
      const embedded = await openEmbedded(place.dump ? { dump: place.dump } : {});
      return { kind: 'embedded', lock: null, ...embedded };
    }
  }
}

function openServer(url: string, connections: number): Database {
  const address = new URL(url);
  const asked = address.searchParams.get('options') ?? '';
  address.searchParams.delete('options');
  const session = {
    connectionString: address.href,
    connectionTimeoutMillis: 10_000,
    // What no longer leads anywhere is found out while it rests, and not by who asks next.
    keepAlive: true,
    keepAliveInitialDelayMillis: 30_000,
    // Instants are read and written as if every session were in UTC.
    options: `${asked} -c timezone=UTC`.trim(),
    application_name: 'loyalty-ladder',
  };
  const pool = new pg.Pool({ ...session, max: connections, pipeline: true });
  // Its questions name rows by key: planning them anew each time would cost as much as answering them.
  const reader = openReader({ ...session, options: `${session.options} -c plan_cache_mode=force_generic_plan` });
  // A connection that breaks is replaced by the pool, and fails whatever was asked on it. Without listeners, of the pool for
  // those at rest and of each that is in use, it would end the process besides.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const close = async () => {
    await reader.end();
    await pool.end();
  };
  return { kind: 'server', pool, reader, durable: true, lock: null, dump: null, close };
}

async function openFolder(folder: string): Promise<Database> {
  const lock = await lockFolder(folder).catch((cause: unknown) => {
    throw folderFault(folder, cause);
  });
  if (!lock) throw new FolderInUse(folder);
  try {
    prepareFolder(folder);
    const embedded = await openEmbedded({ folder: postgresIn(folder) }).catch((cause: unknown) => {
      throw folderFault(folder, cause);
    });
    noteStarted(folder);
    return {
      kind: 'embedded',
      lock,
      ...embedded,
      async close() {
        await embedded.close();
        await lock.release();
      },
    };
  } catch (cause) {
    await lock.release();
    throw cause;
  }
}
