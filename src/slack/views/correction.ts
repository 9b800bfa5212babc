import type { ModalView } from '@slack/types';
import { mayManage } from '../../commands/may-manage.ts';
import { correctAnswer, removeAnswer } from '../../flows/corrections/correct-answer.ts';
import { correctOrder, removeOrder } from '../../flows/corrections/correct-order.ts';
import { removeCustomer } from '../../flows/corrections/remove-customer.ts';
import { toName } from '../../flows/customers/read-names.ts';
import { readVoices } from '../../flows/follow-ups/read-follow-ups.ts';
import { scoreScale } from '../../loyalty/facts/scale.ts';
import {
  chosenToCorrect,
  correctedAction,
  correctionForm,
  correctionView,
} from '../../messages/modals/correction-form.ts';
import { noteView } from '../../messages/modals/note-view.ts';
import { type CorrectionEntry, readCorrection, scoreError } from '../../messages/modals/read-correction.ts';
import type { Customer } from '../../store/facts/customers.ts';
import type { Incoming } from '../identify-member.ts';
import { onSubmit } from './form.ts';
import { orderAmountReader } from './typed-amounts.ts';

const shown = 45;

/** The form with the newest orders and answers of a customer; `chosen` says which one its fields are for. */
export async function drawCorrection(
  incoming: Incoming,
  customer: Customer,
  chosen: string | null,
): Promise<ModalView> {
  const { store, settings, today, locale } = incoming;
  const [orders, answers] = await Promise.all([
    store.orders.newest(customer.id, ahead(today), shown),
    store.answers.ofCustomer(customer.id, ahead(today), shown),
  ]);
  const given = answers.map((answer) => ({ ...answer, score: answer.given ?? answer.score }));
  const voices = await readVoices({ store, settings }, given, today + 1);
  return correctionView({ customer: toName(customer, 'full'), orders, answers: voices }, chosen, locale);
}

/** Orders may be placed ahead; those are to be corrected, too. */
const ahead = (today: number) => today + 3_660;

export const correction = onSubmit(
  correctionForm,
  (values, incoming, { chosen }) => readCorrection(values, chosen, incoming.locale, orderAmountReader(incoming)),
  async (incoming, entry, { customerId }) => {
    mayManage(incoming);
    const { store, locale } = incoming;
    const [customer] = await store.customers.find([customerId]);
    if (!customer) return { kind: 'close' };
    const errors = await scoreErrors(incoming, entry);
    if (errors) return { kind: 'errors', errors };
    const done = await carryOut(incoming, customerId, entry);
    const note = { kind: 'corrected', what: entry.kind, customer: toName(customer, 'full'), done } as const;
    return { kind: 'show', view: noteView(note, locale) };
  },
  {
    redraw: {
      actionId: correctedAction,
      async view(incoming, filled, carried) {
        const { customerId, chosen } = correctionForm.carried.parse(carried);
        const [customer] = await incoming.store.customers.find([customerId]);
        if (!customer) throw new Error('The customer is gone');
        return drawCorrection(incoming, customer, chosenToCorrect(filled) ?? chosen);
      },
    },
  },
);

/** A score that its kind of answer has no place for; null: there is none. */
async function scoreErrors(incoming: Incoming, entry: CorrectionEntry) {
  if (entry.kind !== 'answer' || entry.score === null) return null;
  const answer = await incoming.store.answers.findById(entry.answerId);
  const scale = answer && scoreScale(answer);
  if (!scale || (entry.score >= scale.min && entry.score <= scale.max)) return null;
  return scoreError({ answerId: entry.answerId, ...scale }, incoming.locale);
}

/** @returns whether it was still there */
async function carryOut(incoming: Incoming, customerId: number, entry: CorrectionEntry): Promise<boolean> {
  const { memberId } = incoming;
  switch (entry.kind) {
    case 'remove-customer':
      return (await removeCustomer(incoming, customerId, memberId)) !== null;
    case 'remove-order':
      return (await removeOrder(incoming, entry.key, memberId)) !== null;
    case 'order': {
      const { amount, day, status } = entry;
      const correction = { ...amount, ...(day !== null && { day }), status };
      return (await correctOrder(incoming, entry.key, correction, memberId)) !== null;
    }
    case 'remove-answer':
      return (await removeAnswer(incoming, entry.answerId, memberId)) !== null;
    case 'answer': {
      const { score, comment } = entry;
      const correction = { comment, ...(score !== null && { score }) };
      return (await correctAnswer(incoming, entry.answerId, correction, memberId)) !== null;
    }
  }
}
