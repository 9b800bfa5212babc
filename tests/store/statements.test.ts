import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Statement } from '../../src/store/database/statement.ts';
import { type TestDatabase, withDatabases } from '../support/database.ts';

const store = 'src/store';
const files = readdirSync(store, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.sql.ts'));

withDatabases((kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await kind.open();
  });
  afterAll(() => database.close());

  test.each(files)('%s takes and gives what the database says', async (file) => {
    const exported: Record<string, unknown> = await import(join('../..', store, file));
    const statements = Object.entries(exported).flatMap(([name, value]) => statementsIn(name, value));
    expect(statements.length).toBeGreaterThan(0);
    const client = await database.pool.connect();
    try {
      for (const [name, { text, takes, gives }] of statements) {
        const told = await describeStatement(client, text);
        expect({ name, ...told }).toEqual({
          name,
          takes: takes.map(({ type }) => type),
          gives: Object.fromEntries(Object.entries(gives).map(([column, { type }]) => [column, type])),
        });
      }
    } finally {
      client.release();
    }
  });
});

/** The statement, or those in a list or table of them. Nothing else is exported, or it could not be held against the database. */
function statementsIn(name: string, value: unknown): [string, Statement][] {
  if (isStatement(value)) return [[name, value]];
  if (typeof value !== 'object' || value === null) throw new Error(`${name} is no statement, and no list of some.`);
  return Object.entries(value).flatMap(([key, one]) => statementsIn(`${name}.${key}`, one));
}

function isStatement(value: unknown): value is Statement {
  return typeof value === 'object' && value !== null && 'text' in value && 'takes' in value && 'gives' in value;
}

interface Told {
  readonly takes: readonly string[];
  readonly gives: Readonly<Record<string, string>>;
}

/** What the database says of a statement that it reads and doesn't carry out. */
async function describeStatement(client: pg.PoolClient, text: string): Promise<Told> {
  const { connection } = client as unknown as { readonly connection: Wire };
  let takes: readonly number[] = [];
  let gives: readonly { readonly name: string; readonly dataTypeID: number }[] = [];
  const onParameters = (message: { readonly dataTypeIDs: readonly number[] }) => {
    takes = message.dataTypeIDs;
  };
  connection.once('parameterDescription', onParameters);
  await new Promise<void>((resolve, reject) => {
    client.query({
      submit(wire: Wire) {
        wire.parse({ text, name: '', types: [] });
        wire.describe({ type: 'S', name: '' });
        wire.sync();
      },
      handleRowDescription({ fields }: { readonly fields: typeof gives }) {
        gives = fields;
      },
      handleError: (cause: Error) => reject(new Error(`${cause.message} in\n${text}`)),
      handleReadyForQuery: () => resolve(),
    } as unknown as pg.Submittable);
  });
  const names = await typeNames(client, [...takes, ...gives.map(({ dataTypeID }) => dataTypeID)]);
  const nameOf = (oid: number) => names.get(oid) ?? String(oid);
  return {
    takes: takes.map(nameOf),
    gives: Object.fromEntries(gives.map(({ name, dataTypeID }) => [name, nameOf(dataTypeID)])),
  };
}

interface Wire {
  once(event: 'parameterDescription', listener: (message: { readonly dataTypeIDs: readonly number[] }) => void): void;
  parse(statement: { readonly text: string; readonly name: string; readonly types: readonly number[] }): void;
  describe(what: { readonly type: 'S'; readonly name: string }): void;
  sync(): void;
}

async function typeNames(client: pg.PoolClient, oids: readonly number[]): Promise<Map<number, string>> {
  const { rows } = await client.query<{ oid: number; name: string }>(
    'SELECT oid::int4 AS oid, format_type(oid, NULL) AS name FROM unnest($1::int4[]) AS oid',
    [oids],
  );
  return new Map(rows.map(({ oid, name }) => [oid, name]));
}
