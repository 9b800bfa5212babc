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
  /** Written by the transaction that is ending: in, once anything more is asked for. */
  let ending = 0;
  const say = (rows: number): void => {
    if (rows === told) return;
    told = rows;
    tell(`${rows} / ${records}`);
  };
  const stopped = (): UserError => {
    written = ending;
    return new UserError(
      'stopped',
      () => `Stopped. ${written} of ${records} rows are in, and stay. Import the file again for the rest.`,
    );
  };
  const lost = (): UserError =>
    new UserError('connection-lost', () => `The connection to the database was lost. ${left()}`);

  /** What of the file is in for certain. */
  function left(): string {
    if (ending > written) {
      return `It was just finishing the first ${ending} of ${records} rows, so nobody knows whether they are in. Import the file again: what is in stays as it is, and the rest comes in.`;
    }
    if (written === 0) {
      return `Nothing of the file is in: what had been read of its ${records} rows was still one transaction, which the database takes back. Import the file again.`;
    }
    return `The first ${written} of ${records} rows are in, and stay; what came after them is not. Import the file again for the rest.`;
  }
  return {
    /** Passes batches on. A stop ends it amid a transaction, which is then rolled back. */
    async *reading<B extends Batch>(batches: AsyncIterable<B>): AsyncGenerator<B, void, undefined> {
      for await (const batch of batches) {
        written = ending;
        if (isStopped()) throw stopped();
        read += batch.rows.reduce((sum, { joined = 0 }) => sum + 1 + joined, batch.refused.length);
        if (read - told >= rowsBetweenWords && read < records) say(read);
        yield batch;
      }
    },

    /** All of the file up to here is written by the transaction that ends now. */
    wrote(rows: number): void {
      ending = rows;
      say(rows);
    },

    stopped,
    lost,
  };
}
