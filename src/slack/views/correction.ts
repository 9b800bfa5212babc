import type { ModalView } from '@slack/types';
import { mayManage } from '../../commands/may-manage.ts';
import { correctAnswer, removeAnswer } from '../../flows/corrections/correct-answer.ts';
import { correctOrder, type OrderOutcome, removeOrder } from '../../flows/corrections/correct-order.ts';
import { removeCustomer } from '../../flows/corrections/remove-customer.ts';
import { toName } from '../../flows/customers/read-names.ts';
import { readVoices } from '../../flows/follow-ups/read-follow-ups.ts';
import type { Marks } from '../../loyalty/changed-meanwhile.ts';
import { scoreScale } from '../../loyalty/facts/scale.ts';
import {
  chosenToCorrect,
  correctedAction,
  correctionForm,
  correctionView,
} from '../../messages/modals/correction-form.ts';
import { noteView } from '../../messages/modals/note-view.ts';
import {
  type CorrectionEntry,
  correctedMeanwhile,
  readCorrection,
  scoreError,
} from '../../messages/modals/read-correction.ts';
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
  async (incoming, entry, { customerId, chosen, seen }) => {
    mayManage(incoming);
    const { store, locale } = incoming;
    const [customer] = await store.customers.find([customerId]);
    if (!customer) return { kind: 'close' };
    const errors = await scoreErrors(incoming, entry);
    if (errors) return { kind: 'errors', errors };
    const outcome = await carryOut(incoming, customerId, entry, seen && { seen });
    if (outcome.kind === 'changed-meanwhile') {
      return { kind: 'errors', errors: correctedMeanwhile(outcome.names, chosen ?? '', locale) };
    }
    const done = outcome.kind === 'done';
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

type Carried = { readonly kind: 'done' | 'gone' } | Extract<OrderOutcome, { kind: 'changed-meanwhile' }>;

async function carryOut(
  incoming: Incoming,
  customerId: number,
  entry: CorrectionEntry,
  drawn: { readonly seen: Marks } | undefined,
): Promise<Carried> {
  const { memberId } = incoming;
  switch (entry.kind) {
    case 'remove-customer':
      return { kind: (await removeCustomer(incoming, customerId, memberId)) ? 'done' : 'gone' };
    case 'remove-order':
      return removeOrder(incoming, entry.key, memberId);
    case 'order': {
      const { amount, day, status } = entry;
      const correction = {
        ...(amount && { amount: [amount] as const }),
        ...(day !== null && { day }),
        status,
        ...drawn,
      };
      return correctOrder(incoming, entry.key, correction, memberId);
    }
    case 'remove-answer':
      return removeAnswer(incoming, entry.answerId, memberId);
    case 'answer': {
      const { score, comment } = entry;
      const correction = { ...(comment !== undefined && { comment }), ...(score !== null && { score }), ...drawn };
      return correctAnswer(incoming, entry.answerId, correction, memberId);
    }
  }
}
