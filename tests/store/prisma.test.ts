import { afterAll, beforeAll, expect, test } from 'vitest';
import { snapshot, sqlOn, transaction } from '../../src/store/database/sql.ts';
import { float, int, statement, text, texts } from '../../src/store/database/statement.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { type TestDatabase, withDatabases } from '../support/database.ts';

const members = statement('SELECT id FROM members WHERE workspace_id = $1', [int], { id: text });
const countMembers = statement('SELECT count(*)::int AS count FROM members WHERE id = ANY($1)', [texts], {
  count: int,
});
const addMembers = statement(
  'INSERT INTO members (workspace_id, id) SELECT $1, $2 || g FROM generate_series(1, $3::int) g',
  [int, text, int],
);
const speakDanish = statement(`UPDATE members SET locale = 'da' WHERE workspace_id = $1 AND id = $2`, [int, text]);
const sleep = statement('SELECT pg_sleep($1)::text AS slept', [float], { slept: text });

withDatabases((kind) => {
  let database: TestDatabase;
  let store: Store;
  let workspaceId: number;
  beforeAll(async () => {
    database = await kind.open();
    store = openStore({
      kind: kind.name === 'embedded' ? 'embedded' : 'server',
      pool: database.pool,
      durable: false,
      lock: null,
      dump: null,
      close: async () => undefined,
    });
    workspaceId = (await store.workspaces.ensure('T1', 'Nordlys', true)).id;
  });
  afterAll(() => database.close());
  test('what the store writes is what Prisma reads by prisma/schema.prisma', async () => {
    const scoped = store.of(workspaceId);
    await scoped.customers.makeMissing(['K1'], 20_000);
    const customerId = (await scoped.customers.idsOf(['K1'])).get('K1') ?? 0;
    const at = Date.UTC(2026, 2, 1, 12, 0, 0, 123);
    await scoped.orders.upsert([
      {
        shop: '',
        orderId: 'O1',
        customerId,
        day: 20_513,
        at,
        amountMinor: 12_345,
        currency: 'DKK',
        status: 'completed',
      },
    ]);
    const [key, reason, authorId] = ['a', 'Aftale', 'U1'];
    const fromDay = 20_513;
    await scoped.pins.add({
      key,
      customerId,
      rung: 'partner',
      fromDay,
      untilDay: null,
      reason,
      authorId,
      at: new Date(at),
    });

    const customer = await sqlOn(database.pool).typed((client) =>
      client.customer.findUnique({
        where: { workspaceId_externalId: { workspaceId, externalId: 'K1' } },
        include: { orders: true, pins: true, standing: true },
      }),
    );
    expect(customer).toMatchObject({
      id: customerId,
      createdDay: new Date('2024-10-04T00:00:00Z'),
      orders: [{ externalId: 'O1', day: new Date('2026-03-01T00:00:00Z'), at: new Date(at), amountMinor: 12_345n }],
      pins: [{ rung: 'partner', fromDay: new Date('2026-03-01T00:00:00Z'), untilDay: null }],
      standing: { hasPins: true, orderDays: [] },
    });
  });

  const member = (id: string) => ({ workspaceId_id: { workspaceId, id } });
  const membersInAll = () => sqlOn(database.pool).typed((client) => client.member.count());

  test('what Prisma and SQL write in one transaction is there together or not at all, and each sees the other', async () => {
    const before = await membersInAll();
    const failing = transaction(database.pool, async (sql) => {
      await sql.typed((client) => client.member.create({ data: { workspaceId, id: 'A' } }));
      expect(await sql.rows(members, [workspaceId])).toEqual([{ id: 'A' }]);
      await sql.run(addMembers, [workspaceId, 'B', 10_000]);
      expect(await sql.typed((client) => client.member.count({ where: { workspaceId } }))).toBe(10_001);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await membersInAll()).toBe(before);
  });

  test('what is asked at once in a transaction is answered in turn, whoever is asked', async () => {
    const ids = ['E1', 'E2', 'E3'];
    await transaction(database.pool, async (sql) => {
      await Promise.all(ids.map((id) => sql.typed((client) => client.member.create({ data: { workspaceId, id } }))));
      const [found, counted] = await Promise.all([
        Promise.all(ids.map((id) => sql.typed((client) => client.member.findUnique({ where: member(id) })))),
        sql.rows(countMembers, [ids]),
      ]);
      expect(found.map((one) => one?.id)).toEqual(ids);
      expect(counted).toEqual([{ count: 3 }]);
    });
  });

  test.skipIf(kind.name === 'embedded')(
    'questions of one shape in several transactions at once are answered each in its own',
    async () => {
      const ids = ['C1', 'C2', 'C3'];
      const seen = await Promise.all(
        ids.map((id) =>
          transaction(database.pool, async (sql) => {
            await sql.typed((client) => client.member.create({ data: { workspaceId, id } }));
            await sql.rows(sleep, [0.2]);
            const all = await Promise.all(
              ids.map((other) => sql.typed((client) => client.member.findUnique({ where: member(other) }))),
            );
            await sql.rows(sleep, [0.2]);
            return all.map((one) => one?.id ?? null);
          }),
        ),
      );
      expect(seen).toEqual([
        ['C1', null, null],
        [null, 'C2', null],
        [null, null, 'C3'],
      ]);
    },
  );

  test.skipIf(kind.name === 'embedded').each([
    ['Prisma', 'Prisma'],
    ['SQL', 'SQL'],
    ['Prisma', 'SQL'],
  ])('the loser of a deadlock between %s and %s is run again', async (one, other) => {
    const [first, second] = [`${one}-${other}-1`, `${one}-${other}-2`];
    const all = [first, second].map((id) => ({ workspaceId, id }));
    await sqlOn(database.pool).typed((client) => client.member.createMany({ data: all }));
    let runs = 0;
    let holding = 0;
    let meet: () => void = () => undefined;
    const bothHold = new Promise<void>((resolve) => {
      meet = resolve;
    });
    const cross = (by: string, from: string, to: string) =>
      transaction(database.pool, async (sql) => {
        const write = (id: string) =>
          by === 'SQL'
            ? sql.run(speakDanish, [workspaceId, id])
            : sql.typed((client) => client.member.update({ where: member(id), data: { locale: 'da' } }));
        runs += 1;
        await write(from);
        holding += 1;
        if (holding === 2) meet();
        await bothHold;
        await write(to);
      });
    await Promise.all([cross(one, first, second), cross(other, second, first)]);
    // Run again it may lose again, where it takes its row back before the other has it.
    expect(runs).toBeGreaterThanOrEqual(3);
    const saved = await sqlOn(database.pool).typed((client) => client.member.findMany({ where: { OR: all } }));
    expect(saved.map(({ locale }) => locale)).toEqual(['da', 'da']);
  });

  test.skipIf(kind.name === 'embedded')('who read what another wrote meanwhile is run again', async () => {
    const pool = database.pool;
    await sqlOn(pool).typed((client) => client.member.create({ data: { workspaceId, id: 'S' } }));
    let runs = 0;
    await transaction(pool, async (sql) => {
      runs += 1;
      if (runs > 1) return;
      await sql.run(statement('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ', []), []);
      await sql.typed((client) => client.member.findUnique({ where: member('S') }));
      await sqlOn(pool).typed((client) => client.member.update({ where: member('S'), data: { locale: 'nb' } }));
      await sql.typed((client) => client.member.update({ where: member('S'), data: { locale: 'da' } }));
    });
    expect(runs).toBe(2);
  });

  test('a snapshot sees one moment and cannot be written to', async () => {
    await expect(
      snapshot(database.pool, (sql) => sql.typed((client) => client.member.create({ data: { workspaceId, id: 'X' } }))),
    ).rejects.toThrow();
    await expect(snapshot(database.pool, (sql) => sql.run(addMembers, [workspaceId, 'X', 1]))).rejects.toThrow();
    expect(await sqlOn(database.pool).typed((client) => client.member.count({ where: { id: 'X' } }))).toBe(0);
  });

  test('who fails in a transaction leaves the connection to others', async () => {
    for (let i = 0; i < 20; i += 1) {
      const failing = transaction(database.pool, (sql) => sql.run(statement('SELECT 1 / 0', []), []));
      await expect(failing).rejects.toThrow('division by zero');
    }
    expect(database.pool.totalCount - database.pool.idleCount).toBe(0);
  });
});
