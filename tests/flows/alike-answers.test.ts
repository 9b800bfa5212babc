import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { importRows } from '../../src/flows/imports/import-rows.ts';
import { noteImport } from '../../src/flows/imports/note-import.ts';
import { readRows } from '../../src/ingest/read-rows.ts';
import { surveyFile } from '../../src/ingest/survey.ts';
import { zoneOf } from '../../src/ingest/zone-of.ts';
import { withDatabases } from '../support/database.ts';
import { useFlowWorld } from './flow-world.ts';

withDatabases((kind) => {
  const world = useFlowWorld(kind);
  const minute = (...comments: string[]) =>
    `Submitted at,NPS,Comment\n${comments.map((words) => `2024-10-02 14:05,9,${words}\n`).join('')}`;

  test('answers of nobody in one minute all come in, though they take several transactions', async () => {
    await bring(minute('Late', 'Cold', 'Rude', '', 'Late'));
    expect(await comments()).toEqual(['', 'Cold', 'Late', 'Late', 'Rude']);
  });

  test('they all come in where the process ended between two of them', async () => {
    await bring(minute('Late', '', 'Cold', 'Rude', 'Late', ''), { transactions: [1, 1, 9] });
    expect(await comments()).toEqual(['', '', 'Cold', 'Late', 'Late', 'Rude']);
  });

  test('the same file changes nothing when it comes again', async () => {
    const file = minute('Late', 'Cold', 'Rude', '', 'Late');
    await bring(file);
    expect(await bring(file)).toMatchObject({ imported: 0, updated: 0, unchanged: 5, refused: 0 });
    expect(await bring(file, { transactions: [1, 1, 9] })).toMatchObject({ imported: 0, updated: 0, refused: 0 });
  });

  test('a longer file brings those that are new, one without words and one with the words of another too', async () => {
    await bring(minute('Late', ''));
    await bring(minute('Late', '', '', 'Late'), { transactions: [1, 9] });
    expect(await comments()).toEqual(['', '', 'Late', 'Late']);
  });

  test('one of several is edited though it stands in another transaction than they', async () => {
    await bring(minute('Late', 'Cold', 'Rude'));
    for (const [words, transactions] of [
      ['Rude waiter', [9]],
      ['Rude cook', [1, 9]],
    ] as const) {
      expect(await bring(minute('Late', 'Cold', words), { transactions })).toMatchObject({ imported: 0, refused: 0 });
      expect(await comments()).toEqual(['Cold', 'Late', words]);
    }
  });

  test('answers of one customer on a day stay two, of which the second has no words', async () => {
    await bring('Customer,Date,NPS,Comment\nK1,2024-10-02,9,Late\nK1,2024-10-02,9,\n');
    expect(await comments()).toEqual(['', 'Late']);
  });

  /** @param transactions how many each run of the process does before it ends, of two rows each */
  async function bring(text: string, { transactions = [99] }: { readonly transactions?: readonly number[] } = {}) {
    const open = () => Readable.from([Buffer.from(text)]);
    const survey = await surveyFile(open, { kind: 'feedback' });
    if (survey.outcome !== 'ready') throw new Error(survey.refusal.code);
    const { context } = world;
    const options = { kind: 'feedback', fileName: 'file.csv', locale: 'en', options: {} } as const;
    const noted = await noteImport(context, options);
    const counts = { imported: 0, updated: 0, unchanged: 0, refused: 0 };
    let done = 0;
    for (const most of transactions) {
      let left = most;
      const plan = { ...survey.plan, kind: 'feedback' as const };
      const rows = readRows(open, plan, zoneOf('UTC'), { batchSize: 1 });
      await importRows(context, 'feedback', rows, {
        makeCustomers: true,
        followUps: 'none',
        rowsPerTransaction: 2,
        importId: noted.id,
        afterLine: done,
        isStopped: () => left-- <= 0,
        beforeCommit: async (_, { line, counts: step }) => {
          done = line;
          for (const name of Object.keys(counts) as (keyof typeof counts)[]) counts[name] += step[name];
        },
      });
    }
    return counts;
  }

  async function comments(): Promise<string[]> {
    const sql = "SELECT coalesce(comment, '') AS words FROM answers WHERE workspace_id = $1 ORDER BY 1";
    const { rows } = await world.database.pool.query<{ words: string }>(sql, [world.workspaceId]);
    return rows.map(({ words }) => words).sort();
  }
});
