import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../src/store/database/database.ts';
import { sqlOn } from '../../src/store/database/sql.ts';
import { int, statement, text } from '../../src/store/database/statement.ts';
import { openStore } from '../../src/store/store.ts';
import { type TestDatabase, withDatabases } from '../support/database.ts';
import { until } from '../support/sandbox.ts';

withDatabases((kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await kind.open();
  });
  afterAll(() => database.close());

  test('a question that fails leaves the next ones answered, prepared ones too', async () => {
    const sql = sqlOn(database.pool);
    const sum = statement('SELECT $1::int + 1 AS answer', [int], { answer: int });
    const ask = () => sql.prepared(sum, [41]);
    expect(await ask()).toEqual([{ answer: 42 }]);
    await expect(sql.rows(statement('SELECT $1::text', [text]), ['\u0000'])).rejects.toThrow();
    expect(await ask()).toEqual([{ answer: 42 }]);
    expect(await ask()).toEqual([{ answer: 42 }]);
  });

  if (kind.name === 'embedded') return;

  test('a connection that is cut amid a transaction fails that one and nothing else', async () => {
    const opened = await openDatabase({ kind: 'server', url: database.url ?? '' });
    try {
      const store = openStore(opened);
      const { id } = await store.workspaces.ensure('T1', 'Nordlys Kaffe', false);
      const cut = store.transaction(id, async (tx) => {
        await tx.settings.read();
        const inTransaction = `FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle in transaction'`;
        await database.pool.query(`SELECT pg_terminate_backend(pid) ${inTransaction}`);
        await until(async () => (await database.pool.query(`SELECT ${inTransaction}`)).rowCount === 0);
        await tx.settings.read();
      });
      await expect(cut).rejects.toThrow();
      expect(await store.of(id).settings.read()).toMatchObject({ currency: 'DKK' });
    } finally {
      await opened.close();
    }
  });

  test('options in the address of the database are kept beside those of the app', async () => {
    const address = new URL(database.url ?? '');
    address.searchParams.set('options', '-c search_path=public -c work_mem=8MB');
    const opened = await openDatabase({ kind: 'server', url: address.href });
    const { rows } = await opened.pool.query(
      `SELECT current_setting('work_mem') AS memory, current_setting('TimeZone') AS zone`,
    );
    await opened.close();
    expect(rows).toEqual([{ memory: '8MB', zone: 'UTC' }]);
  });
});
