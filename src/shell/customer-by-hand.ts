import { UserError } from '../errors.ts';
import type { Reply } from '../facts/reply.ts';
import { type CustomerCorrection, correctCustomer } from '../flows/corrections/correct-customer.ts';
import { makeCustomer } from '../flows/customers/make-customer.ts';
import { toName } from '../flows/customers/read-names.ts';
import { readEmail } from '../ingest/email.ts';
import { readId } from '../ingest/ids.ts';
import { correctionWords } from '../messages/correction-words.ts';
import { rowRefusalWords } from '../messages/imports/row-refusal.ts';
import { knownWords } from '../messages/modals/customer-new-form.ts';
import { nameOf } from '../messages/words/names.ts';
import type { Customer } from '../store/facts/customers.ts';
import type { ShellRequest } from './request.ts';
import { usage } from './usage.ts';

/** As the audit calls who works in a terminal. */
const actor = 'shell';

/** `customer new --customer 4711 --name "Anna Holm" --email anna@holm.dk`. */
export async function makeInTerminal(request: ShellRequest): Promise<Reply> {
  const { customer: typed, language } = request.options;
  const { name = null, email = null, ownerId = null } = selfIn(request);
  const number = readId(typed ?? '', { damaged: false, wholeNumbers: false, guests: true });
  if (number !== null && typeof number !== 'string') {
    throw usage(rowRefusalWords({ column: 'customer', value: typed, reason: number }, language));
  }
  const externalId = number ?? email?.toLowerCase() ?? null;
  if (externalId === null) throw usage(correctionWords(language).newUsage);
  const outcome = await makeCustomer(request, { externalId, name, email, ownerId }, actor);
  if (outcome.kind === 'made') {
    return { kind: 'note', note: { kind: 'customer-made', customer: toName(outcome.customer, 'full') } };
  }
  throw known(request, outcome.by, outcome.customer);
}

/** `correct customer 4711 --email anna@holm.dk`. @returns null: there is none of that number */
export async function correctInTerminal(request: ShellRequest, number: string) {
  const correction = selfIn(request);
  if (Object.keys(correction).length === 0) {
    throw usage(correctionWords(request.options.language).sayWhat('--name, --email, --owner'));
  }
  const id = (await request.store.customers.idsOf([number])).get(number);
  if (id === undefined) return null;
  const outcome = await correctCustomer(request, id, correction, actor);
  if (outcome.kind === 'address-known') throw known(request, 'email', outcome.customer);
  return outcome.kind === 'gone' ? null : outcome.customer;
}

/** Somebody else is known by that. */
function known({ options }: ShellRequest, by: 'number' | 'email', customer: Customer): UserError {
  const name = nameOf(options.language, toName(customer, 'full'));
  return new UserError('customer-known', () => Object.values(knownWords(options.language, by, name)).join(' '));
}

/** What was said of name, address and owner; empty takes it away. */
function selfIn({ options }: ShellRequest): CustomerCorrection {
  const { name, email, owner, language } = options;
  const address = email === null ? null : readEmail(email.trim() || null);
  if (address !== null && typeof address !== 'string') {
    throw usage(rowRefusalWords({ column: 'email', value: email, reason: address }, language));
  }
  if (owner !== null && owner !== '' && !/^[UW][A-Z0-9]{2,}$/.test(owner)) {
    throw usage(correctionWords(language).noMember(owner));
  }
  return {
    ...(name !== null && { name: name.trim().slice(0, 300) || null }),
    ...(email !== null && { email: address }),
    ...(owner !== null && { ownerId: owner || null }),
  };
}
