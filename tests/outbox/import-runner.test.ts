import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { askUndo } from '../../src/flows/imports/ask-undo.ts';
import { addImport, planImport } from '../../src/flows/imports/plan-import.ts';
import { startImport } from '../../src/flows/imports/start-import.ts';
import { previewFile } from '../../src/ingest/preview.ts';
import { zoneOf } from '../../src/ingest/zone-of.ts';
import type { ImportKind } from '../../src/loyalty/facts/import-kind.ts';
import { importRunner } from '../../src/slack/imports/import-runner.ts';
import { type TestDatabase, withDatabases } from '../support/database.ts';
import { until } from '../support/sandbox.ts';
import { type TinyAnswer, type TinySlack, tinySlack } from '../support/tiny-slack.ts';

const customers = 'customer,name\nK1,Anna\nK2,Bo\n';
const minute = 60_000;

withDatabases((kind) => {
  let database: TestDatabase;
  let slack: TinySlack;
  let now: Date;
  beforeAll(async () => {
    database = await kind.open();
  });
  beforeEach(async () => {
    slack = await tinySlack(database);
    now = new Date();
    slack.answers('files.info', ({ given }) => ({
      body: {
        ok: true,
        file: { name: 'kunder.csv', mimetype: 'text/csv', url_private: addressOf(String(given.file)) },
      },
    }));
  });
  afterEach(async () => {
    await slack.close();
    await database.empty();
  });
  afterAll(() => database.close());

  const addressOf = (file: string) => slack.responseUrl.replace(/respond$/, file);
  const context = () => ({ ...slack.connection, now: () => now });
  const runner = () => importRunner(context());
  const file = (text: string): TinyAnswer => ({ body: text, headers: { 'content-type': 'text/csv' } });
  const hosts = (name: string, answer: (n: number) => TinyAnswer) => {
    let n = 0;
    slack.answers(name, () => {
      n += 1;
      return answer(n);
    });
  };
  const found = async (id: number) => (await slack.connection.store.imports.find(id)) ?? expect.fail('It is gone');

  /** An import that was looked at and started, and whose rows are still to come. */
  async function started(
    fileId: string,
    text = customers,
    { kind = 'customers', others = false }: { kind?: ImportKind; others?: boolean } = {},
  ): Promise<number> {
    async function* open() {
      yield Buffer.from(text);
    }
    const read = await previewFile(open, { kind, currency: 'DKK' }, zoneOf('Europe/Copenhagen'), 1);
    if (read.outcome !== 'ready') return expect.fail('The file is refused');
    const { plan, records } = read;
    const asked = { key: fileId, fileName: 'kunder.csv', fileId, memberId: 'U1', locale: 'en' } as const;
    const id = await addImport(context(), asked);
    await planImport(context(), id, plan.kind, { plan, records });
    await startImport(context(), id, { followUps: 'none', makeCustomers: true, others }, 'D1');
    return id;
  }

  test('a host of files that fails for a moment is asked again, later each time, and the import comes to its end', async () => {
    const id = await started('F1');
    hosts('F1', (n) => (n < 3 ? { status: 503, body: 'no' } : file(customers)));
    const { run } = runner();
    await run();
    expect(await found(id)).toMatchObject({ status: 'running', attempts: 1 });
    // Not before its time.
    await run();
    expect((await found(id)).attempts).toBe(1);
    for (let tried = 0; tried < 2; tried += 1) {
      now = new Date(now.getTime() + minute);
      await run();
    }
    expect(await found(id)).toMatchObject({ status: 'finished', imported: 2, error: null });
  });

  test('rows of another till come in where they were said to be others, and that file again changes nothing', async () => {
    const till = 'date,kind,score\n2026-11-02,nps,9\n2026-11-02,nps,9\n';
    for (const name of ['F1', 'F2', 'F3', 'F4']) hosts(name, () => file(till));
    const bring = async (fileId: string, others: boolean) => {
      const id = await started(fileId, till, { kind: 'feedback', others });
      await runner().run();
      return found(id);
    };
    expect(await bring('F1', false)).toMatchObject({ imported: 2 });
    expect(await bring('F2', false)).toMatchObject({
      imported: 0,
      notes: expect.arrayContaining([
        expect.objectContaining({ code: 'already-there', rows: 2, fileName: 'kunder.csv' }),
      ]),
    });
    expect(await bring('F3', true)).toMatchObject({ imported: 2 });
    expect(await bring('F4', true)).toMatchObject({ imported: 0, unchanged: 2 });
  });

  test.each(['internal_error', 'ratelimited', 'service_unavailable'])(
    'so is Slack when it answers %s',
    async (error) => {
      const id = await started('F1');
      let fails = true;
      slack.answers('files.info', () => ({
        body: fails ? { ok: false, error } : { ok: true, file: { name: 'kunder.csv', url_private: addressOf('F1') } },
      }));
      hosts('F1', () => file(customers));
      const { run } = runner();
      await run();
      expect((await found(id)).status).toBe('running');
      fails = false;
      now = new Date(now.getTime() + minute);
      await run();
      expect((await found(id)).status).toBe('finished');
    },
  );

  test('what fails again and again is given up, and the words say why', async () => {
    const id = await started('F1');
    hosts('F1', () => ({ status: 503, body: 'no' }));
    const { run } = runner();
    for (let tried = 0; tried < 13; tried += 1) {
      await run();
      now = new Date(now.getTime() + 16 * minute);
    }
    expect(await found(id)).toMatchObject({
      status: 'failed',
      error: 'Slack does not hand out this file just now. Try again in a few minutes.',
    });
  });

  test.each([
    ['is gone', { status: 404, body: 'no' }, 'Slack no longer has this file.'],
    ['is kept from the app', { body: '<!doctype html>', headers: { 'content-type': 'text/html' } }, 'files:read'],
  ] satisfies [string, TinyAnswer, string][])('a file that %s ends its import at once', async (_, answer, words) => {
    const id = await started('F1');
    hosts('F1', () => answer);
    await runner().run();
    expect(await found(id)).toMatchObject({ status: 'failed', error: expect.stringContaining(words) });
  });

  test('taking back that fails again and again is given up with words, and can be asked for anew', async () => {
    const id = await started('F1');
    hosts('F1', () => file(customers));
    const { run } = runner();
    await run();
    await database.pool.query(`CREATE FUNCTION in_the_way() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$;
      CREATE TRIGGER in_the_way BEFORE DELETE ON customers EXECUTE FUNCTION in_the_way()`);
    try {
      expect(await askUndo(context(), id, 'U1', 'D1')).toBe(true);
      for (let tries = 0; tries < 30 && (await found(id)).undoAskedBy !== null; tries += 1) {
        await run();
        now = new Date(now.getTime() + 20 * minute);
      }
      expect(await found(id)).toMatchObject({ status: 'finished', undoAskedBy: null });
      expect((await found(id)).error).toContain('went wrong');
    } finally {
      await database.pool.query('DROP TRIGGER in_the_way ON customers; DROP FUNCTION in_the_way()');
    }
    await askUndo(context(), id, 'U1', 'D1');
    await run();
    expect(await found(id)).toMatchObject({ status: 'undone', undoAskedBy: null, error: null });
  });

  test('a file that ends before all of it came is read anew, and no part of it is taken for the whole', async () => {
    slack.answers('files.info', ({ given }) => ({
      body: {
        ok: true,
        file: { name: 'kunder.csv', size: customers.length, url_private: addressOf(String(given.file)) },
      },
    }));
    const id = await started('F1');
    hosts('F1', (n) => file(n < 2 ? customers.slice(0, -6) : customers));
    await runner().run();
    expect(await found(id)).toMatchObject({ status: 'running', imported: 0 });
    now = new Date(now.getTime() + minute);
    await runner().run();
    expect(await found(id)).toMatchObject({ status: 'finished', imported: 2, error: null });
  });

  test('a file that does not come keeps neither other imports nor the end of the app waiting', async () => {
    const slow = await started('F1');
    const other = await started('F2');
    hosts('F1', () => 'no answer');
    hosts('F2', () => file(customers));
    const { run, stop } = runner();
    await run();
    expect((await found(other)).status).toBe('finished');
    expect(await found(slow)).toMatchObject({ status: 'running', attempts: 1 });
    now = new Date(now.getTime() + minute);
    const running = run();
    await until(() => slack.calls.filter(({ method }) => method === 'F1').length === 2);
    await stop();
    await running;
    // It was not its fault this time, and the next start takes it up at once.
    expect(await found(slow)).toMatchObject({ status: 'running', attempts: 0 });
  });

  test('refused rows of a megabyte are kept cut, with a mark', async () => {
    const long = 'x'.repeat(1_000_000);
    const rows = Array.from({ length: 30 }, (_, n) => `${long},Anna ${n}\n`);
    const text = `customer,name\n${rows.join('')}K99,Bo\n`;
    const id = await started('F1', text);
    hosts('F1', () => file(text));
    await runner().run();
    expect(await found(id)).toMatchObject({ status: 'finished', imported: 1, refused: 30 });
    const [row] = await slack.connection.store.refusedRows.after(id, 0, 1);
    expect(row?.cells).toEqual([`${'x'.repeat(20_000)}[…]`, 'Anna 0']);
  });
});
