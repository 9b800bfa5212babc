import { describe, expect, it } from 'vitest';
import { toIsoDay } from '../../src/ingest/dates.ts';
import { importGood } from './files.ts';

const header = 'customer;name;email;country;language;since;cost;recommended_by\n';

describe('customers', () => {
  it('come in with all that a file knows of them', async () => {
    const { rows, refused } = await importGood(
      'customers',
      'Kundenr.;Navn;E-mail;Land;Sprog;Kunde siden;Hvervningsomkostning;Valuta;Anbefalet af;Kilde;Segmenter;Antal år;Belønning\n' +
        'K1;Åse Bjørnø;aase@example.dk;Danmark;dansk;1. marts 2024;1.250,50;DKK;K2;Messe;"VIP, Kontor | vip";2,5;300\n' +
        'K2;;;;;;;;;;;;\n' +
        'K3;;;;;;;;;;-;0;\n',
    );
    expect(refused).toEqual([]);
    expect(rows[0]).toEqual({
      customer: 'K1',
      name: 'Åse Bjørnø',
      email: 'aase@example.dk',
      country: 'DK',
      language: 'da',
      sinceDay: Date.UTC(2024, 2, 1) / 86_400_000,
      costMinor: 125_050,
      costCurrency: 'DKK',
      recommendedBy: 'K2',
      source: 'Messe',
      segments: ['VIP', 'Kontor'],
      relationshipYears: 2.5,
      rewardMinor: 30_000,
      rewardCurrency: 'DKK',
    });
    expect(rows[1]).toEqual({
      customer: 'K2',
      name: null,
      email: null,
      country: null,
      language: null,
      sinceDay: null,
      costMinor: null,
      costCurrency: null,
      recommendedBy: null,
      source: null,
      segments: null,
      relationshipYears: null,
      rewardMinor: null,
      rewardCurrency: null,
    });
    expect(rows[2]).toMatchObject({ segments: [], relationshipYears: 0 });
  });

  it('of a single column are customers too', async () => {
    const { rows } = await importGood('customers', 'kunde\nJens Hansen\nPer\n');
    expect(rows.map(({ customer }) => customer)).toEqual(['Jens Hansen', 'Per']);
  });

  it('have countries by code or by name in three languages', async () => {
    const words =
      'DK dk Danmark Denmark NO Norge Norway UK GB Storbritannien Tyskland Germany USA Færøyene Grønland XK';
    const { rows } = await importGood(
      'customers',
      `id;land\n${words
        .split(' ')
        .map((word, i) => `${i};${word}\n`)
        .join('')}`,
    );
    expect(rows.map(({ country }) => country).join(' ')).toBe('DK DK DK DK NO NO NO GB GB GB DE DE US FO GL XK');
  });

  it('have languages by code or by name in three languages', async () => {
    const words = 'da DA-dk nb-NO no en_GB Dansk norsk engelsk nynorsk German svensk nn';
    const { rows } = await importGood(
      'customers',
      `id;sprog\n${words
        .split(' ')
        .map((word, i) => `${i};${word}\n`)
        .join('')}`,
    );
    expect(rows.map(({ language }) => language).join(' ')).toBe('da da nb nb en da nb en nn de sv nn');
  });

  it('have the day since which they are customers, whatever the hour', async () => {
    const { rows } = await importGood('customers', 'id;since\n1;2024-03-01T23:30Z\n2;2024-03-01 10:00\n');
    expect(rows.map(({ sinceDay }) => toIsoDay(sinceDay ?? 0))).toEqual(['2024-03-01', '2024-03-01']);
  });

  it.each([
    ['1;Jens;jens;;;;;', 'email', 'not-an-email'],
    ['1;Jens;a@b@c.dk;;;;;', 'email', 'not-an-email'],
    ['1;Jens;jens@localhost;;;;;', 'email', 'not-an-email'],
    ['1;Jens;<jens@example>;;;;;', 'email', 'not-an-email'],
    [`1;Jens;${'j'.repeat(250)}@example.dk;;;;;`, 'email', 'too-long'],
    ['1;Jens;;Atlantis;;;;', 'country', 'unknown-country'],
    ['1;Jens;;EU;;;;', 'country', 'unknown-country'],
    ['1;Jens;;;klingon;;;', 'language', 'unknown-language'],
    ['1;Jens;;;;soon;;', 'since', 'not-a-date'],
    ['1;Jens;;;;;-5;', 'cost', 'amount-negative'],
    ['1;Jens;;;;;much;', 'cost', 'not-a-number'],
    [`1;Jens;;;;;;${'x'.repeat(201)}`, 'recommended_by', 'too-long'],
  ])('come in without one cell that cannot be read, and that is told: %s', async (line, column, code) => {
    const { rows, refused, told } = await importGood('customers', `${header}${line}\n`, { currency: 'DKK' });
    expect(refused).toEqual([]);
    expect(rows).toMatchObject([{ customer: '1', name: 'Jens' }]);
    expect(told).toEqual([`2 left-out ${column} ${code}`]);
  });

  it.each([
    [`1;${'J'.repeat(301)};;;;;;`, `${'J'.repeat(299)}…`, 'too-long'],
    ['1;Je\u0007ns;;;;;;', 'Je ns', 'control-character'],
    ['1;"Je\tns";;;;;;', 'Je\tns', 'control-character'],
  ])('have names that are mended where they cannot be kept as they are: %s', async (line, name, code) => {
    const { rows, told } = await importGood('customers', `${header}${line}\n`);
    expect(rows.map((row) => row.name)).toEqual([name]);
    expect(told).toEqual([`2 mended name ${code}`]);
  });

  it.each([
    [';Jens;;;;;;', 'customer', 'missing'],
    ['NULL;Jens;;;;;;', 'customer', 'no-id'],
    ['1;Jens;;;;;;1', 'recommended_by', 'self-recommendation'],
  ])('are refused for one fault: %s', async (line, column, code) => {
    const { rows, refused } = await importGood('customers', `${header}${line}\n`, { currency: 'DKK' });
    expect(rows).toEqual([]);
    expect(refused.map((row) => [row.column, row.reason.code])).toEqual([[column, code]]);
  });

  it('have no cost when nothing says in what it is', async () => {
    const { rows, told } = await importGood('customers', 'customer;cost\n1;5\n');
    expect(rows).toMatchObject([{ customer: '1', costMinor: null }]);
    expect(told).toEqual(['2 left-out cost currency-missing']);
  });

  it('come in whatever word stands in an optional cell for nothing', async () => {
    const { rows, refused, told } = await importGood(
      'customers',
      'Kundenr;Navn;E-mail;Land;Pris\n1;Anna;anna@example.com;United Kingdom (UK);10,00\n2;Bo;NULL;DK;10,00\n' +
        '3;Cai;cai@example.com;DK;-\n4;Dan;dan@example.com;FRA;10,00\n5;Eva;eva@example.com;Danmark (DK);10,00\n' +
        '6;Fie;;Unspecified;10,00\n7;NaN;;EIRE;10,00\n',
      { currency: 'DKK' },
    );
    expect(refused).toEqual([]);
    expect(rows.map(({ country }) => country)).toEqual(['GB', 'DK', 'DK', 'FR', 'DK', null, 'IE']);
    expect(rows.map(({ costMinor }) => costMinor)).toEqual([1000, 1000, null, 1000, 1000, 1000, 1000]);
    expect(rows.at(-1)?.name).toBe(null);
    expect(told).toEqual([
      '3 left-out email says-nothing',
      '4 left-out cost says-nothing',
      '7 left-out country says-nothing',
    ]);
  });

  it.each([
    ['Channel Islands', null],
    ['NA', null],
    ['Korea (North)', 'KP'],
    ['Samoa (American)', null],
    ['Georgia (US)', null],
    ['DK - Danmark', 'DK'],
    ['Iran, Islamic Republic of', 'IR'],
    ['Democratic Republic of Congo', 'CD'],
    ['the Netherlands', 'NL'],
    ['ISL', 'IS'],
    ['Bosnia & Herzegovina', 'BA'],
    ['Tyskland (DE)', 'DE'],
    ['Frankrike', 'FR'],
  ])('are in the country that %s means, or in none that is known', async (text, country) => {
    const { rows } = await importGood('customers', `id;land\n1;"${text}"\n`);
    expect(rows).toMatchObject([{ country }]);
  });
});
