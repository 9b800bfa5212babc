import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Starts a program of Node's and waits for its first line: `{ line, child, stop() }`. */
export async function startNode(args, env = {}) {
  const child = spawn(process.execPath, args, { cwd: root, env: cleanEnv(env), stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const lines = createInterface({ input: child.stdout });
  const line = await Promise.race([
    new Promise((resolve) => lines.once('line', resolve)),
    exited.then((code) => {
      throw new Error(`${args.join(' ')} ended with ${code} before it said anything.`);
    }),
  ]);
  return {
    line,
    lines,
    child,
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

/** Runs one call of the shell to its end. */
export function runShell(args, env, nodeOptions = []) {
  const run = spawnSync(process.execPath, [...nodeOptions, 'dist/cli.js', ...args], {
    cwd: root,
    env: cleanEnv(env),
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(`${args.join(' ')} failed: ${run.stderr}`);
  return run.stdout;
}

/** Nothing of the caller's settings reaches what is measured. */
function cleanEnv(env) {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(SLACK_|LOYALTY_|SANDBOX_|DATABASE_|PORT$|NODE_)/.test(name),
  );
  return { ...Object.fromEntries(kept), ...env };
}
