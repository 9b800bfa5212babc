import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumber } from '../../src/ingest/numbers.ts';

/** The value of a reading, or what else came back. */
function read(text: string, style: 'comma' | 'point' | null = null): number | string {
  const reading = readNumber(text, style);
  if ('code' in reading) return reading.code;
  if ('readings' in reading) return reading.readings.join(' or ');
  return reading.unscaled / 10 ** reading.scale;
}

describe('numbers that can be read one way only', () => {
  it.each([
    ['0', 0],
    ['-0', 0],
    ['29.33', 29.33],
    ['29,33', 29.33],
    ['12.5', 12.5],
    ['1.2345', 1.2345],
    ['1.234,50', 1234.5],
    ['1,234.50', 1234.5],
    ['1 234,50', 1234.5],
    ['1\u00a0234,50', 1234.5],
    ['1\u202f234.50', 1234.5],
    ['1\u2009234', 1234],
    ["1'234.50", 1234.5],
    ['1’234’567,5', 1234567.5],
    ['1.234.567', 1234567],
    ['1,234,567', 1234567],
    ['1.234.567,89', 1234567.89],
    ['1 234,567', 1234.567],
    ['1234,567', 1234.567],
    ['0,567', 0.567],
    ['0.000', 0],
    [',50', 0.5],
    ['.5', 0.5],
    ['+12', 12],
    ['-12,50', -12.5],
    ['- 12,50', -12.5],
    ['−12,50', -12.5],
    ['12,50-', -12.5],
    ['(12,00)', -12],
    ['(1.234,50 kr)', -1234.5],
    ['kr 1.234,50', 1234.5],
    ['1 234,50 kr', 1234.5],
    ['kr. 99', 99],
    ['kr.99', 99],
    ['kr -99,5', -99.5],
    ['-kr 99,5', -99.5],
    ['€12', 12],
    ['12 €', 12],
    ['$1,234.50', 1234.5],
    ['DKK 12,5', 12.5],
    ['12,-', 12],
    ['kr 1.200.000,-', 1200000],
    ['  7 ', 7],
    ['007', 7],
  ])('%s is %d', (text, value) => {
    expect(read(text)).toBe(value);
    expect(read(text, 'comma')).toBe(value);
    expect(read(text, 'point')).toBe(value);
  });
});

describe('numbers that can be read two ways', () => {
  it.each([
    ['1,234', '1.234 or 1234', 1.234, 1234],
    ['1.234', '1234 or 1.234', 1234, 1.234],
    ['-12.000', '12000 or 12.000', -12000, -12],
    ['kr 100,000', '100.000 or 100000', 100, 100000],
  ])('%s is asked about, or read in the style that is settled', (text, asked, comma, point) => {
    expect(read(text)).toBe(asked);
    expect(read(text, 'comma')).toBe(comma);
    expect(read(text, 'point')).toBe(point);
  });
});

describe('what is no number', () => {
  it.each([
    '',
    ' ',
    'NA',
    '-',
    'kr',
    'abc',
    '1,23,456',
    '1.23.456',
    '12 34',
    '1 2345',
    '1,234.567.890',
    '1.5E+03',
    '0x10',
    '1-2',
    '--5',
    '+-5',
    '(5',
    '5)',
    '(-5)',
    '-5-',
    'kr 5 DKK',
    '12.',
    '12,',
    '1 234 56',
    "1'234 567",
    '10 %',
    '١٢',
    '5 (6)',
    '1..5',
    '1,,5',
  ])('"%s" is refused', (text) => {
    const reading = readNumber(text, 'comma');
    // A word beside the digits is left to whoever knows the currencies.
    if ('unscaled' in reading) expect(reading.currency).not.toBeNull();
    else expect(reading).toEqual({ code: 'not-a-number' });
  });

  it('refuses more than 15 digits, leading zeros aside', () => {
    expect(read('123456789012345')).toBe(123456789012345);
    expect(read('1234567890123456')).toBe('amount-too-large');
    expect(read('0000000000123456,5')).toBe(123456.5);
  });
});

describe('numbers as Intl writes them', () => {
  it.each([
    ['da', 'comma'],
    ['nb', 'comma'],
    ['en', 'point'],
    ['de-CH', 'point'],
    ['fr', 'comma'],
  ] as const)('come back the same from %s', (locale, style) => {
    const format = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (cents) => {
        expect(read(format.format(cents / 100), style)).toBe(cents === 0 ? 0 : cents / 100);
      }),
    );
  });

  it('come back the same with a currency, in the three languages', () => {
    for (const [locale, currency] of [
      ['da', 'DKK'],
      ['nb', 'NOK'],
      ['en', 'GBP'],
    ] as const) {
      const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
      for (const value of [0, 12.5, -1234.5, 9_876_543.21]) {
        const reading = readNumber(format.format(value), null);
        expect(reading).toMatchObject({ currency: expect.stringMatching(/^(kr\.?|£)$/) });
        expect(read(format.format(value))).toBe(value);
      }
    }
  });
});
