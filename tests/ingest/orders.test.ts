import { describe, expect, it } from 'vitest';
import { toIsoDay } from '../../src/ingest/dates.ts';
import { importFile, importGood } from './files.ts';

/** The rows of a file in short, and the reasons of its refused ones. */
async function orders(content: string, options: Parameters<typeof importGood>[2] = { currency: 'DKK' }) {
  const { rows, refused } = await importGood('orders', content, options);
  return {
    rows: rows.map(({ orderId: order, customer, day, amountMinor, currency, status }) =>
      [order.replace(/^content:.*/, '-'), customer, toIsoDay(day), amountMinor, currency, status].join(' '),
    ),
    refused: refused.map(({ line, column, value, reason }) => ({ line, column, value, ...reason })),
  };
}

const header = 'order;customer;date;amount;currency;status\n';

describe('orders', () => {
  it('come in as Danish, Norwegian and English systems write them', async () => {
    const day = ' 2026-03-01 123450 ';
    expect(
      await orders('Ordrenr.;Kundenr.;Ordredato;Beløb;Valuta;Status\r\n7;K1;01.03.2026;1.234,50;DKK;Gennemført\r\n'),
    ).toEqual({
      rows: [`7 K1${day}DKK completed`],
      refused: [],
    });
    expect(
      await orders(
        'Ordrenummer\tKundenummer\tDato\tBeløp\tValuta\tStatus\n7\tK1\t1.3.2026\t1\u00a0234,50\tnok\tKansellert\n',
      ),
    ).toEqual({
      rows: [`7 K1${day}NOK cancelled`],
      refused: [],
    });
    expect(
      await orders('Order ID,Customer ID,Date,Amount,Currency,Status\n7,K1,2026-03-01,"1,234.50",GBP,Paid\n'),
    ).toEqual({
      rows: [`7 K1${day}GBP completed`],
      refused: [],
    });
    expect(await orders('sep=|\ndate|customer|amount\n20260301|K1|1234.5\n')).toEqual({
      rows: [`- K1${day}DKK completed`],
      refused: [],
    });
  });

  it('of nothing and of less are kept: a free one, a refund', async () => {
    const { rows, refused } = await orders(
      `${header}1;a;2026-03-01;0,00;DKK;\n2;a;2026-03-01;-12,50;DKK;refunderet\n3;a;2026-03-01;12,50;DKK;refunderet\n`,
    );
    expect(rows).toEqual(['1 a 2026-03-01 0 DKK completed', '2 a 2026-03-01 -1250 DKK completed']);
    expect(refused).toEqual([{ line: 4, column: 'status', value: 'refunderet', code: 'status-refunded' }]);
  });

  it('have the minor units of their currency, and are rounded only where somebody says so', async () => {
    const { rows, refused } = await orders(
      `${header}1;a;2026-03-01;1500;JPY;\n2;a;2026-03-01;1,5;KWD;\n3;a;2026-03-01;1500,5;JPY;\n4;a;2026-03-01;1,2345;DKK;\n5;a;2026-03-01;1,5000;DKK;\n6;a;2026-03-01;99999999999999;DKK;\n7;a;2026-03-01;999999999999999;DKK;\n`,
      { currency: 'DKK', decimals: 'refuse' },
    );
    expect(rows.map((row) => row.split(' ').slice(3, 5).join(' '))).toEqual(['1500 JPY', '1500 KWD', '150 DKK']);
    expect(refused.map(({ line, code }) => [line, code])).toEqual([
      [4, 'too-many-decimals'],
      [5, 'too-many-decimals'],
      [7, 'amount-too-large'],
      [8, 'amount-too-large'],
    ]);
    expect(refused[0]).toMatchObject({ currency: 'JPY', digits: 0, value: '1500,5' });
  });

  it('are refused with line, column and reason, and the rest comes in', async () => {
    const { rows, refused } = await orders(
      [
        'order,customer,date,amount,currency,status',
        '1,,2026-03-01,5,DKK,',
        '2,a,,5,DKK,',
        '3,a,2026-02-30,5,DKK,',
        '4,a,2026-03-01,,DKK,',
        '5,a,2026-03-01,five,DKK,',
        '6,a,2026-03-01,5,XXZ,',
        '7,a,2026-03-01,5,DKK,pending',
        '9,a,2026-03-01,5,DKK,,extra',
        '"10",a,"2026-03-01',
        '11,a,2026-03-01,5,DKK,',
        `12,${'x'.repeat(201)},2026-03-01,5,DKK,`,
        '13,a\u0000b,2026-03-01,5,DKK,',
        '',
        ',,,,,',
        '14,a,2026-03-01,5,DKK,,,',
        '',
      ].join('\n'),
    );
    expect(rows).toEqual(['11 a 2026-03-01 500 DKK completed', '14 a 2026-03-01 500 DKK completed']);
    expect(refused.map(({ line, column, code }) => [line, column, code])).toEqual([
      [2, 'customer', 'missing'],
      [3, 'date', 'missing'],
      [4, 'date', 'no-such-day'],
      [5, 'amount', 'missing'],
      [6, 'amount', 'not-a-number'],
      [7, 'currency', 'unknown-currency'],
      [8, 'status', 'status-open'],
      [9, null, 'cell-count'],
      [10, null, 'broken-quotes'],
      [12, 'customer', 'too-long'],
      [13, 'customer', 'control-character'],
    ]);
    expect(refused[2]?.value).toBe('2026-02-30');
  });

  it('keep their ids as they are: leading zeros, inner blanks, a spreadsheet\'s ="007"', async () => {
    const { rows } = await orders(`${header}007; K 1 ;2026-03-01;5;;\n"=""008""";é;2026-03-01;5;;\n`);
    expect(rows).toEqual(['007 K 1 2026-03-01 500 DKK completed', '008 é 2026-03-01 500 DKK completed']);
    const composed = await orders(`${header}1;${'é'.normalize('NFD')};2026-03-01;5;;\n`);
    expect(composed.rows[0]).toContain('é'.normalize('NFC'));
  });

  it.each([
    ['completed', 'Completed PAID gennemført gjennomført fuldført fullført Betalt afsluttet leveret levert sendt OK'],
    ['cancelled', 'cancelled CANCELED annulleret kansellert Kanselleret afbestilt avbestilt void failed'],
  ])('are %s when a file says so in any of the languages', async (status, words) => {
    const lines = words.split(' ').map((word, i) => `${i};a;2026-03-01;5;;${word}\n`);
    const { rows, refused } = await orders(header + lines.join(''));
    expect(refused).toEqual([]);
    expect(rows.every((row) => row.endsWith(status))).toBe(true);
  });
});

describe("an order's currency", () => {
  it('comes from the column, the header, the amount or the default', async () => {
    const { rows, refused } = await orders(
      'customer;date;Beløb (NOK)\na;2026-03-01;5,50\na;2026-03-01;kr 5,50\na;2026-03-01;€ 5,50\n',
    );
    expect(rows.map((row) => row.split(' ')[4])).toEqual(['NOK', 'NOK']);
    expect(refused).toEqual([
      { line: 4, column: 'amount', value: '€ 5,50', code: 'currency-differs', written: 'EUR', expected: 'NOK' },
    ]);
    const signs = await orders(
      'customer;date;amount\na;2026-03-01;€5,50\na;2026-03-01;5,50 SEK\na;2026-03-01;5,50\na;2026-03-01;5,50 kr.\n',
    );
    expect(signs.rows.map((row) => row.split(' ')[4])).toEqual(['EUR', 'SEK', 'DKK', 'DKK']);
  });

  it('is asked for where "kr" or "$" could be several, and never taken for the default', async () => {
    const file = 'customer;date;amount\na;2026-03-01;kr 5,50\na;2026-03-01;$ 5,50\na;2026-03-01;5 stk\n';
    const { rows, refused } = await orders(file, { currency: 'EUR' });
    expect(rows).toEqual([]);
    expect(refused.map(({ code }) => code)).toEqual(['currency-unclear', 'currency-unclear', 'not-a-number']);
    expect(
      await importFile('orders', 'customer;date;Beløb i kr.\na;2026-03-01;5\n', { currency: 'EUR' }),
    ).toMatchObject({ code: 'unclear-currency', header: 'Beløb i kr.', sign: 'kr.' });
    expect((await orders('customer;date;amount\na;2026-03-01;5\n', {})).refused[0]?.code).toBe('currency-missing');
  });
});

describe('an order without an id', () => {
  const file = 'customer,date,amount\na,2026-03-01,5\na,2026-03-01,5\nb,2026-03-01,5\na,2026-03-01,5.00\n';

  it('is known by its content and the count of it in the file', async () => {
    const { rows } = await importGood('orders', file, { currency: 'DKK' });
    expect(rows.map(({ orderId }) => orderId)).toEqual([
      'content:51e36e38b8746152:1',
      'content:51e36e38b8746152:2',
      'content:e2208ab00198e8f1:1',
      'content:51e36e38b8746152:3',
    ]);
  });

  it('keeps its key when file, default currency, time zone or status are written otherwise', async () => {
    const { rows } = await importGood('orders', file, { currency: 'DKK' });
    const other = await importGood(
      'orders',
      'Status;Beløb;Dato;Kunde\npaid;5,00;01.03.2026;a\ncancelled;5,0;20260301;a\n;5;1/3-2026;b\n;5,-;2026-03-01;a\n',
      { currency: 'EUR' },
    );
    expect(other.rows.map(({ orderId }) => orderId)).toEqual(rows.map(({ orderId }) => orderId));
  });

  it('differs from every other by customer, day, time, amount and currency', async () => {
    const { rows } = await importGood(
      'orders',
      'customer;date;amount;currency\na;2026-03-01;5;\nb;2026-03-01;5;\na;2026-03-02;5;\na;2026-03-01 10:00;5;\na;2026-03-01T10:00Z;5;\na;2026-03-01;-5;\na;2026-03-01;5;SEK\n',
      { currency: 'DKK' },
    );
    expect(new Set(rows.map(({ orderId }) => orderId)).size).toBe(7);
    expect(rows.every(({ orderId }) => orderId.endsWith(':1'))).toBe(true);
  });
});

describe('statuses', () => {
  it.each([
    ['WooCommerce', 'Processing wc-completed completed', 'cancelled failed trash'],
    ['Magento', 'complete processing', 'canceled'],
    [
      'PrestaShop',
      'Payment_accepted Processing_in_progress Shipped Delivered Remote_payment_accepted',
      'Canceled Payment_error',
    ],
    ['Stripe', 'Paid succeeded', 'Failed canceled'],
    ['PayPal', 'Completed Cleared', 'Denied Expired Voided'],
    ['Dinero', 'Bogført Betalt Overbetalt Forfalden Booked OverPaid Overdue', 'Annulleret'],
    ['e-conomic', 'Bogført Betalt Ikke_forfalden', 'Slettet'],
    ['Tripletex', 'Betalt Fakturert Forfalt INVOICED', 'Kansellert CANCELLED'],
    ['Visma', 'Paid Overdue Completed Invoiced', 'Voided Rejected'],
  ])('of %s are understood', async (_, completed, cancelled) => {
    const words = [...completed.split(' '), ...cancelled.split(' ')];
    const lines = words.map((word, i) => `${i + 1};a;2026-03-01;5;DKK;${word.replaceAll('_', ' ')}\n`);
    const { rows, refused } = await importGood('orders', header + lines.join(''));
    expect(refused).toEqual([]);
    const count = completed.split(' ').length;
    expect(rows.map(({ status }) => status)).toEqual(words.map((__, i) => (i < count ? 'completed' : 'cancelled')));
  });

  it.each([
    ['Pending payment', 'status-open'],
    ['On hold', 'status-open'],
    ['Awaiting check payment', 'status-open'],
    ['Kladde', 'status-open'],
    ['Uncaptured', 'status-open'],
    ['Delvist betalt', 'status-partly'],
    ['Delvis betalt', 'status-partly'],
    ['Partially refunded', 'status-partly'],
    ['partially_paid', 'status-partly'],
    ['Refunded', 'status-refunded'],
    ['Kreditert', 'status-refunded'],
    ['Closed', 'status-unclear'],
    ['CA', 'unknown-status'],
  ])('that leave open what counts are refused by name: %s', async (word, code) => {
    const { refused } = await orders(`${header}1;a;2026-03-01;5;DKK;${word}\n`);
    expect(refused).toMatchObject([{ column: 'status', value: word, code }]);
  });
});

describe('cells as programs leave them', () => {
  it('may be missing at the end of a row, or of the header', async () => {
    const short = await orders(
      'Ordrenr;Kundenr;Dato;Beløb;Note\r\n1;K1;01.03.2026;10,00;haster\r\n2;K2;02.03.2026;20,00\r\n',
    );
    expect(short).toEqual({
      rows: ['1 K1 2026-03-01 1000 DKK completed', '2 K2 2026-03-02 2000 DKK completed'],
      refused: [],
    });
    const header = await orders('Ordrenr;Kundenr;Dato;Beløb;\n1;K1;01.03.2026;10,00\n');
    expect(header).toEqual({ rows: ['1 K1 2026-03-01 1000 DKK completed'], refused: [] });
    const { refused } = await orders('Ordrenr;Kundenr;Dato;Beløb\n1;K1;01.03.2026\n');
    expect(refused).toMatchObject([{ column: 'amount', code: 'missing' }]);
  });

  it('are the sums that computers make of decimals', async () => {
    const { rows } = await orders(
      'order,customer,date,amount\n1,K1,2026-03-01,19.990000000000002\n2,K2,2026-03-01,79.95999999999999\n' +
        '3,K3,2026-03-01,1234.5600000000013\n4,K3,2026-03-01,99.99999999999986\n5,K3,2026-03-01,-0.30000000000000004\n',
    );
    expect(rows.map((row) => row.split(' ')[3])).toEqual(['1999', '7996', '123456', '10000', '-30']);
  });

  it("have marks of direction, a mail program's date or a spreadsheet's formula", async () => {
    const { rows, refused } = await orders(
      'order,customer,date,amount\n1,K1,\u200e02.03.2026,10.00\n2,K2,"Mon, 02 Mar 2026 14:05:00 +0100",10.00\n' +
        '3,K3,mandag den 2. marts 2026,10.00\n4,K4,"=""2026-03-02""","=""10.00"""\n',
    );
    expect(refused).toEqual([]);
    expect(rows).toEqual([1, 2, 3, 4].map((i) => `${i} K${i} 2026-03-02 1000 DKK completed`));
  });
});

describe('numbers of customers', () => {
  it('are one in any spelling', async () => {
    const cells = ["'7001", '7001', ' 7001\u200b', '\u200e7001', '="7001"', 'Anna@Example.com', 'ANNA@example.COM '];
    const lines = cells.map((cell, i) => `${i + 1};"${cell.replaceAll('"', '""')}";2026-03-01;5\n`);
    const { rows, told } = await importGood('orders', `order;customer;date;amount\n${lines.join('')}`, {
      currency: 'DKK',
    });
    expect(rows.map(({ customer }) => customer)).toEqual([
      ...Array.from({ length: 5 }, () => '7001'),
      'anna@example.com',
      'anna@example.com',
    ]);
    expect(told).toEqual([2, 7, 8].map((line) => `${line} folded customer read-as`));
  });

  it('are whole where all of them are numbers and some have decimals that say nothing', async () => {
    const lines = (...ids: string[]) => ids.map((id, i) => `${i + 1};${id};2026-03-01;5\n`).join('');
    const all = await orders(`order;customer;date;amount\n${lines('1042', '1042.0', '7.0')}`);
    expect(all.rows.map((row) => row.split(' ')[1])).toEqual(['1042', '1042', '7']);
    const some = await orders(`order;customer;date;amount\n${lines('1042', '1042.0', 'K7')}`);
    expect(some.rows.map((row) => row.split(' ')[1])).toEqual(['1042', '1042.0', 'K7']);
  });

  it.each([
    ['0', 'nobody'],
    ['NULL', 'nobody'],
    ['nan', 'nobody'],
    ['-', 'nobody'],
    ['4,57E+11', 'id-lost'],
    ['4.57e+11', 'id-lost'],
  ])('are not %s, and nobody is made of it', async (id, code) => {
    const { rows, refused } = await orders(`order;customer;date;amount\n1;${id};2026-03-01;5\n2;K1;2026-03-01;5\n`);
    expect(rows).toHaveLength(1);
    expect(refused).toMatchObject([{ line: 2, column: 'customer', value: id, code }]);
  });
});

describe('rows that are no orders', () => {
  it('have no number where the others have one, or the name of a sum', async () => {
    const { rows, refused } = await orders(
      'Ordrenr;Kundenr;Dato;Beløb\r\n1;K1;01.03.2026;10,00\r\n2;K1;02.03.2026;10,00\r\n;K1;02.03.2026;20,00\r\n' +
        '3;I alt:;02.03.2026;20,00\r\nTotal;K1;02.03.2026;20,00\r\n',
    );
    expect(rows).toHaveLength(2);
    expect(refused.map(({ line, code }) => [line, code])).toEqual([
      [4, 'no-number'],
      [5, 'total-row'],
      [6, 'total-row'],
    ]);
  });

  it('are not those of a file in which few orders have a number', async () => {
    const { rows } = await orders(
      'Ordrenr;Kundenr;Dato;Beløb\n1;K1;01.03.2026;10\n;K1;02.03.2026;10\n;K2;02.03.2026;20\n',
    );
    expect(rows).toHaveLength(3);
  });
});
