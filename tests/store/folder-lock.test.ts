import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { connectToFolder, type FolderLock, lockFolder } from '../../src/store/database/folder-lock.ts';

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function folderOf(...parts: readonly string[]): string {
  const parent = mkdtempSync(join(tmpdir(), 'loyalty-lock-'));
  made.push(parent);
  const folder = join(parent, ...parts);
  mkdirSync(folder, { recursive: true });
  return folder;
}

const long = ['a'.repeat(60), 'b'.repeat(60)];

test.each([[[]], [long]])(
  'of many who want a folder at once at most one gets it, again and again, in %j',
  async (parts) => {
    const folder = folderOf(...parts);
    for (let round = 0; round < 10; round += 1) {
      const locks = await atOnce(folder, 8);
      expect(locks).toHaveLength(1);
      expect(await lockFolder(folder)).toBe(null);
      await locks[0]?.release();
    }
    expect(readdirSync(folder)).toEqual([]);
  },
);

test.each([[[]], [long]])('what holders leave who were killed stands in nobody’s way, in %j', async (parts) => {
  const folder = folderOf(...parts);
  await leave(folder, ['loyalty.sock', 'lock.1', 'lock.7']);
  const [lock, ...others] = await atOnce(folder, 8);
  expect(others).toEqual([]);
  expect(readdirSync(folder).sort()).toEqual(['lock.8', 'loyalty.sock']);
  expect(await lockFolder(folder)).toBe(null);
  await lock?.release();
});

test('an earlier version that has the folder open has it', async () => {
  const folder = folderOf();
  const server = createServer();
  server.listen(join(folder, 'loyalty.sock'));
  await once(server, 'listening');
  expect(await lockFolder(folder)).toBe(null);
  server.close();
});

test.skipIf(process.platform !== 'linux')('a name that any user of the machine may hold keeps nobody out', async () => {
  const folder = folderOf();
  const id = createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 24);
  const server = createServer();
  server.listen(`\0loyalty-ladder-${id}`);
  await once(server, 'listening');
  const lock = await lockFolder(folder);
  expect(lock).not.toBe(null);
  await lock?.release();
  server.close();
});

test('a connection that nobody closes does not keep the folder', async () => {
  const folder = folderOf();
  const lock = await lockFolder(folder);
  const taken = new Promise<Socket>((resolve) => lock?.onConnection(resolve));
  const caller = await connectToFolder(folder);
  await taken;
  const ended = caller && once(caller.resume(), 'close');
  await lock?.release();
  await ended;
  expect(await atOnce(folder, 1)).toHaveLength(1);
});

async function atOnce(folder: string, count: number): Promise<FolderLock[]> {
  const locks = await Promise.all(Array.from({ length: count }, () => lockFolder(folder)));
  return locks.filter((lock) => lock !== null);
}

/** Sockets of a process that was killed. */
async function leave(folder: string, names: readonly string[]): Promise<void> {
  const script = `let left = ${names.length};
    for (const name of ${JSON.stringify(names)}) require('net').createServer().listen(name, () => --left || console.log('there'));`;
  const child = spawn(process.execPath, ['-e', script], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
}
