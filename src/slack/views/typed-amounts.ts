import { toCurrency } from '../../ingest/currency.ts';
import { readEmail } from '../../ingest/email.ts';
import { readId } from '../../ingest/ids.ts';
import { type MoneyRules, readMoney, readPaid } from '../../ingest/money.ts';
import { readNumber } from '../../ingest/numbers.ts';
import { readRate } from '../../ingest/rates.ts';
import { fileWords } from '../../messages/imports/file-refusal-words.ts';
import { rowRefusalWords } from '../../messages/imports/row-refusal.ts';
import type { ReadAmount } from '../../messages/modals/amounts.ts';
import type { ReadAddress } from '../../messages/modals/customer-fields.ts';
import type { ReadRateFields } from '../../messages/modals/rate-form.ts';
import { inQuotes } from '../../text/quotes.ts';
import type { Incoming } from '../identify-member.ts';

type Typist = Pick<Incoming, 'locale' | 'settings'>;

/** Reads amounts as a member types them: what can be read two ways, as their language has it. */
export function amountReader(typist: Typist): ReadAmount {
  return readerOf(typist, (typed, rules) => readPaid('amount', typed, '', rules));
}

/** The same of an order, which may be a refund. */
export function orderAmountReader(typist: Typist): ReadAmount {
  return readerOf(typist, (typed, rules) => {
    if (typed === '') return null;
    const money = readMoney(typed, '', rules);
    return 'reason' in money ? { column: money.at, reason: money.reason } : money;
  });
}

/** Reads an e-mail address as files are read. */
export function addressReader({ locale }: Typist): ReadAddress {
  return (typed) => {
    const read = readEmail(typed === '' ? null : typed);
    return isWords(read) ? read : { wrong: rowRefusalWords({ column: 'email', value: typed, reason: read }, locale) };
  };
}

/** Reads a customer's own number the same way. */
export function numberReader({ locale }: Typist): ReadAddress {
  return (typed) => {
    const read = readId(typed, { damaged: false, wholeNumbers: false, guests: true });
    return isWords(read)
      ? read
      : { wrong: rowRefusalWords({ column: 'customer', value: typed, reason: read }, locale) };
  };
}

function isWords(read: string | null | object): read is string | null {
  return read === null || typeof read === 'string';
}

function readerOf(
  { locale, settings }: Typist,
  read: (typed: string, rules: MoneyRules) => ReturnType<typeof readPaid>,
): ReadAmount {
  const rules = {
    columns: { currency: null, says: {} },
    decimals: null,
    numberStyle: styleOf(locale),
    defaultCurrency: settings.currency,
  };
  return (typed) => {
    const money = read(typed, rules);
    if (money === null) return null;
    if ('minor' in money) return { amountMinor: money.minor, currency: money.currency };
    return { wrong: rowRefusalWords({ ...money, value: typed }, locale) };
  };
}

/** Reads a currency other than the reporting one, and its rate. */
export function rateReader({ locale, settings }: Typist): ReadRateFields {
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

function styleOf(locale: Incoming['locale']): 'comma' | 'point' {
  return locale === 'en' ? 'point' : 'comma';
}
