import { UserError } from '../errors.ts';
import { readCustomerCard } from '../flows/customers/read-customer.ts';
import { customerReply } from '../messages/customers/customer-card.ts';
import { customerMoreReply } from '../messages/customers/customer-more.ts';
import { customersReply } from '../messages/customers/customers.ts';
import { defineText } from '../text/define-text.ts';
import { type Command, reply } from './command.ts';
import { oneCustomer } from './one-customer.ts';

export const customer = {
  words: ['customer', 'kunde'],
  help: defineText({
    en: { usage: '/loyalty customer Hansen', line: 'One customer, by name, e-mail or number' },
    da: { usage: '/loyalty kunde Hansen', line: 'Én kunde ud fra navn, e-mail eller nummer' },
    nb: { usage: '/loyalty kunde Hansen', line: 'Én kunde ut fra navn, e-post eller nummer' },
  }),
  replies: { customer: customerReply, 'customer-more': customerMoreReply, customers: customersReply },
  takes: { text: true },
  async run(asking, { words }) {
    const { asOf, role } = asking;
    if (asksForNew(words)) return { kind: 'form', form: 'customer-new', typed: '' };
    const typed = words.join(' ');
    if (typed === '') throw new UserError('customer-missing', (locale) => whichCustomer[locale], { understood: false });
    const found = await oneCustomer(asking, typed);
    if ('choice' in found) return found.choice;
    const card = await readCustomerCard(asking, found.customer, asOf, role !== 'member');
    return reply({ kind: 'customer', card }, false);
  },
} satisfies Command;

const newWords: ReadonlySet<string> = new Set(['new', 'add', 'ny', 'opret', 'opprett']);

/** "new", in any of the languages, and nothing else: of "new york" a customer is looked for. */
export function asksForNew(words: readonly string[]): boolean {
  const [word = '', ...more] = words;
  return more.length === 0 && newWords.has(word.toLowerCase());
}

const whichCustomer = {
  en: 'Which customer? Type a name, an e-mail address or a customer number, for example `/loyalty customer Hansen`.',
  da: 'Hvilken kunde? Skriv et navn, en e-mailadresse eller et kundenummer, for eksempel `/loyalty kunde Hansen`.',
  nb: 'Hvilken kunde? Skriv et navn, en e-postadresse eller et kundenummer, for eksempel `/loyalty kunde Hansen`.',
};
