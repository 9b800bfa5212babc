import { describe, expect, it } from 'vitest';
import { importFile, importGood } from './files.ts';

const rows = 'Ordrenr;Kundenr;Dato;Beløb\n1;K1;01.03.2026;10,00\n';

async function read(text: string, options = {}) {
  const { plan, rows: orders, refused } = await importGood('orders', text, { currency: 'DKK', ...options });
  return { linesAbove: plan.linesAbove, headerLine: plan.headerLine, notes: plan.notes, orders, refused };
}

describe('a header is found below', () => {
  it.each([
    ['titles of one cell', 'Salgsordrer pr. kunde\nPeriode: 01.03.2026 - 31.03.2026\n\n', 3],
    ['titles filled up with separators', 'Salgsordrer pr. kunde;;;\nPeriode: 01.03.2026 - 31.03.2026;;;\n;;;\n', 3],
    ['what was asked for', 'Firma;Nordlys Kaffe\nDato;05.04.2026\nValuta;DKK\n', 3],
    ['titles with the separators of another file', 'Rapport, marts 2026, alle kunder, DKK\n', 1],
    ['nineteen lines', 'Salg\n'.repeat(19), 19],
    ['a title that goes over two lines', '"Salgsordrer\npr. kunde"\n', 2],
    ['blank lines', '\n\n\n', 3],
  ])('%s', async (_, above, lines) => {
    expect(await read(above + rows)).toMatchObject({
      linesAbove: lines,
      headerLine: lines + 1,
      orders: [{ orderId: '1', amountMinor: 1000 }],
      refused: [],
    });
  });

  it('and what stands above is told', async () => {
    const { notes } = await read(`Salgsordrer pr. kunde\nPeriode: 01.03.2026 - 31.03.2026\n\n${rows}`);
    expect(notes).toEqual([
      { code: 'above-header', lines: 3, titles: ['Salgsordrer pr. kunde', 'Periode: 01.03.2026 - 31.03.2026'] },
    ]);
  });

  it('and not where words of data could be headers', async () => {
    const feedback = 'date,kind,comment\n2026-03-01,remark,text\n2026-03-02,remark,comment\n';
    expect((await importGood('feedback', feedback)).rows).toHaveLength(2);
  });

  it('but not below the first 20 lines, where --skip says it', async () => {
    const deep = 'Salg\n'.repeat(30) + rows;
    expect(await importFile('orders', deep)).toMatchObject({ code: expect.any(String) });
    expect(await read(deep, { skip: 30 })).toMatchObject({ headerLine: 31, orders: [{ orderId: '1' }] });
  });

  it('and --skip is taken at its word', async () => {
    expect(await importFile('orders', `Salg\n${rows}`, { skip: 0 })).toMatchObject({ code: expect.any(String) });
  });

  it('and given names hold for a file with titles and without header', async () => {
    const { orders } = await read('Salgsordrer pr. kunde\n1;K1;01.03.2026;10,00\n', {
      columns: ['order', 'customer', 'date', 'amount'],
    });
    expect(orders).toMatchObject([{ orderId: '1' }]);
  });

  it('whose names are unknown, and the refusal names them and not the title', async () => {
    const refusal = await importFile('orders', 'Salg i marts\n\nFoo;Bar;Baz\na;b;c\n');
    expect(refusal).toMatchObject({ found: ['Foo', 'Bar', 'Baz'] });
  });
});

describe("Excel's line that names the separator", () => {
  it.each(['sep=;', '"sep=;"', 'sep=;;;;', '"sep=;";;;', 'SEP=;', 'sep=,'])('%s is none of the file', async (line) => {
    expect(await read(`${line}\n${rows}`)).toMatchObject({ notes: [], orders: [{ orderId: '1' }], refused: [] });
  });

  it('counts before what the rows look like', async () => {
    const { orders } = await read('sep=|\ncustomer|date|amount\nA,B|2026-03-01|5\nC,D|2026-03-02|5\n');
    expect(orders).toMatchObject([{ customer: 'A,B' }, { customer: 'C,D' }]);
  });
});

describe('what a title says of the amounts', () => {
  it('is their currency, where nothing else says it', async () => {
    const { orders } = await read(`Salg i marts\nValuta: EUR\n${rows}`);
    expect(orders).toMatchObject([{ currency: 'EUR', amountMinor: 1000 }]);
  });

  it.each(['Beløb i tkr.', 'Omsætning i 1.000 kr.', 'All amounts in thousands', 'Alle beløb er i øre'])(
    '%s: is refused where the header does not say it',
    async (title) => {
      expect(await importFile('orders', `${title}\n${rows}`)).toMatchObject({ code: 'unknown-bracket', header: title });
      const said = rows.replace('Beløb', 'Beløb (tkr.)');
      expect((await read(`${title}\n${said}`)).orders).toMatchObject([{ amountMinor: 1_000_000 }]);
    },
  );
});
