import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type pg from 'pg';
import { describe } from 'vitest';
import { type DatabasePlace, openDatabase } from '../../src/store/database/database.ts';
import { databaseKinds } from './database.ts';
import { until } from './sandbox.ts';
import { template } from './templates.ts';

/** The built app and shell as processes, as their users start them. `npm test` builds them. */

const main = resolve('dist/main.js');
const cli = resolve('dist/cli.js');
const clock = resolve('tests/support/clock.mjs');
const halt = resolve('tests/support/halt.mjs');
const endWorkers = resolve('tests/support/end-workers.mjs');

export type Env = Readonly<Record<string, string>>;

/** A database of nobody else's for the app and shell: an embedded one in a folder, or one on the server. */
export interface Place {
  readonly kind: 'embedded' | 'PostgreSQL';
  /** The data folder; on a server it holds the sandbox alone. */
  readonly folder: string;
  readonly env: Env;
  /** Works on the database beside the app; of the embedded one while nobody has it open. */
  use<T>(work: (pool: pg.Pool) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface RunningProcess {
  readonly process: ChildProcess;
  out(): string;
  err(): string;
  /** The exit code; null after a signal. */
  readonly ended: Promise<number | null>;
  /** Sends a signal and waits for the end. @returns the exit code, null where the signal ended it */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

export interface RunningApp extends RunningProcess {
  /** The last line on stdout. */
  readonly address: string;
}

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface StartOptions {
  readonly args?: readonly string[];
  readonly env?: Env;
  readonly cwd?: string;
  /** Another user, who is given the data folder; root alone can start it so. */
  readonly user?: { readonly uid: number; readonly gid: number };
  /** How far the process's clock is ahead of this one's. */
  readonly aheadMs?: number;
  readonly halt?: Halt;
  /** The signal SIGUSR2 ends the thread of the embedded database. */
  readonly endsWorkers?: boolean;
}

/** Where the process stands still, and says "halted" on stderr; on the embedded database alone. */
export interface Halt {
  /** Texts of statements, in the order in which they are sent. */
  readonly at: readonly string[];
  /** How often the first of them is let pass. */
  readonly skip?: number;
  /** After the last of them was sent and before its answer; otherwise before. */
  readonly after?: boolean;
}

/** Starts the app, to be killed before it is there. */
export function launchApp(place: Pick<Place, 'env'>, options: StartOptions = {}): RunningProcess {
  return launch(main, options.args ?? [], { ...options, env: { PORT: '0', ...place.env, ...options.env } });
}

/** Starts the app and waits for its address. */
export async function startApp(place: Pick<Place, 'env'>, options: StartOptions = {}): Promise<RunningApp> {
  const app = launchApp(place, options);
  const line = once(createInterface({ input: app.process.stdout as NodeJS.ReadableStream }), 'line');
  const address = await Promise.race([line.then(([text]) => text as string), app.ended.then(() => null)]);
  if (address === null) throw new Error(`The app ended before it said where it is: ${app.err()}`);
  return { ...app, address };
}

/** Runs the app where it is expected to end by itself. */
export function runApp(place: Pick<Place, 'env'>, options: StartOptions = {}): Promise<Ended> {
  return toEnd(launchApp(place, options));
}

/** Runs one call of the shell to its end. */
export function runShell(place: Pick<Place, 'env'>, args: readonly string[], options: StartOptions = {}) {
  return toEnd(startShell(place, args, options));
}

/** Starts a call of the shell, to be stopped or killed on its way. */
export function startShell(
  place: Pick<Place, 'env'>,
  args: readonly string[],
  options: StartOptions = {},
): RunningProcess {
  return launch(cli, args, { ...options, env: { ...place.env, ...options.env } });
}

async function toEnd(run: RunningProcess): Promise<Ended> {
  const code = await run.ended;
  return { code, out: run.out(), err: run.err() };
}

function launch(file: string, args: readonly string[], options: StartOptions): RunningProcess {
  if (options.user && options.env?.LOYALTY_DATA) give(options.env.LOYALTY_DATA, options.user);
  const preload = [
    ...(options.aheadMs ? ['--import', clock] : []),
    ...(options.halt ? ['--import', halt] : []),
    ...(options.endsWorkers ? ['--import', endWorkers] : []),
  ];
  // What lives for seconds does not gain from compiling the embedded database well: it is compiled once, and quickly.
  const child = spawn(process.execPath, ['--liftoff-only', ...preload, file, ...args], {
    // Not the repository's folder: a developer's own .env there is none of the tests' business.
    cwd: options.cwd ?? tmpdir(),
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      TMPDIR: process.env.TMPDIR,
      ...options.env,
      ...(options.aheadMs && { TEST_CLOCK_AHEAD_MS: String(options.aheadMs) }),
      ...(options.halt && { TEST_HALT_AT: JSON.stringify(options.halt) }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options.user,
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (bytes: Buffer) => {
    out += bytes.toString();
  });
  child.stderr.on('data', (bytes: Buffer) => {
    err += bytes.toString();
  });
  const ended = once(child, 'close').then(() => child.exitCode);
  return {
    process: child,
    out: () => out,
    err: () => err,
    ended,
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      return ended;
    },
  };
}

function give(folder: string, { uid, gid }: { readonly uid: number; readonly gid: number }): void {
  chownSync(folder, uid, gid);
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    chownSync(join(folder, name), uid, gid);
}

/** Waits until a process has said something on stderr or ended. @returns whether it said it */
export async function heard(run: RunningProcess, text: string): Promise<boolean> {
  const gone = () => run.process.exitCode !== null || run.process.signalCode !== null;
  await until(() => run.err().includes(text) || gone());
  return run.err().includes(text);
}

/** Whether a process with this number is there. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

export interface PlaceKind {
  readonly name: Place['kind'];
  /** Migrated and empty. */
  open(): Promise<Place>;
}

/** Runs a suite with the embedded database in a folder and, where TEST_DATABASE_URL names a server, on PostgreSQL. */
export function withPlaces(suite: (kind: PlaceKind) => void): void {
  for (const kind of placeKinds) describe(`on the ${kind.name} database`, () => suite(kind));
}

export const placeKinds: readonly PlaceKind[] = databaseKinds.map(({ name, open }) =>
  name === 'embedded'
    ? { name, open: async () => folderPlace(await migratedFolder()) }
    : {
        name,
        async open() {
          const { pool, url, close } = await open();
          const folder = newFolder();
          return {
            kind: name,
            folder,
            env: { LOYALTY_DATA: folder, DATABASE_URL: url ?? '' },
            use: (work) => work(pool),
            async close() {
              await close();
              rmSync(folder, { recursive: true, force: true });
            },
          };
        },
      },
);

/** An embedded database in this folder, which need not be there yet. */
export function folderPlace(folder: string): Place {
  return {
    kind: 'embedded',
    folder,
    env: { LOYALTY_DATA: folder },
    use: (work) => withDatabase({ kind: 'folder', folder }, work),
    async close() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'loyalty-life-'));
}

async function withDatabase<T>(place: DatabasePlace, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const database = await openDatabase(place);
  try {
    return await work(database.pool);
  } finally {
    await database.close();
  }
}

/** Making and migrating a database takes seconds: it is copied. */
async function migratedFolder(): Promise<string> {
  const made = await template('embedded-folder', (path) =>
    withDatabase({ kind: 'folder', folder: path }, async () => undefined),
  );
  const folder = newFolder();
  cpSync(made, folder, { recursive: true });
  return folder;
}
