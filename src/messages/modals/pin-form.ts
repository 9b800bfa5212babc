import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { CustomerName } from '../../facts/customer.ts';
import { type Rung, rungs } from '../../loyalty/ladder/rung-rules.ts';
import { type Day, dayFromIso } from '../../loyalty/time/period.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { capital, rungTerms } from '../../text/terms.ts';
import { context } from '../kit/blocks.ts';
import { nameOf } from '../words/names.ts';
import { choice, dayField, type Filled, field, formKind, menu, textField } from './form.ts';
import { formWords } from './form-words.ts';
import { chosenIn, dateIn, type StateValues, typedIn } from './state.ts';

export const pinForm = formKind('customer.pin', z.object({ customerId: z.int().positive() }));

export interface PinEntry {
  readonly rung: Rung;
  readonly reason: string;
  /** The first day on which it no longer holds. */
  readonly untilDay: Day | null;
}

const words = defineText({
  en: {
    title: 'Set the rung by hand',
    about: (name: string) => `${name} stands on this rung whatever the rules say.`,
    rung: 'Rung',
    reason: 'Why?',
    reasonHint: 'For example the agreement that makes a customer a partner.',
    until: 'Until',
    untilHint: 'From this day on the rules apply again. Left empty: until somebody ends it.',
  },
  da: {
    title: 'Sæt trinnet manuelt',
    about: (name: string) => `${name} står på dette trin, uanset hvad reglerne siger.`,
    rung: 'Trin',
    reason: 'Hvorfor?',
    reasonHint: 'For eksempel den aftale, der gør en kunde til partner.',
    until: 'Indtil',
    untilHint: 'Fra den dag gælder reglerne igen. Tomt felt: indtil nogen ophæver det.',
  },
  nb: {
    title: 'Sett trinnet manuelt',
    about: (name: string) => `${name} står på dette trinnet uansett hva reglene sier.`,
    rung: 'Trinn',
    reason: 'Hvorfor?',
    reasonHint: 'For eksempel avtalen som gjør en kunde til partner.',
    until: 'Til',
    untilHint: 'Fra den dagen gjelder reglene igjen. Tomt felt: til noen opphever det.',
  },
});

/** Asks for the rung that a person sets, why, and until when. */
export function pinView(customer: CustomerName, rung: Rung | null, locale: Locale): ModalView {
  const text = words(locale);
  const options = [...rungs].reverse().map((name) => choice(name, capital(rungTerms(locale)[name].one)));
  const blocks = [
    context(text.about(nameOf(locale, customer))),
    field('rung', text.rung, menu('pin.rung', options, rung)),
    textField('reason', text.reason, { action: 'pin.reason', limit: 500, hint: text.reasonHint, multiline: true }),
    dayField('until', text.until, { action: 'pin.until', optional: true, hint: text.untilHint }),
  ];
  return pinForm.view({ title: text.title, blocks }, { customerId: customer.id }, locale);
}

/** @param today in the workspace's time zone: a pin that ends today would never hold */
export function readPin(values: StateValues, locale: Locale, today: Day): Filled<PinEntry> {
  const chosen = chosenIn(values, 'rung');
  const rung = rungs.find((known) => known === chosen);
  const reason = typedIn(values, 'reason');
  const date = dateIn(values, 'until');
  const untilDay = date === null ? null : dayFromIso(date);
  const endsLater = untilDay === null || untilDay > today;
  if (rung && reason !== '' && endsLater) return { kind: 'filled', values: { rung, reason, untilDay } };
  const { chooseOne, needed, onlyLater } = formWords(locale);
  return {
    kind: 'errors',
    errors: {
      ...(!rung && { rung: chooseOne }),
      ...(reason === '' && { reason: needed }),
      ...(!endsLater && { until: onlyLater }),
    },
  };
}
