import type { InputBlockElement, PlainTextOption } from '@slack/types';
import type { CustomerName } from '../../facts/customer.ts';
import type { Locale } from '../../text/define-text.ts';
import { shortened } from '../../text/shorten.ts';
import { oneLine } from '../../text/typed.ts';
import { nameOf } from '../words/names.ts';
import { choice } from './form.ts';
import { formWords } from './form-words.ts';
import { chosenIn, type StateValues } from './state.ts';

/** The menu of customers: what is typed in it is answered with `customerChoices`. */
export const feedbackCustomerAction = 'feedback.customer';

/** The menu of customers that asks while one types, with the one who is chosen already. */
export function customerMenu(customer: CustomerName | null, locale: Locale): InputBlockElement {
  const [chosen] = customer ? customerChoices([customer], locale) : [];
  const select = { type: 'external_select', action_id: feedbackCustomerAction, min_query_length: 2 } as const;
  return chosen ? { ...select, initial_option: chosen } : select;
}

/** Customers to choose from, for the menu that asks while one types. The value is the customer's id. */
export function customerChoices(found: readonly CustomerName[], locale: Locale): PlainTextOption[] {
  return found.slice(0, 100).map((customer) => {
    const number = shortened(oneLine(customer.externalId), 20);
    return choice(String(customer.id), `${shortened(nameOf(locale, customer), 50)} · ${number}`);
  });
}

/** In place of choices that could not be looked up. Who chooses it is asked to choose again. */
export function noChoices(why: string): PlainTextOption {
  return choice(noCustomer, shortened(oneLine(why), 75));
}

const noCustomer = 'customer.none';

/** Where it was these words that were chosen, and no customer. */
export function noCustomerErrors(values: StateValues, locale: Locale): Record<string, string> {
  const wrong = Object.keys(values).filter((blockId) => chosenIn(values, blockId) === noCustomer);
  return Object.fromEntries(wrong.map((blockId) => [blockId, formWords(locale).chooseOne]));
}

/** Our id of the customer who was chosen. */
export function customerIn(values: StateValues, blockId: string): number | null {
  const chosen = chosenIn(values, blockId);
  return chosen !== null && /^\d+$/.test(chosen) ? Number(chosen) : null;
}
