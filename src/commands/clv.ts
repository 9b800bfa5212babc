import { readAverageClv, readCustomerValue } from '../flows/read-clv.ts';
import { type Command, reply } from './command.ts';
import { oneCustomer } from './one-customer.ts';
import { askedWindow } from './window.ts';

/** Alone: what customers are worth on average. With a name: what that customer is worth. */
export const clv: Command = {
  name: 'clv',
  async run(asking, words) {
    const { store, settings, asOf } = asking;
    const typed = words.join(' ');
    if (typed === '')
      return reply({ kind: 'clv', ...(await readAverageClv(store, settings, askedWindow(asking, []))) });
    const found = await oneCustomer(asking, typed);
    if ('choice' in found) return found.choice;
    const value = await readCustomerValue(store, settings, found.customer, asOf);
    return reply({ kind: 'customer-value', value }, false);
  },
};
