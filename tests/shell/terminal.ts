import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { runShell } from '../../src/shell/shell.ts';
import { terminalOutput } from '../../src/shell/terminal-output.ts';
import { inconsistencies } from '../store/consistency.ts';
import type { DatabaseKind } from '../support/database.ts';
import { depsOn } from '../support/deps.ts';
import { type Ask, json } from './support.ts';

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

/** A terminal of a suite, with nothing there before each test. */
export interface SuiteTerminal extends Pick<Terminal, 'ask' | 'pool'> {
  /** What is there, which has to be as it is counted anew. */
  kept(): Promise<{ readonly customers: number; readonly orders: number; readonly kroner: number }>;
  /** The same of rows by SQL. */
  rowsOf<T>(sql: string): Promise<T[]>;
}

export function useTerminal(kind: DatabaseKind): SuiteTerminal {
  let terminal: Terminal;
  beforeAll(async () => {
    terminal = await openTerminal(kind);
  });
  beforeEach(() => terminal.empty());
  afterAll(() => terminal.close());

  async function isConsistent(): Promise<void> {
    const { rows } = await terminal.pool.query('SELECT id FROM workspaces');
    expect(await inconsistencies(terminal.pool, rows[0]?.id, 31)).toEqual([]);
  }
  return {
    ask: (args) => terminal.ask(args),
    get pool() {
      return terminal.pool;
    },
    async kept() {
      const { customers, orders, revenue } = await json(terminal.ask);
      await isConsistent();
      return { customers, orders, kroner: (revenue[0]?.amountMinor ?? 0) / 100 };
    },
    async rowsOf<T>(sql: string): Promise<T[]> {
      await isConsistent();
      return (await terminal.pool.query(sql)).rows;
    },
  };
}
