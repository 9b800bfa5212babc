import type { Money } from '../../loyalty/facts/money.ts';
import type { OrderStatus } from '../../loyalty/facts/order.ts';
import { type Day, dayFromIso } from '../../loyalty/time/period.ts';
import type { Locale } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';
import { amountErrors, isWrong, type ReadAmount } from './amounts.ts';
import { answerValue, chosenToCorrect, correctionFormWords, type OrderNumber, theCustomer } from './correction-form.ts';
import type { Filled } from './form.ts';
import { changedUnder, formWords } from './form-words.ts';
import { allChosenIn, chosenIn, dateIn, type StateValues, typedIn } from './state.ts';

/** What a person corrected in the form. */
export type CorrectionEntry =
  | { readonly kind: 'remove-customer' }
  | {
      readonly kind: 'remove-order' | 'order';
      readonly key: OrderNumber;
      readonly amount: Money | null;
      readonly day: Day | null;
      readonly status: OrderStatus;
    }
  | {
      readonly kind: 'remove-answer' | 'answer';
      readonly answerId: number;
      readonly score: number | null;
      /** Left out: the form had no room for it. */
      readonly comment?: string | null;
    };

/** @param chosen what the form's fields were drawn for */
export function readCorrection(
  values: StateValues,
  chosen: string | null,
  locale: Locale,
  readAmount: ReadAmount,
): Filled<CorrectionEntry> {
  const text = correctionFormWords(locale);
  const now = chosenToCorrect(values);
  if (now === null) return { kind: 'errors', errors: { what: formWords(locale).chooseOne } };
  // Sent before the fields of what was chosen came up.
  if (now !== chosen) return { kind: 'errors', errors: { what: text.look } };
  const remove = allChosenIn(values, `remove ${now}`).includes('remove');
  if (now === theCustomer) {
    if (!remove) return { kind: 'errors', errors: { [`remove ${now}`]: text.tick } };
    return { kind: 'filled', values: { kind: 'remove-customer' } };
  }
  return now.startsWith('order:')
    ? readOrder(values, now, remove, locale, readAmount)
    : readAnswer(values, now, remove, locale);
}

function readOrder(
  values: StateValues,
  of: string,
  remove: boolean,
  locale: Locale,
  readAmount: ReadAmount,
): Filled<CorrectionEntry> {
  const [shop = '', orderId = ''] = of.slice('order:'.length).split('\u001f');
  const key = { shop, orderId };
  const status = chosenIn(values, `status ${of}`) === 'cancelled' ? 'cancelled' : 'completed';
  if (remove) return { kind: 'filled', values: { kind: 'remove-order', key, amount: null, day: null, status } };
  const amount = readAmount(typedIn(values, `amount ${of}`));
  const day = dayFromIso(dateIn(values, `day ${of}`) ?? '');
  const errors = {
    ...(amount === null && { [`amount ${of}`]: formWords(locale).needed }),
    ...amountErrors({ [`amount ${of}`]: amount }),
    ...(Number.isNaN(day) && { [`day ${of}`]: formWords(locale).badDay }),
  };
  if (amount === null || isWrong(amount) || Object.keys(errors).length > 0) return { kind: 'errors', errors };
  return { kind: 'filled', values: { kind: 'order', key, amount, day, status } };
}

function readAnswer(values: StateValues, of: string, remove: boolean, locale: Locale): Filled<CorrectionEntry> {
  const answerId = Number(of.slice('answer:'.length));
  const typed = typedIn(values, `score ${of}`);
  if (remove) return { kind: 'filled', values: { kind: 'remove-answer', answerId, score: null } };
  const field = `comment ${of}`;
  const comment = values[field] ? { comment: typedIn(values, field) || null } : {};
  if (typed !== '' && !/^\d{1,2}$/.test(typed)) {
    const number = (value: number) => formatNumber(locale, value);
    return { kind: 'errors', errors: { [`score ${of}`]: correctionFormWords(locale).range(number(0), number(10)) } };
  }
  return {
    kind: 'filled',
    values: { kind: 'answer', answerId, score: typed === '' ? null : Number(typed), ...comment },
  };
}

/** The words under the score that is beyond its kind's scale. */
export function scoreError(
  { answerId, min, max }: { readonly answerId: number; readonly min: number; readonly max: number },
  locale: Locale,
): Readonly<Record<string, string>> {
  const number = (value: number) => formatNumber(locale, value);
  return { [`score ${answerValue({ answerId })}`]: correctionFormWords(locale).range(number(min), number(max)) };
}

/** Said under each field that somebody else changed meanwhile. @param names of what the fields of `chosen` hold */
export function correctedMeanwhile(
  names: readonly string[],
  chosen: string,
  locale: Locale,
): Readonly<Record<string, string>> {
  return changedUnder(
    names.map((name) => `${name} ${chosen}`),
    locale,
  );
}
