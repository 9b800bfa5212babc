import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { CustomerName } from '../../facts/customer.ts';
import type { Money } from '../../loyalty/facts/money.ts';
import { type Day, dayFromIso } from '../../loyalty/time/period.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { context } from '../kit/blocks.ts';
import { nameOf } from '../words/names.ts';
import { amountErrors, isWrong, type ReadAmount } from './amounts.ts';
import { customerIn, customerMenu } from './customer-menu.ts';
import { choice, dayField, type Filled, field, formKind, menu, textField } from './form.ts';
import { formWords } from './form-words.ts';
import { chosenIn, dateIn, type StateValues, typedIn } from './state.ts';

/** Carries who recommended. */
export const recommendationForm = formKind('recommendation.note', z.object({ customerId: z.int().positive() }));

export interface RecommendationEntry {
  readonly outcome: 'won' | 'lost';
  /** The customer who was won. */
  readonly wonId: number | null;
  readonly day: Day;
  /** What was lost. */
  readonly value: Money | null;
  readonly reward: Money | null;
  readonly note: string | null;
}

const words = defineText({
  en: {
    title: 'Note a recommendation',
    about: (name: string) => `${name} recommended us to somebody.`,
    outcome: 'What came of it?',
    won: 'It won a customer',
    lost: 'It won nobody',
    customer: 'The customer who was won',
    customerHint: 'Each customer has one recommender.',
    needsCustomer: 'Choose the customer who was won.',
    day: 'Day',
    reward: 'Paid to the recommender',
    rewardHint: 'Only where it won a customer.',
    onlyForWon: 'A reward is paid for a recommendation that was won.',
    value: 'Value lost',
    valueHint: 'Only where it won nobody. Left empty: the average lifetime value of your customers.',
    onlyForLost: 'The value of a customer who was won follows from the orders.',
    note: 'Note',
  },
  da: {
    title: 'Notér en anbefaling',
    about: (name: string) => `${name} har anbefalet os til nogen.`,
    outcome: 'Hvad kom der ud af det?',
    won: 'Det gav en kunde',
    lost: 'Det gav ingen kunde',
    customer: 'Kunden, der blev vundet',
    customerHint: 'Hver kunde har én anbefaler.',
    needsCustomer: 'Vælg den kunde, der blev vundet.',
    day: 'Dag',
    reward: 'Udbetalt til anbefaleren',
    rewardHint: 'Kun hvis det gav en kunde.',
    onlyForWon: 'Belønning udbetales kun for vundne anbefalinger.',
    value: 'Tabt værdi',
    valueHint: 'Kun hvis det ikke gav nogen kunde. Tomt felt: jeres kunders gennemsnitlige livstidsværdi.',
    onlyForLost: 'Værdien af en vundet kunde følger af ordrerne.',
    note: 'Notat',
  },
  nb: {
    title: 'Noter en anbefaling',
    about: (name: string) => `${name} har anbefalt oss til noen.`,
    outcome: 'Hva kom det ut av det?',
    won: 'Det ga en kunde',
    lost: 'Det ga ingen kunde',
    customer: 'Kunden som ble vunnet',
    customerHint: 'Hver kunde har én anbefaler.',
    needsCustomer: 'Velg kunden som ble vunnet.',
    day: 'Dag',
    reward: 'Betalt til anbefaleren',
    rewardHint: 'Bare hvis det ga en kunde.',
    onlyForWon: 'Belønning betales bare for vunne anbefalinger.',
    value: 'Tapt verdi',
    valueHint: 'Bare hvis det ikke ga noen kunde. Tomt felt: gjennomsnittlig livstidsverdi for kundene deres.',
    onlyForLost: 'Verdien av en vunnet kunde følger av ordrene.',
    note: 'Notat',
  },
});

export function recommendationView(
  { customer, today }: { readonly customer: CustomerName; readonly today: Day },
  locale: Locale,
): ModalView {
  const text = words(locale);
  const outcomes = [choice('won', text.won), choice('lost', text.lost)];
  const amount = { limit: 40, optional: true };
  const note = {
    type: 'plain_text_input',
    action_id: 'recommendation.text',
    max_length: 1000,
    multiline: true,
  } as const;
  const blocks = [
    context(text.about(nameOf(locale, customer))),
    field('outcome', text.outcome, menu('recommendation.outcome', outcomes, 'won')),
    field('customer', text.customer, customerMenu(null, locale), { optional: true, hint: text.customerHint }),
    textField('reward', text.reward, { ...amount, action: 'recommendation.reward', hint: text.rewardHint }),
    textField('value', text.value, { ...amount, action: 'recommendation.value', hint: text.valueHint }),
    dayField('day', text.day, { action: 'recommendation.day', day: today }),
    field('note', text.note, note, { optional: true }),
  ];
  return recommendationForm.view({ title: text.title, blocks }, { customerId: customer.id }, locale);
}

/** @param today in the workspace's time zone */
export function readRecommendation(
  values: StateValues,
  locale: Locale,
  today: Day,
  readAmount: ReadAmount,
): Filled<RecommendationEntry> {
  const text = words(locale);
  const outcome = chosenIn(values, 'outcome') === 'lost' ? 'lost' : 'won';
  const wonId = customerIn(values, 'customer');
  const day = dayFromIso(dateIn(values, 'day') ?? '');
  const reward = readAmount(typedIn(values, 'reward'));
  const value = readAmount(typedIn(values, 'value'));
  const errors = {
    ...(outcome === 'won' && wonId === null && { customer: text.needsCustomer }),
    ...(Number.isNaN(day) && { day: formWords(locale).badDay }),
    ...(day > today && { day: formWords(locale).notInFuture }),
    ...(outcome === 'lost' && reward && { reward: text.onlyForWon }),
    ...(outcome === 'won' && value && { value: text.onlyForLost }),
    ...amountErrors({ reward, value }),
  };
  if (Object.keys(errors).length > 0 || isWrong(reward) || isWrong(value)) return { kind: 'errors', errors };
  return { kind: 'filled', values: { outcome, wonId, day, value, reward, note: typedIn(values, 'note') || null } };
}
