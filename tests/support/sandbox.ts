import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type {
  ActResult,
  ChaosKind,
  ChaosPlan,
  PersonAct,
  SandboxCall,
  SandboxMessage,
  SandboxScreen,
  SandboxWorkspace,
} from '../../sandbox/src/page-api.ts';

/** The first workspace of the sandbox, in which the app is installed. */
export const nordlys = {
  id: 'T0NORDLYS01',
  bot: 'U0NLLADDER1',
  astrid: 'U0ASTRID001',
  jonas: 'U0JONAS0001',
  emily: 'U0EMILY0001',
  mads: 'U0MADS00001',
  guest: 'U0GUEST0001',
  general: 'C0GENERAL01',
  kundeservice: 'C0KUNDESERV',
  alarm: 'C0KUNDALARM',
  ledelse: 'C0LEDELSE01',
} as const;

interface ReadyLine {
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

type InNordlys<T> = T extends unknown ? Omit<T, 'workspace'> & { readonly workspace?: string } : never;

export interface RunningSandbox extends ReadyLine {
  /** Of the first workspace. */
  readonly botToken: string;
  /** Kept over a stop; give it to the next start to go on with it. */
  readonly folder: string;
  readonly process: ChildProcess;
  /** People, channels, commands: what the page shows. */
  describe(): Promise<readonly SandboxWorkspace[]>;
  /** Does something as a person, in the first workspace unless told otherwise. */
  act(act: InNordlys<PersonAct>): Promise<ActResult>;
  /** Oldest first, as that person sees them. */
  messages(as: string, channel: string, threadTs?: string): Promise<readonly SandboxMessage[]>;
  screen(as: string): Promise<SandboxScreen>;
  /** Web API calls that were carried out, oldest first. */
  calls(method?: string): Promise<readonly SandboxCall[]>;
  setChaos(plan: ChaosPlan): Promise<void>;
  /** How often each kind hit since the plan was set. */
  occurred(): Promise<Readonly<Record<ChaosKind, number>>>;
  now(): Promise<Date>;
  advanceClock(ms: number): Promise<Date>;
  /** Where the app takes Slack's requests; null: nowhere. */
  deliverTo(requestUrl: string | null): Promise<void>;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** Starts the built sandbox as a process of its own, as its users do. `npm test` builds it. */
export async function startSandbox(options: { readonly folder?: string; readonly port?: number } = {}) {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'loyalty-sandbox-'));
  const args = ['sandbox/dist/main.js', '--port', String(options.port ?? 0), '--folder', folder];
  const child = spawn(process.execPath, [...args, '--manifest', 'manifest.yml'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await Promise.race([once(createInterface({ input: child.stdout }), 'line'), ended(child)])) as [
    string,
  ];
  const ready = JSON.parse(line) as ReadyLine;
  return runningSandbox(ready, folder, child);
}

function runningSandbox(ready: ReadyLine, folder: string, child: ChildProcess): RunningSandbox {
  const get = async <T>(path: string) => (await fetch(`${ready.url}/sandbox/${path}`)).json() as Promise<T>;
  const post = async <T>(path: string, body: unknown) => {
    const response = await fetch(`${ready.url}/sandbox/${path}`, { method: 'POST', body: JSON.stringify(body) });
    return (await response.json()) as T;
  };
  const at = async (clock: Promise<{ readonly now: string }>) => new Date((await clock).now);
  return {
    ...ready,
    botToken: ready.workspaces[0]?.botToken ?? '',
    folder,
    process: child,
    describe: () => get('workspaces'),
    act: (act) => post('act', { workspace: nordlys.id, ...act }),
    messages: (as, channel, threadTs) =>
      get(`messages?workspace=${nordlys.id}&as=${as}&channel=${channel}${threadTs ? `&thread=${threadTs}` : ''}`),
    screen: (as) => get(`screen?workspace=${nordlys.id}&as=${as}`),
    calls: (method) => get(`calls?workspace=${nordlys.id}${method ? `&method=${method}` : ''}`),
    setChaos: async (plan) => void (await post('chaos', plan)),
    occurred: async () => (await get<{ occurred: Record<ChaosKind, number> }>('chaos')).occurred,
    now: () => at(get('clock')),
    advanceClock: (advanceMs) => at(post('clock', { advanceMs })),
    deliverTo: async (requestUrl) => void (await post('delivery', { requestUrl })),
    stop: (signal) => stop(child, signal),
  };
}

async function ended(child: ChildProcess): Promise<never> {
  const [code] = (await once(child, 'exit')) as [number];
  throw new Error(`The sandbox ended with ${code} before it listened.`);
}

async function stop(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

/** Waits until something holds; the test's own time limit is what ends it. */
export async function until<T>(
  look: () => T | Promise<T>,
  holds: (value: T) => boolean = Boolean,
  pauseMs = 20,
): Promise<T> {
  for (;;) {
    const value = await look();
    if (holds(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}
