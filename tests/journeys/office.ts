import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ChaosKind, type ChaosPlan, type Conditions, chaosKinds } from '@loyalty-ladder/sandbox/wire';
import type pg from 'pg';
import { beforeEach, expect } from 'vitest';
import { openDatabase } from '../../src/store/database/database.ts';
import { openEmbedded } from '../../src/store/database/embedded.ts';
import {
  type DataPlace,
  isReachable,
  type RunningApp,
  runShell,
  type ShellResult,
  startApp,
  type Transport,
} from '../support/app.ts';
import type { DatabaseKind } from '../support/database.ts';
import { nordlys, type RunningSandbox, startSandbox } from '../support/sandbox.ts';

/** A workspace of the sandbox, the app in it, and what the app knows: everything of one run of the journeys. */
export interface Office {
  readonly transport: Transport;
  readonly sandbox: RunningSandbox;
  readonly place: DataPlace;
  app(): RunningApp;
  /** All that the app has written to its log, restarts included. */
  log(): string;
  shell(...words: readonly string[]): Promise<ShellResult>;
  /**
   * Notes what the database has to hold from now on: on a server it is looked at here, too, in the embedded one, which
   * nobody else may open meanwhile, only at the end.
   */
  holds(sql: string, rows: readonly object[]): Promise<void>;
  /** Reads the database now, or a copy of the embedded one, as it would be found if the app were killed. Takes seconds. */
  look<T>(read: (pool: pg.Pool) => Promise<T>): Promise<T>;
  /** Stops the app and looks whether the database holds all that was noted. */
  end(): Promise<void>;
  restart(signal?: NodeJS.Signals): Promise<void>;
  /** Lets a plan of faults hold while something is done. */
  under<T>(plan: ChaosPlan, work: () => Promise<T>): Promise<T>;
  /** How often each kind of fault hit so far. */
  occurred(): Readonly<Record<ChaosKind, number>>;
  close(): Promise<void>;
}

/** Opens an office in which the app has just been connected, with nothing imported yet. */
export async function openOffice(
  transport: Transport,
  kind: DatabaseKind,
  conditions: Partial<Conditions> = {},
): Promise<Office> {
  const sandbox = await startSandbox({ conditions });
  const server = kind.name === 'PostgreSQL' ? await kind.open() : null;
  const place: DataPlace = {
    folder: mkdtempSync(join(tmpdir(), 'loyalty-journey-')),
    databaseUrl: server?.url ?? null,
  };
  await sandbox.act({ as: nordlys.astrid, do: 'invite', channel: nordlys.alarm, user: nordlys.bot });
  const start = () => startApp({ sandbox, transport, place });
  let app = await start();
  let earlier = '';
  const counts = Object.fromEntries(chaosKinds.map((one) => [one, 0])) as Record<ChaosKind, number>;
  const noted: { readonly sql: string; readonly rows: readonly object[] }[] = [];
  const calm = async () => {
    for (const [name, count] of Object.entries(await sandbox.occurred())) counts[name as ChaosKind] += count;
    await sandbox.setChaos({ seed: 0, rates: {} });
    await isReachable(sandbox, transport);
  };
  return {
    transport,
    sandbox,
    place,
    app: () => app,
    log: () => earlier + app.log(),
    shell: (...words) => runShell(place, words),
    async holds(sql, rows) {
      noted.push({ sql, rows });
      if (server) await expectRows(server.pool, sql, rows);
    },
    async look(read) {
      if (server) return read(server.pool);
      const copy = await snapshot(app, place);
      try {
        return await read(copy.pool);
      } finally {
        await copy.close();
      }
    },
    async end() {
      await app.stop();
      const database = server ?? (await openDatabase({ kind: 'folder', folder: place.folder }));
      try {
        for (const { sql, rows } of noted) await expectRows(database.pool, sql, rows);
      } finally {
        if (!server) await database.close();
      }
    },
    async restart(signal) {
      await app.stop(signal);
      earlier += app.log();
      app = await start();
    },
    async under(plan, work) {
      await sandbox.setChaos(plan);
      try {
        return await work();
      } finally {
        await calm();
      }
    },
    occurred: () => counts,
    async close() {
      await app.stop();
      await sandbox.stop();
      await server?.close();
      rmSync(place.folder, { recursive: true, force: true });
      rmSync(sandbox.folder, { recursive: true, force: true });
    },
  };
}

/** What app and Slack said last to each other is printed with a test that fails: nothing else shows it afterwards. */
export function tellsWhatFailed(office: () => Office): void {
  beforeEach(({ onTestFailed }) => {
    onTestFailed(async () => {
      const calls = await office().sandbox.calls();
      const lines = calls.slice(-25).map(({ at, method, error, arguments: given }) => {
        return `${at} ${method} ${error ?? 'ok'} ${JSON.stringify(given).slice(0, 200)}`;
      });
      console.error(['Calls of Slack:', ...lines, 'Log of the app:', office().log().slice(-4000)].join('\n'));
    }, 10_000);
  });
}

/** A channel in which the team is, and the app. */
export async function newChannel({ sandbox }: Office, name: string): Promise<string> {
  const { astrid, bot, emily, jonas, mads } = nordlys;
  const made = await sandbox.act({ as: astrid, do: 'create-channel', name, isPrivate: false });
  if (!made.id) throw new Error(`The channel ${name} was not made: ${made.error}`);
  for (const user of [bot, emily, jonas, mads]) {
    await sandbox.act({ as: astrid, do: 'invite', channel: made.id, user });
  }
  return made.id;
}

/** What was sent may take a moment to be noted as sent. */
async function expectRows(pool: pg.Pool, sql: string, rows: readonly object[]): Promise<void> {
  await expect.poll(async () => (await pool.query(sql)).rows, { message: sql }).toEqual(rows);
}

async function snapshot(
  { process }: RunningApp,
  { folder }: DataPlace,
): Promise<{ pool: pg.Pool; close(): Promise<void> }> {
  const copy = mkdtempSync(join(tmpdir(), 'loyalty-look-'));
  process.kill('SIGSTOP');
  try {
    cpSync(join(folder, 'postgres'), copy, { recursive: true });
  } finally {
    process.kill('SIGCONT');
  }
  const { pool, close } = await openEmbedded({ folder: copy });
  return { pool, close: () => close().finally(() => rmSync(copy, { recursive: true, force: true })) };
}
