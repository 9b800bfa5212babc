import { expect, test } from 'vitest';
import type { RefusedRow } from '../../src/facts/refusal.ts';
import { importRows } from '../../src/flows/imports/import-rows.ts';
import type { NewAnswer } from '../../src/loyalty/facts/answer.ts';
import { withDatabases } from '../support/database.ts';
import { npsAnswer } from '../support/nps-answer.ts';
import { useFlowWorld } from './flow-world.ts';

withDatabases((kind) => {
  const world = useFlowWorld(kind);

  test('an answer of a day that has not come is refused, and makes neither customer nor follow-up', async () => {
    const refused = await imported([said('today', 20_000), said('tomorrow', 20_001)], true);
    expect(refused).toMatchObject([{ line: 3, column: 'date', value: null, reason: { code: 'in-future' } }]);
    expect(await world.count('answers')).toBe(1);
    expect(await world.count('follow_ups')).toBe(1);
  });

  test('a row of a customer who is not known names the customer', async () => {
    const refused = await imported([said('stranger', 20_000)], false);
    expect(refused).toMatchObject([
      { line: 2, column: 'customer', value: 'stranger', reason: { code: 'unknown-customer' } },
    ]);
    expect(await world.count('answers')).toBe(0);
  });

  test('rows that were read ahead come in with the next transaction, where orders take up several rows', async () => {
    const batches = ['a', 'b', 'c', 'd', 'e'].map((customer, i) => ({
      rows: [{ line: 3 * i + 4, cells: [], joined: 2, row: said(customer, 19_990) }],
      refused: [] as RefusedRow[],
    }));
    const source = (async function* () {
      yield* batches;
    })();
    const { counts } = await importRows(world.context, 'feedback', source, {
      makeCustomers: true,
      followUps: 'none',
      rowsPerTransaction: 4,
      afterLine: 0,
      isStopped: () => false,
      beforeCommit: async () => {},
    });
    expect(counts.imported).toBe(5);
  });

  async function imported(answers: readonly NewAnswer[], makeCustomers: boolean): Promise<RefusedRow[]> {
    const rows = answers.map((row, i) => ({ line: i + 2, cells: [], row }));
    const all: RefusedRow[] = [];
    const source = (async function* () {
      yield { rows, refused: [] as RefusedRow[] };
    })();
    await importRows(world.context, 'feedback', source, {
      makeCustomers,
      followUps: 'recent',
      rowsPerTransaction: 100,
      afterLine: 0,
      isStopped: () => false,
      beforeCommit: async (_, { refused }) => void all.push(...refused),
    });
    return all;
  }
});

function said(customer: string, day: number): NewAnswer {
  return npsAnswer({ answerId: customer, customer, day, score: 3 });
}
