import type { ModalView } from '@slack/types';
import type { Note } from '../../facts/reply.ts';
import { toName } from '../../flows/customers/read-names.ts';
import { addFeedback, findFeedback } from '../../flows/feedback/add-feedback.ts';
import { dayFromIso, localDay } from '../../loyalty/time/period.ts';
import type { Message } from '../../messages/kit/message.ts';
import { customerChoices, feedbackCustomerAction } from '../../messages/modals/customer-menu.ts';
import {
  feedbackForm,
  feedbackKindAction,
  feedbackKindOf,
  feedbackView,
  type SavedMessage,
} from '../../messages/modals/feedback-form.ts';
import { noteView } from '../../messages/modals/note-view.ts';
import { readFeedback } from '../../messages/modals/read-feedback.ts';
import { chosenIn, dateIn, type StateValues, typedIn } from '../../messages/modals/state.ts';
import { drawNote } from '../../messages/note.ts';
import { storable } from '../../text/typed.ts';
import type { Outcome } from '../handler-outcome.ts';
import type { Incoming } from '../identify-member.ts';
import { respondToUrl } from '../respond-to-url.ts';
import { onSubmit } from './form.ts';

/** The form for what a customer said. */
export function openFeedback({ locale, today }: Incoming): Outcome {
  return { kind: 'open', view: feedbackView({ kind: 'nps', day: today, comment: null, customer: null }, locale) };
}

/** The same with a message's words in it, said on its day; who wrote it is not taken for the customer. */
export async function saveMessage(
  { store, settings, locale, today }: Incoming,
  { text, ...message }: SavedMessage & { readonly text: string },
): Promise<Outcome> {
  const known = await findFeedback(store, answerIdOf(message), 'full');
  if (known) return { kind: 'open', view: noteView({ kind: 'feedback-known', ...known }, locale) };
  const day = Math.min(localDay(new Date(Number(message.ts) * 1000), settings.timeZone) || today, today);
  // Words from a conversation are a remark until somebody knows a score for them.
  const draft = { kind: 'remark', day, comment: text === '' ? null : text, customer: null, message } as const;
  return { kind: 'open', view: feedbackView(draft, locale) };
}

/** The form again, with the fields of the kind that was chosen; what was said, when and by whom stays in it. */
async function redraw({ store, locale, today }: Incoming, filled: StateValues, carried: string): Promise<ModalView> {
  const kind = feedbackKindOf(chosenIn(filled, 'kind'));
  const customerId = Number(chosenIn(filled, 'customer') ?? 0);
  const [found] = customerId > 0 ? await store.customers.find([customerId]) : [];
  const comment = typedIn(filled, 'comment');
  const customer = found ? toName(found, 'full') : null;
  const { message } = feedbackForm.carried.parse(carried);
  const day = dayFromIso(dateIn(filled, 'day') ?? '') || today;
  return feedbackView({ kind, day, comment, customer, message }, locale);
}

const shownChoices = 20;

/** Customers to choose from while one types. */
async function suggestCustomers({ store, locale }: Pick<Incoming, 'store' | 'locale'>, typed: string) {
  const found = await store.customers.search(storable(typed), shownChoices);
  return customerChoices(
    found.map((customer) => toName(customer, 'full')),
    locale,
  );
}

export const feedback = onSubmit(
  feedbackForm,
  (values, { locale, today }) => readFeedback(values, locale, today),
  async (incoming, { customerId, ...entry }, { message }, requestKey) => {
    const { store, now, today, locale } = incoming;
    const [customer] = customerId === null ? [] : await store.customers.find([customerId]);
    const outcome = await addFeedback(
      incoming,
      {
        ...entry,
        answerId: message ? answerIdOf(message) : `slack:${requestKey}`,
        customer: customer?.externalId ?? null,
        at: entry.day === today && !message ? now().getTime() : null,
      },
      { makeCustomer: false },
    );
    const note = toNote(outcome);
    // Beside the message, where they are; in the form's place where Slack does not take it there.
    if (message && (await isToldBeside(message, drawNote(note, locale)))) return { kind: 'close' };
    return { kind: 'show', view: noteView(note, locale) };
  },
  {
    redraw: { actionId: feedbackKindAction, view: redraw },
    suggest: { actionId: feedbackCustomerAction, options: suggestCustomers },
  },
);

/** Who sends a form waits no longer than Slack does, and the form is still to be saved and acknowledged. */
async function isToldBeside({ responseUrl }: SavedMessage, told: Message): Promise<boolean> {
  const said = { ...told, replace_original: false };
  return (await respondToUrl(responseUrl, said, { patienceMs: 1200, tries: 1 })) === 'taken';
}

/** A message is saved once, whoever saves it: its place in Slack names the answer. */
function answerIdOf({ channelId, ts }: Pick<SavedMessage, 'channelId' | 'ts'>): string {
  return `slack:${channelId}:${ts}`;
}

function toNote(outcome: Awaited<ReturnType<typeof addFeedback>>): Note {
  switch (outcome.kind) {
    case 'recorded':
      return { ...outcome, kind: 'feedback-recorded' };
    case 'known':
      return { kind: 'feedback-known', customer: outcome.customer };
    case 'unknown-customer':
      return { kind: 'feedback-recorded', customer: null, followUpOpened: false };
  }
}
