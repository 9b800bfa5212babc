import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { App, HTTPReceiver, type Logger, LogLevel } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import type { ActResult, PersonAct, SandboxMessage, SandboxScreen } from '../src/page-api.ts';

export const nordlys = 'T0NORDLYS01';
export const fjord = 'T0FJORDSP01';
export const astrid = 'U0ASTRID001';
export const jonas = 'U0JONAS0001';
export const emily = 'U0EMILY0001';
export const bot = 'U0NLLADDER1';
export const general = 'C0GENERAL01';
export const alarm = 'C0KUNDALARM';
export const ledelse = 'C0LEDELSE01';

export interface Ready {
  readonly url: string;
  readonly apiUrl: string;
  readonly authorizeUrl: string;
  readonly app: {
    readonly id: string;
    readonly appToken: string;
    readonly signingSecret: string;
    readonly clientId: string;
    readonly clientSecret: string;
  };
  readonly workspaces: readonly { readonly id: string; readonly botToken: string | null }[];
}

export interface RunningSandbox {
  readonly ready: Ready;
  readonly folder: string;
  readonly process: ChildProcess;
  readonly client: WebClient;
  /** Does something as a person. */
  act(act: ActOf): Promise<ActResult>;
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body: unknown): Promise<T>;
  messages(as: string, channel: string, thread?: string): Promise<readonly SandboxMessage[]>;
  screen(as: string): Promise<SandboxScreen>;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

type WithoutWorkspace<T> = T extends unknown ? Omit<T, 'workspace'> & { readonly workspace?: string } : never;
type ActOf = WithoutWorkspace<PersonAct>;

/** A folder that only this test uses. */
export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'sandbox-'));
}

/** Starts the built sandbox as a process of its own, as its users do. */
export async function startSandbox(
  options: { readonly folder?: string; readonly manifest?: string; readonly args?: readonly string[] } = {},
): Promise<RunningSandbox> {
  const folder = options.folder ?? newFolder();
  const manifest = options.manifest ?? 'sandbox/tests/manifest.yml';
  const args = ['sandbox/dist/main.js', '--port', '0', '--folder', folder, '--manifest', manifest];
  const child = spawn(process.execPath, [...args, ...(options.args ?? [])], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  const [line] = (await Promise.race([once(lines, 'line'), failWhenEnded(child)])) as [string];
  const ready = JSON.parse(line) as Ready;
  return { ready, folder, process: child, ...wire(ready), stop: (signal) => stop(child, signal) };
}

async function failWhenEnded(child: ChildProcess): Promise<never> {
  const [code] = (await once(child, 'exit')) as [number];
  throw new Error(`The sandbox ended with ${code} before it listened.`);
}

function wire(ready: Ready) {
  const get = async <T>(path: string) => (await fetch(`${ready.url}${path}`)).json() as Promise<T>;
  const post = async <T>(path: string, body: unknown) => {
    const response = await fetch(`${ready.url}${path}`, { method: 'POST', body: JSON.stringify(body) });
    return (await response.json()) as T;
  };
  return {
    client: clientOf(ready, ready.workspaces[0]?.botToken ?? ''),
    get,
    post,
    act: (act: ActOf) => post<ActResult>('/sandbox/act', { workspace: nordlys, ...act }),
    messages: (as: string, channel: string, thread?: string) => {
      const query = `workspace=${nordlys}&as=${as}&channel=${channel}${thread ? `&thread=${thread}` : ''}`;
      return get<readonly SandboxMessage[]>(`/sandbox/messages?${query}`);
    },
    screen: (as: string) => get<SandboxScreen>(`/sandbox/screen?workspace=${nordlys}&as=${as}`),
  };
}

/** A client that fails at once instead of trying again for half an hour. */
export function clientOf(ready: Ready, token: string): WebClient {
  return new WebClient(token, {
    slackApiUrl: ready.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: silent,
  });
}

/** Refusals are what many tests look for; they need not be printed. */
const silent: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};

async function stop(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

export type Way = 'http' | 'socket';
export const ways: readonly Way[] = ['http', 'socket'];

export interface RunningApp {
  readonly app: App;
  stop(): Promise<void>;
}

/** An unmodified Bolt app, reached over HTTP or over Socket Mode. */
export async function startApp(sandbox: RunningSandbox, way: Way, build: (app: App) => void): Promise<RunningApp> {
  const { ready } = sandbox;
  const common = {
    token: ready.workspaces[0]?.botToken ?? '',
    clientOptions: { slackApiUrl: ready.apiUrl },
    logLevel: LogLevel.ERROR,
  };
  if (way === 'socket') {
    const app = new App({ ...common, socketMode: true, appToken: ready.app.appToken });
    build(app);
    await app.start();
    return { app, stop: async () => void (await app.stop()) };
  }
  const receiver = new HTTPReceiver({ signingSecret: ready.app.signingSecret, logLevel: LogLevel.ERROR });
  const app = new App({ ...common, receiver });
  build(app);
  const port = await freePort();
  await app.start(port);
  await sandbox.post('/sandbox/delivery', { requestUrl: `http://127.0.0.1:${port}/slack/events` });
  const stopApp = async () => {
    await sandbox.post('/sandbox/delivery', { requestUrl: null });
    await app.stop();
  };
  return { app, stop: stopApp };
}

/** A port that nobody listens on just now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Waits until something holds; the test's own time limit is what ends it. */
export async function until<T>(
  look: () => T | Promise<T>,
  holds: (value: NonNullable<T>) => boolean = Boolean,
): Promise<NonNullable<T>> {
  for (;;) {
    const value = await look();
    if (value !== undefined && value !== null && holds(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
