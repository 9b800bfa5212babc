import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { type ChaosKind, type ChaosPlan, chaosKinds } from '../../src/sandbox/page-api.ts';
import { openDatabase } from '../../src/store/database.ts';
import {
  type DataPlace,
  type RunningApp,
  runShell,
  type ShellResult,
  startApp,
  type Transport,
} from '../support/app.ts';
import type { DatabaseKind } from '../support/database.ts';
import { nordlys, type RunningSandbox, startSandbox, until } from '../support/sandbox.ts';

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
   * Reads the database once every message under way has been sent. Where nobody else may open it, the app is stopped and
   * started again.
   */
  look<T>(read: (pool: pg.Pool) => Promise<T>): Promise<T>;
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
      if (server) {
        await until(() => server.pool.query(`SELECT FROM outbox WHERE status = 'sending'`), isEmpty);
        return read(server.pool);
      }
      await app.stop();
      earlier += app.log();
      const database = await openDatabase({ kind: 'folder', folder: place.folder });
      try {
        return await read(database.pool);
      } finally {
        await database.close();
        app = await start();
      }
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

const isEmpty = ({ rowCount }: pg.QueryResult) => rowCount === 0;
