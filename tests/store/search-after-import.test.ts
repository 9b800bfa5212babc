import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { searchCustomers } from '../../src/store/facts/customers.sql.ts';
import { file, importing } from '../shell/support.ts';
import { openTerminal, type Terminal } from '../shell/terminal.ts';
import { withDatabases } from '../support/database.ts';

const everybody = 12_000;
/** What a look for one word may read of the words: some times as many as it ranks, and a small part of all. */
const fewRows = 2_000;
/** Whatever else is read, is read through once and never for each of something else. */
const onceThrough = 2 * everybody;

/** A step of a plan, as EXPLAIN (ANALYZE, FORMAT JSON) tells it. */
interface Step {
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly Step[];
}

withDatabases((kind) => {
  let terminal: Terminal;
  beforeAll(async () => {
    terminal = await openTerminal(kind);
    // As in the moment after an import: nobody else has counted the tables yet.
    if (kind.name === 'PostgreSQL')
      for (const table of ['customers', 'customer_words'])
        await terminal.pool.query(`ALTER TABLE ${table} SET (autovacuum_enabled = false)`);
    const rows = Array.from({ length: everybody }, (_, i) => `K${i},Holm Person${i % 500}\n`);
    const path = file(`customer,name\n${rows.join('')}`);
    expect(await importing(terminal.ask, 'customers', path)).toMatchObject({ code: 0, imported: everybody });
  });
  afterAll(() => terminal.close());

  test('an import leaves the tables that a search reads counted', async () => {
    const { rows } = await terminal.pool.query(
      `SELECT relname AS name, reltuples::int AS counted FROM pg_class WHERE oid = ANY($1::text[]::regclass[]) ORDER BY 1`,
      [['customers', 'customer_words']],
    );
    expect(rows.map(({ name }) => name)).toEqual(['customer_words', 'customers']);
    // To a tenth of what is there: it is counted again when it has grown tenfold.
    for (const { counted } of rows) expect(counted).toBeGreaterThan(everybody / 10);
  });

  describe.each(['force_custom_plan', 'force_generic_plan'])('with %s', (mode) => {
    test.each([
      ['the name of everybody', ['holm']],
      ['its first letter', ['h']],
      ['the name of everybody and a letter of the other one', ['holm', 'p']],
      ['both, the other way round', ['person1', 'holm']],
      ['a number', ['k77']],
    ])('a search for %s right after it reads no more than it must', async (_, words) => {
      const steps = await stepsOf(words, mode);
      const read = steps.map((step) => ({
        of: step['Index Name'] ?? step['Relation Name'],
        rows:
          (step['Actual Rows'] + (step['Rows Removed by Filter'] ?? 0) + (step['Rows Removed by Index Recheck'] ?? 0)) *
          step['Actual Loops'],
      }));
      expect(read.filter(({ rows }) => rows > onceThrough)).toEqual([]);
      const ofWords = read.filter(({ of }) => of?.startsWith('customer_words'));
      expect(ofWords.length).toBeGreaterThan(0);
      if (words.length === 1) expect(ofWords.filter(({ rows }) => rows > fewRows)).toEqual([]);
      expect(read.reduce((sum, { rows }) => sum + rows, 0)).toBeGreaterThan(0);
    });
  });

  /** The steps that read rows of a table or an index. */
  async function stepsOf(words: readonly string[], mode: string): Promise<Step[]> {
    const search = searchCustomers[words.length - 1];
    const client = await terminal.pool.connect();
    try {
      const { rows: workspaces } = await client.query('SELECT workspace_id AS id FROM customers LIMIT 1');
      const given = [workspaces[0].id, 11, ...words, words.join(' ')].map((value) =>
        client.escapeLiteral(String(value)),
      );
      await client.query(`BEGIN; SET LOCAL plan_cache_mode = ${mode}`);
      await client.query(`PREPARE looked (${search?.takes.map(({ type }) => type).join(', ')}) AS ${search?.text}`);
      const { rows } = await client.query(`EXPLAIN (ANALYZE, FORMAT JSON) EXECUTE looked (${given.join(', ')})`);
      await client.query('DEALLOCATE looked; ROLLBACK');
      return within(rows[0]['QUERY PLAN'][0].Plan);
    } finally {
      client.release();
    }
  }
});

function within(step: Step): Step[] {
  const reads = step['Relation Name'] !== undefined || step['Index Name'] !== undefined;
  return [...(reads ? [step] : []), ...(step.Plans ?? []).flatMap(within)];
}
