import { existsSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { sendText } from './http.ts';

const folder = join(import.meta.dirname, 'page');
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** Serves the page and its own files; false: there is no such file. */
export function servePage(path: string, response: ServerResponse): boolean {
  const name = path === '/' ? 'index.html' : path.slice(1);
  const type = types[extname(name)];
  if (!type || !/^[\w./-]+$/.test(name) || name.includes('..')) return false;
  const file = join(folder, name);
  if (!existsSync(file)) return false;
  response.setHeader('cache-control', 'no-store');
  response.setHeader('x-frame-options', 'DENY');
  sendText(response, 200, readFileSync(file, 'utf8'), type);
  return true;
}
