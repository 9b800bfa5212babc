import type { Deps } from '../deps.ts';
import type { NewAnswer } from '../loyalty/answer.ts';
import type { CustomerName } from '../messages/reply.ts';
import { toName } from './read-names.ts';
import { answerRecorder } from './record-answers.ts';

export type AddFeedbackOutcome =
  | {
      readonly kind: 'recorded';
      readonly customer: CustomerName | null;
      /** A follow-up is about it; of a repeated request as well. */
      readonly followUpOpened: boolean;
    }
  /** Nobody knows this customer, and none was to be made. */
  | { readonly kind: 'unknown-customer' };

/** Notes one answer, with everything that follows from it. The answer's id makes a repeated request harmless. */
export async function addFeedback(
  deps: Deps,
  workspaceId: number,
  answer: NewAnswer,
  options: { readonly makeCustomer: boolean },
): Promise<AddFeedbackOutcome> {
  const outcome = await deps.store.transaction(workspaceId, async (tx): Promise<AddFeedbackOutcome> => {
    const settings = await tx.settings.read();
    const recorder = answerRecorder(deps, tx, settings, { makeCustomers: options.makeCustomer, followUps: 'recent' });
    const unknown = await recorder.take([answer]);
    if (unknown.length > 0) return { kind: 'unknown-customer' };
    await recorder.settle();
    const found = answer.customer === null ? [] : await tx.customers.findByExternalId([answer.customer]);
    return {
      kind: 'recorded',
      customer: found[0] ? toName(found[0], settings.nameStyle) : null,
      followUpOpened: await tx.answers.hasFollowUp(answer.answerId),
    };
  });
  deps.nudgeDelivery();
  return outcome;
}
