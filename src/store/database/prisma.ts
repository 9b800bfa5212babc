import { PrismaPg } from '@prisma/adapter-pg';
import type { Pool, PoolClient } from 'pg';
import { type Prisma, PrismaClient } from '../generated/client.ts';
import { CopyIn } from './copy-in.ts';

/** Prisma's client, in a transaction or each call on its own. */
export type Typed = Prisma.TransactionClient;

/** A connection, to be asked in SQL. */
export type SqlConnection = Pick<PoolClient, 'query'>;

export interface SharedPool {
  /** For calls outside of transactions. */
  readonly typed: Typed;
  /**
   * One transaction for Prisma's client and for SQL: Prisma opens and ends it, and the connection that it is on is
   * handed to `work` besides.
   */
  transaction<T>(
    work: (typed: Typed, connection: SqlConnection) => Promise<T>,
    isolationLevel?: 'RepeatableRead',
  ): Promise<T>;
}

/** Lets Prisma's client and SQL use the connections of one pool, and in a transaction the same one. */
export function sharePool(pool: Pool): SharedPool {
  const handed = new Map<number, SqlConnection>();
  const adapter = new PrismaPg(handingOver(pool, handed), { statementNameGenerator });
  const prisma = new PrismaClient({ adapter });
  return {
    typed: prisma,
    transaction: (work, isolationLevel) =>
      prisma.$transaction(
        async (typed) => {
          const [{ place = 0 } = {}] = await typed.$queryRawUnsafe<{ place?: number }[]>(handOver);
          const connection = handed.get(place);
          handed.delete(place);
          if (!connection) throw new Error('Prisma opened a transaction on no connection of this pool.');
          return work(typed, connection);
        },
        { timeout: noLimit, maxWait: noLimit, ...(isolationLevel && { isolationLevel }) },
      ),
  };
}

/** Nothing but the database is touched in a transaction, so it is the database and the pool that set limits. */
const noLimit = 2 ** 31 - 1;

/** Asked in a transaction, this never reaches the database: the connection answers where it can be fetched. */
const handOver = '-- the connection of this transaction';
const int4 = 23;

/** The pool, with connections that hand themselves over when asked to. */
function handingOver(pool: Pool, handed: Map<number, SqlConnection>): Pool {
  let lastPlace = 0;
  const connect = async () => {
    const client = await pool.connect();
    const ask = inTurn(client);
    const connection: PoolClient = replace(client, 'query', (...question: unknown[]) => {
      if (!isHandOver(question[0])) return ask(...question);
      lastPlace += 1;
      handed.set(lastPlace, connection);
      return Promise.resolve({ fields: [{ name: 'place', dataTypeID: int4 }], rows: [[lastPlace]], rowCount: 1 });
    });
    return connection;
  };
  return replace(pool, 'connect', connect);
}

function isHandOver(question: unknown): boolean {
  return typeof question === 'object' && question !== null && 'text' in question && question.text === handOver;
}

/** A connection that answers in turn: what is asked meanwhile waits here, so that work can be prepared ahead. */
function inTurn(client: PoolClient): (...question: unknown[]) => Promise<unknown> {
  const ask = client.query.bind(client) as (...question: unknown[]) => Promise<unknown>;
  if (client.pipeline) return ask;
  let last: Promise<unknown> = Promise.resolve();
  return (...question) => {
    const answer = last.then(() => ask(...question));
    last = answer.then((given) => (given instanceof CopyIn ? given.done : given)).catch(() => undefined);
    return answer;
  };
}

/** The same object but for one of its methods. */
function replace<T extends object>(whole: T, name: keyof T, method: (...all: unknown[]) => unknown): T {
  return new Proxy(whole, {
    get(target, key) {
      if (key === name) return method;
      const value: unknown = Reflect.get(target, key);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** Lists of different lengths are different texts: the first hundreds are all that a connection keeps planned. */
const mostNames = 300;
const names = new Map<string, string>();

/** Statements are planned once per connection. Those of one shape have one text, so there are as many as the code has. */
function statementNameGenerator({ sql }: { readonly sql: string }): string {
  let name = names.get(sql);
  if (!name && names.size >= mostNames) return '';
  if (!name) {
    name = `typed_${names.size}`;
    names.set(sql, name);
  }
  return name;
}
