import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { databaseKinds } from '../support/database.ts';
import { type Ask, file, importing, json } from './support.ts';
import { openTerminal, type Terminal } from './terminal.ts';

let terminal: Terminal;
const ask: Ask = (args) => terminal.ask(args);
beforeAll(async () => {
  terminal = await openTerminal(databaseKinds.at(-1));
});
beforeEach(() => terminal.empty());
afterAll(() => terminal.close());

test('recommendations, spend, rates and a campaign come in, and are told as programs read them', async () => {
  const customers =
    'kunde;kilde;segmenter;år;anbefalet af;belønning\nA;Messe;"VIP; Kontor";7;;\nB;messe;vip;2,5;A;50\n';
  expect(await importing(ask, 'customers', file(customers))).toMatchObject({ imported: 2 });
  expect(await json(ask, 'customer', 'B')).toMatchObject({
    source: 'Messe',
    segments: ['VIP'],
    relationshipYears: 2.5,
    recommendedBy: { externalId: 'A' },
    reward: { amountMinor: 5_000, currency: 'DKK' },
  });
  const recommendations = 'anbefaler;ny kunde;udfald;dato;værdi\nA;;tabt;01.03.2026;240\nA;B;vundet;01.03.2026;\n';
  expect(await importing(ask, 'recommendations', file(recommendations))).toMatchObject({ imported: 1, unchanged: 1 });
  expect(await json(ask, 'customer', 'A')).toMatchObject({ lostRecommendations: 1 });

  const spend = 'dato;til og med;kilde;beløb\n01.03.2026;31.03.2026;Messe;30000\n';
  expect(await importing(ask, 'spend', file(spend))).toMatchObject({ imported: 1 });
  expect(await importing(ask, 'spend', file(spend))).toMatchObject({ imported: 0, unchanged: 1 });
  expect(await json(ask, 'spend')).toMatchObject({
    spend: [{ from: '2026-03-01', to: '2026-04-01', source: 'Messe', amountMinor: 3_000_000, currency: 'DKK' }],
  });
  expect(await importing(ask, 'rates', file('valuta;dato;kurs\nEUR;01.01.2026;7,4605\n'))).toMatchObject({
    imported: 1,
  });
  expect(await json(ask, 'rates')).toMatchObject({
    base: 'DKK',
    rates: [{ currency: 'EUR', day: '2026-01-01', rate: 7.4605 }],
  });

  const campaign = 'kampagne;variant;kunde;sendt;svaret\nForår;1;A;01.03.2026;ja\nForår;2;B;01.03.2026;\n';
  expect(await importing(ask, 'campaign', file(campaign))).toMatchObject({ imported: 2, customersMade: 0 });
  expect(await json(ask, 'kampagne', 'forår')).toMatchObject({
    campaign: 'Forår',
    variants: [
      { variant: '1', contacted: 1, delivered: 1, responded: 1, value: 1, comparison: null },
      { variant: '2', value: 0, comparison: { to: '1', value: -1, relative: -1, p: 1, proven: false } },
    ],
    total: { value: 0.5 },
    balance: { p: 1, alarm: false },
  });
  expect(await json(ask, 'campaign', '--as-of', '2026-03-01')).toEqual({ campaigns: [], more: false });
});

test('a recommendation by somebody else and one by the customers themselves come back with the reason', async () => {
  const known = 'recommender,recommended,outcome,date\nA,B,won,2026-03-01\n';
  await importing(ask, 'recommendations', file(known));
  const wrong = 'recommender,recommended,outcome,date\nC,B,won,2026-03-01\nB,B,won,2026-03-01\n';
  const path = file(wrong, 'wrong.csv');
  const result = await ask(['import', 'recommendations', path, '--language', 'da']);
  expect(result.code).toBe(1);
  const refused = readFileSync(join(dirname(path), 'wrong.refused.csv'), 'utf8');
  expect(refused).toContain('anbefaler: Der står allerede en anden end ”C” som anbefaler.');
  expect(refused).toContain('anbefalet kunde: En kunde kan ikke anbefale sig selv.');
});

test('a segment may have any name, and is told by itself', async () => {
  const customers = 'customer;segments\nA;all\nB;all\nC;vip\n';
  expect(await importing(ask, 'customers', file(customers))).toMatchObject({ imported: 3 });
  const orders =
    'order;customer;date;amount\n1;A;2026-03-01;100\n2;A;2026-03-08;100\n3;B;2026-03-02;100\n4;C;2026-03-03;100\n';
  expect(await importing(ask, 'orders', file(orders))).toMatchObject({ imported: 4 });
  const asked = async (part: string) => json(ask, 'repeat', part, '--window', '30', '--as-of', '2026-03-20');
  expect(await asked('segment:all')).toMatchObject({ value: 0.5, base: 2 });
  expect(await asked('segment:vip')).toMatchObject({ value: 0, base: 1 });
});

test('rates that run the other way round are asked about, and then an amount is worth what it is', async () => {
  // The first call settles what the workspace reports in.
  await importing(ask, 'customers', file('customer,years\nX,1\n'), '--currency', 'EUR');
  const rates = file('date,base,currency,rate\n2026-03-06,EUR,DKK,7.46\n2026-03-06,EUR,NOK,11.41\n');
  const { code, err } = await importing(ask, 'rates', rates);
  expect([code, err]).toEqual([
    1,
    expect.stringContaining('If the file says that 1 EUR is 7.46 DKK: add --rates inverse.'),
  ]);
  expect(await importing(ask, 'rates', rates, '--rates', 'inverse')).toMatchObject({ code: 0, imported: 2 });
  const orders = file('order,customer,date,amount,currency\nd1,X,2026-03-07,746.00,DKK\n');
  expect(await importing(ask, 'orders', orders)).toMatchObject({ code: 0, imported: 1 });
  expect(await json(ask, 'clv', 'X', '--as-of', '2027-01-01')).toMatchObject({
    valueMinor: expect.closeTo(10_000, 6),
  });
});
