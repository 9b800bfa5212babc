import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { type Day, dayFromIso } from '../../loyalty/time/period.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { dayField, type Filled, formKind, textField } from './form.ts';
import { formWords } from './form-words.ts';
import { dateIn, type StateValues, typedIn } from './state.ts';

/** Carries the reporting currency that the rate is into. */
export const rateForm = formKind('rate.save', z.object({ base: z.string().length(3) }));

export interface RateEntry {
  readonly currency: string;
  readonly rate: number;
  readonly day: Day;
}

/** Reads what was typed: the value, or what is wrong with it in words. */
export interface ReadRateFields {
  readonly currency: (typed: string) => string | { readonly wrong: string };
  readonly rate: (typed: string) => number | { readonly wrong: string };
}

const words = defineText({
  en: {
    title: 'Add a currency rate',
    currency: 'Currency',
    currencyHint: 'Three letters, for example EUR.',
    rate: 'Rate',
    rateHint: (base: string) => `How many ${base} one unit of it is worth.`,
    day: 'From this day on',
    dayHint:
      'It holds until the next rate. For a trend over years, the earliest rate has to be as old as the first order.',
  },
  da: {
    title: 'Tilføj en valutakurs',
    currency: 'Valuta',
    currencyHint: 'Tre bogstaver, for eksempel EUR.',
    rate: 'Kurs',
    rateHint: (base: string) => `Hvor mange ${base} én enhed af den er værd.`,
    day: 'Fra og med',
    dayHint:
      'Den gælder til den næste kurs. Til tal for flere år skal den ældste kurs være lige så gammel som den første ordre.',
  },
  nb: {
    title: 'Legg til en valutakurs',
    currency: 'Valuta',
    currencyHint: 'Tre bokstaver, for eksempel EUR.',
    rate: 'Kurs',
    rateHint: (base: string) => `Hvor mange ${base} én enhet av den er verdt.`,
    day: 'Fra og med',
    dayHint:
      'Den gjelder til neste kurs. For tall over flere år må den eldste kursen være like gammel som den første ordren.',
  },
});

export function rateView({ today, base }: { readonly today: Day; readonly base: string }, locale: Locale): ModalView {
  const text = words(locale);
  const blocks = [
    textField('currency', text.currency, { action: 'rate.currency', limit: 10, hint: text.currencyHint }),
    textField('rate', text.rate, { action: 'rate.rate', limit: 30, hint: text.rateHint(base) }),
    dayField('day', text.day, { action: 'rate.day', day: today, hint: text.dayHint }),
  ];
  return rateForm.view({ title: text.title, blocks }, { base }, locale);
}

export function readRateEntry(values: StateValues, locale: Locale, read: ReadRateFields): Filled<RateEntry> {
  const currency = read.currency(typedIn(values, 'currency'));
  const rate = read.rate(typedIn(values, 'rate'));
  const day = dayFromIso(dateIn(values, 'day') ?? '');
  const errors = {
    ...(typeof currency !== 'string' && { currency: currency.wrong }),
    ...(typeof rate !== 'number' && { rate: rate.wrong }),
    ...(Number.isNaN(day) && { day: formWords(locale).badDay }),
  };
  if (Object.keys(errors).length > 0 || typeof currency !== 'string' || typeof rate !== 'number') {
    return { kind: 'errors', errors };
  }
  return { kind: 'filled', values: { currency, rate, day } };
}
