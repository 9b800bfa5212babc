import { type MoneyRules, readMoney, readPaid } from '../../ingest/money.ts';
import { rowRefusalWords } from '../../messages/imports/row-refusal.ts';
import type { ReadAmount } from '../../messages/modals/amounts.ts';
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

/** How a language writes its decimals. */
export function styleOf(locale: Incoming['locale']): 'comma' | 'point' {
  return locale === 'en' ? 'point' : 'comma';
}
