import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { Money } from '../../loyalty/facts/money.ts';
import { type Day, dayFromIso } from '../../loyalty/time/period.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { amountErrors, isWrong, type ReadAmount } from './amounts.ts';
import { dayField, type Filled, formKind, textField } from './form.ts';
import { formWords } from './form-words.ts';
import { dateIn, type StateValues, typedIn } from './state.ts';

export const spendForm = formKind('spend.save', z.object({}));

export interface SpendEntry {
  readonly from: Day;
  /** The first day after it. */
  readonly to: Day;
  readonly source: string | null;
  readonly amount: Money;
}

const words = defineText({
  en: {
    title: 'Add spend',
    amount: 'Amount',
    amountHint: (currency: string) =>
      `What was spent to win customers, in ${currency} unless another currency follows it: 300 EUR.`,
    from: 'Day, or the first day of a period',
    until: 'Last day of the period',
    untilHint: 'The amount is spread evenly over the days.',
    source: 'Spent on',
    sourceHint:
      'In the same words as on customers’ cards, for example a fair: so the cost per customer won can be worked out.',
    tooEarly: 'Choose a day that is not before the first.',
  },
  da: {
    title: 'Tilføj udgift',
    amount: 'Beløb',
    amountHint: (currency: string) =>
      `Hvad der er brugt på at vinde kunder, i ${currency}, medmindre en anden valuta står efter beløbet: 300 EUR.`,
    from: 'Dag, eller første dag i en periode',
    until: 'Sidste dag i perioden',
    untilHint: 'Beløbet fordeles jævnt på dagene.',
    source: 'Brugt på',
    sourceHint: 'Med samme ord som på kundernes kort, for eksempel en messe: Så kan prisen pr. vundet kunde beregnes.',
    tooEarly: 'Vælg en dag, der ikke er før den første.',
  },
  nb: {
    title: 'Legg til utgift',
    amount: 'Beløp',
    amountHint: (currency: string) =>
      `Hva som er brukt på å vinne kunder, i ${currency} hvis ikke en annen valuta står etter beløpet: 300 EUR.`,
    from: 'Dag, eller første dag i en periode',
    until: 'Siste dag i perioden',
    untilHint: 'Beløpet fordeles jevnt på dagene.',
    source: 'Brukt på',
    sourceHint: 'Med samme ord som på kundenes kort, for eksempel en messe: Da kan prisen per vunnet kunde beregnes.',
    tooEarly: 'Velg en dag som ikke er før den første.',
  },
});

/** @param currency the reporting currency */
export function spendView(
  { today, currency }: { readonly today: Day; readonly currency: string },
  locale: Locale,
): ModalView {
  const text = words(locale);
  const blocks = [
    textField('amount', text.amount, { action: 'spend.amount', limit: 40, hint: text.amountHint(currency) }),
    dayField('from', text.from, { action: 'spend.from', day: today }),
    dayField('until', text.until, { action: 'spend.until', optional: true, hint: text.untilHint }),
    textField('source', text.source, { action: 'spend.source', limit: 200, optional: true, hint: text.sourceHint }),
  ];
  return spendForm.view({ title: text.title, blocks }, {}, locale);
}

export function readSpend(values: StateValues, locale: Locale, readAmount: ReadAmount): Filled<SpendEntry> {
  const amount = readAmount(typedIn(values, 'amount'));
  const from = dayFromIso(dateIn(values, 'from') ?? '');
  const last = dateIn(values, 'until');
  const until = last === null ? from : dayFromIso(last);
  const errors = {
    ...(amount === null && { amount: formWords(locale).needed }),
    ...amountErrors({ amount }),
    ...(Number.isNaN(from) && { from: formWords(locale).badDay }),
    ...(until < from && { until: words(locale).tooEarly }),
  };
  if (Object.keys(errors).length > 0 || amount === null || isWrong(amount)) return { kind: 'errors', errors };
  return { kind: 'filled', values: { from, to: until + 1, source: typedIn(values, 'source') || null, amount } };
}
