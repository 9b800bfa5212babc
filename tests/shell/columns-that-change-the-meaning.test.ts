import { describe, expect, test } from 'vitest';
import { databaseKinds } from '../support/database.ts';
import { file } from './support.ts';
import { useTerminal } from './terminal.ts';

describe.each(databaseKinds)('what stands beside an amount, a score or a number, on $name', (kind) => {
  const terminal = useTerminal(kind);

  /** What an import said, and its exit code. */
  const bring = async (what: string, lines: readonly string[], ...options: string[]) => {
    const { code, out, err } = await terminal.ask(['import', what, file(`${lines.join('\n')}\n`), ...options]);
    return { code, said: out + err };
  };
  const orders = async () =>
    (
      await terminal.rowsOf<{ number: string; amount: number; currency: string; status: string }>(
        'SELECT external_id AS number, amount_minor::int AS amount, currency, status FROM orders ORDER BY external_id',
      )
    ).map(({ number, amount, currency, status }) => `${number}: ${amount / 100} ${currency} ${status}`);
  const customers = async () =>
    (await terminal.rowsOf<{ id: string }>('SELECT external_id AS id FROM customers ORDER BY external_id')).map(
      ({ id }) => id,
    );
  const answers = () =>
    terminal.rowsOf<{ score: number; comment: string }>('SELECT score, comment FROM answers ORDER BY score');

  describe('a scale', () => {
    test.each([
      ['CSAT (max 10)', '--scale 1-10'],
      ['CSAT (/10)', '--scale 1-10'],
      ['Tilfredshed (ud af 10)', '--scale 1-10'],
      ['CSAT (7-point)', '--scale 1-7'],
      ['Tilfredshet fra 1 til 7', '--scale 1-7'],
      ['CSAT out of 7', '--scale 1-7'],
      ['Star rating (out of 10)', 'write the scores on 1–5'],
      ['NPS (-100 to 100)', 'write the scores on 0–10'],
    ])('that the header names by its end or in words is another one: %s', async (header, next) => {
      const { code, said } = await bring('feedback', [`customer,date,${header}`, 'a,2026-03-20,4', 'b,2026-03-20,5']);
      expect(code).toBe(1);
      expect(said).toContain(`The column “${header}” names another scale`);
      expect(said).toContain(next);
      expect(await answers()).toEqual([]);
    });
    test.each(['NPS (out of 10)', 'NPS (/10)', 'CSAT (max 5)', 'CSAT, 5-point'])(
      'that is the kind’s own changes nothing: %s',
      async (header) => {
        const cell = header.includes(',') ? `"${header}"` : header;
        expect(await bring('feedback', [`customer,date,${cell}`, 'a,2026-03-20,4'])).toMatchObject({ code: 0 });
      },
    );
    test('that a line above the header names is another one, too', async () => {
      const { said } = await bring('feedback', ['Scale: 1 to 10', 'customer,date,CSAT', 'a,2026-03-20,4']);
      expect(said).toContain('“Scale: 1 to 10” names another scale than 1–5');
    });
    test('is doubted where nobody of many is satisfied', async () => {
      const rows = Array.from({ length: 12 }, (_, i) => `c${i},2026-03-20,${1 + (i % 3)}`);
      const { said } = await bring('feedback', ['customer,date,CSAT', ...rows]);
      expect(said).toContain('All scores lie within 1–3: were they given on a shorter scale?');
    });
  });

  test('times are of the zone that a line above the header names', async () => {
    await bring('orders', ['All times in UTC', 'order,customer,date,amount', '1,a,2026-06-30 23:00,100']);
    expect(await terminal.rowsOf('SELECT day::text FROM orders')).toEqual([{ day: '2026-07-01' }]);
  });

  test.each(['order_currency', 'Payment currency', 'Ordrevaluta'])('amounts are in the %s', async (header) => {
    await bring('rates', ['currency,date,rate', 'EUR,2026-01-01,7.46']);
    await bring('orders', [`order,customer,date,amount,${header}`, '1,a,2026-03-20,100,EUR']);
    expect(await orders()).toEqual(['1: 100 EUR completed']);
  });

  describe('a mark', () => {
    test.each(['Is credit note', 'Kreditnota', 'Storno', 'Is draft', 'Cancel reason', 'Kanselleringsårsak'])(
      'that makes no sale of an order refuses it: %s',
      async (header) => {
        const { said } = await bring('orders', [`order,customer,date,amount,${header}`, '1,a,2026-03-20,100,Yes']);
        expect(said).toContain(`“${header}” is “Yes”`);
        expect(await orders()).toEqual([]);
      },
    );
    test('may count what came back', async () => {
      await bring('orders', ['order,customer,date,amount,Returned', '1,a,2026-03-20,100,2', '2,a,2026-03-20,50,0']);
      expect(await orders()).toEqual(['2: 50 DKK completed']);
    });
    test('that an order was voided calls it off', async () => {
      await bring('orders', [
        'order,customer,date,amount,Voided',
        '1,a,2026-03-20,100,TRUE',
        '2,a,2026-03-20,50,FALSE',
      ]);
      expect(await orders()).toEqual(['1: 100 DKK cancelled', '2: 50 DKK completed']);
    });
  });

  describe('a kind of entry', () => {
    test.each([
      ['Type', 'Quote'],
      ['Type', 'Proforma'],
      ['Bilagstype', 'Leverandørfaktura'],
      ['Kind', 'authorization'],
      ['D/C', 'C'],
      ['Kind', 'refund'],
    ])('that is no sale refuses its row: %s %s', async (header, entry) => {
      await bring('orders', [`order,customer,date,amount,${header}`, `1,a,2026-03-20,100,${entry}`]);
      expect(await orders()).toEqual([]);
    });
    test('of one letter says which side it is on below D/C alone', async () => {
      await bring('orders', ['order,customer,date,amount,Type', '1,a,2026-03-20,100,K']);
      expect(await orders()).toEqual(['1: 100 DKK completed']);
    });
    test('that is a payment is no sale beside invoices, and is one alone', async () => {
      const header = 'Bilag;Kunde;Dato;Beløp;Dokumenttype';
      await bring('orders', [header, '1;a;20.03.2026;250;Faktura', '2;a;21.03.2026;150;Betaling']);
      expect(await orders()).toEqual(['1: 250 DKK completed']);
      await bring('orders', [header, '3;a;22.03.2026;150;Betaling']);
      expect(await orders()).toEqual(['1: 250 DKK completed', '3: 150 DKK completed']);
    });
  });

  describe('a row that sums up others', () => {
    test.each([
      'Sum alle kunder',
      'All customers',
      'Subtotal a',
      'Total (2)',
      'Total DKK',
      'Gennemsnit',
      'Samlet omsætning',
    ])('is no order: %s', async (name) => {
      const { said } = await bring('orders', ['customer,date,amount', 'a,2026-03-20,100', `${name},2026-03-20,100`]);
      expect(said).toContain(`“${name}”: this row sums up others`);
      expect(await customers()).toEqual(['a']);
    });
    test.each(['Total Energi A/S', 'Sum Design', 'Sumo Sushi', 'Alto', 'Samlerhuset'])(
      'is not meant by a name: %s',
      async (name) => {
        await bring('orders', ['customer,date,amount', `${name},2026-03-20,100`]);
        expect(await customers()).toEqual([name]);
      },
    );
    test('is no answer, no customer and nothing that was spent', async () => {
      await bring('feedback', ['customer,date,NPS', 'Total,2026-03-20,9']);
      await bring('customers', ['customer,name', 'I alt,3']);
      await bring('spend', ['date,source,amount', '2026-03-20,Google,100', '2026-03-20,Total,100']);
      expect(await customers()).toEqual([]);
      expect(await terminal.rowsOf('SELECT source FROM acquisition_spend')).toEqual([{ source: 'Google' }]);
    });
  });

  describe('a customer', () => {
    test('is the same by an address in angle brackets and behind mailto', async () => {
      const header = 'order,customer,date,amount';
      await bring('orders', [
        header,
        '1,anna@x.dk,2026-03-20,1',
        '2,<Anna@x.dk>,2026-03-21,1',
        '3,mailto:anna@x.dk,2026-03-22,1',
      ]);
      expect(await customers()).toEqual(['anna@x.dk']);
    });
    test('is not named by numbers of which a spreadsheet has written zeros for the last digits', async () => {
      const rows = ['1,1234567890123450000,2026-03-20,1', '2,1234567890123450000,2026-03-21,1'];
      const { said } = await bring('orders', ['order,customer,date,amount', ...rows]);
      expect(said).toContain('the spreadsheet has dropped digits of this number');
      expect(await customers()).toEqual([]);
    });
    test('may have a long number that ends in a zero', async () => {
      const rows = ['1,12345678901234560,2026-03-20,1', '2,12345678901234561,2026-03-21,1'];
      expect(await bring('orders', ['order,customer,date,amount', ...rows])).toMatchObject({ code: 0 });
    });
    test.each(['Butikskunde', 'POS', 'Uten kunde', 'Anonymous Guest'])(
      'is nobody where a till names none, and what to write is said: %s',
      async (name) => {
        const { said } = await bring('orders', ['order,customer,date,amount', `1,${name},2026-03-20,1`]);
        expect(said).toContain(`“${name}” stands for nobody. Write the customer’s number or e-mail address`);
      },
    );
  });

  describe('the number of an answer', () => {
    test.each(['ID', 'Response #', 'Entry ID', 'Token', 'Survey Response ID'])(
      'is read where somebody is named beside it: %s',
      async (header) => {
        const lines = (score: number, comment: string) => [
          `${header},Person Email,Created At,Score,Comment`,
          `101,a@x.dk,2026-03-20 10:00,${score},${comment}`,
        ];
        await bring('feedback', lines(3, 'Bad'), '--kind', 'nps');
        await bring('feedback', lines(4, 'Bad after all'), '--kind', 'nps');
        expect(await answers()).toEqual([{ score: 4, comment: 'Bad after all' }]);
      },
    );
  });

  test('a number that may be the customer’s is another answer on another day, in one file and in the next', async () => {
    const header = 'id,email,date,NPS';
    await bring('feedback', [header, '7,a@x.dk,2026-03-15,9', '7,a@x.dk,2026-04-15,3']);
    await bring('feedback', [header, '7,a@x.dk,2026-05-15,5', '7,a@x.dk,2026-04-15,4']);
    expect(await terminal.rowsOf('SELECT score FROM answers ORDER BY score')).toEqual([
      { score: 4 },
      { score: 5 },
      { score: 9 },
    ]);
  });

  test('nobody is a customer since a day that is still to come', async () => {
    const { code, said } = await bring('customers', ['customer,since', '1,2062-01-01', '2,2026-01-01']);
    expect(code).toBe(0);
    expect(said).toContain('Customer since: 1 left out, the first in line 2. This day is still to come.');
    expect(
      await terminal.rowsOf('SELECT external_id AS id, since_day::text AS day FROM customers ORDER BY id'),
    ).toEqual([
      { id: '1', day: null },
      { id: '2', day: '2026-01-01' },
    ]);
  });

  test.each(['Revenue €', '€ Revenue', 'Amount€', 'EUR Revenue', 'EUR amount'])(
    'amounts are in the currency of a sign or code without brackets: %s',
    async (header) => {
      await bring('rates', ['currency,date,rate', 'EUR,2026-01-01,7.46']);
      await bring('orders', [`order,customer,date,${header}`, '1,a,2026-03-20,100']);
      expect(await orders()).toEqual(['1: 100 EUR completed']);
    },
  );

  test('a sign of several currencies is asked about once, and not in every row', async () => {
    const lines = ['order,customer,date,Revenue ($)', '1,a,2026-03-20,12.50', '2,a,2026-03-21,12.50'];
    const { said } = await bring('orders', lines);
    expect(said).toContain('“Revenue ($)”: $ can be several currencies. Write the code there, as in “Revenue (USD)”');
    const before = await bring('orders', ['order,customer,date,$ Revenue', '1,a,2026-03-20,12.50']);
    expect(before.said).toContain('as in “Revenue (USD)”');
    await bring('rates', ['currency,date,rate', 'USD,2026-01-01,6.90']);
    await bring('orders', lines, '--currency', 'USD');
    expect(await orders()).toEqual(['1: 12.5 USD completed', '2: 12.5 USD completed']);
  });

  test('a person beside a company is found by either', async () => {
    await bring('customers', [
      'customer,first name,surname,company',
      '1,Anna,Holm,Nordlys A/S',
      '2,,,Bo A/S',
      '3,Cy,,',
    ]);
    expect(await terminal.rowsOf('SELECT name FROM customers ORDER BY external_id')).toEqual([
      { name: 'Anna Holm, Nordlys A/S' },
      { name: 'Bo A/S' },
      { name: 'Cy' },
    ]);
  });

  test('a rate and what is to be spent are not told for years ahead', async () => {
    const { said } = await bring('rates', ['currency,date,rate', 'EUR,2126-01-01,7.46']);
    expect(said).toContain('“2126-01-01” is more than 366 days ahead. Check the year.');
    expect((await bring('spend', ['date,source,amount', '2126-01-01,Google,5'])).said).toContain('Check the year');
  });

  test('names that stand further down than they are looked for are asked for', async () => {
    const titles = Array.from({ length: 22 }, (_, i) => `Linje ${i};;;`);
    const { said } = await bring('orders', [...titles, 'Ordre;Kunde;Dato;Beløb', '1;a;20-03-2026;10']);
    expect(said).toContain('say how many lines are above them: --skip 30');
    expect(said).not.toContain('looks like');
  });

  test('a question of a survey looks like a score by its answers with words', async () => {
    const lines = ['customer,date,How likely are you to recommend us?', 'a,2026-03-20,10 - Extremely likely'];
    expect((await bring('feedback', lines, '--kind', 'nps')).said).toContain('--columns "customer,date,score"');
  });

  test('a number that a file gives to somebody else is told, and taken back with the import', async () => {
    const header = 'customer,name,email';
    await bring('customers', [header, '1,Anna,anna@x.dk', '2,Cy,cy@x.dk']);
    const { said } = await bring('customers', [header, '1,Bo,bo@x.dk', '2,Cy Holm,cy@x.dk']);
    expect(said).toContain('Known customers with another name and another e-mail address now: 1; the first is 1.');
    const [last] = await terminal.rowsOf<{ id: number }>('SELECT max(id) AS id FROM imports');
    await terminal.ask(['import', '--undo', String(last?.id)]);
    expect(await terminal.rowsOf('SELECT name FROM customers ORDER BY external_id')).toEqual([
      { name: 'Anna' },
      { name: 'Cy' },
    ]);
    const twice = await bring('customers', [header, '7,Anna,anna@y.dk', '7,Bo,bo@y.dk']);
    expect(twice.said).toContain('address now: 1; the first is 7.');
  });
});
