import type { FileRow, SameOrOthers } from '../../facts/import.ts';
import type { FileRefusal } from '../../facts/refusal.ts';
import { localDay } from '../../loyalty/time/period.ts';
import type { KeyedTable, KnownKey } from '../../store/facts/row-keys.ts';
import type { WorkspaceStore } from '../../store/store.ts';

type Lacks = Extract<FileRefusal, { code: 'known-rows' }>['lacks'];

/** A known row that says the same as one of a file. */
export interface MetRow {
  readonly known: KnownKey;
  /** What one of the two lacks. */
  readonly lacks: Lacks;
  /** The row of the file says more: if they are the same, what is there gets its key. */
  readonly saysMore: boolean;
}

/**
 * Counts rows that say what known ones say that have a number where they have none, or the other way round. Each known one
 * stands for one row of the file.
 */
export function knownRows(store: WorkspaceStore, table: KeyedTable, choice: SameOrOthers | null) {
  const met = new Set<string>();
  const leftAlone = new Set<number>();
  const knownBy = new Map<number, KnownKey>();
  let of = 0;
  let first: { readonly line: number; readonly known: KnownKey; readonly lacks: Lacks } | null = null;

  return {
    count(rows: readonly unknown[]): void {
      of += rows.length;
    },

    /** How many known ones are taken for rows of the file so far. */
    met: () => met.size,

    /** @param others known rows that say the same in another way */
    see({ line }: Pick<FileRow<unknown>, 'line'>, others: readonly MetRow[]): void {
      const other = others.find(({ known }) => !met.has(nameOf(known)));
      if (!other || choice === 'others') return;
      met.add(nameOf(other.known));
      first ??= { line, ...other };
      if (choice !== 'same') return;
      if (other.saysMore) knownBy.set(line, other.known);
      else leftAlone.add(line);
    },

    async found() {
      return { leftAlone, knownBy, refusal: first && choice === null ? await refusalOf(first) : null };
    },
  };

  async function refusalOf({
    line,
    known,
    lacks,
  }: {
    line: number;
    known: KnownKey;
    lacks: Lacks;
  }): Promise<FileRefusal> {
    const { timeZone } = await store.settings.read();
    const [brought] = await store.rowKeys.broughtBy(table, [known], 0);
    const { fileName = null, at = null } = brought ?? {};
    return { code: 'known-rows', lacks, rows: met.size, of, line, fileName, day: at && localDay(at, timeZone) };
  }
}

function nameOf({ key, shop }: KnownKey): string {
  return `${shop}\u001f${key}`;
}
