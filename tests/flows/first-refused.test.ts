import { expect, test } from 'vitest';
import { readImportProgress } from '../../src/delivery/phrase-import.ts';
import type { RefusedRow } from '../../src/facts/refusal.ts';
import { noteImport } from '../../src/flows/imports/note-import.ts';
import { surveyFile } from '../../src/ingest/survey.ts';
import { fileOf } from '../ingest/files.ts';
import { withDatabases } from '../support/database.ts';
import { useFlowWorld } from './flow-world.ts';

withDatabases((kind) => {
  const world = useFlowWorld(kind);

  test('the message of an import tells the first row of each reason before more of the same', async () => {
    const { context } = world;
    const survey = await surveyFile(fileOf('order,customer,date,amount\n1,a,2024-01-05,1\n'), { kind: 'orders' });
    if (survey.outcome !== 'ready') throw new Error(survey.refusal.code);
    const options = { plan: survey.plan, records: 1 };
    const { id } = await noteImport(context, { kind: 'orders', fileName: 'orders.csv', locale: 'en', options });
    const cells = ['1', 'a', 'nope', '1'];
    const dates = Array.from(
      { length: 20 },
      (_, i): RefusedRow => ({ line: i + 2, column: 'date', value: 'nope', reason: { code: 'not-a-date' }, cells }),
    );
    await context.store.refusedRows.add(id, [
      ...dates,
      { line: 90, column: 'customer', value: null, reason: { code: 'missing' }, cells },
    ]);
    const found = await context.store.imports.find(id);
    if (!found) throw new Error('The import is gone');
    const { result } = await readImportProgress(context.store, found);
    expect(result.firstRefused.map(({ line }) => line)).toEqual([2, 90, 3, 4, 5, 6, 7, 8, 9, 10]);
  });
});
