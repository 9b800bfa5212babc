import { describe, expect, test } from 'vitest';
import { importFile, importGood } from './files.ts';

const file = (...dates: string[]) =>
  `order,customer,date,amount\n${dates.map((one, i) => `${i},K${i},${one},5\n`).join('')}`;

describe('numbers for dates', () => {
  test.each([
    ['seconds', '1772409500', '1772409600', '2026-03-01'],
    ['milliseconds', '1772409500000', '1772409600000', '2026-03-01'],
    ['seconds with a fraction', '1772409500.5', '1772409600', '2026-03-01'],
  ])('are times since 1970 where the column holds nothing else: %s', async (_, first, second, day) => {
    const { rows, refused } = await importGood('orders', file(first, second, 'unknown'), { currency: 'DKK' });
    expect(rows.map((row) => new Date(row.day * 86_400_000).toISOString().slice(0, 10))).toEqual([day, '2026-03-02']);
    expect(refused).toMatchObject([{ line: 4, reason: { code: 'not-a-date' } }]);
  });

  test.each([
    ['beside dates', ['2026-03-01', '1772409500'], [3]],
    ['of two lengths', ['1772409500', '1772409500000'], [2, 3]],
    ['that may be day, month, year, hour and minute', ['1203261405', '1503260915'], [2, 3]],
    ['that may be year, month, day, hour and minute', ['1703121405', '1711300915'], [2, 3]],
  ])('%s are none, and their rows are refused', async (_, dates, lines) => {
    const { refused } = await importGood('orders', file(...dates), { currency: 'DKK' });
    expect(refused.map(({ line, reason }) => [line, reason.code])).toEqual(lines.map((line) => [line, 'not-a-date']));
  });

  test('call no order off', async () => {
    const text = 'Order,Customer,Date,Amount,Cancelled at\n1,K1,2026-03-01,5,1203261405\n2,K1,2026-03-01,5,\n';
    const { rows, refused } = await importGood('orders', text, { currency: 'DKK' });
    expect(refused).toMatchObject([{ line: 2, column: 'cancelled', reason: { code: 'not-a-date' } }]);
    expect(rows).toMatchObject([{ orderId: '2', status: 'completed' }]);
    const told = await importGood('orders', text.replace('1203261405', '1772409500'), { currency: 'DKK' });
    expect(told.rows).toMatchObject([{ status: 'cancelled' }, { status: 'completed' }]);
  });

  test('are no dates to whoever looks for the column that may be the date', async () => {
    const text = 'Kundenr;Bilag;Reference;Beløb\nK1;1000012345;1500000001;10,00\nK2;1000012346;1500000002;20,00\n';
    const refusal = await importFile('orders', text);
    expect(refusal).toMatchObject({ code: 'columns', missing: ['date'], likely: [] });
    const told = await importFile('orders', text.replace('Reference', 'Solgt dato og tid'));
    expect(told).not.toMatchObject({ likely: [] });
  });
});
