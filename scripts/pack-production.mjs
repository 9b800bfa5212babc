// Packs what runs in production into a folder: the built app and its terminal, and of each package the files that they
// import. There is no sandbox in it, no Prisma command line, and nothing that builds or tests. The folder is for this
// machine's system and processor alone, since pictures are drawn by a native library.
//
//   npm run pack:production [-- FOLDER]     ./production, unless another is named
//
// In it, `node dist/main.js` is the app and `node dist/cli.js` the terminal.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeFileTrace } from '@vercel/nft';

const root = fileURLToPath(new URL('..', import.meta.url));
const own = join(root, 'production');
const target = resolve(process.argv[2] ?? own);
if (target === own) rmSync(own, { recursive: true, force: true });
if (existsSync(target) && readdirSync(target).length > 0) {
  process.stderr.write(`${target} is not empty. Name a new folder, or empty this one.\n`);
  process.exit(1);
}

const traced = (await trace()).filter((file) => statSync(join(root, file)).isFile() && file !== 'package.json');
const files = [...traced, ...licencesOf(traced), 'LICENSE', 'manifest.yml'];
for (const file of new Set(files)) {
  mkdirSync(dirname(join(target, file)), { recursive: true });
  cpSync(join(root, file), join(target, file));
}
const { name, version, license, type, engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
writeFileSync(join(target, 'package.json'), `${JSON.stringify({ name, version, license, type, engines }, null, 2)}\n`);
const bytes = files.reduce((sum, file) => sum + statSync(join(root, file)).size, 0);
process.stdout.write(`${relative(process.cwd(), target) || '.'}: ${Math.ceil(bytes / 1_000_000)} MB\n`);

/** What is read when the entries run. Which file of a package that is depends on the version of Node, so both are taken. */
async function trace() {
  const cache = {};
  const found = new Set();
  for (const conditions of [['node'], ['node', 'module-sync']]) {
    const { fileList } = await nodeFileTrace(entries(), {
      base: root,
      ignore: ['sandbox/**', 'docs/**'],
      conditions,
      cache,
    });
    for (const file of fileList) found.add(file);
  }
  return [...found];
}

/** What is started, by a person or as a worker. */
function entries() {
  const workers = readdirSync(join(root, 'dist'), { recursive: true }).filter((file) => file.endsWith('.worker.js'));
  return ['main.js', 'cli.js', ...workers].map((file) => join(root, 'dist', file));
}

/** The packages' own terms, which go where the packages go. */
function licencesOf(list) {
  const packages = list.filter((file) => /node_modules\/(@[^/]+\/)?[^/]+\/package\.json$/.test(file)).map(dirname);
  return packages.flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((file) => /^(licen[cs]e|notice|copying)/i.test(basename(file)))
      .map((file) => join(folder, file))
      .filter((file) => statSync(join(root, file)).isFile()),
  );
}
