import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isoFromDay, localDay } from '../../src/loyalty/time/period.ts';
import { databaseKinds } from '../support/database.ts';
import { type Ask, file, importing, json } from './support.ts';
import { openTerminal, type Terminal } from './terminal.ts';

const today = localDay(new Date(), 'Europe/Copenhagen');
const ago = (days: number) => isoFromDay(today - days);

describe.each(databaseKinds)('what one person puts right in a terminal, on $name', (kind) => {
  let terminal: Terminal;
  const ask: Ask = (args) => terminal.ask(args);
  beforeAll(async () => {
    terminal = await openTerminal(kind);
  });
  afterAll(() => terminal.close());
  beforeEach(async () => {
    await terminal.empty();
    await importing(ask, 'customers', file('customer,name,recommended_by\nA,Anna Holm,\nB,Bo Lind,A\n'));
    await importing(
      ask,
      'orders',
      file('order,customer,date,amount\n1,A,2026-01-05,100\n2,A,2026-02-05,1000\n3,B,2026-02-06,70\n'),
    );
    await importing(
      ask,
      'feedback',
      file(`customer,date,kind,score,comment\nA,${ago(2)},nps,1,Late\n,${ago(2)},nps,10,\n,${ago(3)},csat,5,\n`),
    );
  });

  async function clean() {
    const { code, out, err } = await ask(['verify']);
    expect({ code, out, err: code === 0 ? '' : err }).toMatchObject({ code: 0 });
  }

  async function answersOf(customer: string): Promise<{ answerId: number }[]> {
    return (await json(ask, 'customer', customer)).voices;
  }

  async function audit() {
    const { rows } = await terminal.pool.query('SELECT actor, action FROM audit ORDER BY id');
    return rows.map(({ actor, action }) => `${actor} ${action}`);
  }

  test('an order whose amount was ten times too much counts as it was meant', async () => {
    const { code, out } = await ask(['correct', 'order', '2', '--amount', '100.00', '--date', '2026-02-04']);
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('The order is corrected.') });
    expect(await json(ask, 'overview')).toMatchObject({
      orders: 3,
      revenue: [{ currency: 'DKK', amountMinor: 27_000 }],
    });
    await ask(['correct', 'order', '2', '--status', 'cancelled']);
    expect(await json(ask, 'overview')).toMatchObject({
      orders: 2,
      revenue: [{ currency: 'DKK', amountMinor: 17_000 }],
    });
    expect((await json(ask, 'customer', 'A')).placement.rung).toBe('customer');
    await clean();
    expect(await audit()).toEqual(['shell order.corrected', 'shell order.corrected']);
  });

  test('an order that never was goes, and only when it is said twice', async () => {
    const asked = await ask(['delete', 'order', '2']);
    expect(asked).toMatchObject({ code: 2, err: expect.stringContaining('--yes') });
    expect((await ask(['delete', 'order', '2', '--yes'])).code).toBe(0);
    expect(await json(ask, 'overview')).toMatchObject({
      orders: 2,
      revenue: [{ currency: 'DKK', amountMinor: 17_000 }],
    });
    expect(await ask(['delete', 'order', '2', '--yes'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('There is no order 2.'),
    });
    await clean();
  });

  test('a score that was mistyped counts as it was said, and its follow-up goes with the answer', async () => {
    const [answer] = await answersOf('A');
    const id = String(answer?.answerId);
    expect(await ask(['correct', 'answer', id, '--score', '11'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('0 to 10'),
    });
    expect((await ask(['correct', 'answer', id, '--score', '10', '--comment', 'On time'])).code).toBe(0);
    expect(await json(ask, 'nps')).toMatchObject({ value: 100, base: 2 });
    expect((await ask(['delete', 'answer', id, '--yes'])).code).toBe(0);
    expect(await json(ask, 'nps')).toMatchObject({ base: 1 });
    const { rows } = await terminal.pool.query('SELECT id FROM follow_ups');
    expect(rows).toEqual([]);
    await clean();
  });

  test('an anonymous answer is corrected and deleted like any other', async () => {
    const { rows } = await terminal.pool.query('SELECT id, kind FROM answers WHERE customer_id IS NULL ORDER BY id');
    const [vote, csat] = rows.map(({ id }) => String(id));
    await ask(['correct', 'answer', vote ?? '', '--score', '0']);
    expect(await json(ask, 'nps')).toMatchObject({ value: -100, base: 2 });
    await ask(['delete', 'answer', csat ?? '', '--yes']);
    expect(await json(ask, 'csat')).toMatchObject({ value: null, base: 0 });
    await clean();
  });

  test('a customer goes with all that is known, and whom they recommended stays', async () => {
    const { code, out } = await ask(['delete', 'customer', 'A', '--yes', '--language', 'da']);
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('Anna Holm er slettet') });
    expect(await json(ask, 'overview')).toMatchObject({ customers: 1, orders: 1 });
    expect(await json(ask, 'nps')).toMatchObject({ value: 100, base: 1 });
    expect((await json(ask, 'customer', 'B')).recommendedBy).toBeNull();
    const left = await terminal.pool.query(
      `SELECT (SELECT count(*) FROM follow_ups)::int AS tasks, (SELECT count(*) FROM customer_words WHERE word = 'anna')::int AS words`,
    );
    expect(left.rows).toEqual([{ tasks: 0, words: 0 }]);
    await clean();
  });

  test('a customer gets another name, address and owner, is found by them, and the audit says what changed', async () => {
    const correct = [
      'correct',
      'customer',
      'A',
      '--name',
      'Anna Lund',
      '--email',
      'anna@lund.dk',
      '--owner',
      'U012AB3CD',
    ];
    const { code, out } = await ask(correct);
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('The customer is corrected.') });
    expect(await json(ask, 'customer', 'lund')).toMatchObject({ email: 'anna@lund.dk', ownerId: 'U012AB3CD' });
    await ask(['correct', 'customer', 'A', '--owner', '']);
    expect(await json(ask, 'customer', 'A')).toMatchObject({ email: 'anna@lund.dk', ownerId: null });
    const { rows } = await terminal.pool.query('SELECT details FROM audit ORDER BY id');
    expect(rows.map(({ details }) => details.changed)).toEqual([['name', 'email', 'ownerId'], ['ownerId']]);
    expect(JSON.stringify(rows)).not.toContain('lund');
    await clean();
  });

  test('a customer is made, stands on the ladder, and is not made twice', async () => {
    const make = ['kunde', 'ny', '--customer', 'C', '--name', 'Carla Dam', '--email', 'Carla@Dam.dk'];
    expect(await ask([...make, '--language', 'da'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('Carla Dam er oprettet som kunde.'),
    });
    expect((await ask(make)).code).toBe(0);
    expect(await json(ask, 'customer', 'carla@dam.dk')).toMatchObject({ placement: { rung: 'prospect' } });
    expect(await audit()).toEqual(['shell customer.made']);
    const other = await ask(['customer', 'new', '--name', 'Carla D', '--email', 'carla@dam.dk']);
    expect(other).toMatchObject({ code: 1, err: expect.stringContaining('Carla Dam has this address already.') });
    const given = await ask(['correct', 'customer', 'B', '--email', 'carla@DAM.dk']);
    expect(given).toMatchObject({ code: 1, err: expect.stringContaining('Carla Dam has this address already.') });
    await clean();
  });

  test.each([
    [['correct', 'order', '1'], 2, '--amount, --date, --status'],
    [['correct', 'order', '1', '--amount', '1,234'], 2, '--locale'],
    [['correct', 'order', '1', '--amount', 'much'], 2, '“much” is not a number.'],
    [['correct', 'order', 'x', '--amount', '5'], 1, 'There is no order x.'],
    [['correct', 'everything', 'A'], 2, 'correct order 1001'],
    [['correct', 'customer', 'A'], 2, '--name, --email, --owner'],
    [['correct', 'customer', 'A', '--email', 'anna'], 2, '“anna”'],
    [['correct', 'customer', 'A', '--name', '🙂'.repeat(151)], 2, '--name: Longer than 300 characters.'],
    [['correct', 'customer', 'A', '--email', `${'a'.repeat(254)}@holm.dk`], 2, '254'],
    [['correct', 'customer', 'A', '--owner', 'Anna'], 2, 'U012AB3CD'],
    [['correct', 'customer', 'Z', '--name', 'Zoe'], 1, 'There is no customer with the number Z.'],
    [['customer', 'new', '--name', 'Zoe'], 2, 'customer new --customer 1042'],
    [['customer', 'new', '--customer', 'A', '--name', 'Zoe'], 1, 'Anna Holm has this number already.'],
    [['delete', 'everything', 'A', '--yes'], 2, 'delete order 1001'],
    [['delete', 'answer', 'first', '--yes'], 2, 'answerId'],
    [['delete', 'customer', 'Z', '--yes'], 1, 'There is no customer with the number Z.'],
  ])('%j is refused with what to write', async (args, code, words) => {
    const refused = await ask(args);
    expect(refused).toMatchObject({ code, err: expect.stringContaining(words) });
    expect(await audit()).toEqual([]);
  });
});
