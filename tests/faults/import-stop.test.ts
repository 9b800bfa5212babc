import type { SandboxMessage } from '@loyalty-ladder/sandbox/wire';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, openOffice } from '../journeys/office.ts';
import { person, wordsOf } from '../journeys/person.ts';
import { withDatabases } from '../support/database.ts';
import { nordlys, until } from '../support/sandbox.ts';

withDatabases((kind) => {
  // Several transactions on each.
  const rowCount = kind.name === 'embedded' ? 40_000 : 80_000;
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('Socket Mode', kind);
  });
  afterAll(() => office.close());

  test('an import started in Slack and stopped by SIGTERM is finished by the next start', async () => {
    const astrid = person(office.sandbox, nordlys.astrid);
    const lines = Array.from(
      { length: rowCount },
      (_, i) => `O${i},K${i % 999},${2024 + (i % 2)}-0${1 + (i % 9)}-11,1.00`,
    );
    const fileId = await handOver(`order,customer,date,amount\n${lines.join('\n')}\n`);
    await astrid.submits(await astrid.opens('import'), { file: [fileId] });
    const preview = await until(
      () => astrid.modal(),
      (view) => view?.callbackId === 'import.start',
    );
    if (!preview) throw new Error('There is no preview.');
    await astrid.submits(preview, {});

    // The message is edited once a transaction is through; then the file is not at its end yet.
    const isOver = (message?: SandboxMessage) => message !== undefined && wordsOf(message).includes('Indlæst');
    const partly = await until(progress, (message) => /[1-9]/.test(rowsIn(message)) || isOver(message));
    await office.restart('SIGTERM');
    const finished = await until(progress, isOver);

    expect(partly && wordsOf(partly)).not.toContain('Indlæst');
    expect(await importRow()).toEqual({ status: 'finished', imported: rowCount, unchanged: 0, refused: 0 });
    const orders = await office.look((pool) => pool.query('SELECT count(*)::int AS count FROM orders'));
    expect(orders.rows).toEqual([{ count: rowCount }]);
    expect(finished && wordsOf(finished)).toContain(rowCount.toLocaleString('da-DK'));
  });

  async function handOver(text: string): Promise<string> {
    const at = `${office.sandbox.url}/sandbox/files?workspace=${nordlys.id}&as=${nordlys.astrid}&name=orders.csv`;
    const response = await fetch(at, { method: 'POST', body: text });
    return ((await response.json()) as { file_id: string }).file_id;
  }

  async function progress(): Promise<SandboxMessage | undefined> {
    const [workspace] = await office.sandbox.describe();
    const im = workspace?.channels.find(({ kind, members }) => kind === 'im' && members.includes(nordlys.astrid));
    return im && (await office.sandbox.messages(nordlys.astrid, im.id))[0];
  }

  /** "20.000 af 80.000 rækker" → "20.000"; nothing before the first transaction. */
  function rowsIn(message: SandboxMessage | undefined): string {
    return (message && /([\d.]+) af/.exec(wordsOf(message))?.[1]) ?? '';
  }

  async function importRow() {
    const { rows } = await office.look((pool) =>
      pool.query('SELECT status, imported, unchanged, refused FROM imports'),
    );
    return rows[0];
  }
});
