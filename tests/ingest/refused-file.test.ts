import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refusedFileLine, refusedFileStart } from '../../src/ingest/refused-file.ts';
import { type Imported, importGood } from './files.ts';

const dkk = { currency: 'DKK' };

function refusedFile<R>({ plan, refused }: Imported<R>): string {
  return refusedFileStart(plan) + refused.map((row) => refusedFileLine(plan, row, `why: ${row.reason.code}`)).join('');
}

describe('the file of refused rows', () => {
  it('has the columns and the delimiter of the original, and why at the end', async () => {
    const result = await importGood(
      'orders',
      'Kunde;Vare;Dato;Beløb\na;Kaffe;2026-03-01;5\nb;"Te; grøn";2026-02-30;5\nc;Kaffe;2026-03-01;12 stk\n',
      dkk,
    );
    expect(refusedFile(result)).toBe(
      '\ufeffKunde;Vare;Dato;Beløb;refused\r\nb;"Te; grøn";2026-02-30;5;why: no-such-day\r\nc;Kaffe;2026-03-01;12 stk;why: not-a-number\r\n',
    );
  });

  it('is read again once it is mended, whatever is left of the reasons', async () => {
    const result = await importGood(
      'orders',
      'Kunde;Vare;Dato;Beløb\nb;"Te; grøn";2026-02-30;5\nc;Kaffe;2026-03-01;12 stk\nd;;x;1\n',
      dkk,
    );
    const mended = refusedFile(result)
      .replace('2026-02-30', '2026-02-28')
      .replace('12 stk;why: not-a-number', '12')
      .replace('x;1;why: not-a-date', '2026-03-02;1;');
    const again = await importGood('orders', mended, dkk);
    expect(again.refused).toEqual([]);
    expect(again.rows.map(({ customer, amountMinor }) => [customer, amountMinor])).toEqual([
      ['b', 500],
      ['c', 1200],
      ['d', 100],
    ]);
    expect(again.plan.columns).toMatchObject({ mended: true, ignored: ['Vare'] });
  });

  it('comes back with one column of reasons when it is refused once more', async () => {
    const first = await importGood('orders', 'Kunde;Dato;Beløb\nb;x;5\nc;x\nd;x;5;6\n"e;x;5\n', dkk);
    const second = await importGood('orders', refusedFile(first), dkk);
    expect(second.refused.map(({ line }) => line)).toEqual([2, 3, 4, 5]);
    const third = await importGood('orders', refusedFile(second), dkk);
    expect(refusedFile(third)).toBe(refusedFile(second));
    expect(refusedFile(second).split('\r\n')[0]).toBe('\ufeffKunde;Dato;Beløb;refused');
  });

  it('keeps every cell of a row with too few, too many or broken ones', async () => {
    const result = await importGood('orders', 'Kunde;Dato;Beløb\nc;x\nd;2026-03-01;5;6\n"e;x;5\n', dkk);
    expect(refusedFile(result).split('\r\n').slice(1, 4)).toEqual([
      'c;x;;why: not-a-date',
      'd;2026-03-01;"5;6";why: cell-count',
      '"""e;x;5";;;why: broken-quotes',
    ]);
  });

  it('of a file without a header has one, so that it needs no columns; they may be given all the same', async () => {
    const options = { ...dkk, columns: ['', 'customer', 'date', '', 'amount'] };
    const result = await importGood(
      'orders',
      ' 00004 0001 19970101  2   29.33\n 00004 0001 19970231  2   29.73\n',
      options,
    );
    const file = refusedFile(result);
    expect(file).toBe(
      '\ufeffcolumn 1;customer;date;column 4;amount;refused\r\n00004;0001;19970231;2;29.73;why: no-such-day\r\n',
    );
    const mended = file.replace('19970231', '19970228');
    const plain = await importGood('orders', mended, dkk);
    const given = await importGood('orders', mended, options);
    expect(plain.rows).toMatchObject([{ customer: '0001', amountMinor: 2973 }]);
    expect(given.rows).toEqual(plain.rows);
  });

  it('lets no spreadsheet run a cell as a formula, and gives the cell back as it was', async () => {
    const formulas = ['=cmd()', '+1+1', '-2+3', '@SUM(A1)', "'=x", '\t=x'];
    const file = `customer,date,kind,comment\n${formulas.map((text) => `a,soon,remark,"${text}"\n`).join('')}`;
    const result = await importGood('feedback', file);
    const written = refusedFile(result);
    for (const line of written.split('\r\n').slice(1, -1)) expect(line.split(',')[3]).toMatch(/^"?'/);
    const again = await importGood('feedback', written.replaceAll('soon', '2026-03-01'));
    expect(again.rows.map(({ comment }) => comment)).toEqual(formulas.map((text) => text.trim()));
    const amounts = await importGood('orders', 'customer,date,amount\na,soon,-12.50\n', dkk);
    expect(refusedFile(amounts)).toContain('a,soon,-12.50,');
  });

  it('gives back any cell of any row as it was', async () => {
    const unit = fc.constantFrom(
      'a',
      'ø',
      '"',
      ';',
      ',',
      '|',
      '\t',
      ' ',
      '\n',
      '\r',
      "'",
      '=',
      '+',
      '-',
      '@',
      '1',
      '\u0000',
      '😀',
    );
    const cells = fc.tuple(fc.string({ unit, maxLength: 8 }), fc.string({ unit, maxLength: 8 }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(cells, { minLength: 1, maxLength: 10 }),
        fc.constantFrom(';', ',', '\t', '|'),
        async (table, delimiter) => {
          const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
          const rows = table.map(([note, extra]) => ['c', 'soon', '5', note, extra].map(quote).join(delimiter));
          const original = `${['customer', 'date', 'amount', 'note', 'extra'].join(delimiter)}\n${rows.join('\n')}\n`;
          const first = await importGood('orders', original, dkk);
          expect(first.refused.map(({ cells: [, , , ...rest] }) => rest)).toEqual(table);
          const second = await importGood('orders', refusedFile(first), dkk);
          expect(second.refused.map(({ cells: [, , , note, extra] }) => [note, extra])).toEqual(table);
        },
      ),
    );
  });
});
