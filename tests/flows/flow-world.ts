import type { Deps } from '../../src/deps.ts';
import { openStore } from '../../src/store/store.ts';
import type { DatabaseKind, TestDatabase } from '../support/database.ts';

/** A workspace of its own in a real store, at noon of day 20,000. */
export interface FlowWorld {
  readonly deps: Deps;
  readonly workspaceId: number;
  /** How many rows of a table belong to this workspace. */
  count(table: 'answers' | 'follow_ups' | 'follow_up_events' | 'outbox'): Promise<number>;
}

let workspaces = 0;

export async function flowWorld(kind: DatabaseKind, { pool }: TestDatabase): Promise<FlowWorld> {
  const store = openStore({
    kind: kind.name === 'embedded' ? 'embedded' : 'server',
    pool,
    durable: false,
    lock: null,
    dump: null,
    close: async () => undefined,
  });
  const deps: Deps = {
    store,
    now: () => new Date(20_000 * 86_400_000 + 43_200_000),
    log: { info: () => undefined, error: () => undefined },
    nudgeDelivery: () => undefined,
  };
  workspaces += 1;
  const { id } = await store.workspaces.ensure(`TFLOW${workspaces}`, 'Kaffebar', true);
  const settings = await store.of(id).settings.read();
  await store.of(id).settings.save({ ...settings, alertChannelId: 'C0ALERTS' });
  return {
    deps,
    workspaceId: id,
    async count(table) {
      const sql = `SELECT count(*)::int AS count FROM ${table} WHERE workspace_id = $1`;
      return (await pool.query<{ count: number }>(sql, [id])).rows[0]?.count ?? 0;
    },
  };
}
