import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isJson, type Json } from '../json.ts';
import type { ReadyLine } from '../page-api.ts';

/**
 * Who has the folder open: while a sandbox runs, `running.json` in its folder holds the line that it printed, so that an
 * app that was killed finds it again.
 */
export function noteRunning(folder: string, readyLine: ReadyLine): void {
  writeFileSync(join(folder, 'running.json'), `${JSON.stringify(readyLine)}\n`);
}

/** Takes the note away, unless it is already that of a later one. */
export function noteStopped(folder: string): void {
  if (readNote(folder)?.pid === process.pid) rmSync(join(folder, 'running.json'), { force: true });
}

/**
 * Throws when another sandbox has the folder open, since two would write over each other. One that was killed left its
 * note behind; it does not answer, or another answers in its place for another folder.
 */
export async function refuseSecond(folder: string): Promise<void> {
  const url = readNote(folder)?.url;
  if (typeof url !== 'string') return;
  const identity = await fetch(`${url}/sandbox/identity`, { signal: AbortSignal.timeout(2000) })
    .then((response) => response.json())
    .catch(() => null);
  if (isJson(identity) && identity.folder === identityOf(folder)) {
    throw new Error(`A sandbox is already running on ${folder}: ${url}`);
  }
}

/** The folder by the name that does not depend on how it was reached. */
export function identityOf(folder: string): string {
  mkdirSync(folder, { recursive: true });
  return realpathSync(folder);
}

function readNote(folder: string): Json | null {
  const path = join(folder, 'running.json');
  if (!existsSync(path)) return null;
  try {
    const note: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isJson(note) ? note : null;
  } catch {
    return null;
  }
}
