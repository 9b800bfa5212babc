import { UserError } from '../errors.ts';

/** Some seconds' worth, as a server takes a whole file in one transaction. */
const rowsBetweenWords = 50_000;

interface Batch {
  readonly rows: readonly { readonly joined?: number }[];
  readonly refused: readonly unknown[];
}

/**
 * Tells how far an import is, as "50000 / 800000": while rows are read, and whenever a transaction is at its end.
 *
 * @param records of the file
 */
export function importProgress(records: number, tell: (progress: string) => void, isStopped: () => boolean) {
  let read = 0;
  let told = 0;
  let written = 0;
  const say = (rows: number): void => {
    if (rows === told) return;
    told = rows;
    tell(`${rows} / ${records}`);
  };
  const stopped = (): UserError =>
    new UserError(
      'stopped',
      () => `Stopped. ${written} of ${records} rows are in, and stay. Import the file again for the rest.`,
    );
  return {
    /** Passes batches on. A stop ends it amid a transaction, which is then rolled back. */
    async *reading<B extends Batch>(batches: AsyncIterable<B>): AsyncGenerator<B, void, undefined> {
      for await (const batch of batches) {
        if (isStopped()) throw stopped();
        read += batch.rows.reduce((sum, { joined = 0 }) => sum + 1 + joined, batch.refused.length);
        if (read - told >= rowsBetweenWords && read < records) say(read);
        yield batch;
      }
    },

    /** All of the file up to here is written by the transaction that ends now. */
    wrote(rows: number): void {
      written = rows;
      say(rows);
    },

    stopped,
  };
}
