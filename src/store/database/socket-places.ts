import { createHash } from 'node:crypto';
import { closeSync, openSync, readdirSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where sockets of a folder lie, whose names the system takes up to about 100 bytes. */
export interface SocketPlace {
  path(name: string): string;
  /** The names of what lies there. */
  names(): string[];
  close(): void;
}

const longestPath = 100;
const longestName = 20;

/**
 * In the folder itself, so that whoever shares it finds them, another container too, and nobody else may make one. On Linux
 * a folder whose path is too long is named by its open file.
 */
export function socketsIn(folder: string): SocketPlace {
  const real = realpathSync(folder);
  const names = () => readdirSync(real);
  if (Buffer.byteLength(real) + longestName < longestPath) {
    return { path: (name) => join(real, name), names, close: () => undefined };
  }
  if (process.platform === 'linux') {
    const open = openSync(real, 'r');
    return { path: (name) => `/proc/self/fd/${open}/${name}`, names, close: () => closeSync(open) };
  }
  const prefix = `loyalty-${folderId(folder)}-`;
  return {
    path: (name) => join(tmpdir(), `${prefix}${name}`),
    names: () => readdirSync(tmpdir()).flatMap((name) => (name.startsWith(prefix) ? name.slice(prefix.length) : [])),
    close: () => undefined,
  };
}

/** The same for whatever way leads to the folder. */
export function folderId(folder: string): string {
  return createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 24);
}
