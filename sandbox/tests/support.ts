import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type RunningSandbox as StartedSandbox,
  type StartOptions,
  startSandbox as startIn,
} from '@loyalty-ladder/sandbox';
import { App, HTTPReceiver, type Logger, LogLevel } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import type { ReadyLine } from '../src/page-api.ts';

export const nordlys = 'T0NORDLYS01';
export const fjord = 'T0FJORDSP01';
export const astrid = 'U0ASTRID001';
export const jonas = 'U0JONAS0001';
export const emily = 'U0EMILY0001';
export const bot = 'U0NLLADDER1';
export const general = 'C0GENERAL01';
export const alarm = 'C0KUNDALARM';
export const ledelse = 'C0LEDELSE01';

export interface RunningSandbox extends StartedSandbox {
  readonly ready: ReadyLine;
  readonly client: WebClient;
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body: unknown): Promise<T>;
}

/** The built sandbox as its users start it. */
export const main = join(import.meta.dirname, '../dist/main.js');

/** A folder that only this test uses. */
export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'sandbox-'));
}

/**
 * Starts the built sandbox as a process of its own, with a manifest of the tests' own unless another is named. Tests call
 * faster than Slack lets anybody; where that is what is tested, `conditions` say so.
 */
export async function startSandbox(options: Partial<StartOptions> = {}): Promise<RunningSandbox> {
  const manifest = join(import.meta.dirname, 'manifest.yml');
  const conditions = { rateLimited: false, ...options.conditions };
  const sandbox = await startIn({ folder: newFolder(), manifest, ...options, conditions });
  return {
    ...sandbox,
    ready: sandbox,
    client: clientOf(sandbox, sandbox.workspaces[0]?.botToken ?? ''),
    get: async <T>(path: string) => (await fetch(`${sandbox.url}${path}`)).json() as Promise<T>,
    post: async <T>(path: string, body: unknown) => {
      const response = await fetch(`${sandbox.url}${path}`, { method: 'POST', body: JSON.stringify(body) });
      return (await response.json()) as T;
    },
  };
}

/** A client that fails at once instead of trying again for half an hour. */
export function clientOf(ready: ReadyLine, token: string): WebClient {
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
