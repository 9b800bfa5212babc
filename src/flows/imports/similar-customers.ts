import type { FileRow, ImportRows, SameOrOthers } from '../../facts/import.ts';
import type { FileRefusal } from '../../facts/refusal.ts';
import type { NewCustomer } from '../../loyalty/facts/customer.ts';
import type { ImportKind } from '../../loyalty/facts/import-kind.ts';
import { nearNumber } from '../../loyalty/facts/near-number.ts';
import type { NewOrder } from '../../loyalty/facts/order.ts';
import type { NewRecommendation } from '../../loyalty/facts/recommendation.ts';
import type { WorkspaceStore } from '../../store/store.ts';
import { isAddress } from '../customers/find-customers.ts';

/** A number as a file spells it, and where. */
interface Spelt {
  readonly number: string;
  readonly line: number;
}

/**
 * Finds the numbers of customers whom nobody knows and that are spelt almost as somebody's: one who is known, or another of
 * the file. Numbers that are both known are two customers, as somebody said so.
 *
 * @param within whether two of the file may be alike
 */
export function similarCustomers(
  { customers }: Pick<WorkspaceStore, 'customers'>,
  choice: SameOrOthers | null,
  within: boolean,
) {
  const seen = new Set<string>();
  const firstOf = new Map<string, Spelt>();
  const readAs = new Map<string, string>();
  let numbers = 0;
  let first: Omit<Extract<FileRefusal, { code: 'similar-spelling' }>, 'numbers'> | null = null;

  return {
    async take(rows: readonly Pick<FileRow<ImportRows[ImportKind]>, 'line' | 'row'>[]): Promise<void> {
      const fresh = rows.flatMap(({ line, row }) => namedIn(row).flatMap((number) => freshly(number, line)));
      const unknown = await customers.similarTo(fresh.map(({ number }) => number));
      for (const spelt of fresh) {
        const known = unknown.get(spelt.number);
        if (known === undefined) continue;
        const other = known === null ? earlier(spelt) : { number: known, line: null };
        if (!other) continue;
        numbers += 1;
        if (choice === 'same') readAs.set(spelt.number, other.number);
        const place = { written: spelt.number, line: spelt.line, other: other.number, otherLine: other.line };
        first ??= { code: 'similar-spelling', column: 'customer', ...place };
      }
    },
    /** By how numbers stand in the file, what they are read as. */
    readAs: (): ReadonlyMap<string, string> => readAs,
    refusal: (): FileRefusal | null => (first && choice === null ? { ...first, numbers } : null),
  };

  function freshly(number: string, line: number): readonly Spelt[] {
    if (isAddress(number) || seen.has(number)) return [];
    seen.add(number);
    return [{ number, line }];
  }

  /** The first of the file that is spelt almost so. */
  function earlier(spelt: Spelt): Spelt | undefined {
    if (!within) return undefined;
    const near = nearNumber(spelt.number);
    const other = firstOf.get(near);
    if (!other) firstOf.set(near, spelt);
    return other;
  }
}

type Naming = Partial<
  Pick<NewCustomer, 'recommendedBy'> & Pick<NewOrder, 'customer'> & Pick<NewRecommendation, 'recommender'>
>;

/** The customers of whom a row tells. */
function namedIn(row: object): string[] {
  const { customer, recommender, recommendedBy } = row as Naming;
  return [customer, recommender, recommendedBy].filter((name) => typeof name === 'string');
}
