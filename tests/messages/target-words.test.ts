import { describe, expect, it } from 'vitest';
import { saidUntil } from '../../src/commands/until-words.ts';
import { dayFromIso, isoFromDay } from '../../src/loyalty/time/period.ts';
import { targetLine } from '../../src/messages/figures/target-line.ts';
import { readTargetValue, typedTargetValue } from '../../src/messages/modals/read-target-value.ts';
import { readTarget } from '../../src/messages/modals/target-form.ts';
import { saidPart } from '../../src/messages/words/said-part.ts';
import type { Locale } from '../../src/text/define-text.ts';
import { typedNumber } from '../../src/text/typed-number.ts';
import { target } from './target-facts.ts';

const today = dayFromIso('2026-11-22');

describe('the last day of a target', () => {
  it.each([
    ['30 June', '2027-06-30'],
    ['by 30 June', '2027-06-30'],
    ['June 30th', '2027-06-30'],
    ['inden 30. juni', '2027-06-30'],
    ['inden den 30. juni 2027', '2027-06-30'],
    ['innen 31. desember', '2026-12-31'],
    ['2026-12-24', '2026-12-24'],
    ['24/12', '2026-12-24'],
    ['24.12.2028', '2028-12-24'],
    ['22 November', '2026-11-22'],
    ['21 November', '2027-11-21'],
    ['29 February', '2028-02-29'],
    ['Q2', '2027-06-30'],
    ['by Q4', '2026-12-31'],
    ['Q1 2028', '2028-03-31'],
    ['2. kvartal', '2027-06-30'],
    ['udgangen af marts', '2027-03-31'],
    ['utgangen av mars', '2027-03-31'],
    ['the end of March', '2027-03-31'],
    ['quarter', '2026-12-31'],
    ['dette kvartal', '2026-12-31'],
    ['next quarter', '2027-03-31'],
    ['næste kvartal', '2027-03-31'],
    ['neste måned', '2026-12-31'],
    ['next year', '2027-12-31'],
    ['2027', '2027-12-31'],
  ])('“%s” is %s', (typed, day) => {
    expect(isoFromDay(saidUntil(typed, today) ?? 0)).toBe(day);
  });

  it.each(['', 'soon', '31 February', '32 June', '30 Juniper Street', '12/13'])('“%s” is none', (typed) => {
    expect(saidUntil(typed, today)).toBeNull();
  });
});

describe('the value of a target', () => {
  const read = (typed: string, figure: 'nps' | 'repeat', locale: Locale) =>
    readTargetValue(typed, figure, 'DKK', locale);

  it('is read in the number format of whoever types it', () => {
    expect(read('44.5', 'repeat', 'en')).toEqual({ kind: 'read', value: 0.445 });
    expect(read('44,5 %', 'repeat', 'da')).toEqual({ kind: 'read', value: 0.445 });
    expect(read('−12,5', 'nps', 'nb')).toEqual({ kind: 'read', value: -12.5 });
    expect(read('≥ +45 points', 'nps', 'en')).toEqual({ kind: 'read', value: 45 });
    expect(read('44,5', 'repeat', 'en')).toMatchObject({ kind: 'refused' });
    expect(read('44.5', 'repeat', 'da')).toMatchObject({ kind: 'refused' });
  });

  it('is refused where it cannot be, and asked about where it could be two', () => {
    expect(read('101', 'nps', 'en')).toEqual({ kind: 'refused', words: 'It can be from −100 to 100.' });
    expect(read('120 %', 'repeat', 'da')).toEqual({ kind: 'refused', words: 'Det kan være fra 0 til 100.' });
    expect(read('0,9', 'repeat', 'da')).toEqual({
      kind: 'refused',
      words: 'Mener du 90 %? Skriv ”90 %” i stedet for ”0,9”.',
    });
    expect(read('0,9 %', 'repeat', 'da')).toEqual({ kind: 'read', value: 0.009 });
    expect(read('mange', 'nps', 'nb')).toEqual({
      kind: 'refused',
      words: '«mange» kan jeg ikke lese som et tall. Skriv for eksempel 45.',
    });
  });

  it('comes back as it would be typed', () => {
    for (const locale of ['en', 'da', 'nb'] as const) {
      for (const [figure, value] of [
        ['nps', -12.5],
        ['repeat', 0.4455],
        ['csat', 1],
      ] as const) {
        const typed = typedTargetValue(figure, value, 'DKK', locale);
        expect(readTargetValue(typed, figure, 'DKK', locale)).toEqual({ kind: 'read', value });
      }
    }
  });
});

it('numbers of another format are not guessed at', () => {
  expect(typedNumber('en', '1,234.5')).toBe(1234.5);
  expect(typedNumber('da', '1.234,5')).toBe(1234.5);
  expect(typedNumber('nb', '1\u00a0234,5')).toBe(1234.5);
  for (const typed of ['', '.', '1.2.3', '1,23,456', '4e2', '0x10', 'Infinity', '1 2'])
    expect([typed, typedNumber('en', typed)]).toEqual([typed, null]);
});

it('a part is said by what tells it apart and its name', () => {
  expect(saidPart(['country', 'dk'])).toEqual({ dimension: 'country', value: 'DK' });
  expect(saidPart(['trin', 'Ambassadører'])).toEqual({ dimension: 'rung', value: 'ambassador' });
  expect(saidPart(['trinn', 'tilbakevendende', 'kunder'])).toEqual({ dimension: 'rung', value: 'repeat' });
  expect(saidPart(['segment', 'Cafés', 'Nord'])).toEqual({ dimension: 'segment', value: 'Cafés Nord' });
  expect(saidPart(['rung', 'nobility'])).toBeNull();
  expect(saidPart(['country'])).toBeNull();
});

it('a distance is the difference that people work out from what stands beside it', () => {
  expect(targetLine('en', target(38.5))).toBe('NPS +38.5 (target: +45): 6.5 points to go, 31 days left');
  expect(targetLine('en', target(44.96))).toBe('NPS +44.96 (target: +45): 0.04 points to go, 31 days left');
  expect(targetLine('en', target(45))).toBe('NPS +45 (target: +45): target met, 31 days left');
  expect(targetLine('da', target(44, { daysLeft: 1 }))).toBe('NPS +44 (mål: +45): mangler 1 point, 1 dag tilbage');
  expect(targetLine('nb', target(40, { comparison: 'at-most', value: 30, distance: 10 }))).toBe(
    'NPS +40 (mål: høyst +30): 10 poeng for høyt, 31 dager igjen',
  );
});

describe('the form of a target', () => {
  const state = (values: Readonly<Record<string, string | null>>) => ({
    figure: { a: { selected_option: values.figure ? { value: values.figure } : null } },
    value: { a: { value: values.value ?? null } },
    until: { a: { selected_date: values.until ?? null } },
    span: { a: { selected_option: { value: values.span ?? '90' } } },
    part: { a: { value: values.part ?? null } },
  });
  const open = { figure: null, part: null };
  const known = { locale: 'da', currency: 'DKK', today } as const;

  it('tells under each field what is wrong with it', () => {
    expect(readTarget(state({}), open, known)).toEqual({
      kind: 'errors',
      errors: { figure: 'Vælg en mulighed.', value: 'Udfyld feltet.', until: 'Vælg en dag.' },
    });
    const wrong = { figure: 'csat', value: '45.5', until: '2026-11-21', part: 'trin adel', span: '91' };
    const read = readTarget(state(wrong), open, known);
    expect(read.kind === 'errors' && Object.keys(read.errors).sort()).toEqual(['part', 'span', 'until', 'value']);
  });

  it('takes what is right, for a part too', () => {
    const filled = { figure: 'nps', value: '45,5', until: '2026-11-22', span: 'quarter', part: 'trin ambassadør' };
    expect(readTarget(state(filled), open, known)).toEqual({
      kind: 'filled',
      values: {
        figure: 'nps',
        part: { dimension: 'rung', value: 'ambassador' },
        value: 45.5,
        untilDay: today,
        span: 'quarter',
      },
    });
  });
});
