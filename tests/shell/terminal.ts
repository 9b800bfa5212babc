import type pg from 'pg';
import { runShell } from '../../src/shell/shell.ts';
import { terminalOutput } from '../../src/shell/terminal-output.ts';
import type { DatabaseKind } from '../support/database.ts';
import { depsOn } from '../support/deps.ts';
import type { Ask } from './support.ts';

/** Calls of the shell in this process: what a terminal adds to them, a few real calls say in `through-app.test.ts`. */
export interface Terminal {
  readonly ask: Ask;
  readonly pool: pg.Pool;
  /** Takes everything away. */
  empty(): Promise<void>;
  close(): Promise<void>;
}

export async function openTerminal(kind: DatabaseKind | undefined): Promise<Terminal> {
  if (!kind) throw new Error('There is no database.');
  const { pool, empty, close } = await kind.open();
  const deps = depsOn(kind, pool);
  return {
    async ask(args) {
      const said = { out: '', err: '' };
      const say = (where: keyof typeof said) => (text: string) => {
        said[where] += text;
      };
      const output = terminalOutput({ write: say('out') }, { write: say('err') }, () => undefined);
      const code = await runShell(deps, args, output, () => false);
      return { code, ...said };
    },
    pool,
    empty,
    close,
  };
}
