// Builds the sandbox's page: one script with the view library in it, and one style sheet with the utility classes that
// the page's sources name.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from 'rolldown';
import { compile } from 'tailwindcss';

const require = createRequire(import.meta.url);

/** @param from the page's sources; @param to where the built page goes */
export async function buildPage(from, to) {
  await build({ input: join(from, 'main.ts'), output: { file: join(to, 'main.js'), sourcemap: true } });
  const sheet = readFileSync(join(from, 'page.css'), 'utf8');
  const { build: buildSheet } = await compile(sheet, { base: from, loadStylesheet });
  const sources = readdirSync(from, { recursive: true }).filter((name) => name.endsWith('.ts'));
  const words = sources.flatMap((name) => readFileSync(join(from, name), 'utf8').split(/[\s"'`<>={}$]+/));
  writeFileSync(join(to, 'page.css'), buildSheet([...new Set(words)]));
}

async function loadStylesheet(id) {
  const path = require.resolve(id);
  return { path, base: dirname(path), content: readFileSync(path, 'utf8') };
}
