import { UserError } from '../errors.ts';
import type { Reply } from '../facts/reply.ts';
import { type CustomerCorrection, correctCustomer } from '../flows/corrections/correct-customer.ts';
import { makeCustomer } from '../flows/customers/make-customer.ts';
import { toName } from '../flows/customers/read-names.ts';
import { readTyped } from '../ingest/typed-customer.ts';
import { terminalActor } from '../loyalty/actor.ts';
import { knownBy } from '../loyalty/facts/customer.ts';
import { correctionWords } from '../messages/correction-words.ts';
import { rowRefusalWords } from '../messages/imports/row-refusal.ts';
import { knownWords } from '../messages/modals/customer-new-form.ts';
import { nameOf } from '../messages/words/names.ts';
import type { Customer } from '../store/facts/customers.ts';
import type { ShellRequest } from './request.ts';
import { usage } from './usage.ts';

/** `customer new --customer 4711 --name "Anna Holm" --email anna@holm.dk`. */
export async function makeInTerminal(request: ShellRequest): Promise<Reply> {
  const { customer: typed, language } = request.options;
  const { name = null, email = null, ownerId = null } = selfIn(request);
  const externalId = knownBy(read(request, 'number', typed ?? ''), email);
  if (externalId === null) throw usage(correctionWords(language).newUsage);
  const outcome = await makeCustomer(request, { externalId, name, email, ownerId }, terminalActor);
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
  const outcome = await correctCustomer(request, id, correction, terminalActor);
  if (outcome.kind === 'address-known') throw known(request, 'email', outcome.customer);
  return outcome.kind === 'gone' ? null : outcome.customer;
}

/** Somebody else is known by that. */
function known({ options }: ShellRequest, by: 'number' | 'email', customer: Customer): UserError {
  const name = nameOf(options.language, toName(customer, 'full'));
  return new UserError('customer-known', () => Object.values(knownWords(options.language, by, name)).join(' '));
}

/** What was said of name, address and owner; empty takes it away. */
function selfIn(request: ShellRequest): CustomerCorrection {
  const { name, email, owner, language } = request.options;
  if (owner !== null && owner !== '' && !/^[UW][A-Z0-9]{2,}$/.test(owner)) {
    throw usage(correctionWords(language).noMember(owner));
  }
  return {
    ...(name !== null && { name: read(request, 'name', name) }),
    ...(email !== null && { email: read(request, 'email', email) }),
    ...(owner !== null && { ownerId: owner || null }),
  };
}

/** As a cell of a file is read. @throws UserError that says what is wrong with it */
function read({ options }: ShellRequest, what: keyof typeof readTyped, typed: string): string | null {
  const reading = readTyped[what](typed);
  if (reading === null || typeof reading === 'string') return reading;
  const column = what === 'number' ? 'customer' : what;
  throw usage(`--${column}: ${rowRefusalWords({ column, value: typed, reason: reading }, options.language, 'shell')}`);
}
