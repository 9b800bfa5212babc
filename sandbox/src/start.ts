import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Conditions, RefusalRule } from './conditions.ts';
import { type Drive, driveOf } from './drive.ts';
import type { Language, ParentMessage, ReadyLine } from './page-api.ts';

export interface StartOptions {
  /** Kept over a stop; give it to the next start to go on with it. */
  readonly folder: string;
  /** The app's manifest.yml: what it may do. */
  readonly manifest: string;
  /** 0 picks a free one, and is what is meant where none is given. */
  readonly port?: number;
  /** How the first workspace is. */
  readonly conditions?: Partial<Conditions>;
  /** What Slack refuses in it. */
  readonly refusals?: readonly RefusalRule[];
  /** What a new one speaks; left out: Danish. */
  readonly language?: Language;
  /** A folder with files to bring in, which the page offers. */
  readonly samples?: string;
}

/** A sandbox with its first workspace to be driven. */
export interface RunningSandbox extends ReadyLine, Drive {
  readonly folder: string;
  readonly process: ChildProcess;
  /** Kept when it has ended, whoever ended it. */
  readonly ended: Promise<void>;
  stop(signal?: NodeJS.Signals): Promise<void>;
  /** Takes what was said and done in it away, and begins its first day in a language. */
  beginAnew(language: Language): Promise<void>;
  /** Lets a person on its page have the app's company made again in another language. `make` says whether it was. */
  letMakeAgain(make: (language: Language, onlyUntouched: boolean) => Promise<boolean>): void;
}

/**
 * Starts the sandbox as a process of its own, which ends with this one however this one ends.
 *
 * @throws Error with the sandbox's own words when it does not start
 */
export async function startSandbox({ folder, manifest, port = 0, ...first }: StartOptions): Promise<RunningSandbox> {
  const args = [join(import.meta.dirname, 'main.js'), '--port', String(port), '--folder', folder];
  const like = ['--conditions', JSON.stringify(first.conditions ?? {})];
  const but = ['--refusals', JSON.stringify(first.refusals ?? [])];
  const said = [
    ...(first.language ? ['--language', first.language] : []),
    ...(first.samples ? ['--samples', first.samples] : []),
  ];
  const child = spawn(process.execPath, [...args, '--manifest', manifest, ...like, ...but, ...said], {
    // Of its own group, so that Ctrl-C reaches whoever started it alone, who stops the sandbox last.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let complaint = '';
  child.stderr?.on('data', (text: Buffer) => {
    complaint = `${complaint}${text.toString()}`.slice(-2000);
  });
  const ended = once(child, 'exit').then(() => undefined);
  const tooEarly = ended.then(() => {
    throw new Error(`The sandbox does not start: ${complaint.trim()}`);
  });
  // An end that comes after it was ready is told by `ended`.
  tooEarly.catch(() => undefined);
  const ready = await Promise.race([readyLineOf(child), tooEarly]);
  return {
    ...ready,
    ...driveOf(ready.url, ready.workspaces[0]?.id ?? ''),
    folder,
    process: child,
    ended,
    stop: (signal = 'SIGTERM') => stop(child, signal),
    async beginAnew(language) {
      await fetch(`${ready.url}/sandbox/first-day`, { method: 'POST', body: JSON.stringify({ language }) });
    },
    letMakeAgain(make) {
      child.on('message', (message: ParentMessage) => {
        if (message.type !== 'make-again') return;
        const tell = (isMade: boolean) => void child.send({ type: 'made-again', isMade } satisfies ParentMessage);
        make(message.language, message.onlyUntouched).then(tell, () => tell(false));
      });
      child.send({ type: 'can-make-again' } satisfies ParentMessage);
    },
  };
}

async function readyLineOf(child: ChildProcess): Promise<ReadyLine> {
  const [line] = (await once(createInterface({ input: child.stdout as NodeJS.ReadableStream }), 'line')) as [string];
  return JSON.parse(line) as ReadyLine;
}

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}
