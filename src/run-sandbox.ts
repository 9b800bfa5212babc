import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** The sandbox's address and the secrets with which the app speaks to it. */
export interface RunningSandbox {
  readonly url: string;
  readonly apiUrl: string;
  readonly botToken: string;
  readonly appToken: string;
  stop(): Promise<void>;
}

interface ReadyLine {
  readonly url: string;
  readonly apiUrl: string;
  readonly workspaces: readonly { readonly botToken: string | null; readonly appToken: string }[];
}

/**
 * Starts the sandbox as a process of its own, which ends with this one however this one ends.
 *
 * @throws Error with the sandbox's own words when it does not start
 */
export async function runSandbox(folder: string, port: number): Promise<RunningSandbox> {
  const main = fileURLToPath(new URL('../sandbox/dist/main.js', import.meta.url));
  const manifest = fileURLToPath(new URL('../manifest.yml', import.meta.url));
  const child = spawn(
    process.execPath,
    [main, '--port', String(port), '--folder', join(folder, 'sandbox'), '--manifest', manifest],
    // Of its own group, so that Ctrl-C reaches the app alone, which stops the sandbox last.
    { stdio: ['ignore', 'pipe', 'pipe', 'ipc'], detached: true },
  );
  let complaint = '';
  child.stderr?.on('data', (text: Buffer) => {
    complaint = `${complaint}${text.toString()}`.slice(-2000);
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const ready = await Promise.race([
    new Promise<ReadyLine>((resolve) => {
      createInterface({ input: child.stdout as NodeJS.ReadableStream }).once('line', (line) =>
        resolve(JSON.parse(line) as ReadyLine),
      );
    }),
    exited.then(() => {
      if (complaint.includes('EADDRINUSE'))
        throw new Error(`PORT ${port} is in use. Set PORT to another one, or to 0 for any free one.`);
      throw new Error(`The sandbox does not start: ${complaint.trim()}`);
    }),
  ]);
  const installed = ready.workspaces.find(({ botToken }) => botToken !== null);
  if (!installed?.botToken) throw new Error('The app is installed in no workspace of the sandbox.');
  return {
    url: ready.url,
    apiUrl: ready.apiUrl,
    botToken: installed.botToken,
    appToken: installed.appToken,
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}
