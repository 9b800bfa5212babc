import type { Context } from '../../context.ts';
import type { CustomerName } from '../../facts/customer.ts';
import type { NewAnswer } from '../../loyalty/facts/answer.ts';
import type { NameStyle } from '../../loyalty/settings.ts';
import type { StoredAnswer } from '../../store/facts/answers.ts';
import type { WorkspaceStore } from '../../store/store.ts';
import { isAddress } from '../customers/find-customers.ts';
import { readNames } from '../customers/read-names.ts';
import { answerRecorder } from '../imports/record-answers.ts';

export type AddFeedbackOutcome =
  | {
      readonly kind: 'recorded';
      readonly customer: CustomerName | null;
      /** A follow-up is about it; of a repeated request as well. */
      readonly followUpOpened: boolean;
    }
  /** Something else was recorded under its id before; that stays. */
  | { readonly kind: 'known'; readonly customer: CustomerName | null }
  /** Nobody knows this customer, and none was to be made. */
  | { readonly kind: 'unknown-customer' };

/** Notes one answer, with everything that follows from it. The answer's id makes a repeated request harmless. */
export async function addFeedback(
  context: Context,
  given: NewAnswer,
  options: { readonly makeCustomer: boolean },
): Promise<AddFeedbackOutcome> {
  const outcome = await context.transaction(async (tx): Promise<AddFeedbackOutcome> => {
    const settings = await tx.settings.hold();
    const recorder = answerRecorder(context, tx, settings, {
      makeCustomers: options.makeCustomer,
      followUps: 'recent',
      rewrites: false,
    });
    const answer = await byNumber(tx, given);
    const unknown = await recorder.take([answer]);
    if (unknown.length > 0) return { kind: 'unknown-customer' };
    await recorder.settle();
    const kept = await tx.answers.find(answer.answerId);
    const customer = await nameIn(tx, kept, settings.nameStyle);
    if (!kept || !isSame(kept, customer, answer)) return { kind: 'known', customer };
    return { kind: 'recorded', customer, followUpOpened: kept.followUpId !== null };
  });
  context.nudgeDelivery();
  return outcome;
}

/** The answer with the own number of whoever has the address that names the customer. */
async function byNumber(tx: WorkspaceStore, answer: NewAnswer): Promise<NewAnswer> {
  const { customer } = answer;
  if (customer === null || !isAddress(customer)) return answer;
  const address = customer.toLowerCase();
  await tx.customers.holdAddress(address);
  const [one, ...others] = (await tx.customers.ofAddresses([address])).get(address) ?? [];
  return { ...answer, customer: one && others.length === 0 ? one.externalId : address };
}

/** What was recorded under an id before; null: nothing was. */
export async function findFeedback(
  store: WorkspaceStore,
  answerId: string,
  style: NameStyle,
): Promise<{ readonly customer: CustomerName | null } | null> {
  const kept = await store.answers.find(answerId);
  return kept && { customer: await nameIn(store, kept, style) };
}

async function nameIn(
  store: WorkspaceStore,
  kept: StoredAnswer | null,
  style: NameStyle,
): Promise<CustomerName | null> {
  const id = kept?.customerId ?? null;
  return id === null ? null : ((await readNames(store, [id], style)).get(id) ?? null);
}

function isSame(kept: StoredAnswer, customer: CustomerName | null, answer: NewAnswer): boolean {
  const told = (['kind', 'day', 'score', 'recommend', 'again', 'other', 'comment'] as const).every(
    (part) => kept[part] === answer[part],
  );
  return told && (customer?.externalId ?? null) === answer.customer;
}
