import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { dropDatabasesOf } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** What this run calls itself where others have things of theirs, too. */
    readonly run: string;
  }
}

/** Gives a run one folder for all its files and a name for its databases, so that nothing of it is left at its end. */
export function setup(project: TestProject): () => Promise<void> {
  const run = randomBytes(6).toString('hex');
  const folder = join(tmpdir(), `loyalty-test-${run}`);
  const before = process.env.TMPDIR;
  mkdirSync(folder);
  // As the system's own: the app is also started as somebody else.
  chmodSync(folder, 0o1777);
  process.env.TMPDIR = folder;
  project.provide('run', run);
  // Also where somebody stops the run.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return async () => {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    await dropDatabasesOf(run);
  };
}
