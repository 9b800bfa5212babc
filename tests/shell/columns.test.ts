import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { databaseKinds } from '../support/database.ts';
import { type Ask, file, importing, json } from './support.ts';
import { openTerminal, type Terminal } from './terminal.ts';

// Headers as they are, from the file to the figures.
let terminal: Terminal;
const ask: Ask = (args) => terminal.ask(args);
beforeAll(async () => {
  terminal = await openTerminal(databaseKinds.at(-1));
});
beforeEach(() => terminal.empty());
afterAll(() => terminal.close());

describe('above the header', () => {
  const orders = 'Ordrenr;Kundenr;Dato;Beløb\n1;K1;01.03.2026;10,00\n';
  const oneOrder = { orders: 1, revenue: [{ currency: 'DKK', amountMinor: 1000 }] };

  test('titles are not read, and told', async () => {
    const path = file(`Salgsordrer pr. kunde\nPeriode: 01.03.2026 - 31.03.2026\n\n${orders}`);
    const { code, out } = await ask(['import', 'orders', path]);
    expect(code).toBe(0);
    expect(out).toContain('the first 3 lines (“Salgsordrer pr. kunde”, “Periode: 01.03.2026 - 31.03.2026”)');
    expect(await json(ask, '--as-of', '2026-04-01')).toMatchObject(oneOrder);
  });

  test.each(['"sep=;"', 'sep=;;;;'])('%s of Excel is understood', async (line) => {
    expect(await importing(ask, 'orders', file(`${line}\n${orders}`))).toMatchObject({
      code: 0,
      imported: 1,
      notes: [],
    });
    expect(await json(ask, '--as-of', '2026-04-01')).toMatchObject(oneOrder);
  });

  test('more lines than are looked through are skipped by --skip, which the refusal names', async () => {
    const path = file(`${'Salg 2026\n'.repeat(40)}${orders}`);
    const { code, err } = await importing(ask, 'orders', path);
    expect(code).toBe(1);
    expect(err).toContain('--skip');
    expect(await importing(ask, 'orders', path, '--skip', '40')).toMatchObject({ code: 0, imported: 1 });
  });
});

test('answers of which neither kind nor score is said are refused once, with what to say of both', async () => {
  const path = file('Submitted at,How satisfied are you?\n2026-11-01 10:00,4\n2026-11-02 10:00,2\n');
  const { code, err } = await importing(ask, 'feedback', path);
  expect(code).toBe(1);
  expect(err).toContain('needs kind and score');
  expect(err).toContain('--kind');
  expect(err).toContain('--columns "date,score"');
  expect(await importing(ask, 'feedback', path, '--kind', 'csat', '--columns', 'date,score')).toMatchObject({
    code: 0,
    imported: 2,
  });
});

describe('brackets in a header count', () => {
  test('times of another zone become days of the company', async () => {
    const path = file(
      'id,Created (UTC),Amount,Currency,Customer ID,Status\nch_1,2026-01-31 23:30:00,250.00,dkk,cus_A,Paid\n',
    );
    const { code, out } = await ask(['import', 'orders', path]);
    expect([code, out]).toEqual([0, expect.stringContaining('“Created (UTC)”: times in UTC')]);
    expect(await json(ask, '--as-of', '2026-02-01')).toMatchObject({ orders: 0 });
    expect(await json(ask, '--as-of', '2026-02-02')).toMatchObject({ orders: 1 });
  });

  test.each([
    ['Beløb (øre)', '12500', 12_500],
    ['Beløb i øre', '12500', 12_500],
    ['Omsætning (tkr.)', '12,5', 1_250_000],
    ['Omsætning (mio. kr.)', '0,125', 12_500_000],
    ['Beløb inkl. moms', '125,00', 12_500],
    ['Beløb (DKK, ekskl. moms)', '100,00', 10_000],
  ])('%s: %s is %i øre', async (header, cell, amountMinor) => {
    const path = file(`Ordrenr;Kundenr;Dato;${header}\n1;K1;01.03.2026;${cell}\n`);
    expect(await importing(ask, 'orders', path)).toMatchObject({ code: 0, imported: 1 });
    expect(await json(ask, '--as-of', '2026-04-01')).toMatchObject({ revenue: [{ currency: 'DKK', amountMinor }] });
  });

  test('words that nobody knows are refused, with the word, and can be overruled by --columns', async () => {
    const path = file('Ordrenr;Kundenr;Dato;Beløb (pr. styk)\n1;K1;01.03.2026;125,00\n');
    const { code, err } = await importing(ask, 'orders', path);
    expect([code, err]).toEqual([1, expect.stringMatching(/“pr. styk”.*--columns/)]);
    const given = await importing(ask, 'orders', path, '--columns', 'order,customer,date,amount');
    expect(given).toMatchObject({ code: 0, imported: 1 });
  });

  test('and count where the columns are named by hand', async () => {
    const path = file('Nr;Hvem;Oprettet (UTC);Øre\n1;K1;2026-01-31 23:30;12500\n');
    const columns = ['--columns', 'order,customer,date,amount (øre)'];
    expect(await importing(ask, 'orders', path, ...columns)).toMatchObject({ code: 0, imported: 1 });
    expect(await json(ask, '--as-of', '2026-02-01')).toMatchObject({ orders: 0 });
    expect(await json(ask, '--as-of', '2026-02-02')).toMatchObject({ revenue: [{ amountMinor: 12_500 }] });
  });
});

describe('columns that change the meaning', () => {
  test('first and last name are one name', async () => {
    const path = file('Kundenr;Fornavn;Efternavn;E-mail\n1;Anna;Holm;anna@example.com\n2;Bo;Lind;bo@example.com\n');
    expect(await importing(ask, 'customers', path)).toMatchObject({ code: 0, imported: 2, notes: [] });
    for (const words of ['Holm', 'Anna Holm']) {
      expect((await ask(['customer', words])).out).toContain('Anna Holm');
    }
  });

  test('what was called off or paid back counts as that', async () => {
    const path = file(
      `Name,Customer,Financial Status,Currency,Total,Created at,Cancelled at,Refunded Amount
#1,K1,paid,DKK,500.00,2026-03-01 10:00:00 +0100,2026-03-02 09:00:00 +0100,500.00
#2,K2,paid,DKK,500.00,2026-03-01 10:00:00 +0100,,200.00
`,
    );
    expect(
      await importing(
        ask,
        'orders',
        path,
        '--columns',
        'order,customer,status,currency,amount,date,cancelled,refunded',
      ),
    ).toMatchObject({ code: 0, imported: 2 });
    expect(await json(ask, '--as-of', '2026-04-01')).toMatchObject({
      revenue: [{ currency: 'DKK', amountMinor: 30_000 }],
    });
  });

  test('more paid back than the order was worth is refused', async () => {
    const path = file('order,customer,date,amount,refunded\n1,K1,2026-03-01,5.00,6.00\n2,K1,2026-03-01,5.00,-5.00\n');
    expect(await importing(ask, 'orders', path)).toMatchObject({ code: 1, imported: 1, refused: 1 });
  });

  test('a State is a place where it is one', async () => {
    for (const header of ['Order,Customer,Date,Total,City,State', 'Order,Customer,Date,Total,Note,State']) {
      await terminal.empty();
      const path = file(`${header}\n1,K1,2026-03-01,10.00,Fresno,CA\n`);
      const { code, out } = await ask(['import', 'orders', path]);
      expect([code, out]).toEqual([0, expect.stringContaining('“State” is a place here, not a status')]);
      expect(await json(ask, '--as-of', '2026-04-01')).toMatchObject({ orders: 1 });
    }
  });

  test('a State of orders is a status', async () => {
    const path = file(
      'Order,Customer,Date,Total,State\n1,K1,2026-03-01,10.00,complete\n2,K2,2026-03-01,10.00,canceled\n',
    );
    expect(await importing(ask, 'orders', path)).toMatchObject({ code: 0, imported: 2, notes: [] });
    expect(await json(ask, '--as-of', '2026-04-01')).toMatchObject({ revenue: [{ amountMinor: 1000 }] });
  });

  test('of two headers that say one column the better one is read, and that is told', async () => {
    const path = file('Kundenr;Kunde;Dato;Subtotal;Total\nK1;Anna;01.03.2026;80,00;100,00\n');
    const { code, out } = await ask(['import', 'orders', path]);
    expect([code, out]).toEqual([0, expect.stringContaining('Amount: “Total” is read, and not “Subtotal”')]);
    expect(await json(ask, '--as-of', '2026-04-01')).toMatchObject({ revenue: [{ amountMinor: 10_000 }] });
  });
});

describe('a file whose columns do not say all', () => {
  const form =
    'Tidsstempel,Hvor sandsynligt er det at du vil anbefale os?,Hvorfor?\n2026-11-01 10:00,9,God service\n2026-11-02 10:00,4,For dyrt\n';

  test('is refused once, with what looks like the score and how to say it', async () => {
    const path = file(form);
    const { code, err } = await importing(ask, 'feedback', path, '--kind', 'nps');
    expect(code).toBe(1);
    expect(err).toContain('“Hvor sandsynligt er det at du vil anbefale os?” looks like score');
    expect(err).toContain('--columns "date,score,comment"');
    expect(await importing(ask, 'feedback', path, '--kind', 'nps', '--columns', 'date,score,comment')).toMatchObject({
      code: 0,
      imported: 2,
    });
  });

  test('names all that is missing and all that is there twice at once', async () => {
    const { err } = await importing(ask, 'orders', file('Ordre;Beløb;Sum;Vare\nx;1,00;2,00;z\n'));
    expect(err).toMatch(/customer no\. and date.*“Beløb” and “Sum”.*--columns/s);
    expect(err).toContain('a file with column names, too');
  });
});

describe('columns that were named once for a header', () => {
  const header = 'Tidsstempel,Hvor sandsynligt er det at du vil anbefale os?,Hvorfor?\n';
  const named = ['--kind', 'nps', '--columns', 'date,score,comment'];

  test('hold for the next file with the same one, and that is told', async () => {
    await importing(ask, 'feedback', file(`${header}2026-11-01 10:00,9,God service\n`), ...named);
    const next = file(`${header.toUpperCase()}2026-11-08 10:00,10,Fint\n`);
    const { code, out } = await ask(['import', 'feedback', next]);
    expect([code, out]).toEqual([0, expect.stringContaining('named before for this header: date,score,comment')]);
    expect(await json(ask, 'nps', '--window', '2026-11')).toMatchObject({ base: 2 });
  });

  test('are overruled by other names, which hold from then on', async () => {
    await importing(ask, 'feedback', file(`${header}2026-11-01 10:00,9,God service\n`), ...named);
    const others = ['--kind', 'nps', '--columns', 'date,score,'];
    expect(await importing(ask, 'feedback', file(`${header}2026-11-08 10:00,10,Fint\n`), ...others)).toMatchObject({
      imported: 1,
    });
    const again = await importing(ask, 'feedback', file(`${header}2026-11-09 10:00,10,Fint\n`));
    expect(again.notes).toContainEqual({ code: 'remembered', columns: ['date', 'score', ''] });
  });

  test('are forgotten by --columns header', async () => {
    await importing(ask, 'feedback', file(`${header}2026-11-01 10:00,9,God service\n`), ...named);
    const next = file(`${header}2026-11-08 10:00,10,Fint\n`);
    expect(await importing(ask, 'feedback', next, '--kind', 'nps', '--columns', 'header')).toMatchObject({ code: 1 });
    const { code, err } = await importing(ask, 'feedback', next, '--kind', 'nps');
    expect([code, err]).toEqual([1, expect.stringContaining('--columns')]);
  });

  test('are nothing to a file with another header', async () => {
    await importing(ask, 'feedback', file(`${header}2026-11-01 10:00,9,God service\n`), ...named);
    const other = file('Tidsstempel,Hvor tilfreds er du?,Hvorfor?\n2026-11-08 10:00,5,Fint\n');
    expect(await importing(ask, 'feedback', other, '--kind', 'nps')).toMatchObject({ code: 1 });
  });
});
