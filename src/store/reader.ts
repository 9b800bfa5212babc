import pg from 'pg';

/** Takes a question in pg's form. A pool does, and so does a reader. */
export interface Queryable {
  query<Row extends pg.QueryResultRow>(question: pg.QueryConfig): Promise<pg.QueryResult<Row>>;
}

export interface Reader extends Queryable {
  end(): Promise<void>;
}

/**
 * One connection for short questions that come many at a time: each is sent without waiting for the answer to the one
 * before, which costs half of what a turn in the pool does. It is opened by the first question, and again after it broke;
 * the questions that were under way then fail.
 */
export function openReader(config: pg.ClientConfig): Reader {
  let opened: Promise<pg.Client> | null = null;

  async function open(): Promise<pg.Client> {
    const client = new pg.Client({ ...config, pipeline: true });
    client.on('error', forget);
    client.on('end', forget);
    await client.connect();
    return client;
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
      return (await opened).query<Row>(question);
    },
    async end() {
      const client = await opened?.catch(() => null);
      await client?.end();
    },
  };
}
