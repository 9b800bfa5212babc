import type { Difference, DifferingCustomer, Findings } from '../../loyalty/counts/verification.ts';
import { searchWords } from '../../loyalty/facts/customer.ts';
import type { Factors } from '../../loyalty/facts/worth.ts';
import type { Standing } from '../../loyalty/ladder/standing.ts';
import type { VerifiedCustomer, WorkspaceStore } from '../../store/store.ts';

type CustomerDifference = Omit<Difference, 'kind'>;

interface VerifiedBy {
  readonly verification: WorkspaceStore['verification'];
  /** What currencies are worth. */
  readonly factors: Factors;
}

/** Holds what is kept of a customer against what the facts give. */
export function verifyCustomer(
  { verification, factors }: VerifiedBy,
  customer: VerifiedCustomer,
  standing: Standing,
  found: Findings,
): void {
  found.compared('standings', 1);
  const parts = standingParts(verification, customer, { standing, factors });
  if (parts.length > 0) found.differs('standings', parts);

  const changes = verification.changesText(standing.changes);
  if (changes === customer.keptChanges) found.compared('rung-changes', standing.changes.length);
  else verifyChanges(customer, changes, found);

  verifyWords(customer, found);
}

function standingParts(
  verification: WorkspaceStore['verification'],
  { externalId, keptStanding, keptHasPins, pins }: VerifiedCustomer,
  { standing, factors }: { readonly standing: Standing; readonly factors: Factors },
): CustomerDifference[] {
  const of = (part: string | null): DifferingCustomer => ({ customer: externalId, part, day: null });
  if (keptStanding === null) return [{ of: of(null), kept: null, counted: '' }];
  const parts: CustomerDifference[] = verification
    .differingParts(keptStanding, standing, factors)
    .map(({ part, kept, counted }) => ({ of: of(part), kept, counted }));
  if (keptHasPins === pins.length > 0) return parts;
  return [...parts, { of: of('hasPins'), kept: String(keptHasPins), counted: String(pins.length > 0) }];
}

function verifyChanges({ externalId, keptChanges }: VerifiedCustomer, changes: string, found: Findings): void {
  const [kept, counted] = [byDay(keptChanges), byDay(changes)];
  const days = [...new Set([...kept.keys(), ...counted.keys()])].sort((a, b) => a - b);
  found.compared('rung-changes', days.length);
  for (const day of days) {
    const [ofKept = null, ofCounted = null] = [kept.get(day), counted.get(day)];
    if (ofKept === ofCounted) continue;
    const of = { customer: externalId, part: null, day };
    found.differs('rung-changes', [{ of, kept: ofKept, counted: ofCounted }]);
  }
}

function byDay(changes: string): Map<number, string> {
  const days = new Map<number, string>();
  for (const change of changes === '' ? [] : changes.split(',')) {
    const space = change.indexOf(' ');
    days.set(Number(change.slice(0, space)), change.slice(space + 1));
  }
  return days;
}

/** Words are those of names: only how many there are is told. */
function verifyWords({ externalId, name, email, keptWords }: VerifiedCustomer, found: Findings): void {
  const words = searchWords(name, email, externalId);
  found.compared('search-words', 1);
  if (words.length === keptWords.length && words.every((word) => keptWords.includes(word))) return;
  const right = words.filter((word) => keptWords.includes(word)).length;
  const of = { customer: externalId, part: null, day: null };
  found.differs('search-words', [
    { of, kept: `${right} + ${keptWords.length - right}`, counted: String(words.length) },
  ]);
}
