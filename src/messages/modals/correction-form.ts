import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import type { CustomerName, Voice } from '../../facts/customer.ts';
import { marksOf } from '../../loyalty/changed-meanwhile.ts';
import { answerParts, orderParts } from '../../loyalty/corrected.ts';
import type { Money } from '../../loyalty/facts/money.ts';
import type { OrderStatus } from '../../loyalty/facts/order.ts';
import { scoreScale } from '../../loyalty/facts/scale.ts';
import type { Day } from '../../loyalty/time/period.ts';
import { formatDay } from '../../text/date.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { shortened } from '../../text/shorten.ts';
import { oneLine } from '../../text/typed.ts';
import { context } from '../kit/blocks.ts';
import { amountWords } from '../words/money-words.ts';
import { nameOf } from '../words/names.ts';
import { voiceTitle } from '../words/voice.ts';
import { amountText } from './amounts.ts';
import { boxes, choice, dayField, field, formKind, menu, textField } from './form.ts';
import { chosenIn, type StateValues } from './state.ts';

export const correctionForm = formKind(
  'correction.save',
  z.object({
    customerId: z.int().positive(),
    chosen: z.string().max(75).nullable(),
    /** Marks of what its fields were drawn from. */
    seen: z.record(z.string(), z.string()).optional(),
  }),
);

/** The action of the menu that says what is to be corrected; the rest of the form follows it. */
export const correctedAction = 'correction.what';

export interface CorrectableOrder extends Money {
  readonly orderId: string;
  readonly shop: string;
  readonly day: Day;
  readonly status: OrderStatus;
}

/** A customer with what can be corrected: orders and answers, the newest first. */
export interface Correctable {
  readonly customer: CustomerName;
  readonly orders: readonly CorrectableOrder[];
  readonly answers: readonly Voice[];
}

export type OrderNumber = Pick<CorrectableOrder, 'orderId' | 'shop'>;

export const correctionFormWords = defineText({
  en: {
    title: 'Correct or delete',
    about: (name: string) => `What is wrong with ${name}? Every figure follows, and it is noted who changed what.`,
    what: 'What',
    order: (id: string, amount: string, day: string) => `Order ${id} · ${amount} · ${day}`,
    customer: (name: string) => `${name} with everything`,
    amount: 'Amount',
    day: 'Day',
    status: 'State',
    completed: 'Completed',
    cancelled: 'Cancelled',
    score: 'Score',
    comment: 'Comment',
    longComment: 'The comment is too long for this form, and stays as it is.',
    remove: 'Delete',
    removeOrder: 'Delete this order',
    removeAnswer: 'Delete this answer',
    removeCustomer: (name: string) => `Delete ${name} with all orders, answers and follow-ups. This cannot be undone.`,
    tick: 'Tick the box to delete.',
    look: 'The fields for it are below now. Check them, and save.',
    range: (min: string, max: string) => `Write a whole number from ${min} to ${max}.`,
  },
  da: {
    title: 'Ret eller slet',
    about: (name: string) => `Hvad er forkert hos ${name}? Alle tal følger med, og det noteres, hvem der ændrede hvad.`,
    what: 'Hvad',
    order: (id: string, amount: string, day: string) => `Ordre ${id} · ${amount} · ${day}`,
    customer: (name: string) => `${name} med alle data`,
    amount: 'Beløb',
    day: 'Dag',
    status: 'Status',
    completed: 'Gennemført',
    cancelled: 'Annulleret',
    score: 'Karakter',
    comment: 'Kommentar',
    longComment: 'Kommentaren er for lang til formularen og bliver stående, som den er.',
    remove: 'Slet',
    removeOrder: 'Slet ordren',
    removeAnswer: 'Slet svaret',
    removeCustomer: (name: string) => `Slet ${name} med alle ordrer, svar og opfølgninger. Det kan ikke fortrydes.`,
    tick: 'Sæt kryds for at slette.',
    look: 'Felterne står nu nedenfor. Se dem efter, og gem.',
    range: (min: string, max: string) => `Skriv et helt tal fra ${min} til ${max}.`,
  },
  nb: {
    title: 'Rett eller slett',
    about: (name: string) => `Hva er feil hos ${name}? Alle tall følger med, og det noteres hvem som endret hva.`,
    what: 'Hva',
    order: (id: string, amount: string, day: string) => `Ordre ${id} · ${amount} · ${day}`,
    customer: (name: string) => `${name} med alle data`,
    amount: 'Beløp',
    day: 'Dag',
    status: 'Status',
    completed: 'Fullført',
    cancelled: 'Kansellert',
    score: 'Poeng',
    comment: 'Kommentar',
    longComment: 'Kommentaren er for lang for skjemaet og blir stående som den er.',
    remove: 'Slett',
    removeOrder: 'Slett ordren',
    removeAnswer: 'Slett svaret',
    removeCustomer: (name: string) => `Slett ${name} med alle ordrer, svar og oppfølginger. Det kan ikke angres.`,
    tick: 'Kryss av for å slette.',
    look: 'Feltene står nå nedenfor. Se over dem, og lagre.',
    range: (min: string, max: string) => `Skriv et helt tall fra ${min} til ${max}.`,
  },
});

const most = 45;
/** As much as Slack takes in a field. */
const longestComment = 3000;
const longestValue = 75;
/** Not an order and not an answer. */
export const theCustomer = 'customer';
const orderValue = ({ shop, orderId }: OrderNumber) => `order:${shop}\u001f${orderId}`;
export const answerValue = ({ answerId }: Pick<Voice, 'answerId'>) => `answer:${answerId}`;

/** Asks what is wrong: one of the newest orders and answers, or the customer; the fields of what is chosen follow. */
export function correctionView(of: Correctable, chosen: string | null, locale: Locale): ModalView {
  const text = correctionFormWords(locale);
  const { customer } = of;
  const name = nameOf(locale, customer);
  const orders = of.orders.filter((order) => orderValue(order).length <= longestValue).slice(0, most);
  const options = [
    ...orders.map((order) => {
      const { orderId, day } = order;
      const shown = orderId.startsWith('content:') ? '' : shortened(oneLine(orderId), 20);
      return choice(orderValue(order), text.order(shown, amountWords(locale, order), formatDay(locale, day)));
    }),
    ...of.answers.slice(0, most).map((answer) => choice(answerValue(answer), voiceTitle(locale, answer))),
    choice(theCustomer, text.customer(name)),
  ];
  const order = orders.find((one) => orderValue(one) === chosen);
  const answer = of.answers.find((one) => answerValue(one) === chosen);
  const blocks: KnownBlock[] = [
    context(text.about(name)),
    field('what', text.what, menu(correctedAction, options, chosen), { live: true }),
    ...(order ? orderFields(order, locale) : []),
    ...(answer ? answerFields(answer, locale) : []),
    ...(chosen === theCustomer ? [removeField(theCustomer, text.removeCustomer(name), locale)] : []),
  ];
  const shown =
    (order && orderParts(order)) ?? (answer && answerParts({ score: answer.score, comment: answer.comment }));
  const carried = { customerId: customer.id, chosen, ...(shown && { seen: marksOf(shown) }) };
  return correctionForm.view({ title: text.title, blocks }, carried, locale);
}

/** What is chosen in the form as it is filled in. */
export function chosenToCorrect(values: StateValues): string | null {
  return chosenIn(values, 'what');
}

function orderFields(order: CorrectableOrder, locale: Locale): KnownBlock[] {
  const text = correctionFormWords(locale);
  const of = orderValue(order);
  const statuses = (['completed', 'cancelled'] as const).map((status) => choice(status, text[status]));
  return [
    textField(`amount ${of}`, text.amount, {
      action: 'correction.amount',
      initial: amountText(order, locale),
      limit: 40,
    }),
    dayField(`day ${of}`, text.day, { action: 'correction.day', day: order.day }),
    field(`status ${of}`, text.status, menu('correction.status', statuses, order.status)),
    removeField(of, text.removeOrder, locale),
  ];
}

function answerFields(answer: Voice, locale: Locale): KnownBlock[] {
  const text = correctionFormWords(locale);
  const of = answerValue(answer);
  const hasScore = answer.score !== null && scoreScale(answer) !== null;
  return [
    ...(hasScore
      ? [textField(`score ${of}`, text.score, { action: 'correction.score', initial: String(answer.score), limit: 4 })]
      : []),
    (answer.comment ?? '').length > longestComment
      ? context(text.longComment)
      : textField(`comment ${of}`, text.comment, {
          action: 'correction.comment',
          initial: answer.comment ?? '',
          limit: longestComment,
          optional: true,
          multiline: true,
        }),
    removeField(of, text.removeAnswer, locale),
  ];
}

function removeField(of: string, label: string, locale: Locale): KnownBlock {
  const option = choice('remove', label);
  return field(`remove ${of}`, correctionFormWords(locale).remove, boxes('correction.remove', [option], []), {
    optional: true,
  });
}
