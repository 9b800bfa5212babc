import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrationsFolder } from '../../src/store/database/database.ts';
import { migrate } from '../../src/store/database/migrate.ts';
import { file, importing, json } from '../shell/support.ts';
import { openTerminal, type Terminal } from '../shell/terminal.ts';
import { withDatabases } from '../support/database.ts';

const migration = '20261130122800_lines_of_noted_orders';

withDatabases((kind) => {
  let terminal: Terminal;
  beforeAll(async () => {
    terminal = await openTerminal(kind);
  });
  afterAll(() => terminal.close());

  test('an import that changed orders before they kept their lines can still be taken back', async () => {
    const head = 'order,customer,date,amount\n';
    await importing(terminal.ask, 'orders', file(`${head}1,A,2026-01-05,100\n`), '--currency', 'DKK');
    await importing(terminal.ask, 'orders', file(`${head}1,A,2026-01-05,120\n`), '--currency', 'DKK');
    await terminal.pool.query("UPDATE import_changes SET before = before - 'lines'");
    await terminal.pool.query('DELETE FROM _prisma_migrations WHERE migration_name = $1', [migration]);
    expect(await migrate(terminal.pool, migrationsFolder)).toEqual([migration]);
    expect(await terminal.ask(['import', '--undo', '2'])).toMatchObject({ code: 0, err: '' });
    const { revenue } = await json(terminal.ask);
    expect(revenue[0].amountMinor).toBe(10_000);
  });
});
