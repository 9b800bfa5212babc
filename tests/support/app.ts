import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type RunningSandbox, until } from './sandbox.ts';

/** How Slack reaches the app. */
export type Transport = 'HTTP' | 'Socket Mode';

/** Where the app keeps what it knows: a folder, or a server beside it. */
export interface DataPlace {
  readonly folder: string;
  /** Null: the embedded database in the folder. */
  readonly databaseUrl: string | null;
}

export interface ShellResult {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface RunningApp {
  readonly process: ChildProcess;
  /** What it printed when it was ready. */
  readonly address: string;
  /** All that it wrote to its log so far. */
  log(): string;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

export interface AppOptions {
  readonly sandbox: RunningSandbox;
  readonly transport: Transport;
  readonly place: DataPlace;
  readonly env?: NodeJS.ProcessEnv;
}

/** Starts the built app as a process of its own, connected to a sandbox as to a real workspace. `npm test` builds it. */
export async function startApp({ sandbox, transport, place, env = {} }: AppOptions): Promise<RunningApp> {
  const child = spawn(process.execPath, ['dist/main.js'], {
    env: { ...environmentOf(place), ...slackOf(sandbox, transport), PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  child.stderr.on('data', (text: Buffer) => {
    log += text.toString();
  });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`The app ended with ${String(code)} before it was ready:\n${log}`);
  });
  // An end that comes after it was ready is what the test wanted.
  ended.catch(() => undefined);
  const address = await Promise.race([addressOf(child), ended]);
  if (transport === 'HTTP') await sandbox.deliverTo(address);
  await Promise.race([isReachable(sandbox, transport), ended]);
  return { process: child, address, log: () => log, stop: (signal) => stop(child, signal) };
}

/** Waits until Slack reaches the app: in Socket Mode a connection that was cut takes seconds to come back. */
export async function isReachable(sandbox: RunningSandbox, transport: Transport): Promise<void> {
  if (transport === 'HTTP') return;
  const sockets = async () => {
    const response = await fetch(`${sandbox.url}/sandbox/delivery`);
    return ((await response.json()) as { connections: number }).connections;
  };
  await until(sockets, (count) => count > 0);
}

/** A call in a terminal, of the same folder or server. */
export async function runShell(place: DataPlace, words: readonly string[]): Promise<ShellResult> {
  const child = spawn(process.execPath, ['dist/cli.js', ...words], {
    env: environmentOf(place),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (text: Buffer) => {
    out += text.toString();
  });
  child.stderr.on('data', (text: Buffer) => {
    err += text.toString();
  });
  const [code] = (await once(child, 'close')) as [number];
  return { code, out, err };
}

/** Empty values keep what a `.env` in the working folder says out of the tests. */
function environmentOf({ folder, databaseUrl }: DataPlace): NodeJS.ProcessEnv {
  const unset = Object.fromEntries(settings.map((name) => [name, '']));
  return { ...process.env, NODE_ENV: 'test', ...unset, LOYALTY_DATA: folder, DATABASE_URL: databaseUrl ?? '' };
}

const settings = [
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_API_URL',
  'DATABASE_CONNECTIONS',
  'LOYALTY_ADMIN',
  'LOYALTY_TIME_ZONE',
  'LOYALTY_CURRENCY',
  'LOYALTY_LANGUAGE',
];

function slackOf({ botToken, apiUrl, app }: RunningSandbox, transport: Transport): NodeJS.ProcessEnv {
  const common = { SLACK_BOT_TOKEN: botToken, SLACK_API_URL: apiUrl };
  return transport === 'HTTP'
    ? { ...common, SLACK_SIGNING_SECRET: app.signingSecret }
    : { ...common, SLACK_APP_TOKEN: app.appToken };
}

/** The last of the lines that say it is ready holds an address. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (line) => {
      const address = /https?:\/\/\S+/.exec(line)?.[0];
      if (address) resolve(address);
    });
  });
}

async function stop(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}
