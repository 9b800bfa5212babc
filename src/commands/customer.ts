import { UserError } from '../errors.ts';
import { readCustomerCard } from '../flows/customers/read-customer.ts';
import { type Command, reply } from './command.ts';
import { oneCustomer } from './one-customer.ts';

export const customer: Command = {
  name: 'customer',
  async run(asking, words) {
    const { asOf, role } = asking;
    const typed = words.join(' ');
    if (typed === '') throw new UserError('customer-missing', (locale) => whichCustomer[locale]);
    const found = await oneCustomer(asking, typed);
    if ('choice' in found) return found.choice;
    const card = await readCustomerCard(asking, found.customer, asOf, role !== 'member');
    return reply({ kind: 'customer', card }, false);
  },
};

const whichCustomer = {
  en: 'Which customer? Type a name, an e-mail address or a customer number, for example `/loyalty customer Hansen`.',
  da: 'Hvilken kunde? Skriv et navn, en e-mailadresse eller et kundenummer, for eksempel `/loyalty kunde Hansen`.',
  nb: 'Hvilken kunde? Skriv et navn, en e-postadresse eller et kundenummer, for eksempel `/loyalty kunde Hansen`.',
};
