import { Duplex } from 'node:stream';
import { Worker } from 'node:worker_threads';
import pg from 'pg';
import type { EmbeddedOptions, EmbeddedRequest, EmbeddedResponse } from './embedded.worker.ts';

export interface EmbeddedDatabase {
  /** A pool of one connection: who holds it (a transaction) has the database to itself. */
  readonly pool: pg.Pool;
  /** False where writes cannot be forced to the disk: a power cut may then lose the newest rows. */
  readonly durable: boolean;
  /** A consistent copy of the folder as tar.gz. */
  dump(): Promise<Uint8Array>;
  /** Told when it ends though nobody closed it: whatever is asked from then on fails. */
  onEnd(tell: (why: Error) => void): void;
  close(): Promise<void>;
}

type RequestBody = EmbeddedRequest extends infer R ? (R extends { id: number } ? Omit<R, 'id'> : never) : never;

/**
 * Starts the embedded PostgreSQL in a worker thread and puts a real `pg.Pool` before it, so that Prisma, SQL, types and
 * errors are those of a server.
 *
 * @throws Error when the folder cannot be opened
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const worker = new Worker(new URL(workerFile(), import.meta.url), { workerData: options });
  const waiting = new Map<number, { resolve: (bytes: Uint8Array) => void; reject: (why: Error) => void }>();
  let lastId = 0;
  let gone: Error | null = null;
  let closing = false;
  let tellEnd = (_: Error): void => undefined;

  const ask = (body: RequestBody): Promise<Uint8Array> =>
    new Promise((resolve, reject) => {
      if (gone) return reject(gone);
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      worker.postMessage({ id: lastId, ...body });
    });
  const stop = (why: string) => {
    gone ??= new Error(
      `The embedded database has ended: ${why}. Often its disk is full, or there is no memory left. Make room and start again; what was finished is there.`,
    );
    for (const { reject } of waiting.values()) reject(gone);
    waiting.clear();
    if (!closing) tellEnd(gone);
  };

  const durable = await new Promise<boolean>((resolve, reject) => {
    worker.on('error', (cause) => {
      stop(cause.message);
      reject(gone);
    });
    worker.on('exit', () => {
      stop('its thread ended');
      reject(gone);
    });
    worker.on('message', (response: EmbeddedResponse) => {
      if (response.kind === 'ready') return resolve(response.durable);
      if (response.kind === 'broken') return reject(new Error(response.why));
      if (response.kind === 'ended') return stop(response.why);
      waiting.get(response.id)?.resolve(response.bytes);
      waiting.delete(response.id);
    });
  });

  const pool = new pg.Pool({
    max: 1,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: 60_000,
    host: 'embedded',
    user: 'postgres',
    database: 'postgres',
    password: 'none',
    ssl: false,
    options: '-c timezone=UTC',
    stream: () => new SessionStream(ask) as unknown as import('node:net').Socket,
  });
  pool.on('error', () => undefined);
  return {
    pool,
    durable,
    dump: () => ask({ kind: 'dump' }),
    onEnd(tell) {
      tellEnd = tell;
      if (gone && !closing) tell(gone);
    },
    async close() {
      closing = true;
      await pool.end();
      await ask({ kind: 'close' }).catch(() => undefined);
      await worker.terminate();
    },
  };
}

/** Threads run built JavaScript, also when the rest is run from its sources by a test. */
function workerFile(): string {
  return import.meta.url.endsWith('.ts') ? '../../../dist/store/database/embedded.worker.js' : './embedded.worker.js';
}

const terminateMessage = 0x58;
const readyForQuery = 0x5a;
const idle = 0x49;

/** What pg takes for its socket. Each write holds whole protocol messages. */
class SessionStream extends Duplex {
  readonly #ask: (body: RequestBody) => Promise<Uint8Array>;
  #transactionState = idle;

  constructor(ask: (body: RequestBody) => Promise<Uint8Array>) {
    super();
    this.#ask = ask;
  }

  connect(): this {
    this.#ask({ kind: 'renew' }).then(
      () => this.emit('connect'),
      (why: Error) => this.destroy(why),
    );
    return this;
  }
  setNoDelay = (): this => this;
  setKeepAlive = (): this => this;
  ref = (): this => this;
  unref = (): this => this;

  override _read(): void {
    // Answers are pushed when they come.
  }
  override _write(chunk: Buffer, _encoding: string, done: (why?: Error | null) => void): void {
    this.#send(chunk).then(() => done(), done);
  }
  override _writev(chunks: { chunk: Buffer }[], done: (why?: Error | null) => void): void {
    this.#send(Buffer.concat(chunks.map(({ chunk }) => chunk))).then(() => done(), done);
  }
  override _destroy(why: Error | null, done: (why?: Error | null) => void): void {
    this.#leaveSession().then(
      () => done(why),
      () => done(why),
    );
  }

  async #send(bytes: Buffer): Promise<void> {
    if (bytes[0] === terminateMessage) {
      await this.#leaveSession();
      this.push(null);
      return;
    }
    const answer = await this.#ask({ kind: 'wire', bytes });
    // A finished request ends in ReadyForQuery: 'Z', four bytes of length, the state of the transaction.
    if (answer.at(-6) === readyForQuery) this.#transactionState = answer.at(-1) ?? idle;
    if (answer.length > 0) this.push(Buffer.from(answer.buffer, answer.byteOffset, answer.byteLength));
  }

  /** The next client gets the same session: no transaction may stay open in it. */
  async #leaveSession(): Promise<void> {
    if (this.#transactionState === idle) return;
    this.#transactionState = idle;
    await this.#ask({ kind: 'renew' });
  }
}
