import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { correctAnswer, removeAnswer } from '../../src/flows/corrections/correct-answer.ts';
import { correctOrder, removeOrder } from '../../src/flows/corrections/correct-order.ts';
import { removeCustomer } from '../../src/flows/corrections/remove-customer.ts';
import { addFeedback } from '../../src/flows/feedback/add-feedback.ts';
import { answerRecorder } from '../../src/flows/imports/record-answers.ts';
import { asTheyCome, orderRecorder } from '../../src/flows/imports/record-orders.ts';
import { verify } from '../../src/flows/upkeep/verify.ts';
import { marksOf } from '../../src/loyalty/changed-meanwhile.ts';
import { differenceCount } from '../../src/loyalty/counts/verification.ts';
import type { NewAnswer } from '../../src/loyalty/facts/answer.ts';
import { withDatabases } from '../support/database.ts';
import { npsAnswer } from '../support/nps-answer.ts';
import { useFlowWorld } from './flow-world.ts';

withDatabases((kind) => {
  const world = useFlowWorld(kind);

  test('an order that is corrected or deleted twice at once is counted once', async () => {
    for (const number of ['1', '2', '3', '4']) {
      await order(number);
      const key = { orderId: number, shop: '' };
      await Promise.all([
        correctOrder(world.context, key, { amount: [{ amountMinor: 500, currency: 'DKK' }] }, 'U1'),
        correctOrder(
          world.context,
          key,
          { amount: [{ amountMinor: 700, currency: 'DKK' }], status: 'cancelled' },
          'U2',
        ),
        correctOrder(world.context, key, { day: 19_000 }, 'U2'),
      ]);
      expect(await differences()).toBe(0);
      await Promise.all([
        removeOrder(world.context, key, 'U1'),
        removeOrder(world.context, key, 'U2'),
        correctOrder(world.context, key, { amount: [{ amountMinor: 900, currency: 'DKK' }] }, 'U2'),
      ]);
      expect(await differences()).toBe(0);
    }
  });

  test.each([['K1'], [null]])('so is an answer of %s', async (customer) => {
    for (const number of ['1', '2', '3', '4']) {
      const id = await answer(number, customer);
      await Promise.all([
        correctAnswer(world.context, id, { score: 3 }, 'U1'),
        correctAnswer(world.context, id, { score: 7 }, 'U2'),
        correctAnswer(world.context, id, { comment: 'Late' }, 'U2'),
      ]);
      expect(await differences()).toBe(0);
      await Promise.all([
        removeAnswer(world.context, id, 'U1'),
        removeAnswer(world.context, id, 'U2'),
        correctAnswer(world.context, id, { score: 1 }, 'U2'),
      ]);
      expect(await differences()).toBe(0);
    }
  });

  test('so is what goes with its customer', async () => {
    for (const number of ['1', '2', '3', '4']) {
      await order(number);
      const id = await answer(number, 'K1');
      const [customer] = await world.context.store.customers.findByExternalId(['K1']);
      await Promise.all([
        removeOrder(world.context, { orderId: number, shop: '' }, 'U1'),
        removeCustomer(world.context, customer?.id ?? 0, 'U1'),
        removeCustomer(world.context, customer?.id ?? 0, 'U2'),
        removeAnswer(world.context, id, 'U2'),
      ]);
      expect(await differences()).toBe(0);
    }
  });

  describe('an import that says otherwise what is corrected at the same moment', () => {
    test('counts the order as it is written over', async () => {
      await order('1');
      const key = { orderId: '1', shop: '' };
      const amount = [{ amountMinor: 700, currency: 'DKK' }] as const;
      await oneAfterTheOther(
        'orders',
        () => correctOrder(world.context, key, { amount }, 'U1'),
        () => order('1', 500),
      );
      expect(await differences()).toBe(0);
    });

    test.each([['K1'], [null]])('so is an answer of %s', async (customer) => {
      const id = await answer('response:nps:1', customer);
      const said = npsAnswer({ answerId: 'response:nps:1', customer, day: 19_999, score: customer ? 3 : 9 });
      await oneAfterTheOther(
        'answers',
        () => correctAnswer(world.context, id, { score: 7, comment: 'Late' }, 'U1'),
        () => imported({ ...said, comment: 'Later' }),
      );
      expect(await differences()).toBe(0);
    });
  });

  describe('of two who correct one thing in a form', () => {
    test('the second undoes nothing of an order that the first changed', async () => {
      await order('1');
      const key = { orderId: '1', shop: '' };
      const drawn = { amount: [{ amountMinor: 10_000, currency: 'DKK' }], day: 19_990, status: 'completed' } as const;
      const seen = marksOf(drawn);
      const save = (change: object) => correctOrder(world.context, key, { ...drawn, ...change, seen }, 'U1');
      const amount = [{ amountMinor: 500, currency: 'DKK' }] as const;
      expect(await save({ amount })).toMatchObject({ kind: 'done' });
      expect(await save({ day: 19_980 })).toMatchObject({
        order: { amountMinor: 500, day: 19_980, status: 'completed' },
      });
      const others = { status: 'cancelled', amount: [{ amountMinor: 500, currency: 'EUR' }] };
      expect(await save(others)).toEqual({ kind: 'changed-meanwhile', names: ['amount'] });
      expect(await save({ amount })).toMatchObject({ order: { amountMinor: 500, day: 19_980 } });
      expect(await differences()).toBe(0);
    });

    test('nor of an answer', async () => {
      const id = await answer('1', 'K1');
      const drawn = { score: 9, comment: null };
      const save = (change: object) =>
        correctAnswer(world.context, id, { ...drawn, ...change, seen: marksOf(drawn) }, 'U1');
      expect(await save({ comment: 'Late' })).toMatchObject({ kind: 'done' });
      expect(await save({ score: 2 })).toMatchObject({ answer: { score: 2, comment: 'Late', negative: true } });
      expect(await save({ comment: 'Later' })).toEqual({ kind: 'changed-meanwhile', names: ['comment'] });
      expect(await differences()).toBe(0);
    });
  });

  const differences = async () => differenceCount(await verify(world.context, () => undefined));

  /** Both wait for the rows of a table, the first before the second, and then go on. */
  async function oneAfterTheOther(
    table: 'orders' | 'answers',
    first: () => Promise<unknown>,
    second: () => Promise<unknown>,
  ): Promise<void> {
    if (kind.name === 'embedded') {
      await Promise.all([first(), second()]);
      return;
    }
    const pool = world.database.anotherPool();
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      await client.query(`SELECT FROM ${table} WHERE workspace_id = $1 FOR UPDATE`, [world.workspaceId]);
      const waiting = async (count: number) => {
        const sql = `SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
        // By another connection, as one sees in a transaction what it saw first.
        while ((await pool.query<{ count: number }>(sql)).rows[0]?.count !== count) await pause(10);
      };
      const works = [first()];
      await waiting(1);
      works.push(second());
      await waiting(2);
      await client.query('COMMIT');
      await Promise.all(works);
    } finally {
      client.release();
    }
  }

  async function imported(row: NewAnswer) {
    await world.context.transaction(async (tx) => {
      const recorder = answerRecorder(world.context, tx, await tx.settings.hold(), {
        makeCustomers: true,
        followUps: 'none',
        rewrites: true,
      });
      await recorder.take([row]);
      await recorder.settle();
    });
  }

  async function order(orderId: string, amountMinor = 10_000) {
    const { context } = world;
    await context.transaction(async (tx) => {
      const { ladderRules } = await tx.settings.hold();
      const recorder = orderRecorder(context, tx, ladderRules, asTheyCome);
      const placed = { shop: '', customer: 'K1', day: 19_990, at: null, currency: 'DKK', status: 'completed' } as const;
      await recorder.take([{ ...placed, orderId, amountMinor }]);
      await recorder.settle();
    });
  }

  async function answer(answerId: string, customer: string | null): Promise<number> {
    await addFeedback(world.context, npsAnswer({ answerId, customer, day: 19_999 }), { makeCustomer: true });
    return (await world.context.store.answers.find(answerId))?.id ?? 0;
  }
});
