import { UserError } from '../errors.ts';
import type { Locale } from '../text/define-text.ts';
import type { DatabaseFault } from './database-fault.ts';
import type { Progress } from './progress.ts';
import { usageWords } from './usage-words.ts';

/** Some seconds' worth, as a server takes a whole file in one transaction: worth a line where lines stay. */
const rowsBetweenWords = 50_000;

/** As programs read them. */
const codes = {
  lost: 'connection-lost',
  full: 'database-full',
  crowded: 'database-crowded',
  'out-of-time': 'database-out-of-time',
  'no-right': 'database-no-right',
} as const satisfies Record<DatabaseFault, string>;

interface Batch {
  readonly rows: readonly { readonly joined?: number }[];
  readonly refused: readonly unknown[];
}

/**
 * Tells how far an import is: while rows are read, and whenever a transaction is at its end.
 *
 * @param records of the file
 */
export function importProgress(records: number, tell: Progress, isStopped: () => boolean) {
  let read = 0;
  let told = 0;
  let written = 0;
  /** Written by the transaction that is ending: in, once anything more is asked for. */
  let ending = 0;
  const say = (rows: number): void => {
    if (rows === told) return;
    told = rows;
    tell(rows, records, true);
  };
  const stopped = (): UserError => {
    written = ending;
    return new UserError('stopped', (locale) => usageWords(locale).stopped(String(written), String(records)));
  };
  const cutBy = (fault: DatabaseFault): UserError =>
    new UserError(codes[fault], (locale) => `${usageWords(locale)[fault]} ${left(locale)}`);

  /** What of the file is in for certain. */
  function left(locale: Locale): string {
    const text = usageWords(locale);
    if (ending > written) return text.lostFinishing(String(ending), String(records));
    return written === 0 ? text.lostAll(String(records)) : text.lostRest(String(written), String(records));
  }
  return {
    /** Passes batches on. A stop ends it amid a transaction, which is then rolled back. */
    async *reading<B extends Batch>(batches: AsyncIterable<B>): AsyncGenerator<B, void, undefined> {
      for await (const batch of batches) {
        written = ending;
        if (isStopped()) throw stopped();
        read += batch.rows.reduce((sum, { joined = 0 }) => sum + 1 + joined, batch.refused.length);
        if (read - told >= rowsBetweenWords && read < records) say(read);
        else if (read > told && read < records) tell(read, records, false);
        yield batch;
      }
    },

    /** All of the file up to here is written by the transaction that ends now. */
    wrote(rows: number): void {
      ending = rows;
      say(rows);
    },

    stopped,
    cutBy,
  };
}
