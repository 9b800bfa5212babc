import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { type ChaosKind, type ChaosPlan, chaosKinds } from '../../src/sandbox/page-api.ts';
import { openEmbedded } from '../../src/store/embedded.ts';
import {
  type DataPlace,
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
  /** Reads the database, or a copy of it where nobody else may open it, when no message is just being sent. */
  look<T>(read: (pool: pg.Pool) => Promise<T>): Promise<T>;
  restart(signal?: NodeJS.Signals): Promise<void>;
  /** Lets a plan of faults hold while something is done. */
  under<T>(plan: ChaosPlan, work: () => Promise<T>): Promise<T>;
  /** How often each kind of fault hit so far. */
  occurred(): Readonly<Record<ChaosKind, number>>;
  close(): Promise<void>;
}

/** Opens an office in which the app has just been connected, with nothing imported yet. */
export async function openOffice(transport: Transport, kind: DatabaseKind): Promise<Office> {
  const sandbox = await startSandbox();
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
  const calm = async () => {
    for (const [name, count] of Object.entries(await sandbox.occurred())) counts[name as ChaosKind] += count;
    await sandbox.setChaos({ seed: 0, rates: {} });
  };
  return {
    transport,
    sandbox,
    place,
    app: () => app,
    log: () => earlier + app.log(),
    shell: (...words) => runShell(place, words),
    async look(read) {
      for (;;) {
        const { pool, close } = server
          ? { pool: server.pool, close: async () => undefined }
          : await snapshot(app, place);
        try {
          const { rowCount } = await pool.query(underWay);
          if (rowCount === 0) return await read(pool);
        } finally {
          await close();
        }
        await pause(200);
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

const underWay = `SELECT FROM outbox WHERE status = 'sending' AND sending_at > now() - interval '3 seconds'`;

/** The embedded database as it would be found if the app were killed now. */
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
  const database = await openEmbedded({ folder: copy });
  return {
    pool: database.pool,
    async close() {
      await database.close();
      rmSync(copy, { recursive: true, force: true });
    },
  };
}
