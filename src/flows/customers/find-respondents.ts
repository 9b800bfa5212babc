import type { NewRespondent } from '../../loyalty/facts/answer.ts';
import { foldSpelling } from '../../loyalty/facts/segments.ts';
import type { Respondent, UnsavedRespondent } from '../../store/facts/respondents.ts';
import type { WorkspaceStore } from '../../store/store.ts';

/** Somebody who is named beside a customer. */
export interface NamedRespondent {
  readonly customerId: number;
  readonly respondent: NewRespondent;
}

/**
 * The persons whom answers name, each known again at their customer by address or, where one of the two addresses is not
 * known, by name. Who is not known is made.
 *
 * @returns gives the id of one of them
 */
export async function findRespondents(
  { respondents }: WorkspaceStore,
  named: readonly NamedRespondent[],
): Promise<(customerId: number, respondent: NewRespondent) => number | null> {
  const ids = named.map(({ customerId }) => customerId);
  const known = personsAmong(await respondents.of(ids));
  const isNew: UnsavedRespondent[] = [];
  const learned = new Map<number, Respondent>();
  for (const { customerId, respondent } of named) {
    const person = known.find(customerId, respondent);
    if (!person) {
      const made = { customerId, ...respondent };
      isNew.push(made);
      known.add(made);
      continue;
    }
    if (!learnsOf(person, respondent)) continue;
    const told = { ...person, name: person.name ?? respondent.name, email: person.email ?? respondent.email };
    known.replace(person, told);
    if ('id' in told) learned.set(told.id, told);
  }
  await respondents.add(isNew);
  await respondents.fillIn([...learned.values()]);
  const written = isNew.length === 0 ? known : personsAmong(await respondents.of(ids));
  return (customerId, respondent) => {
    const person = written.find(customerId, respondent);
    return person && 'id' in person ? person.id : null;
  };
}

type AtCustomer = Respondent | UnsavedRespondent;

/** Persons at their customers, by what they are known again by. */
function personsAmong(all: readonly AtCustomer[]) {
  const byKey = new Map<string, AtCustomer>();
  const byAddress = new Map<string, AtCustomer>();
  const byName = new Map<string, Set<AtCustomer>>();
  for (const person of all) add(person);
  return { find, add, replace };

  function add(person: AtCustomer): void {
    const { customerId, key, name, email } = person;
    byKey.set(at(customerId, key), person);
    if (email !== null) byAddress.set(at(customerId, email), person);
    if (name === null) return;
    const folded = at(customerId, foldSpelling(name));
    byName.set(folded, (byName.get(folded) ?? new Set()).add(person));
  }

  function replace(person: AtCustomer, told: AtCustomer): void {
    if (person.name !== null) byName.get(at(person.customerId, foldSpelling(person.name)))?.delete(person);
    add(told);
  }

  function find(customerId: number, { key, name, email }: NewRespondent): AtCustomer | null {
    const known = byKey.get(at(customerId, key)) ?? (email === null ? undefined : byAddress.get(at(customerId, email)));
    if (known || name === null) return known ?? null;
    const alike = [...(byName.get(at(customerId, foldSpelling(name))) ?? [])].filter(
      (one) => one.email === null || email === null,
    );
    // Of two of one name nobody can tell which it is.
    return alike.length === 1 ? (alike[0] ?? null) : null;
  }
}

function at(customerId: number, text: string): string {
  return `${customerId} ${text}`;
}

function learnsOf(person: AtCustomer, { name, email }: NewRespondent): boolean {
  return (person.name === null && name !== null) || (person.email === null && email !== null);
}
