import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { type DatabaseKind, databaseKinds } from '../support/database.ts';
import { nordlys, type RunningSandbox } from '../support/sandbox.ts';

/** Where an app that is a process of its own keeps what it knows. */
export interface AppHome {
  readonly env: Readonly<Record<string, string>>;
  /** Opens it while the app is down; a server may be opened at any time. */
  inside<T>(work: (database: Database) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export async function newHome(kind: DatabaseKind): Promise<AppHome> {
  const folder = mkdtempSync(join(tmpdir(), 'loyalty-app-'));
  const server = kind.name === 'PostgreSQL' ? await databaseKinds.find((one) => one.name === kind.name)?.open() : null;
  const place = server?.url ? ({ kind: 'server', url: server.url } as const) : ({ kind: 'folder', folder } as const);
  return {
    env: { LOYALTY_DATA: folder, ...(server?.url && { DATABASE_URL: server.url }) },
    async inside(work) {
      const database = await openDatabase(place);
      try {
        return await work(database);
      } finally {
        await database.close();
      }
    },
    close: async () => server?.close(),
  };
}

export interface RunningApp {
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the built app against a sandbox that outlives it. */
export async function startApp(home: AppHome, sandbox: RunningSandbox): Promise<RunningApp> {
  const { DATABASE_URL: _, ...inherited } = process.env;
  const child = spawn(process.execPath, ['dist/main.js', '--empty'], {
    env: {
      ...inherited,
      ...home.env,
      SLACK_BOT_TOKEN: sandbox.botToken,
      SLACK_APP_TOKEN: sandbox.app.appToken,
      SLACK_API_URL: sandbox.apiUrl,
      LOYALTY_ADMIN: nordlys.astrid,
      PORT: '0',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaint = '';
  child.stderr.on('data', (text: Buffer) => {
    complaint = `${complaint}${text.toString()}`.slice(-4000);
  });
  const started = once(createInterface({ input: child.stdout }), 'line');
  await Promise.race([
    started,
    once(child, 'exit').then(() => {
      throw new Error(`The app ended before it listened: ${complaint}`);
    }),
  ]);
  return { kill: () => end(child, 'SIGKILL'), stop: () => end(child, 'SIGTERM') };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

/** As if the app had been down for a minute longer: Slack would show by now what it accepted. */
export async function passMinute({ pool }: Database): Promise<void> {
  const minute = `interval '61 seconds'`;
  await pool.query(
    `UPDATE outbox SET sending_at = sending_at - ${minute}, first_sending_at = first_sending_at - ${minute}`,
  );
  await pool.query(`UPDATE lanes SET free_at = free_at - ${minute}, lease_until = lease_until - ${minute}`);
}
