import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'sandbox/README.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join('docs', file)),
];

describe.each(pages)('%s', (page) => {
  const text = readFileSync(page, 'utf8');

  test('leads to pages and headings that are there', () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)];
    const broken = links.filter(([, path = '', anchor]) => {
      const file = path === '' ? page : join(dirname(page), path);
      return !existsSync(file) || (anchor !== undefined && !anchorsOf(readFileSync(file, 'utf8')).has(anchor));
    });
    expect(broken.map(([link]) => link)).toEqual([]);
  });

  test('names files of the code that are there', () => {
    const named = [...text.matchAll(/`([a-z][\w./-]*\/[\w.-]+\.(?:ts|mjs|prisma|yml))`/g)].map(([, path = '']) => path);
    const known = (path: string) =>
      ['', 'src', 'sandbox', 'sandbox/src', 'tests'].some((top) => existsSync(join(top, path)));
    expect(named.filter((path) => !path.startsWith('dist/') && !/[A-Z]{4}|\*/.test(path) && !known(path))).toEqual([]);
  });
});

test('the README is read in ten minutes', () => {
  expect(readFileSync('README.md', 'utf8').split(/\s+/).length).toBeLessThanOrEqual(2500);
});

/** The anchors that a reader's browser finds: headings in lower case, with hyphens for blanks. */
function anchorsOf(text: string): ReadonlySet<string> {
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading);
  const own = [...text.matchAll(/<a id="([^"]+)">/g)].map(([, id = '']) => id);
  const made = headings.map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .replace(/ /g, '-'),
  );
  return new Set([...made, ...own]);
}
