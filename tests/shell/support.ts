import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type Ended, type Place, runShell } from '../support/life.ts';

/** A file with these bytes; text as UTF-8. It goes at the end of the run. */
export function file(content: string | Uint8Array, name = 'file.csv'): string {
  const path = join(mkdtempSync(join(tmpdir(), 'loyalty-shell-')), name);
  writeFileSync(path, content);
  return path;
}

/** Makes one call of the shell. */
export type Ask = (args: readonly string[]) => Promise<Ended>;

/** Calls that start the built shell on this database. */
export function processesOn(place: Pick<Place, 'env'>): Ask {
  return (args) => runShell(place, args);
}

/** What a call prints with --json; it must end well. */
export async function json(ask: Ask, ...args: string[]) {
  const { code, out, err } = await ask([...args, '--json']);
  expect({ args, code, err: code === 0 ? '' : err }).toEqual({ args, code: 0, err: '' });
  return JSON.parse(out);
}

/** What an import prints with --json, and its exit code. */
export async function importing(ask: Ask, kind: string, path: string, ...args: string[]) {
  const { code, out, err } = await ask(['import', kind, path, ...args, '--json']);
  if (out === '') return { code, err };
  const told = JSON.parse(out);
  // How often each score was given is told of any feedback.
  return { code, ...told, notes: told.notes.filter((note: { code: string }) => note.code !== 'scores') };
}

export const nothing = {
  imported: 0,
  updated: 0,
  unchanged: 0,
  refused: 0,
  refusedFile: null,
  customersMade: 0,
  notes: [],
};
