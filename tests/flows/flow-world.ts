import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type Context, contextOf, type Deps } from '../../src/context.ts';
import type { DatabaseKind, TestDatabase } from '../support/database.ts';
import { depsOn } from '../support/deps.ts';

/** A workspace of its own in a real store, at noon of day 20,000. */
export interface FlowWorld {
  readonly deps: Deps;
  readonly context: Context;
  readonly workspaceId: number;
  /** How many rows of a table belong to this workspace. */
  count(table: 'answers' | 'follow_ups' | 'follow_up_events' | 'outbox'): Promise<number>;
}

/** A database of a suite, on which each of its tests has a workspace of its own. */
export function useFlowWorld(kind: DatabaseKind): FlowWorld & { readonly database: TestDatabase } {
  let database: TestDatabase;
  let world: FlowWorld;
  beforeAll(async () => {
    database = await kind.open();
  });
  beforeEach(async () => {
    world = await flowWorld(kind, database);
  });
  afterAll(() => database.close());
  return {
    get database() {
      return database;
    },
    get deps() {
      return world.deps;
    },
    get context() {
      return world.context;
    },
    get workspaceId() {
      return world.workspaceId;
    },
    count: (table) => world.count(table),
  };
}

let workspaces = 0;

export async function flowWorld(kind: DatabaseKind, { pool }: TestDatabase): Promise<FlowWorld> {
  const deps = depsOn(kind, pool, { now: () => new Date(20_000 * 86_400_000 + 43_200_000) });
  workspaces += 1;
  const { id } = await deps.store.workspaces.ensure(`TFLOW${workspaces}`, 'Kaffebar', true);
  const context = contextOf(deps, id);
  const { settings } = context.store;
  await settings.save({ ...(await settings.read()), alertChannelId: 'C0ALERTS' });
  return {
    deps,
    context,
    workspaceId: id,
    async count(table) {
      const sql = `SELECT count(*)::int AS count FROM ${table} WHERE workspace_id = $1`;
      return (await pool.query<{ count: number }>(sql, [id])).rows[0]?.count ?? 0;
    },
  };
}
