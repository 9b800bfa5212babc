import type { Context } from '../../context.ts';
import type { ImportKind } from '../../loyalty/facts/import-kind.ts';
import type { WorkspaceStore } from '../../store/store.ts';
import type { Locale } from '../../text/define-text.ts';
import type { ImportStep } from './import-rows.ts';

/** An import that is not heard of for so long has ended, however it did. */
const leaseMs = 10 * 60_000;

/** Notes an import that is read in a terminal as those of Slack are, so that it can be listed and taken back. */
export async function noteImport(
  { store, now }: Context,
  {
    kind,
    fileName,
    locale,
    options,
  }: {
    readonly kind: ImportKind;
    readonly fileName: string;
    readonly locale: Locale;
    /** How the file is read and what was chosen. */
    readonly options: object;
  },
) {
  const leaseUntil = () => new Date(now().getTime() + leaseMs);
  const file = { key: `terminal:${globalThis.crypto.randomUUID()}`, fileName, kind, locale, options };
  const id = await store.imports.startInTerminal(file, now(), leaseUntil());
  let at = { line: 0, rowsRead: 0 };
  return {
    id,

    /** The last thing in each transaction. */
    async advance(tx: WorkspaceStore, { counts, notes, line, rowsRead }: ImportStep): Promise<void> {
      await tx.imports.advance(id, at, line, rowsRead - at.rowsRead, { counts, notes }, leaseUntil());
      at = { line, rowsRead };
    },

    /** Notes how it ended, whatever came of it. */
    async endingAfter<T extends { readonly finished: boolean }>(importing: Promise<T>): Promise<T> {
      try {
        const ended = await importing;
        await store.imports.end(id, ended.finished ? 'finished' : 'cancelled', null, now());
        return ended;
      } catch (thrown) {
        // What cannot be noted runs out with the lease.
        await store.imports.end(id, 'cancelled', null, now()).catch(() => false);
        throw thrown;
      }
    },
  };
}
