import { addFeedback } from '../../flows/add-feedback.ts';
import { toName } from '../../flows/read-names.ts';
import { customerChoices, feedbackForm, feedbackKindOf, feedbackView } from '../../messages/modals/feedback-form.ts';
import { noteView } from '../../messages/modals/note-view.ts';
import { readFeedback } from '../../messages/modals/read-feedback.ts';
import { chosenIn, type StateValues, typedIn } from '../../messages/modals/state.ts';
import { storable } from '../../text/typed.ts';
import type { Incoming } from '../incoming.ts';
import type { Outcome } from '../outcome.ts';
import { onSubmit } from './form.ts';

/** The form for what a customer said; `comment` is what stands in it already. */
export function openFeedback({ locale, today }: Incoming, comment: string | null = null): Outcome {
  return { kind: 'open', view: feedbackView({ kind: 'nps', today, comment, customer: null }, locale) };
}

/** The form again, with the fields of the kind that was chosen; what was said and by whom stays in it. */
export async function redrawFeedback({ store, locale, today }: Incoming, filled: StateValues): Promise<Outcome> {
  const kind = feedbackKindOf(chosenIn(filled, 'kind'));
  const customerId = Number(chosenIn(filled, 'customer') ?? 0);
  const [found] = customerId > 0 ? await store.customers.find([customerId]) : [];
  const comment = typedIn(filled, 'comment');
  const customer = found ? toName(found, 'full') : null;
  return { kind: 'redraw', view: feedbackView({ kind, today, comment, customer }, locale) };
}

const shownChoices = 20;

/** Customers to choose from while one types. */
export async function suggestCustomers({ store, locale }: Incoming, typed: string) {
  const found = await store.customers.search(storable(typed), shownChoices);
  return customerChoices(
    found.map((customer) => toName(customer, 'full')),
    locale,
  );
}

export const feedback = onSubmit(
  feedbackForm,
  (values, { locale, today }) => readFeedback(values, locale, today),
  async ({ deps, workspaceId, store, today, locale }, { customerId, ...entry }, _, requestKey) => {
    const [customer] = customerId === null ? [] : await store.customers.find([customerId]);
    const outcome = await addFeedback(
      deps,
      workspaceId,
      {
        ...entry,
        answerId: `slack:${requestKey}`,
        customer: customer?.externalId ?? null,
        at: entry.day === today ? deps.now().getTime() : null,
      },
      { makeCustomer: false },
    );
    const recorded = outcome.kind === 'recorded' ? outcome : { customer: null, followUpOpened: false };
    return {
      kind: 'show',
      view: noteView(
        { kind: 'feedback-recorded', customer: recorded.customer, followUpOpened: recorded.followUpOpened },
        locale,
      ),
    };
  },
);
