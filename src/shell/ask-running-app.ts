import type { Socket } from 'node:net';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { DigestDeps } from '../flows/run-digests.ts';
import { runShell, type ShellOutput } from './shell.ts';

/** One line of JSON each way: the call, then what it says and its exit code. */
type FromApp = { readonly out: string } | { readonly err: string } | { readonly exit: number };

/** Has the app that holds the embedded database run a call. @returns its exit code */
export async function askRunningApp(socket: Socket, argv: readonly string[], output: ShellOutput): Promise<number> {
  socket.on('error', () => undefined);
  socket.write(`${JSON.stringify({ argv: withWholePath(argv) })}\n`);
  process.once('SIGINT', () => socket.end());
  for await (const line of createInterface({ input: socket })) {
    const said = JSON.parse(line) as FromApp;
    if ('out' in said) output.out(said.out);
    else if ('err' in said) output.err(said.err);
    else {
      socket.end();
      return said.exit;
    }
  }
  output.err('The app stopped before it was done. Start it again and repeat the call: what is in already stays.\n');
  return 1;
}

/** The app's end: runs what comes in over the folder's socket. A caller who goes away stops an import between transactions. */
export function answerShells(deps: DigestDeps): (socket: Socket) => void {
  return (socket) => {
    let gone = false;
    socket.on('error', () => undefined);
    socket.on('close', () => {
      gone = true;
    });
    const say = (said: FromApp) => void (socket.writable && socket.write(`${JSON.stringify(said)}\n`));
    createInterface({ input: socket }).once('line', (line) => {
      const { argv } = JSON.parse(line) as { argv: string[] };
      runShell(deps, argv, { out: (out) => say({ out }), err: (err) => say({ err }) }, () => gone).then(
        (exit) => say({ exit }),
        () => socket.destroy(),
      );
    });
  };
}

/** A file's path as the app sees it, whatever its own folder. */
function withWholePath(argv: readonly string[]): string[] {
  const at = argv.indexOf('import');
  return argv.map((word, i) => (at !== -1 && i === at + 2 ? resolve(word) : word));
}
