import { UserError } from '../errors.ts';
import { readCustomerCard } from '../flows/read-customer.ts';
import { toName } from '../flows/read-names.ts';
import { type Command, reply } from './command.ts';

const shownMatches = 10;

export const customer: Command = {
  name: 'customer',
  async run({ store, settings, asOf, role }, words) {
    const typed = words.join(' ');
    if (typed === '') throw new UserError('customer-missing', (locale) => whichCustomer[locale]);
    const found = await store.customers.search(typed, shownMatches + 1);
    const [only] = found;
    if (only && found.length === 1) {
      const card = await readCustomerCard(store, settings, only, asOf, role !== 'member');
      return reply({ kind: 'customer', card }, false);
    }
    const shown = found.slice(0, shownMatches);
    const rungs = await store.rungChanges.rungsAsOf(
      shown.map(({ id }) => id),
      asOf,
    );
    return reply(
      {
        kind: 'customers',
        typed,
        found: shown.map((one) => ({ ...toName(one, 'full'), rung: rungs.get(one.id) ?? null })),
        more: found.length > shownMatches,
      },
      false,
    );
  },
};

const whichCustomer = {
  en: 'Which customer? Type a name, an e-mail address or a customer number, for example `/loyalty customer Hansen`.',
  da: 'Hvilken kunde? Skriv et navn, en e-mailadresse eller et kundenummer, for eksempel `/loyalty kunde Hansen`.',
  nb: 'Hvilken kunde? Skriv et navn, en e-postadresse eller et kundenummer, for eksempel `/loyalty kunde Hansen`.',
};
