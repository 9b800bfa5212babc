import { expect, test } from 'vitest';
import { everyCustomer, listCustomers } from '../../src/flows/customers/list-customers.ts';
import { readSegments } from '../../src/flows/segments/read-segments.ts';
import { allCustomers, type ContactQuery, type CustomerQuery } from '../../src/loyalty/customer-query.ts';
import { walkLength } from '../../src/store/standings/customer-lists.ts';
import { useFlowWorld } from '../flows/flow-world.ts';
import { withDatabases } from '../support/database.ts';

const today = 20_000;
/** More than one walk goes through. */
const all = walkLength + 100;

withDatabases((kind) => {
  const world = useFlowWorld(kind);

  test('whom a small campaign contacted is found and counted exactly, though they are worth least among very many', async () => {
    await haveCustomers();
    await contact('Small', `n > ${all - 12}`);
    const list = await listed({ name: 'small', variant: null, responded: false });
    expect(list).toMatchObject({ count: 12, isExact: true });
    expect(list.customers.map(({ externalId }) => externalId)).toEqual(numbers(all - 11, 10));
    const rest = await listed({ name: 'Small', variant: null, responded: false }, list.next, 10);
    expect(rest.customers.map(({ externalId }) => externalId)).toEqual(numbers(all - 1, 2));
    expect(rest.next).toBeNull();
    expect(await listed({ name: 'Small', variant: 'A', responded: true })).toMatchObject({ count: 2, isExact: true });
  });

  test('those of a campaign that contacted more than a walk goes through are looked for walk by walk', async () => {
    await haveCustomers();
    await contact('Large', 'true');
    const list = await listed({ name: 'Large', variant: null, responded: false });
    expect(list).toMatchObject({ count: walkLength, isExact: false });
    expect(list.customers.map(({ externalId }) => externalId)).toEqual(numbers(1, 10));
    const found: string[] = [];
    const query = { ...allCustomers, campaign: { name: 'Large', variant: 'B', responded: true } };
    for await (const slice of everyCustomer(await reading(), query, today)) {
      found.push(...slice.map(({ externalId }) => externalId));
    }
    expect(found).toEqual(numbers(1, all).filter((n) => Number(n) % 2 === 1 && Number(n) % 3 === 0));
  });

  test('nobody is in the list of a campaign before the day of the contact, nor in one of a campaign that is gone', async () => {
    await haveCustomers(3);
    await contact('Ahead', 'true', today + 1);
    expect(await listed({ name: 'Ahead', variant: null, responded: false })).toMatchObject({ count: 0, isExact: true });
    expect(await listed({ name: 'Gone', variant: null, responded: false })).toMatchObject({ count: 0, next: null });
  });

  test('who is in a segment is found and counted exactly, though they are worth least among very many', async () => {
    await haveCustomers();
    await putInto('Quiet', `n > ${all - 12}`);
    await putInto('Many', 'true');
    await haveRules('Quiet', 'Many', 'Empty');
    expect((await readSegments(await reading())).map(({ name, count, isExact }) => [name, count, isExact])).toEqual([
      ['Quiet', 12, true],
      ['Many', walkLength, false],
      ['Empty', 0, true],
    ]);
    const quiet = { ...allCustomers, segment: 'Quiet' };
    const list = await listOf(quiet);
    expect(list).toMatchObject({ count: 12, isExact: true });
    expect(list.customers.map(({ externalId }) => externalId)).toEqual(numbers(all - 11, 10));
    const rest = await listOf(quiet, list.next, 10);
    expect(rest.customers.map(({ externalId }) => externalId)).toEqual(numbers(all - 1, 2));
    expect(rest.next).toBeNull();
    expect(await listOf({ ...allCustomers, segment: 'Empty' })).toMatchObject({ count: 0, isExact: true, next: null });
  });

  test('of a segment of more than a walk goes through, there are at least as many as were looked at', async () => {
    await haveCustomers(all + walkLength);
    await putInto('Cheap', `n > ${walkLength - 100}`);
    const list = await listOf({ ...allCustomers, segment: 'Cheap' });
    expect(list).toMatchObject({ count: walkLength, isExact: false });
    expect(list.customers.map(({ externalId }) => externalId)).toEqual(numbers(walkLength - 99, 10));
  });

  test('the customers of a member are counted exactly where they are few, and looked for walk by walk where they are many', async () => {
    await haveCustomers();
    await look('U1', `external_id::int > ${all - 3}`);
    const few = await listOf({ ...allCustomers, owner: 'U1' });
    expect(few).toMatchObject({ count: 3, isExact: true, next: null });
    expect(few.customers.map(({ externalId }) => externalId)).toEqual(numbers(all - 2, 3));
    await look('U2', 'true');
    expect(await listOf({ ...allCustomers, owner: 'U2' })).toMatchObject({ count: walkLength, isExact: false });
    expect(await listOf({ ...allCustomers, owner: 'U1' })).toMatchObject({ count: 0, isExact: true });
  });

  test('what further walks find counts, and whoever has gone through all knows how many there are', async () => {
    await haveCustomers();
    await world.database.pool.query(
      `UPDATE customer_standings SET country = 'NO' WHERE workspace_id = $1 AND worth_minor < 5`,
      [world.workspaceId],
    );
    const list = await listOf({ ...allCustomers, country: 'NO' });
    expect(list.customers).toHaveLength(5);
    expect(list).toMatchObject({ count: 5, isExact: true, next: null });
  });

  /** Customer 1 is worth most. */
  async function haveCustomers(count = all) {
    const of = [world.workspaceId, count];
    const { pool } = world.database;
    await pool.query(
      `INSERT INTO customers (workspace_id, external_id, created_day)
       SELECT $1, n, '2024-01-01' FROM generate_series(1, $2::int) n`,
      of,
    );
    await pool.query(
      `INSERT INTO customer_standings (workspace_id, customer_id, known_day, order_days, nps_days, nps_scores, worth_minor)
       SELECT workspace_id, id, 19723, '{}', '{}', '{}', $2::int - external_id::int FROM customers WHERE workspace_id = $1`,
      of,
    );
    // One workspace after the other lies in these tables, which no import told of.
    await pool.query('ANALYZE customers, customer_standings');
  }

  /** Every second customer is in variant A, every third responded. */
  async function contact(name: string, whom: string, day = today) {
    await world.database.pool.query(
      `WITH made AS (INSERT INTO campaigns (workspace_id, name, folded) VALUES ($1, $2, lower($2)) RETURNING id)
       INSERT INTO campaign_contacts (workspace_id, campaign_id, customer_id, variant, contacted_day, responded)
       SELECT $1, made.id, customer, CASE n % 2 WHEN 0 THEN 'A' ELSE 'B' END, date '1970-01-01' + $3::int, n % 3 = 0
       FROM made, (SELECT id AS customer, external_id::int AS n FROM customers WHERE workspace_id = $1) AS c WHERE ${whom}`,
      [world.workspaceId, name, day],
    );
  }

  /** As their writers would: a segment stands with the customers. */
  async function putInto(segment: string, whom: string) {
    await world.database.pool.query(
      `UPDATE customer_standings s SET tags = tags || $2::text
       FROM (SELECT id, external_id::int AS n FROM customers WHERE workspace_id = $1) AS c
       WHERE s.workspace_id = $1 AND s.customer_id = c.id AND ${whom}`,
      [world.workspaceId, segment],
    );
  }

  async function haveRules(...names: readonly string[]) {
    for (const name of names) {
      await world.database.pool.query(
        `INSERT INTO segment_rules (workspace_id, name, folded, rule, currency, created_at)
         VALUES ($1, $2, lower($2), '{"lapsed": true}', 'DKK', now())`,
        [world.workspaceId, name],
      );
    }
  }

  async function look(memberId: string, whom: string) {
    await world.database.pool.query(`UPDATE customers SET owner_id = $2 WHERE workspace_id = $1 AND ${whom}`, [
      world.workspaceId,
      memberId,
    ]);
  }

  type Place = Parameters<typeof listCustomers>[2]['after'];

  function listed(campaign: ContactQuery, after: Place = null, before = 0) {
    return listOf({ ...allCustomers, campaign }, after, before);
  }

  async function listOf(query: CustomerQuery, after: Place = null, before = 0) {
    return listCustomers(await reading(), query, { after, before, size: 10 }, today);
  }

  async function reading() {
    const { store } = world.context;
    return { store, settings: await store.settings.read() };
  }
});

function numbers(first: number, count: number): string[] {
  return Array.from({ length: count }, (_, i) => String(first + i));
}
