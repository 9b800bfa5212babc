import { describe, expect, it } from 'vitest';
import type { FileRefusal, RowReason } from '../../src/facts/refusal.ts';
import { fileRefusalWords } from '../../src/messages/imports/file-refusal.ts';
import { importWords } from '../../src/messages/imports/import-words.ts';
import { refusedCellWords, rowRefusalWords } from '../../src/messages/imports/row-refusal.ts';
import { whenRefusalWords } from '../../src/messages/modals/when-refusals.ts';
import { locales } from '../../src/text/define-text.ts';

const plain = [
  'missing',
  'broken-quotes',
  'control-character',
  'bad-encoding',
  'not-a-date',
  'two-digit-year',
  'no-such-day',
  'no-such-time',
  'unknown-zone',
  'other-weekday',
  'no-id',
  'id-lost',
  'says-nothing',
  'other-words',
  'status-open',
  'status-partly',
  'status-refunded',
  'status-unclear',
  'total-row',
  'no-number',
  'not-a-number',
  'amount-too-large',
  'amount-negative',
  'refund-too-large',
  'no-sale',
  'currency-missing',
  'unknown-currency',
  'currency-unclear',
  'unknown-status',
  'unknown-kind',
  'not-yes-or-no',
  'not-an-email',
  'unknown-country',
  'unknown-language',
  'self-recommendation',
  'in-future',
] as const;

const clashes = ['customer', 'day', 'currency', 'total', 'amount'] as const;

const reasons: readonly RowReason[] = [
  ...plain.map((code) => ({ code }) as RowReason),
  { code: 'unknown-customer' },
  { code: 'far-ahead', days: 366 },
  { code: 'read-as', text: 'anna@example.com' },
  { code: 'cell-count', found: 3, expected: 5 },
  { code: 'record-too-long', limit: 1000 },
  { code: 'too-long', limit: 200 },
  { code: 'year-out-of-range', from: 1900, to: 2100 },
  { code: 'too-many-decimals', currency: 'DKK', digits: 2 },
  { code: 'too-many-decimals', currency: 'JPY', digits: 0 },
  { code: 'other-status', header: 'Returned', text: 'yes' },
  { code: 'other-status', header: 'Returned', text: 'yes', isMark: true },
  { code: 'set-aside', header: 'Finished', text: 'False' },
  { code: 'not-completed', header: 'Completed at' },
  { code: 'currency-differs', written: 'USD', expected: 'DKK' },
  { code: 'currency-of-header', written: 'USD', expected: 'DKK' },
  { code: 'not-a-score', min: 0, max: 10 },
  { code: 'not-for-kind', kind: 'remark' },
  ...clashes.map((clash) => ({ code: 'same-number', clash, line: 4 }) as const),
  { code: 'incomplete-order', line: 4 },
  { code: 'shared-address', customers: ['K1', 'K2'] },
  { code: 'same-response' },
  { code: 'known-response', response: '1', day: 20_098 },
  { code: 'known-number', number: '1', customer: 'K1', day: 20_098 },
];

const place = { line: 7, column: 'amount', value: '1,234' };
const other = { line: 9, column: 'amount', value: '1.234,5' };
const files: readonly FileRefusal[] = [
  { code: 'empty' },
  { code: 'not-text', looksLike: 'xlsx' },
  { code: 'not-text', looksLike: 'constructor' },
  { code: 'unknown-encoding', encoding: 'klingon' },
  { code: 'no-header', first: ['1', '2'] },
  { code: 'another-header', line: 7, found: ['kunde', 'dato'] },
  {
    code: 'scores-in-words',
    kind: 'csat',
    own: { min: 1, max: 5 },
    place: { line: 2, column: 'score', value: 'Meget tilfreds' },
  },
  { code: 'columns', kind: 'orders', missing: ['date', 'amount'], doubled: [], found: ['a', 'b'] },
  {
    code: 'columns',
    kind: 'feedback',
    missing: ['score', 'kind'],
    doubled: [{ column: 'date', headers: ['Dato', 'Dag'] }],
    found: ['Dato', 'Dag', 'Hvor sandsynligt?'],
    likely: [{ column: 'score', header: 'Hvor sandsynligt?' }],
    example: ['date', '', 'score'],
    system: 'Typeform',
  },
  { code: 'unknown-bracket', column: 'amount', header: 'Beløb (stk)', word: 'stk' },
  { code: 'unknown-bracket', column: 'amount', header: 'Salg (1.000 kr.)', word: '1.000 kr', isTitle: true },
  { code: 'unit-price', header: 'Pris', quantity: 'Antal', example: ['order', 'customer', 'date', '', 'amount'] },
  { code: 'unknown-kind', found: [] },
  { code: 'unknown-column', column: 'x', known: Array.from({ length: 30 }, () => 'y') },
  { code: 'column-count', given: 3, found: 4 },
  { code: 'ambiguous-numbers', place, readings: ['1.234', '1234'] },
  { code: 'ambiguous-dates', place, readings: ['2026-03-01', '2026-01-03'] },
  { code: 'mixed-numbers', first: place, second: other },
  { code: 'mixed-dates', first: place, second: other },
  { code: 'locale-differs', locale: 'en', proof: other, place },
  { code: 'unknown-currency', value: 'kroner' },
  { code: 'too-many-decimals', place, currency: 'DKK', digits: 2 },
  { code: 'too-many-decimals', place, currency: 'JPY', digits: 0 },
  {
    code: 'rates-doubtful',
    because: 'inverse',
    place: { line: 2, column: 'rate', value: '7.46' },
    currency: 'DKK',
    base: 'EUR',
    rate: 7.46,
    reference: 0.134,
    source: 'rough',
  },
  {
    code: 'rates-doubtful',
    because: 'hundredfold',
    place: { line: 2, column: 'rate', value: '746.01' },
    currency: 'EUR',
    base: 'DKK',
    rate: 746.01,
    reference: 7.46,
    source: 'known',
  },
  {
    code: 'other-scale',
    kind: 'csat',
    own: { min: 1, max: 5 },
    from: 1,
    to: 10,
    because: 'outside',
    header: null,
    place: { line: 7, column: 'score', value: '8' },
    known: [
      { min: 1, max: 10, satisfiedFrom: 8 },
      { min: 1, max: 7, satisfiedFrom: 6 },
    ],
  },
  {
    code: 'other-scale',
    kind: 'nps',
    own: { min: 0, max: 10 },
    from: 1,
    to: 10,
    because: 'header',
    header: 'NPS (1-10)',
    place: null,
    known: [{ min: 1, max: 10 }],
  },
  {
    code: 'scale-not-for-kind',
    kind: 'review',
    scale: { min: 1, max: 10 },
    known: [{ min: 1, max: 5 }],
  },
  ...(['customer', 'order'] as const).flatMap((column) =>
    [null, 2].map(
      (otherLine) =>
        ({
          code: 'similar-spelling',
          column,
          line: 5,
          written: '00123',
          other: '123',
          otherLine,
          numbers: 1200,
        }) as const,
    ),
  ),
  ...(['number', 'known-number', 'source'] as const).map(
    (lacks) =>
      ({ code: 'known-rows', lacks, rows: 12, of: 1400, line: 2, fileName: 'orders.csv', day: 20_520 }) as const,
  ),
  {
    code: 'known-orders',
    orders: 12,
    number: '1042',
    line: 7,
    before: { amountMinor: 55_000, currency: 'DKK', lines: 3 },
    after: { amountMinor: 13_000, currency: 'DKK', lines: 1 },
  },
  ...clashes.map(
    (clash) => ({ code: 'same-number', clash, number: '1', lines: [2, 7], values: ['a', 'b'], numbers: 3 }) as const,
  ),
];

describe.each(locales)('in %s', (locale) => {
  it('each reason to refuse a row says something, in a sentence', () => {
    const said = reasons.map((reason) => rowRefusalWords({ column: 'amount', value: '1,2,3', reason }, locale));
    expect(said.filter((text) => !/^[^a-z].*\.$/.test(text) || /undefined|\[object/.test(text))).toEqual([]);
    expect(new Set(said).size).toBe(said.length);
  });

  it('each reason to refuse a file says something, in sentences', async () => {
    for (const handedOver of ['shell', 'form'] as const) {
      const said = files.map((refusal) => fileRefusalWords(refusal, locale, handedOver));
      expect(said.filter((text) => !text.endsWith('.') || /undefined|\[object/.test(text))).toEqual([]);
      await expect(`${said.join('\n')}\n`).toMatchFileSnapshot(`golden/${locale}/file-refusals-${handedOver}.txt`);
    }
  });

  it('what the shell calls by its options is called in Slack as the form calls it', () => {
    const { locale: style, columns } = importWords(locale);
    const said = files.map((refusal) => fileRefusalWords(refusal, locale, 'form')).join('\n');
    expect(said).not.toContain('--');
    expect(said.split(style)).toHaveLength(4);
    expect(said).toContain(columns);
  });

  it('each reason not to take a time says something', () => {
    const codes = ['empty', 'not-understood', 'no-day', 'bad-time', 'several-times', 'bad-day-of-month'] as const;
    const rest = ['not-every-month', 'days-mixed', 'cron-fields', 'cron-seconds', 'cron-nickname', 'never'] as const;
    for (const code of [...codes, ...rest, 'too-often' as const]) {
      expect(whenRefusalWords({ kind: 'refused', code, typed: '1e' }, locale)).toMatch(/\.$/);
    }
  });
});

it('an ambiguous file is refused naming the option that settles it, and both readings', () => {
  const words = fileRefusalWords({ code: 'ambiguous-numbers', place, readings: ['1.234', '1234'] }, 'en', 'shell');
  expect(words).toContain('Line 7, amount: “1,234”');
  expect(words).toContain('--locale');
  expect(words).toMatch(/1\.234 or 1234/);
});

it('the cell beside a refused row names its column', () => {
  const reason = { code: 'not-a-score', min: 0, max: 10 } as const;
  expect(refusedCellWords({ column: 'score', value: '11', reason }, 'da')).toBe(
    'karakter: Det skal være et helt tal fra 0 til 10.',
  );
  expect(refusedCellWords({ column: null, value: null, reason: { code: 'broken-quotes' } }, 'en')).toBe(
    'A quotation mark is not closed where it should be.',
  );
});
