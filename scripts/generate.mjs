// Generates Prisma's client from prisma/schema.prisma into src/store/generated, from where it is built like the rest of
// src. Nothing is done when the last generation read exactly this schema with this Prisma.
//
// Prisma looks for a schema engine to download before every command, also for those that never use one. Here it is
// pointed at a file that exists and fails when run: nothing is fetched, and nothing can pretend to have worked.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(root, 'src/store/generated/.generated-from');
const prismaManifest = createRequire(import.meta.url).resolve('prisma/package.json');
const madeFrom =
  readFileSync(join(root, 'prisma/schema.prisma'), 'utf8') + JSON.parse(readFileSync(prismaManifest)).version;
if (existsSync(stamp) && readFileSync(stamp, 'utf8') === madeFrom) process.exit(0);

const env = { ...process.env, CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' };
env.PRISMA_SCHEMA_ENGINE_BINARY ??= join(root, 'scripts', 'no-schema-engine');
const prisma = join(dirname(prismaManifest), 'build/index.js');
const child = spawnSync(process.execPath, [prisma, 'generate', '--no-hints'], { cwd: root, env, encoding: 'utf8' });
if (child.status !== 0) {
  process.stderr.write(`prisma generate failed\n${child.stdout}${child.stderr}`);
  process.exit(1);
}
writeFileSync(stamp, madeFrom);
