import { expect, test } from 'vitest';
import { everyCustomer, listCustomers } from '../../src/flows/customers/list-customers.ts';
import { allCustomers, type ContactQuery } from '../../src/loyalty/customer-query.ts';
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

  async function listed(
    campaign: ContactQuery,
    after: Parameters<typeof listCustomers>[2]['after'] = null,
    before = 0,
  ) {
    return listCustomers(await reading(), { ...allCustomers, campaign }, { after, before }, today);
  }

  async function reading() {
    const { store } = world.context;
    return { store, settings: await store.settings.read() };
  }
});

function numbers(first: number, count: number): string[] {
  return Array.from({ length: count }, (_, i) => String(first + i));
}
