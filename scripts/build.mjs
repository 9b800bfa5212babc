// Builds dist/ from src/ with Prisma's client, which it generates, and sandbox/dist/ with its page. With --when-needed it does nothing
// when the last build read exactly these sources.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Follows from the schema. */
const generated = join('src', 'store', 'generated');
const stampFile = join(root, 'dist', '.built-from');
const stamp = sourcesHash();
const built = existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp;
if (process.argv.includes('--when-needed') && built) process.exit(0);
if (!canBuild())
  fail('dist/ is missing or older than src/, and what builds it is not installed. Run "npm install" first.');

for (const dist of ['dist', 'sandbox/dist']) rmSync(join(root, dist), { recursive: true, force: true });
runScript(join(root, 'scripts/generate.mjs'), []);
// The sandbox first: the app is checked against the types that it exports.
for (const project of ['sandbox', 'tsconfig.json']) run('typescript/package.json', 'bin/tsc', ['-p', project]);
copyPlainFiles('src', 'dist');
copyPlainFiles('sandbox/src', 'sandbox/dist');
runScript(join(root, 'sandbox/build-page.mjs'), []);
mkdirSync(dirname(stampFile), { recursive: true });
writeFileSync(stampFile, stamp);

function canBuild() {
  return ['typescript', '@loyalty-ladder/sandbox', 'preact', 'tailwindcss'].every((name) =>
    existsSync(join(root, 'node_modules', name)),
  );
}

function sourcesHash() {
  const hash = createHash('sha256');
  const add = (path) => hash.update(path).update(readFileSync(join(root, path)));
  for (const path of [
    'package.json',
    'tsconfig.json',
    'sandbox/build-page.mjs',
    'sandbox/package.json',
    'sandbox/tsconfig.json',
    'prisma/schema.prisma',
    'scripts/build.mjs',
    'scripts/generate.mjs',
  ])
    add(path);
  for (const entry of ['src', 'sandbox/src'].flatMap((place) =>
    readdirSync(join(root, place), { recursive: true, withFileTypes: true }),
  )) {
    const path = join(entry.parentPath, entry.name).slice(root.length);
    if (entry.isFile() && !path.startsWith(generated)) add(path);
  }
  return hash.digest('hex');
}

function run(manifest, bin, args) {
  runScript(join(dirname(createRequire(import.meta.url).resolve(manifest)), bin), args);
}

function runScript(path, args) {
  const child = spawnSync(process.execPath, [path, ...args], { cwd: root, encoding: 'utf8' });
  if (child.status !== 0) fail(`${path} ${args.join(' ')} failed\n${child.stdout}${child.stderr}`);
}

function copyPlainFiles(from, to) {
  for (const entry of readdirSync(join(root, from), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(html|css|svg|ico|mjs)$/.test(entry.name)) continue;
    const target = join(root, to, join(entry.parentPath, entry.name).slice(join(root, from).length));
    mkdirSync(dirname(target), { recursive: true });
    cpSync(join(entry.parentPath, entry.name), target);
  }
}

function fail(words) {
  process.stderr.write(`${words}\n`);
  process.exit(1);
}
