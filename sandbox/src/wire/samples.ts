import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { sendJson } from '../http.ts';

/** The names of the files in the folder that can be brought in. */
export function samplesIn(folder: string | null): readonly string[] {
  if (folder === null || !existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^[\w-]+\.csv$/.test(name))
    .sort();
}

/** One of them, to be saved. */
export function sendSample(folder: string | null, name: string, response: ServerResponse): void {
  if (folder === null || !samplesIn(folder).includes(name)) {
    sendJson(response, 404, { ok: false, error: 'file_not_found' });
    return;
  }
  response.writeHead(200, {
    'content-type': 'text/csv; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'content-disposition': `attachment; filename="${name}"`,
  });
  response.end(readFileSync(join(folder, name)));
}
