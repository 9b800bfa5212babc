import { afterAll, beforeAll, expect, test } from 'vitest';
import { sqlOn } from '../../src/store/sql.ts';
import { type TestDatabase, withDatabases } from '../support/database.ts';

withDatabases((kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await kind.open();
  });
  afterAll(() => database.close());

  test('a question that fails leaves the next ones answered, prepared ones too', async () => {
    const sql = sqlOn(database.pool);
    const ask = () => sql.prepared<{ answer: number }>('SELECT $1::int + 1 AS answer', [41]);
    expect(await ask()).toEqual([{ answer: 42 }]);
    await expect(sql.rows('SELECT $1::text', ['\u0000'])).rejects.toThrow();
    expect(await ask()).toEqual([{ answer: 42 }]);
    expect(await ask()).toEqual([{ answer: 42 }]);
  });
});
