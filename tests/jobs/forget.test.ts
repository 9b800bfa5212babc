import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { forgetOld } from '../../src/flows/upkeep/forget-old.ts';
import type { WorkspaceStore } from '../../src/store/store.ts';
import { type TestDatabase, withDatabases } from '../support/database.ts';
import { type DigestWorld, digestWorld } from './digest-world.ts';

const now = Date.parse('2026-03-02T12:00:00Z');
const ago = (days: number) => new Date(now - days * 86_400_000);

withDatabases((kind) => {
  let database: TestDatabase;
  let world: DigestWorld;
  let store: WorkspaceStore;
  beforeAll(async () => {
    database = await kind.open();
  });
  beforeEach(async () => {
    world = await digestWorld(kind, database);
    store = world.context.store;
    world.at(now);
  });
  afterEach(() => database.empty());
  afterAll(() => database.close());

  const forget = () => forgetOld(world.deps);

  async function write(subject: string, at: Date, status: string, announcement: object = { kind: 'shared' }) {
    await store.outbox.add({ channelId: 'C1', subject, key: `${subject} ${at.toISOString()}`, announcement }, at);
    await database.pool.query(
      `UPDATE outbox SET status = $2, sending_at = $3, ts = '1.2' WHERE subject = $1 AND status = 'waiting'`,
      [subject, status, at],
    );
  }

  async function left(): Promise<string[]> {
    const { rows } = await database.pool.query(`SELECT kind || ' ' || subject AS what FROM outbox ORDER BY id`);
    return rows.map(({ what }) => what);
  }

  test('messages that were sent or given up are forgotten after 30 days, those still to be sent never', async () => {
    for (const status of ['sent', 'failed', 'dropped', 'waiting', 'sending']) {
      await write(`old ${status}`, ago(31), status);
      await write(`new ${status}`, ago(29), status);
    }
    await write('old, of which a second copy may turn up', ago(31), 'sent');
    await database.pool.query(`UPDATE outbox SET look_at = $1 WHERE subject LIKE '%copy%'`, [ago(0)]);
    await forget();
    expect((await left()).sort()).toEqual([
      'post new dropped',
      'post new failed',
      'post new sending',
      'post new sent',
      'post new waiting',
      'post old sending',
      'post old waiting',
      'post old, of which a second copy may turn up',
    ]);
  });

  test('the card of a follow-up stays to be edited until 30 days after it is done; its notes do not', async () => {
    const { id } = await store.followUps.openFor(null, 20_000, ago(100));
    const subject = `follow-up:${id}`;
    const announcement = { kind: 'follow-up', followUpId: id };
    await write(subject, ago(100), 'sent', announcement);
    await store.outbox.addReply({ subject, key: 'note', announcement: { kind: 'follow-up-event' } }, ago(90));
    await database.pool.query(`UPDATE outbox SET status = 'sent', ts = '1.3' WHERE kind = 'reply'`);
    await forget();
    expect(await left()).toEqual([`post ${subject}`]);

    await store.followUps.claim(id, 'U1', ago(31));
    await forget();
    expect(await store.outbox.addUpdate({ subject, announcement }, ago(30))).toBe(true);
    await database.pool.query(`UPDATE outbox SET status = 'sent', ts = '1.2' WHERE kind = 'update'`);
    await store.followUps.close(id, 'U1', 'price', 'A refund', ago(29));
    await forget();
    expect(await left()).toEqual([`post ${subject}`, `update ${subject}`]);

    world.at(now + 2 * 86_400_000);
    await forget();
    expect(await left()).toEqual([]);
  });

  test('the post of something about which a word is still to be sent stays until it is sent', async () => {
    await write('any', ago(40), 'sent');
    await store.outbox.addReply({ subject: 'any', key: 'note', announcement: {} }, ago(39));
    await forget();
    expect(await left()).toEqual(['post any', 'reply any']);
    await database.pool.query(`UPDATE outbox SET status = 'dropped' WHERE kind = 'reply'`);
    await forget();
    expect(await left()).toEqual([]);
  });

  async function importOf(key: string, at: Date, end: 'finished' | 'failed' | null): Promise<number> {
    const id = await store.imports.add({ key, fileName: `${key}.csv`, fileId: 'F1', memberId: 'U1', locale: 'en' }, at);
    if (end === null) return id;
    await store.imports.plan(id, 'orders', {});
    await store.imports.start(id, {});
    await store.refusedRows.add(id, [{ line: 2, column: null, value: null, reason: {}, cells: ['Astrid'] }]);
    await store.imports.end(id, end, null, at);
    return id;
  }

  test('refused rows are forgotten 7 days after an import ended, and the import after 30', async () => {
    const [finished, failed, looked, running] = [
      await importOf('finished', ago(8), 'finished'),
      await importOf('failed', ago(6), 'failed'),
      await importOf('looked at', ago(8), null),
      await importOf('running', ago(50), null),
    ];
    await store.imports.plan(running, 'orders', {});
    await store.imports.start(running, {});
    await write(`import:${running}`, ago(50), 'sent', { kind: 'import', importId: running });
    await forget();
    expect(await store.refusedRows.after(finished, 0, 9)).toEqual([]);
    expect(await store.refusedRows.after(failed, 0, 9)).toHaveLength(1);
    world.at(now + 23 * 86_400_000);
    await forget();
    expect(await Promise.all([finished, failed, looked, running].map((id) => store.imports.find(id)))).toEqual([
      null,
      expect.objectContaining({ id: failed }),
      null,
      expect.objectContaining({ id: running }),
    ]);
    expect(await left()).toEqual([`post import:${running}`]);
  });

  test('refused rows stay as long as the message that gives them back waits', async () => {
    const id = await importOf('holidays', ago(31), 'finished');
    await write(`import:${id}`, ago(31), 'sent', { kind: 'import', importId: id });
    const reply = { subject: `import:${id}`, key: 'refused', announcement: { kind: 'refused-rows', importId: id } };
    await store.outbox.addReply(reply, ago(31));
    await forget();
    await forget();
    expect(await store.refusedRows.after(id, 0, 9)).toHaveLength(1);
    await database.pool.query(`UPDATE outbox SET status = 'sent', ts = '1.3' WHERE kind = 'reply'`);
    await forget();
    expect(await store.refusedRows.after(id, 0, 9)).toEqual([]);
  });

  test('that a yearly digest was posted is known when its next one is due; after 400 days it is forgotten', async () => {
    const { id } = await world.add({ when: '0 9 1 3 *' });
    for (const days of [399, 401]) await store.schedules.addRun(id, { dueAt: ago(days), ranAt: ago(days), skipped: 0 });
    await forget();
    const { rows } = await database.pool.query('SELECT due_at FROM job_runs');
    expect(rows).toEqual([{ due_at: ago(399) }]);
  });

  test('what is much goes a part at a time, by two processes at once as well', async () => {
    await database.pool.query(
      `INSERT INTO outbox (workspace_id, channel_id, kind, subject, key, announcement, status, ts, run_at, created_at)
       SELECT $1, 'C1', 'post', 'n' || n, 'n' || n, '{}', 'sent', '1.2', $2, $2 FROM generate_series(1, 2500) AS n`,
      [world.workspaceId, ago(31)],
    );
    await forget();
    expect(await left()).toHaveLength(1500);
    const other = world.anotherProcess();
    await Promise.all([forget(), forgetOld(other)]);
    await Promise.all([forget(), forgetOld(other)]);
    expect(await left()).toEqual([]);
  });

  test('what is old is found through an index, however much is new', async () => {
    await database.pool.query(
      `INSERT INTO outbox (workspace_id, channel_id, kind, subject, key, announcement, status, ts, run_at, created_at)
       SELECT $1, 'C1', 'post', 'n' || n, 'n' || n, '{}', 'sent', '1.2', $2, $2 FROM generate_series(1, 5000) AS n`,
      [world.workspaceId, ago(1)],
    );
    await database.pool.query('ANALYZE outbox');
    const { rows } = await database.pool.query(
      `EXPLAIN SELECT id FROM outbox WHERE workspace_id = ${world.workspaceId}
       AND status IN ('sent', 'failed', 'dropped') AND created_at < '2026-01-31' ORDER BY created_at LIMIT 1000`,
    );
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('outbox_settled');
  });
});
