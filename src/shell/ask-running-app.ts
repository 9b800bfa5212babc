import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import type { Deps } from '../context.ts';
import type { Locale } from '../text/define-text.ts';
import type { TerminalLook } from './look.ts';
import { languageIn } from './options.ts';
import { oncePerPercent } from './progress.ts';
import { runShell } from './shell.ts';
import type { ShellOutput } from './terminal-output.ts';
import { usageWords } from './usage-words.ts';
import { withWholePath } from './whole-path.ts';

/** Lines of JSON: the app greets, then comes the call, then what it says and its exit code. */
type FromApp =
  | { readonly hello: true }
  | { readonly speaks: Locale }
  | { readonly out: string }
  | { readonly err: string }
  | { readonly progress: Parameters<ShellOutput['progress']> }
  | { readonly exit: number };

/**
 * Has the app that holds the embedded database run a call.
 *
 * @returns its exit code; null where nobody greeted and nothing was asked: another call holds it, or an app that is
 * starting or stopping
 */
export async function askRunningApp(
  socket: Socket,
  argv: readonly string[],
  output: ShellOutput,
): Promise<number | null> {
  let stopped = false;
  let greeted = false;
  let language = languageIn(argv) ?? 'en';
  const stop = () => {
    stopped = true;
    socket.end();
  };
  process.once('SIGINT', stop);
  try {
    for await (const said of linesFrom(socket)) {
      if ('hello' in said) {
        greeted = true;
        socket.write(`${JSON.stringify({ argv: withWholePath(argv), look: output.look })}\n`);
      } else if ('speaks' in said) language = said.speaks;
      else if ('out' in said) output.out(said.out);
      else if ('err' in said) output.err(said.err);
      else if ('progress' in said) output.progress(...said.progress);
      else {
        socket.end();
        return said.exit;
      }
    }
  } finally {
    process.off('SIGINT', stop);
  }
  if (!greeted) return null;
  const text = usageWords(language);
  output.err(`${stopped ? text.stoppedCall : text.appStopped}\n`);
  return 1;
}

/** To the end of the connection, however it comes. */
async function* linesFrom(socket: Socket): AsyncGenerator<FromApp, void, undefined> {
  let rest = '';
  socket.setEncoding('utf8');
  try {
    for await (const piece of socket) {
      const lines = `${rest}${piece}`.split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) yield JSON.parse(line) as FromApp;
    }
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause)) throw cause;
  }
}

export interface ShellAnswerer {
  /** Runs the call that comes in over the folder's socket. A caller who goes away stops an import. */
  answer(socket: Socket): void;
  /** Ends imports after their transaction, and waits for whatever is being answered. */
  stop(): Promise<void>;
}

/** How long a caller may take to say what it wants, and in how many bytes. */
const callMs = 10_000;
const longestCall = 1 << 20;

function tooLong(socket: Socket): (piece: Buffer) => void {
  let bytes = 0;
  return ({ length }) => {
    bytes += length;
    if (bytes > longestCall) socket.destroy();
  };
}

/** The app's end. */
export function answerShells(deps: Deps): ShellAnswerer {
  const calls = new Set<Promise<void>>();
  let stopped = false;

  async function run(line: string, say: (said: FromApp) => void, isGone: () => boolean): Promise<void> {
    const { argv, look } = JSON.parse(line) as { argv: string[]; look?: TerminalLook };
    const output: ShellOutput = {
      out: (out: string) => say({ out }),
      err: (err: string) => say({ err }),
      progress: oncePerPercent((...progress) => say({ progress })),
      speaks: (speaks: Locale) => say({ speaks }),
      ...(look && { look }),
    };
    say({ exit: await runShell(deps, argv, output, () => stopped || isGone()) });
  }

  return {
    answer(socket) {
      let gone = false;
      socket.on('error', () => undefined);
      socket.on('close', () => {
        gone = true;
      });
      if (stopped) return void socket.destroy();
      const say = (said: FromApp) => void (socket.writable && socket.write(`${JSON.stringify(said)}\n`));
      // A caller says at once what it wants.
      socket.setTimeout(callMs, () => socket.destroy());
      socket.on('data', tooLong(socket));
      say({ hello: true });
      const lines = createInterface({ input: socket });
      // It hands on what the socket says, and would end the process where nobody listens to it.
      lines.on('error', () => undefined);
      lines.once('line', (line) => {
        socket.setTimeout(0);
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
