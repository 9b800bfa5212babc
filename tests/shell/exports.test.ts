import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { databaseKinds } from '../support/database.ts';
import { type Ask, file, importing, json } from './support.ts';
import { openTerminal, type Terminal } from './terminal.ts';

// Files as programs export them, from their header to the figures.
let terminal: Terminal;
const ask: Ask = (args) => terminal.ask(args);
beforeAll(async () => {
  terminal = await openTerminal(databaseKinds.at(-1));
});
beforeEach(() => terminal.empty());
afterAll(() => terminal.close());

const revenueOf = async () => (await json(ask, '--as-of', '2026-12-01')).revenue;

describe('orders', () => {
  test('of Shopify: rows of items are one order, in the total of its first row', async () => {
    const path = file(
      `Name,Email,Financial Status,Paid at,Fulfillment Status,Currency,Subtotal,Total,Created at,Lineitem quantity,Lineitem name,Cancelled at,Refunded Amount,Id,Receipt Number
#1001,anna@example.com,paid,2026-02-03 10:00:00 +0100,fulfilled,DKK,100.00,144.00,2026-02-03 09:59:00 +0100,1,Mug,,0.00,9001,
#1001,anna@example.com,,,,,,,,2,Cup,,,,
#1002,bo@example.com,partially_refunded,2026-02-04 10:00:00 +0100,fulfilled,DKK,100.00,100.00,2026-02-04 09:59:00 +0100,1,Mug,,40.00,9002,
#1003,bo@example.com,voided,,unfulfilled,DKK,70.00,70.00,2026-02-05 09:59:00 +0100,1,Mug,2026-02-05 12:00:00 +0100,0.00,9003,
`,
    );
    const { code, out } = await ask(['import', 'orders', path]);
    expect([code, out]).toEqual([0, expect.stringContaining('This looks like Shopify’s export of orders')]);
    expect(await revenueOf()).toEqual([{ currency: 'DKK', amountMinor: 20_400 }]);
    expect(await json(ask, '--as-of', '2026-12-01')).toMatchObject({ orders: 2 });
  });

  test('of Stripe: times of UTC, and what was refunded', async () => {
    const path = file(
      `id,Description,Seller Message,Created (UTC),Amount,Amount Refunded,Currency,Converted Amount,Fee,Status,Customer ID,Customer Email
ch_1,Mug,ok,2026-01-31 23:30:00,250.00,50.00,dkk,250.00,4.00,Paid,cus_A,anna@example.com
`,
    );
    const { code, out } = await ask(['import', 'orders', path]);
    expect([code, out]).toEqual([0, expect.stringContaining('This looks like Stripe’s export of orders')]);
    expect(await json(ask, '--as-of', '2026-02-01')).toMatchObject({ orders: 0 });
    expect(await json(ask, '--as-of', '2026-02-02')).toMatchObject({ orders: 1, revenue: [{ amountMinor: 20_000 }] });
  });

  test('of PayPal: the time and its zone count, and what is no sale is refused', async () => {
    const path = file(
      `"Date","Time","TimeZone","Name","Type","Status","Currency","Gross","Fee","Net","From Email Address","To Email Address","Transaction ID","Reference Txn ID","Balance"
"31/01/2026","18:30:00","PST","Anna Holm","Express Checkout Payment","Completed","DKK","250.00","-4.00","246.00","anna@example.com","shop@example.com","1AB","","250.00"
"31/01/2026","19:30:00","PST","","Account Hold for Open Authorization","Completed","DKK","-10.00","0.00","-10.00","","","2CD","","240.00"
"31/01/2026","19:40:00","PST","Acme","Express Checkout Payment","Completed","DKK","-30.00","0.00","-30.00","shop@example.com","acme@example.com","3EF","","210.00"
`,
    );
    const { code, out } = await ask(['import', 'orders', path]);
    expect([code, out]).toEqual([1, expect.stringContaining('is not known as a sale')]);
    expect(await json(ask, '--as-of', '2026-02-01')).toMatchObject({ orders: 0 });
    expect(await json(ask, '--as-of', '2026-02-02')).toMatchObject({ orders: 1, revenue: [{ amountMinor: 25_000 }] });
  });

  test('of Magento', async () => {
    const path = file(
      `"ID","Purchase Point","Purchase Date","Bill-to Name","Ship-to Name","Grand Total (Base)","Grand Total (Purchased)","Status","Customer Email","Subtotal","Total Refunded"
"000000001","Main Website","2026-02-03 09:59:00","Anna Holm","Anna Holm","144.00","144.00","Complete","anna@example.com","100.00","0.00"
"000000002","Main Website","2026-02-03 09:59:00","Bo Lind","Bo Lind","50.00","50.00","Canceled","bo@example.com","50.00",""
`,
    );
    const { code, out } = await ask(['import', 'orders', path]);
    expect([code, out]).toEqual([0, expect.stringContaining('This looks like Magento’s export of orders')]);
    expect(await revenueOf()).toEqual([{ currency: 'DKK', amountMinor: 14_400 }]);
  });

  test('of WooCommerce: whose report names customers and does not number them, so that is asked', async () => {
    const path = file(
      `Date,Order #,Status,Customer,Customer type,Product(s),Items sold,Coupon(s),Net Sales
2026-02-03 09:59:00,101,completed,Anna Holm,new,1× Mug,1,,100.00
`,
    );
    const { code, err } = await importing(ask, 'orders', path);
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(/WooCommerce.*“Customer” looks like customer no\..*--columns/s),
    ]);
    const columns = 'date,order,status,customer,,,,,amount';
    expect(await importing(ask, 'orders', path, '--columns', columns)).toMatchObject({ code: 0, imported: 1 });
    expect(await revenueOf()).toEqual([{ currency: 'DKK', amountMinor: 10_000 }]);
  });
});

test('orders of PrestaShop: its customer is a letter and a name, so that is asked, and the number is the ID', async () => {
  const path = file(
    `ID;Reference;"New client";Delivery;Customer;Total;Payment;Status;Date
5;KHWLILZLL;Yes;Denmark;"A. HOLM";kr.120,00;"Bank wire";"Awaiting bank wire payment";"2026-02-03 10:05:10"
4;FFATNOMMJ;No;Denmark;"A. HOLM";kr.14,90;"Payment by check";"Payment accepted";"2026-02-03 09:05:10"
3;FFATNOMMJ;No;Denmark;"A. HOLM";kr.10,00;"Payment by check";"Delivered";"2026-02-03 09:05:10"
`,
  );
  const { code, err } = await importing(ask, 'orders', path);
  expect([code, err]).toEqual([1, expect.stringMatching(/PrestaShop.*“Customer” looks like customer no\./s)]);
  const columns = 'order,,,,customer,amount,,status,date';
  expect(await importing(ask, 'orders', path, '--columns', columns)).toMatchObject({ imported: 2, refused: 1 });
  expect(await revenueOf()).toEqual([{ currency: 'DKK', amountMinor: 2_490 }]);
});

test('invoices of 24SevenOffice: each line has the total of its invoice, which counts once', async () => {
  const path = file(
    `OrderId;InvoiceId;CustomerId;CustomerName;TotalWithTax;TotalWithoutTax;CurrencyId;InvoiceDate;OrderDate;ProductName
100;5001;1042;Fjord AS;1 250,00;1 000,00;DKK;02.02.2026;01.02.2026;Kaffe
100;5001;1042;Fjord AS;1 250,00;1 000,00;DKK;02.02.2026;01.02.2026;Te
`,
  );
  const { code, out } = await ask(['import', 'orders', path]);
  expect([code, out]).toEqual([0, expect.stringContaining('This looks like 24SevenOffice’s export of orders')]);
  expect(await revenueOf()).toEqual([{ currency: 'DKK', amountMinor: 125_000 }]);
});

test('lines of Tripletex, which have a price of one and a count, make no revenue of the price', async () => {
  const path = file(
    `INVOICE NO;INVOICE DATE;CUSTOMER NO;CURRENCY;ORDER LINE - DESCRIPTION;ORDER LINE - UNIT PRICE;ORDER LINE - COUNT
1001;2026-02-02;10001;DKK;Kaffe;100,00;5
`,
  );
  const { code, err } = await importing(ask, 'orders', path);
  expect([code, err]).toEqual([1, expect.stringContaining('may be the unit price')]);
});

describe('invoices of books programs are read by the words for their columns', () => {
  test.each([
    [
      'e-conomic',
      'Fakturanr.;Kundenr.;Kundenavn;Dato;Forfaldsdato;Valuta;Nettobeløb;Momsbeløb;Totalbeløb;Restbeløb;Status\n1001;105;Fjord ApS;02-02-2026;16-02-2026;DKK;1.000,00;250,00;1.250,00;0,00;Bogført\n1002;106;Vik ApS;13-02-2026;16-02-2026;DKK;-100,00;-25,00;-125,00;0,00;Bogført\n',
    ],
    [
      'Dinero',
      'Fakturanummer;Kontaktnavn;Kundenummer;Dato;Forfaldsdato;Beløb ekskl. moms;Beløb inkl. moms;Status\n1001;Fjord ApS;105;2026-02-02;2026-02-16;1000,00;1250,00;Forfalden\n1002;Vik ApS;106;2026-02-13;2026-02-16;-100,00;-125,00;Bogført\n1003;Vik ApS;106;2026-02-14;2026-02-16;90,00;112,50;Kladde\n',
    ],
    [
      'Tripletex',
      'Fakturanummer;Kundenummer;Kunde;Fakturadato;Forfallsdato;Valuta;Beløp;Beløp eks. mva.;Utestående;Status\n1001;105;Fjord AS;2026-02-02;2026-02-16;DKK;1250,00;1000,00;0,00;Betalt\n1002;106;Vik AS;2026-02-03;2026-02-16;DKK;-125,00;-100,00;0,00;Kreditert\n',
    ],
    [
      'Visma',
      'Fakturanr;Kundenr;Kundenavn;Fakturadato;Forfallsdato;Fakturabeløp;Restbeløp;Valuta;Fakturatype\n1001;105;Fjord AS;02.02.2026;16.02.2026;1250,00;0;DKK;Faktura\n1002;106;Vik AS;23.02.2026;26.02.2026;-125,00;0;DKK;Kreditnota\n1003;106;Vik AS;23.02.2026;26.02.2026;50,00;0;DKK;Kreditnota\n',
    ],
  ])('%s', async (_, text) => {
    await ask(['import', 'orders', file(text)]);
    expect(await json(ask, '--as-of', '2026-12-01')).toMatchObject({
      orders: 1,
      revenue: [{ currency: 'DKK', amountMinor: 112_500 }],
    });
  });
});

describe('customers', () => {
  test.each([
    [
      'Shopify',
      'Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Country Code,Tags\n\'7001,Anna,Holm,anna@example.com,yes,DK,"vip, horeca"\n',
    ],
    [
      'HubSpot',
      'Record ID,First Name,Last Name,Email,Phone Number,Lead Status,Create Date\n7001,Anna,Holm,anna@example.com,+45,NEW,2026-01-15 10:00\n',
    ],
    [
      'Klaviyo',
      'Email,First Name,Last Name,City,Country,Email Marketing Consent,Date Added\nanna@example.com,Anna,Holm,Aarhus,Denmark,SUBSCRIBED,2026-01-15 10:00:00\n',
    ],
  ])('of %s', async (system, text) => {
    const { code, out } = await ask(['import', 'customers', file(text)]);
    expect([code, out]).toEqual([0, expect.stringContaining(`This looks like ${system}’s export of customers`)]);
    expect((await ask(['customer', 'Holm'])).out).toContain('Anna Holm');
  });
});

test('customers of Tripletex, whose list holds suppliers, too', async () => {
  const text =
    'Kundenummer;Leverandørnummer;Navn;Organisasjonsnummer;Telefon;Epost;Postadresse - sted;Postadresse - land\n10001;;Fjord AS;987654321;;post@fjord.no;Oslo;Norge\n;20001;Bare en leverandør;987654322;;;Stockholm;Sverige\n';
  const { out } = await ask(['import', 'customers', file(text)]);
  expect(out).toContain('This looks like Tripletex’s export of customers');
  expect(await json(ask, 'ladder')).toMatchObject({ prospect: 1 });
});

describe('feedback', () => {
  test('of AskNicely: the question of each answer says its kind, and times are seconds since 1970', async () => {
    const text =
      'response_id,person_id,name,email,answer,comment,sent,responded,segment,question_type\n1,22,Anna Holm,anna@example.com,9,Fine,1772323200,1772409500,,nps\n2,23,Bo Vik,bo@example.com,4,,1772323200,1772409600,,csat\n';
    const { code, out } = await ask(['import', 'feedback', file(text)]);
    expect([code, out]).toEqual([0, expect.stringContaining('This looks like AskNicely’s export of feedback')]);
    expect(await json(ask, 'nps', '2026-03')).toMatchObject({ base: 1 });
    expect(await json(ask, 'csat', '2026-03')).toMatchObject({ base: 1 });
  });

  test.each([
    [
      'Delighted',
      'Response ID,Person Email,Person Name,Survey Type,Score,Comment,Created at\n1,anna@example.com,Anna,NPS,9,Fine,2026-03-02 10:00:00 UTC\n2,bo@example.com,Bo,CES,4,,2026-03-02 10:00:00 UTC\n',
    ],
    [
      'Retently',
      'Email,First name,Last name,Campaign,Metric,Score,Feedback,Date\nanna@example.com,Anna,Holm,Q1,NPS,9,Fine,2026-03-02 10:00\n',
    ],
  ])('of %s is read by the words for its columns', async (_, text) => {
    await ask(['import', 'feedback', file(text)]);
    expect(await json(ask, 'nps', '2026-03')).toMatchObject({ base: 1, value: 100 });
    expect((await ask(['customer', 'anna@example.com'])).out).toContain('Fine');
  });

  test('of Trustpilot: stars, of anybody', async () => {
    const path = file(
      'Review Id,Review Created (UTC),Review Username,Review Title,Review Content,Review Stars,Domain Url\nr1,2026-02-03 09:59:00,Anna,Fine,Good coffee,5,example.com\n',
    );
    const { code, out } = await ask(['import', 'feedback', path]);
    expect([code, out]).toEqual([0, expect.stringContaining('This looks like Trustpilot’s export of feedback')]);
  });

  test.each([
    [
      'Typeform',
      '#,How likely are you to recommend us?,Why?,Start Date (UTC),Submit Date (UTC),Network ID\na1,9,good,2026-05-01 10:00:00,2026-05-01 10:05:00,n1\na2,4,late,2026-05-01 11:00:00,2026-05-01 11:04:00,n2\n',
      ',score,comment,,date,',
    ],
    [
      'SurveyMonkey',
      'Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,How likely is it that you would recommend us?,Why?\n,,,,,,Response,Open-Ended Response\n1001,1,2026-05-01 10:00:00,2026-05-01 10:05:00,1.2.3.4,,9,good\n1002,1,2026-05-01 11:00:00,2026-05-01 11:05:00,1.2.3.4,,4,late\n',
      ',,,date,,,score,comment',
    ],
    [
      'Microsoft Forms',
      'ID,Start time,Completion time,Email,Name,How likely are you to recommend us?,Why?\n1,2026-05-01 10:00:00,2026-05-01 10:05:00,anonymous,,9,good\n2,2026-05-01 11:00:00,2026-05-01 11:05:00,anonymous,,4,late\n',
      ',,date,,,score,comment',
    ],
  ])('of %s: the question that is the score is asked', async (system, text, columns) => {
    const path = file(text);
    const { code, err } = await importing(ask, 'feedback', path, '--kind', 'nps');
    expect([code, err]).toEqual([1, expect.stringContaining(system)]);
    expect(err).toContain('looks like score');
    const given = await importing(ask, 'feedback', path, '--kind', 'nps', '--columns', columns);
    expect(given).toMatchObject({ imported: 2, refused: 0 });
    expect(await json(ask, 'nps', '--window', '2026')).toMatchObject({ base: 2 });
  });
});
