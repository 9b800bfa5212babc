import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, expect, test } from 'vitest';
import { isAlive } from '../support/life.ts';
import { until } from '../support/sandbox.ts';

const cleanUp: (() => void)[] = [];
afterEach(() => {
  for (const clean of cleanUp.splice(0).reverse()) clean();
});

/** A folder from which npm starts the app of this one, without a developer's own .env. */
function installedApp(): string {
  const folder = mkdtempSync(join(tmpdir(), 'loyalty-npm-'));
  cleanUp.push(() => rmSync(folder, { recursive: true, force: true }));
  copyFileSync('package.json', join(folder, 'package.json'));
  for (const name of ['dist', 'scripts']) symlinkSync(resolve(name), join(folder, name));
  return folder;
}

test.skipIf(process.platform === 'win32')(
  'SIGTERM to npm alone ends the app that npm start started, and its sandbox',
  async () => {
    const folder = installedApp();
    const data = join(folder, 'data');
    const npm = spawn('npm', ['start', '--', '--empty'], {
      cwd: folder,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: '0', LOYALTY_DATA: data },
      stdio: ['ignore', 'pipe', 'ignore'],
      detached: true,
    });
    cleanUp.push(() => endGroup(npm.pid ?? 0));
    for await (const line of createInterface({ input: npm.stdout })) if (line.startsWith('http://')) break;
    const sandbox = JSON.parse(readFileSync(join(data, 'sandbox', 'running.json'), 'utf8')).pid;
    const socket = join(data, 'loyalty.sock');
    expect({ sandbox: isAlive(sandbox), socket: existsSync(socket) }).toEqual({ sandbox: true, socket: true });

    npm.kill('SIGTERM');
    // The app takes its socket away as the last thing when it stops in order.
    await until(() => !existsSync(socket) && !isAlive(sandbox));
  },
);

/** What is left of npm's group where the test failed. */
function endGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nothing is left.
  }
}
