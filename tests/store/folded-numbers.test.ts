import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { contentKey, hashContent } from '../../src/ingest/content-key.ts';
import { dayFromIso } from '../../src/loyalty/time/period.ts';
import { migrationsFolder } from '../../src/store/database/database.ts';
import { migrate } from '../../src/store/database/migrate.ts';
import { file, importing } from '../shell/support.ts';
import { openTerminal, type Terminal } from '../shell/terminal.ts';
import { withDatabases } from '../support/database.ts';

const migration = '20261130093000_fold_addresses_as_numbers';

withDatabases((kind) => {
  let terminal: Terminal;
  const bring = (what: string, text: string) => importing(terminal.ask, what, file(text));
  beforeAll(async () => {
    terminal = await openTerminal(kind);
  });
  beforeEach(() => terminal.empty());
  afterAll(() => terminal.close());

  /** The customer's number as a version kept it that left capitals as they were, wherever it stands. */
  async function asKeptBefore(folded: string, kept: string): Promise<void> {
    const client = await terminal.pool.connect();
    try {
      await client.query(`BEGIN; SET LOCAL loyalty.import_id = '0'`);
      await client.query('UPDATE customers SET external_id = $2 WHERE external_id = $1', [folded, kept]);
      await client.query(
        `UPDATE import_changes SET before = jsonb_set(before, '{external_id}', to_jsonb($2::text))
         WHERE table_name = 'customers' AND before ->> 'external_id' = $1`,
        [folded, kept],
      );
      await client.query('COMMIT');
    } finally {
      client.release();
    }
  }

  /** Opens the database as the version does that brings this migration. */
  async function openAnew(): Promise<void> {
    await terminal.pool.query('DELETE FROM _prisma_migrations WHERE migration_name = $1', [migration]);
    expect(await migrate(terminal.pool, migrationsFolder)).toEqual([migration]);
  }

  const numbers = async () =>
    (await terminal.pool.query('SELECT external_id FROM customers ORDER BY id')).rows.map((row) => row.external_id);
  const changes = async () => (await terminal.pool.query('SELECT count(*)::int AS n FROM import_changes')).rows[0].n;

  test('who was kept with capitals is found by the files of today, and is one person', async () => {
    const head = 'customer,date,amount\n';
    expect(await bring('orders', `${head}anna@example.com,2026-01-05,100\nK1,2026-01-05,50\n`)).toMatchObject({
      imported: 2,
      customersMade: 2,
    });
    await asKeptBefore('anna@example.com', 'Anna@Example.com');
    // As the order without a number was known then: by what was written.
    const former = contentKey(
      hashContent(['order', 'Anna@Example.com', dayFromIso('2026-01-05'), null, null, '100']),
      1,
    );
    await terminal.pool.query(`UPDATE orders SET external_id = $1, import_id = NULL WHERE amount_minor = 10000`, [
      former,
    ]);
    await openAnew();
    expect(await numbers()).toEqual(['K1', 'anna@example.com']);
    expect(await changes()).toBe(0);
    const again = `${head}Anna@Example.com,2026-01-05,100\nANNA@example.com,2026-02-05,70\nK1,2026-01-05,50\n`;
    expect(await bring('orders', again)).toMatchObject({ imported: 1, unchanged: 2, customersMade: 0 });
    for (const typed of ['Anna@Example.com', 'anna@']) {
      const { out } = await terminal.ask(['customer', typed, '--json']);
      expect(JSON.parse(out)).toMatchObject({ customer: { externalId: 'anna@example.com' } });
    }
    expect(await terminal.ask(['verify'])).toMatchObject({ code: 0 });
  });

  test('where both are there both stay, and of several spellings the first becomes the one that is found', async () => {
    const head = 'customer,name\n';
    const all = ['anna@example.com', 'a1@example.com', 'b1@example.com', 'b2@example.com', 'é@example.com', 'K-Æ'];
    await bring('customers', head + all.map((customer) => `${customer},N\n`).join(''));
    await asKeptBefore('a1@example.com', 'ANNA@example.com');
    await asKeptBefore('b1@example.com', 'Bo@Example.com');
    await asKeptBefore('b2@example.com', 'BO@example.com');
    await asKeptBefore('é@example.com', 'É@example.com');
    const before = await numbers();
    await openAnew();
    const folded: Readonly<Record<string, string>> = {
      'Bo@Example.com': 'bo@example.com',
      'É@example.com': 'é@example.com',
    };
    expect(await numbers()).toEqual(before.map((number) => folded[number] ?? number));
    await openAnew();
    expect(await numbers()).toEqual(before.map((number) => folded[number] ?? number));
    // Who was kept twice becomes one once the one with capitals is taken away and its file comes in again.
    expect((await terminal.ask(['delete', 'customer', 'ANNA@example.com', '--yes'])).code).toBe(0);
    expect(await bring('customers', `${head}ANNA@example.com,N\n`)).toMatchObject({ unchanged: 1, customersMade: 0 });
  });

  test('imports can still be taken back, and what returns is not split again', async () => {
    await bring('customers', 'customer,name\nanna@example.com,Anna\n');
    await bring('customers', 'customer,name\nanna@example.com,Anna Berg\n');
    await asKeptBefore('anna@example.com', 'Anna@Example.com');
    const noted = await changes();
    await openAnew();
    expect(await changes()).toBe(noted);
    const { rows } = await terminal.pool.query('SELECT id FROM imports ORDER BY id DESC');
    expect((await terminal.ask(['import', '--undo', String(rows[0].id)])).code).toBe(0);
    expect((await terminal.pool.query('SELECT external_id, name FROM customers')).rows).toEqual([
      { external_id: 'anna@example.com', name: 'Anna' },
    ]);
    expect(await terminal.ask(['verify'])).toMatchObject({ code: 0 });
    expect((await terminal.ask(['import', '--undo', String(rows[1].id)])).code).toBe(0);
    expect(await numbers()).toEqual([]);
  });
});
