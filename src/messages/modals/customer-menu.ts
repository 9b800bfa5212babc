import type { InputBlockElement } from '@slack/types';
import type { CustomerName } from '../../facts/customer.ts';
import type { Locale } from '../../text/define-text.ts';
import { customerChoices, feedbackCustomerAction } from './feedback-form.ts';
import { chosenIn, type StateValues } from './state.ts';

/** The menu of customers that asks while one types, with the one who is chosen already. */
export function customerMenu(customer: CustomerName | null, locale: Locale): InputBlockElement {
  const [chosen] = customer ? customerChoices([customer], locale) : [];
  const select = { type: 'external_select', action_id: feedbackCustomerAction, min_query_length: 2 } as const;
  return chosen ? { ...select, initial_option: chosen } : select;
}

/** Our id of the customer who was chosen. */
export function customerIn(values: StateValues, blockId: string): number | null {
  const chosen = chosenIn(values, blockId);
  return chosen !== null && /^\d+$/.test(chosen) ? Number(chosen) : null;
}
