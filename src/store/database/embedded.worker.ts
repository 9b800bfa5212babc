// The embedded PostgreSQL in a thread of its own, so that a slow query never holds up the app. It has one session; the
// owner sends it whole protocol messages and gets back what the server answered.
import { fsyncSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';

export type EmbeddedRequest = { readonly id: number } & (
  | { readonly kind: 'wire'; readonly bytes: Uint8Array }
  /** Makes the session as good as new: without an open transaction and prepared statements of who had it before. */
  | { readonly kind: 'renew' }
  | { readonly kind: 'dump' }
  | { readonly kind: 'close' }
);

export type EmbeddedResponse =
  | { readonly kind: 'ready'; readonly durable: boolean }
  | { readonly kind: 'broken'; readonly why: string }
  | { readonly kind: 'done'; readonly id: number; readonly bytes: Uint8Array }
  /** It answers nothing any more. */
  | { readonly kind: 'ended'; readonly why: string };

export interface EmbeddedOptions {
  /** Left out: in memory. */
  readonly folder?: string;
  /** A dump to start from, for tests. */
  readonly dump?: Uint8Array;
}

const port = parentPort;
if (!port) throw new Error('embedded.worker runs as a worker thread');
const { folder, dump } = workerData as EmbeddedOptions;

try {
  const { database, durable } = await open();
  endWithDatabase(database);
  say({ kind: 'ready', durable });
  let last: Promise<void> = Promise.resolve();
  port.on('message', (request: EmbeddedRequest) => {
    last = last.then(() => serve(database, request));
  });
} catch (cause) {
  say({ kind: 'broken', why: wordsOf(cause) });
}

async function open(): Promise<{ database: PGlite; durable: boolean }> {
  const small = ['-c', 'shared_buffers=32MB', '-c', 'wal_buffers=1MB'];
  if (folder === undefined) {
    const options = { startParams: [...PGlite.defaultStartParams, ...small] };
    const database = await PGlite.create(
      dump ? { ...options, loadDataDir: new Blob([new Uint8Array(dump)]) } : options,
    );
    return { database, durable: true };
  }
  // As delivered, it starts with -F (no fsync) and its file layer passes fsync over: a power cut could lose
  // acknowledged rows. Both are undone here; the probe tells whether it worked.
  const startParams = PGlite.defaultStartParams.filter((parameter) => parameter !== '-F');
  const database = await PGlite.create({
    dataDir: folder,
    startParams: [...startParams, '-c', 'fsync=on', '-c', 'wal_sync_method=fsync', ...small],
  });
  return { database, durable: await handFsyncThrough(database) };
}

/** PostgreSQL's way to give up a statement: it goes on with the next. */
const givesUpStatement = 100;

/**
 * Ends the thread when PostgreSQL has ended, as it does where it cannot write its log. As delivered it is asked over and over
 * for the rest of the question then, and never answers.
 */
function endWithDatabase({ Module: module }: PGlite): void {
  const once = module._PostgresMainLoopOnce;
  module._PostgresMainLoopOnce = () => {
    try {
      once();
    } catch (cause) {
      if (typeof cause === 'object' && cause !== null && 'status' in cause && cause.status === givesUpStatement)
        throw cause;
      say({ kind: 'ended', why: wordsOf(cause) });
      process.exit(1);
    }
  };
}

interface NodeFile {
  readonly nfd: number;
}

async function handFsyncThrough(database: PGlite): Promise<boolean> {
  let synced = 0;
  try {
    const node = database.Module.FS.lookupPath(`${PGlite.paths.PGDATA}/PG_VERSION`).node;
    const operations = node.stream_ops as { fsync?: (file: NodeFile) => number };
    operations.fsync = (file) => {
      fsyncSync(file.nfd);
      synced += 1;
      return 0;
    };
    await database.query(`SELECT pg_logical_emit_message(true, 'loyalty', 'probe')`);
  } catch {
    return false;
  }
  return synced > 0;
}

async function serve(database: PGlite, request: EmbeddedRequest): Promise<void> {
  try {
    const bytes = await answer(database, request);
    say({ kind: 'done', id: request.id, bytes });
    if (request.kind === 'close') port?.close();
  } catch (cause) {
    // What PostgreSQL refuses is an answer. If it throws, it has ended, and would fail whatever else it is asked.
    say({ kind: 'ended', why: wordsOf(cause) });
    port?.close();
  }
}

async function answer(database: PGlite, request: EmbeddedRequest): Promise<Uint8Array> {
  switch (request.kind) {
    case 'wire':
      return asked(database, request.bytes);
    case 'renew':
      await database.exec('ROLLBACK; DEALLOCATE ALL');
      return new Uint8Array();
    case 'dump':
      return new Uint8Array(await (await database.dumpDataDir('gzip')).arrayBuffer());
    case 'close':
      await database.close();
      return new Uint8Array();
  }
}

/** By the call that hands answers on: the one that gives them back keeps whatever it ever gave. */
async function asked(database: PGlite, bytes: Uint8Array): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  await database.execProtocolRawStream(bytes, { onRawData: (piece) => void pieces.push(piece.slice()) });
  const [only] = pieces;
  if (only && pieces.length === 1) return only;
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function say(response: EmbeddedResponse): void {
  port?.postMessage(response, response.kind === 'done' ? [response.bytes.buffer as ArrayBuffer] : []);
}

/** What the file layer of the embedded database throws is no Error and has a number alone. */
function wordsOf(cause: unknown): string {
  if (cause instanceof Error) return cause.message.replace(/ Build with -sASSERTIONS.*/, '').replace(/\.$/, '');
  return typeof cause === 'object' && cause !== null && 'errno' in cause ? `file error ${cause.errno}` : String(cause);
}
