import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { conversationOf, nordlys, startSandbox, until } from '../support/sandbox.ts';

/** What `npm run pack:production` packs, away from this checkout and from what is installed in it. */
const tree = mkdtempSync(join(tmpdir(), 'loyalty-production-'));
beforeAll(() => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/pack-production.mjs', tree], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
afterAll(() => rmSync(tree, { recursive: true, force: true }));

function start(file: string, args: readonly string[], env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [file, ...args], {
    cwd: tree,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, LOYALTY_DATA: join(tree, 'data'), PORT: '0', ...env },
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (text: Buffer) => {
    out += text.toString();
  });
  child.stderr.on('data', (text: Buffer) => {
    err += text.toString();
  });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  onTestFinished(() => void child.kill('SIGKILL'));
  return { child, out: () => out, err: () => err, ended };
}

test('it has no sandbox, no command line of Prisma, and nothing that builds or tests', () => {
  const names = readdirSync(join(tree, 'node_modules'), { recursive: true, encoding: 'utf8' });
  const isThere = (name: string) => existsSync(join(tree, 'node_modules', name));
  const needless = [
    '@loyalty-ladder',
    'prisma',
    '@prisma/dev',
    '@prisma/engines',
    'typescript',
    'vitest',
    'ws',
    'yaml',
  ];
  expect(needless.filter(isThere)).toEqual([]);
  expect(['@prisma/client', '@slack/bolt', 'pg'].filter((name) => !isThere(name))).toEqual([]);
  expect(readdirSync(tree).sort()).toEqual([
    'LICENSE',
    'dist',
    'manifest.yml',
    'node_modules',
    'package.json',
    'prisma',
  ]);
  expect(readdirSync(join(tree, 'prisma'))).toEqual(['migrations']);
  const bytes = names
    .map((name) => statSync(join(tree, 'node_modules', name)).size)
    .reduce((sum, size) => sum + size, 0);
  expect(bytes).toBeLessThan(60_000_000);
});

test('without a Slack it says that no sandbox is installed, and what to do, before anything starts', async () => {
  const app = start('dist/main.js', [], {});
  expect(await app.ended).toBe(2);
  expect(app.err()).toContain('SLACK_BOT_TOKEN is not set, and the sandbox that stands in for Slack is not installed');
  expect(existsSync(join(tree, 'data'))).toBe(false);
});

test('it takes a file from the terminal, and answers in Slack with words and a drawn picture', async () => {
  const sandbox = await startSandbox();
  onTestFinished(() => sandbox.stop());
  const app = start('dist/main.js', ['--empty'], {
    NODE_ENV: 'production',
    SLACK_BOT_TOKEN: sandbox.botToken,
    SLACK_APP_TOKEN: sandbox.app.appToken,
    SLACK_API_URL: sandbox.apiUrl,
  });
  await until(() => app.out().includes('http') || app.child.exitCode !== null);
  expect(app.out(), app.err()).toContain('http');

  const file = join(tree, 'customers.csv');
  writeFileSync(file, 'customer_id,name\n1,Anna\n2,Bo\n');
  const importing = start('dist/cli.js', ['import', 'customers', file], {});
  expect({ code: await importing.ended, err: importing.err() }).toMatchObject({ code: 0 });

  const { astrid: as, general: channel } = nordlys;
  await sandbox.act({ do: 'invite', as, channel, user: nordlys.bot });
  // Where the app has no address of its own, the picture of an answer to one member is in their conversation.
  const pictures = async () => {
    const conversation = await conversationOf(sandbox, as);
    const messages = conversation === '' ? [] : await sandbox.messages(as, conversation);
    return messages.flatMap(({ files }) => files);
  };
  const leftOut = () => app.err().split('picture-left-out').length;
  // A machine that is busy may leave the picture out, which is there the next time.
  const ask = async () => {
    const before = leftOut();
    await sandbox.act({ do: 'command', as, channel, command: '/loyalty', text: 'ladder' });
    await until(async () => (await pictures()).length > 0 || leftOut() > before);
    return pictures();
  };
  const [picture] = await until(ask, ({ length }) => length > 0);
  const response = await fetch(`${sandbox.url}${picture?.url}`);
  expect(response.headers.get('content-type')).toBe('image/png');

  app.child.kill('SIGTERM');
  expect(await app.ended).toBe(0);
});
