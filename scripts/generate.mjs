// Generates Prisma's client from prisma/schema.prisma into tests/generated, where the tests read the database with it.
//
// Prisma looks for a schema engine to download before every command, also for those that never use one. Here it is
// pointed at a file that exists and fails when run: nothing is fetched, and nothing can pretend to have worked.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const schema = readFileSync(join(root, 'prisma/schema.prisma'), 'utf8');
const stamp = join(root, 'tests/generated/.generated-from');
if (existsSync(stamp) && readFileSync(stamp, 'utf8') === schema) process.exit(0);

const env = { ...process.env, CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' };
env.PRISMA_SCHEMA_ENGINE_BINARY ??= join(root, 'scripts', 'no-schema-engine');
const prisma = join(dirname(createRequire(import.meta.url).resolve('prisma/package.json')), 'build/index.js');
const child = spawnSync(process.execPath, [prisma, 'generate', '--no-hints'], { cwd: root, env, encoding: 'utf8' });
if (child.status !== 0) {
  process.stderr.write(`prisma generate failed\n${child.stdout}${child.stderr}`);
  process.exit(1);
}
writeFileSync(stamp, schema);
