import { Socket } from 'node:net';
import pg from 'pg';

/** Takes a question in pg's form. A pool does, and so does a reader. */
export interface Queryable {
  query<Row extends pg.QueryResultRow>(question: pg.QueryConfig): Promise<pg.QueryResult<Row>>;
}

export interface Reader extends Queryable {
  end(): Promise<void>;
}

/**
 * One connection for short questions that come many at a time: they are sent without waiting for the answers to those
 * before, and what is asked in one turn of the event loop is one write, which costs half of what turns in a pool do. It
 * is opened by the first question, and again after it broke; the questions that were under way then fail.
 */
export function openReader(config: pg.ClientConfig): Reader {
  let opened: Promise<Opened> | null = null;

  async function open(): Promise<Opened> {
    const socket = new Socket();
    const client = new pg.Client({ ...config, pipeline: true, stream: () => socket });
    client.on('error', forget);
    client.on('end', forget);
    await client.connect();
    return { client, socket };
  }
  function forget(): void {
    opened = null;
  }

  return {
    async query<Row extends pg.QueryResultRow>(question: pg.QueryConfig) {
      if (!opened) {
        opened = open();
        opened.catch(forget);
      }
      const { client, socket } = await opened;
      if (socket.writableCorked === 0) {
        socket.cork();
        setImmediate(() => socket.uncork());
      }
      return client.query<Row>(question);
    },
    async end() {
      const open = await opened?.catch(() => null);
      await open?.client.end();
    },
  };
}

interface Opened {
  readonly client: pg.Client;
  readonly socket: Socket;
}
