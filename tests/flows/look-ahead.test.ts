import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { importRows } from '../../src/flows/imports/import-rows.ts';
import { lookAhead, settledAhead } from '../../src/flows/imports/look-ahead.ts';
import { noteImport } from '../../src/flows/imports/note-import.ts';
import { readRows } from '../../src/ingest/read-rows.ts';
import { surveyFile } from '../../src/ingest/survey.ts';
import type { SurveyOptions } from '../../src/ingest/survey-options.ts';
import { zoneOf } from '../../src/ingest/zone-of.ts';
import { withDatabases } from '../support/database.ts';
import { useFlowWorld } from './flow-world.ts';

withDatabases((kind) => {
  const world = useFlowWorld(kind);

  test('of known orders that stay as they are none is told as changed', async () => {
    await bring('order,customer,date,amount\n1,K1,2024-08-02,300\n1,K1,2024-08-02,250\n7,K2,2024-08-02,50\n');
    const part = 'order,customer,date,amount\n1,K1,2024-08-02,300\n7,K2,2024-08-02,45\n';
    const { ahead } = await lookAt(part, { knownOrders: 'keep' });
    expect(ahead.notes).toMatchObject([{ code: 'changed-orders', orders: 1, first: { number: '7' } }]);
  });

  test('a number that is read as another of its customer stays what it is for everybody else', async () => {
    await bring('order,customer,date,amount\n1042,K1,2024-08-02,5\n');
    const text = 'order,shop,customer,date,amount\n#1042,Torvet,K1,2024-08-02,6\n#1042,Havnen,K2,2024-08-02,9\n';
    await bring(text, { choices: { similarNumbers: 'same' } });
    expect(await orders()).toEqual(['#1042 9', '1042 6']);
  });

  test('two numbers of one file that look alike are asked about where the orders do, too, in a first file as well', async () => {
    const text = 'order,customer,date,amount\n1042,K1,2024-08-02,5\n#1042,K1,2024-08-02,5\n#7,K2,2024-08-02,1\n';
    const { ahead } = await lookAt(text);
    expect(ahead.refusal).toMatchObject({
      code: 'similar-spelling',
      column: 'order',
      line: 3,
      otherLine: 2,
      numbers: 1,
    });
    await bring(text, { choices: { similarNumbers: 'same' } });
    expect(await orders()).toEqual(['#7 1', '1042 5']);
    await bring(text, { choices: { similarNumbers: 'others' } });
    expect(await orders()).toEqual(['#1042 5', '#7 1', '1042 5']);
    expect((await lookAt(text)).ahead.refusal).toBeNull();
  });

  test.each([
    ['another amount', 'K1,2024-08-02,6'],
    ['another day', 'K1,2024-08-03,5'],
    ['another customer', 'K2,2024-08-02,5'],
  ])('with %s they are two orders, and nobody is asked', async (_, rest) => {
    const text = `order,customer,date,amount\n1042,K1,2024-08-02,5\n#1042,${rest}\n`;
    expect((await lookAt(text)).ahead.refusal).toBeNull();
  });

  test('what an import made before it was stopped is not held against the rest of its file', async () => {
    await bring('order,customer,date,amount\nN1,K1,2024-08-02,100\n');
    const text = 'order,customer,date,amount\n,K1,2024-08-02,100\n,K2,2024-08-03,50\n7,K2,2024-08-03,50\n';
    await bring(text, { choices: { knownRows: 'same' }, transactions: [1, 9] });
    expect(await orders()).toEqual(['7 50', 'N1 100', 'content 50']);
  });

  test('numbers of one file that look alike are read the same after a stop', async () => {
    await bring('order,customer,date,amount\nN1,K9,2024-08-02,100\n');
    const text =
      'order,customer,date,amount\nA-7,K1,2024-08-02,5\nB-8,K1,2024-08-02,1\na7,K1,2024-08-02,5\nb8,K1,2024-08-02,2\n';
    await bring(text, { choices: { similarNumbers: 'same' }, transactions: [1, 9] });
    expect(await orders()).toEqual(['A-7 5', 'B-8 1', 'N1 100', 'b8 2']);
  });

  test('answers and spend of a stopped import are not held against the rest of its file either', async () => {
    const { context } = world;
    await bring('Customer,Date,NPS,Source\nK9,2024-10-02,9,Web\n', { of: 'feedback' });
    const answers = 'Customer,Date,NPS,Source\nK9,2024-10-02,9,\nK1,2024-10-02,7,\nK1,2024-10-02,7,Web\n';
    await bring(answers, { of: 'feedback', choices: { knownRows: 'same' }, transactions: [1, 9] });
    await bring('date,source,amount\n2024-08-01,Web,100\n', { of: 'spend' });
    const spend = 'date,source,amount\n2024-08-01,,100\n2024-08-02,,50\n2024-08-02,Web,50\n';
    await bring(spend, { of: 'spend', choices: { knownRows: 'same' }, transactions: [1, 9] });
    expect(await context.store.spend.newest(9)).toHaveLength(3);
    const { rows } = await world.database.pool.query('SELECT 1 FROM answers WHERE workspace_id = $1', [
      world.workspaceId,
    ]);
    expect(rows).toHaveLength(3);
  });

  type Of = 'orders' | 'feedback' | 'spend';

  async function lookAt(text: string, choices: Partial<SurveyOptions> = {}, of: Of = 'orders') {
    const open = () => Readable.from([Buffer.from(text)]);
    const survey = await surveyFile(open, { currency: 'DKK', ...choices, kind: of });
    if (survey.outcome !== 'ready') throw new Error(survey.refusal.code);
    const plan = { ...survey.plan, kind: of };
    const read = (ahead = {}) => readRows(open, plan, zoneOf('UTC'), { batchSize: 1, ...ahead });
    return { plan, read, ahead: await lookAhead(world.context, of, read, plan) };
  }

  /** @param transactions how many each run of the process does before it ends, of two rows each */
  async function bring(
    text: string,
    {
      of = 'orders',
      choices,
      transactions = [99],
    }: { readonly of?: Of; readonly choices?: Partial<SurveyOptions>; readonly transactions?: readonly number[] } = {},
  ) {
    const { context } = world;
    const { plan, read, ahead: found } = await lookAt(text, choices, of);
    if (found.refusal) throw new Error(found.refusal.code);
    const { id } = await noteImport(context, { kind: of, fileName: 'file.csv', locale: 'en', options: {} });
    let done = 0;
    for (const most of transactions) {
      let left = most;
      const ahead = await settledAhead(context, plan, read, id);
      await importRows(context, of, read(ahead), {
        ahead,
        sameNumber: plan.sameNumber,
        makeCustomers: true,
        followUps: 'none',
        rowsPerTransaction: 2,
        importId: id,
        afterLine: done,
        isStopped: () => left-- <= 0,
        beforeCommit: async (_, { line }) => {
          done = line;
        },
      });
    }
  }

  /** Their numbers and amounts in kroner. */
  async function orders(): Promise<string[]> {
    const sql = 'SELECT external_id AS number, amount_minor::int / 100 AS kroner FROM orders WHERE workspace_id = $1';
    const { rows } = await world.database.pool.query<{ number: string; kroner: number }>(sql, [world.workspaceId]);
    return rows.map(({ number, kroner }) => `${number.replace(/:.*/, '')} ${kroner}`).sort();
  }
});
