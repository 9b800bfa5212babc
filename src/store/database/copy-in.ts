import pg from 'pg';

/** As pg has it, its types leave this out. */
interface CopyConnection extends pg.Connection {
  sendCopyFromChunk(lines: Buffer): void;
  endCopyFrom(): void;
}

/**
 * `COPY … FROM STDIN` that brings its rows along: the question, the rows and their end are one write, and nobody waits for the
 * database to say that it is ready for rows. The embedded one takes nothing that comes later.
 */
export class CopyIn extends pg.Query {
  /** Once the database has taken the rows, or refused all of them. */
  readonly done: Promise<void>;

  constructor(text: string, lines: string) {
    let tell = (_: Error | undefined): void => undefined;
    super(text, (cause) => tell(cause));
    this.done = new Promise((resolve, reject) => {
      tell = (cause) => (cause ? reject(cause) : resolve());
    });
    this.submit = (connection) => {
      const { stream } = connection;
      const copying = connection as CopyConnection;
      stream.cork();
      copying.query(text);
      copying.sendCopyFromChunk(Buffer.from(lines));
      copying.endCopyFrom();
      stream.uncork();
    };
  }

  /** The rows are on their way already. */
  handleCopyInResponse(): void {
    // Nothing is left to be sent.
  }
}

/** Of a row that is copied: no value. */
export const copiedNull = '\\N';

/** A text as it stands in a row that is copied, between tabs. */
export function toCopy(text: string): string {
  return /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (one) => escapes[one] ?? one) : text;
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
