import type pg from 'pg';
import { expect } from 'vitest';
import { openStore } from '../../../src/store/store.ts';
import { inconsistencies } from '../../store/consistency.ts';
import { type Halt, heard, type Place, type PlaceKind, type RunningApp, startApp } from '../../support/life.ts';
import { nordlys, type RunningSandbox, startSandbox, until } from '../../support/sandbox.ts';

/** The built app, a sandbox that outlives it, and a database; both follow one clock, which can be moved. */
export interface Scene {
  readonly sandbox: RunningSandbox;
  readonly place: Place;
  readonly workspaceId: number;
  start(halt?: Halt): Promise<RunningApp>;
  /** Time passes for Slack, and for the app that starts next. */
  pass(ms: number): Promise<void>;
  /** Asks the database something; the embedded one while no app runs. */
  look<T>(work: (rows: Rows) => Promise<T>): Promise<T>;
  /** Holds the answers of a method: what is accepted cannot be noted. Null lets them go. */
  holdAnswers(method: string | null): Promise<void>;
  /** Starts the app, lets something happen, and kills it with an open transaction. @returns what shows that there was one */
  killInTransaction(cut: Cut): Promise<string>;
  /** Says what a round was: its phase, the last durable row, and what was checked. */
  tell(round: number, phase: string, durable: string, checked: string): void;
  /** Everything that is kept is what a recount gives. */
  checkKept(): Promise<void>;
  close(): Promise<void>;
}

export type Rows = <T>(sql: string) => Promise<T[]>;

export interface Cut {
  /** The statement before which it ends; it is on `table`. */
  readonly statement: string;
  readonly table: string;
  /** A statement of the same transaction that comes before it; of these `skip` are left out. */
  readonly after?: string;
  /** How many of these statements come before that one. */
  readonly skip?: number;
  /** With `skip`: when they have come. */
  readonly skipped?: () => Promise<unknown>;
  readonly happens: (app: RunningApp) => Promise<unknown>;
}

export async function openScene(kind: PlaceKind, what: string): Promise<Scene> {
  const [sandbox, place] = await Promise.all([startSandbox(), kind.open()]);
  const slack = {
    SLACK_BOT_TOKEN: sandbox.botToken,
    SLACK_APP_TOKEN: sandbox.app.appToken,
    SLACK_API_URL: sandbox.apiUrl,
  };
  for (const channel of [nordlys.alarm, nordlys.general])
    await sandbox.act({ do: 'invite', as: nordlys.astrid, channel, user: nordlys.bot });
  const workspaceId = await place.use(settleIn);
  let aheadMs = 1;
  const apps: RunningApp[] = [];

  const scene: Scene = {
    sandbox,
    place,
    workspaceId,
    async start(halt) {
      const app = await startApp({ env: { ...place.env, ...slack } }, { aheadMs, ...(halt && { halt }) });
      apps.push(app);
      return app;
    },
    async pass(ms) {
      aheadMs += ms;
      await sandbox.advanceClock(ms);
    },
    look: (work) => place.use((pool) => work(async (sql) => (await pool.query(sql)).rows)),
    holdAnswers: (method) => sandbox.setChaos({ seed: 1, rates: {}, ...(method && { holdAnswers: [method] }) }),
    killInTransaction: (cut) => (kind.name === 'embedded' ? cutEmbedded(scene, cut) : cutOnServer(scene, cut)),
    tell(round, phase, durable, checked) {
      process.stdout.write(
        `${what} ${round} on ${kind.name}: ${phase}; last durable: ${durable}; checked: ${checked}\n`,
      );
    },
    async checkKept() {
      expect(await place.use((pool) => inconsistencies(pool, workspaceId, 97))).toEqual([]);
    },
    async close() {
      for (const app of apps) await app.stop('SIGKILL');
      await sandbox.stop();
      await place.close();
    },
  };
  return scene;
}

/** The workspace as somebody set it up in Slack, with alerts in a channel of their own. */
async function settleIn(pool: pg.Pool): Promise<number> {
  const store = openStore({
    kind: 'server',
    pool,
    durable: true,
    lock: null,
    dump: null,
    close: async () => undefined,
  });
  const { id } = await store.workspaces.ensure(nordlys.id, 'Nordlys Kaffe', false);
  const { settings } = store.of(id);
  await settings.save({ ...(await settings.read()), alertChannelId: nordlys.alarm });
  return id;
}

async function cutEmbedded(scene: Scene, { statement, after, skip = 0, happens }: Cut): Promise<string> {
  const app = await scene.start({ at: after ? [after, statement] : [statement], skip });
  await happens(app);
  expect(await heard(app, 'halted')).toBe(true);
  expect(await app.stop('SIGKILL')).toBe(null);
  return `killed in a transaction that stood before "${statement}"`;
}

/** Somebody else holds the table, so the app waits there in its transaction until it is killed. */
async function cutOnServer(scene: Scene, { table, skip = 0, skipped, happens }: Cut): Promise<string> {
  return scene.place.use(async (pool) => {
    const holder = await pool.connect();
    const hold = () => holder.query(`BEGIN; LOCK TABLE ${table} IN SHARE MODE`);
    try {
      if (skip === 0) await hold();
      const app = await scene.start();
      await happens(app);
      if (skip > 0) {
        await skipped?.();
        await hold();
      }
      const [waiting] = await until(
        () => openTransactions(pool),
        (all) => all.length > 0,
      );
      expect(await app.stop('SIGKILL')).toBe(null);
      await holder.query('ROLLBACK');
      await until(
        () => openTransactions(pool),
        (all) => all.length === 0,
      );
      return `killed with backend ${waiting?.pid} in a transaction of ${waiting?.age_ms} ms, waiting for ${table}`;
    } finally {
      holder.release(true);
    }
  });
}

/** Transactions of the app that wrote already and wait for a lock. */
async function openTransactions(pool: pg.Pool): Promise<{ pid: number; age_ms: number }[]> {
  const { rows } = await pool.query(
    `SELECT pid, round(extract(epoch FROM clock_timestamp() - xact_start) * 1000)::int AS age_ms FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = 'loyalty-ladder' AND xact_start IS NOT NULL
       AND backend_xid IS NOT NULL AND wait_event_type = 'Lock'`,
  );
  return rows;
}
