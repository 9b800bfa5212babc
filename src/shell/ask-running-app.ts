import type { Socket } from 'node:net';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Deps } from '../context.ts';
import { runShell, type ShellOutput } from './shell.ts';

/** One line of JSON each way: the call, then what it says and its exit code. */
type FromApp = { readonly out: string } | { readonly err: string } | { readonly exit: number };

/** Has the app that holds the embedded database run a call. @returns its exit code */
export async function askRunningApp(socket: Socket, argv: readonly string[], output: ShellOutput): Promise<number> {
  socket.on('error', () => undefined);
  socket.write(`${JSON.stringify({ argv: withWholePath(argv) })}\n`);
  let stopped = false;
  process.once('SIGINT', () => {
    stopped = true;
    socket.end();
  });
  for await (const line of createInterface({ input: socket })) {
    const said = JSON.parse(line) as FromApp;
    if ('out' in said) output.out(said.out);
    else if ('err' in said) output.err(said.err);
    else {
      socket.end();
      return said.exit;
    }
  }
  output.err(
    stopped
      ? 'Stopped. What was finished stays; make the same call again for the rest.\n'
      : 'The app stopped before it was done. Start it again and repeat the call: what is in already stays.\n',
  );
  return 1;
}

export interface ShellAnswerer {
  /** Runs the call that comes in over the folder's socket. A caller who goes away stops an import. */
  answer(socket: Socket): void;
  /** Ends imports after their transaction, and waits for whatever is being answered. */
  stop(): Promise<void>;
}

/** The app's end. */
export function answerShells(deps: Deps): ShellAnswerer {
  const calls = new Set<Promise<void>>();
  let stopped = false;

  async function run(line: string, say: (said: FromApp) => void, isGone: () => boolean): Promise<void> {
    const { argv } = JSON.parse(line) as { argv: string[] };
    const output = { out: (out: string) => say({ out }), err: (err: string) => say({ err }) };
    say({ exit: await runShell(deps, argv, output, () => stopped || isGone()) });
  }

  return {
    answer(socket) {
      let gone = false;
      socket.on('error', () => undefined);
      socket.on('close', () => {
        gone = true;
      });
      const say = (said: FromApp) => void (socket.writable && socket.write(`${JSON.stringify(said)}\n`));
      createInterface({ input: socket }).once('line', (line) => {
        const call = run(line, say, () => gone)
          .catch(() => void socket.destroy())
          .finally(() => calls.delete(call));
        calls.add(call);
      });
    },
    async stop() {
      stopped = true;
      await Promise.all(calls);
    },
  };
}

/** A file's path as the app sees it, whatever its own folder. */
function withWholePath(argv: readonly string[]): string[] {
  const at = argv.indexOf('import');
  return argv.map((word, i) => (at !== -1 && i === at + 2 ? resolve(word) : word));
}
