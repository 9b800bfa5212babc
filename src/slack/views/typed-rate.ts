import { toCurrency } from '../../ingest/currency.ts';
import { readNumber } from '../../ingest/numbers.ts';
import { readRate } from '../../ingest/rates.ts';
import { fileWords } from '../../messages/imports/file-refusal-words.ts';
import { rowRefusalWords } from '../../messages/imports/row-refusal.ts';
import type { ReadRateFields } from '../../messages/modals/rate-form.ts';
import { inQuotes } from '../../text/quotes.ts';
import type { Incoming } from '../identify-member.ts';
import { styleOf } from './typed-amounts.ts';

/** Reads a currency other than the reporting one, and its rate. */
export function rateReader({ locale, settings }: Pick<Incoming, 'locale' | 'settings'>): ReadRateFields {
  return {
    currency(typed) {
      const reading = typed === '' ? ({ code: 'missing' } as const) : toCurrency(typed, null);
      const reason =
        'currency' in reading && reading.currency === settings.currency ? { code: 'same-currency' as const } : reading;
      if ('currency' in reason) return reason.currency;
      return { wrong: rowRefusalWords({ column: 'currency', value: typed, reason }, locale) };
    },
    rate(typed) {
      const both = readNumber(typed, null);
      // Nobody sets off thousands in a rate: "7.461" of a Dane may well be meant as decimals.
      if ('readings' in both && typed.includes(locale === 'en' ? ',' : '.')) {
        return { wrong: fileWords(locale).ambiguous(inQuotes(locale, typed), ...both.readings) };
      }
      const rate = readRate(typed, { numberStyle: styleOf(locale) });
      return typeof rate === 'number'
        ? rate
        : { wrong: rowRefusalWords({ column: 'rate', value: typed, reason: rate }, locale) };
    },
  };
}
