// Builds the page into dist/page: one script with the view library in it, and one style sheet with the utility classes
// that the page's sources name.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from 'rolldown';
import { compile } from 'tailwindcss';

const require = createRequire(import.meta.url);
const from = join(import.meta.dirname, 'src/page');
const to = join(import.meta.dirname, 'dist/page');

await build({ input: join(from, 'main.ts'), output: { file: join(to, 'main.js'), sourcemap: true } });
const sheet = await compile(readFileSync(join(from, 'page.css'), 'utf8'), { base: from, loadStylesheet });
const sources = readdirSync(from, { recursive: true }).filter((name) => name.endsWith('.ts'));
const words = sources.flatMap((name) => readFileSync(join(from, name), 'utf8').split(/[\s"'`<>={}$]+/));
writeFileSync(join(to, 'page.css'), sheet.build([...new Set(words)]));

async function loadStylesheet(id) {
  const path = require.resolve(id);
  return { path, base: dirname(path), content: readFileSync(path, 'utf8') };
}
