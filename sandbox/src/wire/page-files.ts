import { existsSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { sendText } from '../http.ts';

const folder = join(import.meta.dirname, '../page');
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** Whatever an app writes into a message, the page runs no script but its own. */
const policy = [
  "default-src 'self'",
  "connect-src 'self' ws:",
  "img-src 'self' data: blob: http: https:",
  "style-src 'self' 'unsafe-inline'",
  "frame-ancestors 'none'",
].join('; ');

/** Serves the page and its own files; false: there is no such file. */
export function servePage(path: string, response: ServerResponse): boolean {
  const name = path === '/' ? 'index.html' : path.slice(1);
  const type = types[extname(name)];
  if (!type || !/^[\w./-]+$/.test(name) || name.includes('..')) return false;
  const file = join(folder, name);
  if (!existsSync(file)) return false;
  response.setHeader('cache-control', 'no-store');
  response.setHeader('x-frame-options', 'DENY');
  response.setHeader('content-security-policy', policy);
  sendText(response, 200, readFileSync(file, 'utf8'), type);
  return true;
}
