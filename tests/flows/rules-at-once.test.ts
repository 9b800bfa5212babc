import { expect, test } from 'vitest';
import { editCustomer } from '../../src/flows/customers/edit-customer.ts';
import { pinCustomer } from '../../src/flows/customers/pin-customer.ts';
import { addFeedback } from '../../src/flows/feedback/add-feedback.ts';
import { type ImportOptions, importRows } from '../../src/flows/imports/import-rows.ts';
import { saveFirstSettings, saveSettings } from '../../src/flows/settings/save-settings.ts';
import { recount } from '../../src/flows/upkeep/recount.ts';
import { verify } from '../../src/flows/upkeep/verify.ts';
import { differenceCount } from '../../src/loyalty/counts/verification.ts';
import type { NewAnswer } from '../../src/loyalty/facts/answer.ts';
import type { NewOrder } from '../../src/loyalty/facts/order.ts';
import { withDatabases } from '../support/database.ts';
import { npsAnswer } from '../support/nps-answer.ts';
import { useFlowWorld } from './flow-world.ts';

withDatabases((kind) => {
  const world = useFlowWorld(kind);

  test('whoever writes while rules are saved leaves what is kept as the facts give it by the rules that hold', async () => {
    const { context } = world;
    await importOrders(ordersOf('first', 0));
    const customers = await context.store.customers.idsAfter(0, 40);
    // On the embedded database one comes after the other anyway.
    const rounds = kind.name === 'embedded' ? 1 : 4;
    for (let round = 1; round <= rounds; round += 1) {
      await Promise.all([
        importOrders(ordersOf(`round ${round}`, round * 30)),
        importAnswers(answersOf(`round ${round}`)),
        ...customers.slice(0, 8).map((id, i) => pin(id, `${round}:${i}`)),
        ...customers.slice(4, 12).map((id, i) => edit(id, i % 2 === 0 ? ['vip'] : [])),
        ...names.slice(0, 8).map((name, i) => say(`${round}:${i}`, i % 3 === 0 ? null : name)),
        save({ activeWindowDays: 60 + round, reviewStars: round % 2 === 0 ? 4 : 5 }),
        save({ repeatOrderDays: 2 + (round % 3) }),
        context.transaction(recount),
      ]);
      expect(differenceCount(await verify(context, () => undefined))).toBe(0);
    }
  });

  test('the time zone stays as it is under a first import that is not finished yet', async () => {
    let saving: ReturnType<typeof saveZone> | undefined;
    const beforeCommit: ImportOptions['beforeCommit'] = async () => {
      saving ??= saveZone('America/New_York');
      await waitsOrIsDone(saving);
    };
    await importRows(world.context, 'orders', batchesOf(ordersOf('first', 0)), { ...options, beforeCommit });
    expect(await saving).toEqual({ kind: 'time-zone-in-use', timeZone: 'Europe/Copenhagen' });
    expect(await saveFirstSettings(world.context, { timeZone: 'America/New_York' })).toBe(false);
    expect(await world.context.store.settings.read()).toMatchObject({ timeZone: 'Europe/Copenhagen' });
  });

  test('rows that were read in another time zone than now holds are refused, not put on other days', async () => {
    async function* readBefore() {
      yield* batchesOf(ordersOf('first', 0));
      await saveZone('America/New_York');
    }
    const importing = importRows(world.context, 'orders', readBefore(), {
      ...options,
      rowsPerTransaction: 1000,
      readIn: 'Europe/Copenhagen',
    });
    await expect(importing).rejects.toMatchObject({ code: 'time-zone-changed' });
    expect(await world.context.store.customers.exist()).toBe(false);
  });

  test('anonymous answers lie on days of the time zone, too', async () => {
    await say('1', null);
    expect(await saveZone('America/New_York')).toMatchObject({ kind: 'time-zone-in-use' });
  });

  const importOrders = (rows: readonly NewOrder[]) => importRows(world.context, 'orders', batchesOf(rows), options);
  const importAnswers = (rows: readonly NewAnswer[]) => importRows(world.context, 'feedback', batchesOf(rows), options);
  const say = (answerId: string, customer: string | null) =>
    addFeedback(world.context, { ...answer, answerId, customer }, { makeCustomer: true });
  const pin = (customerId: number, key: string) =>
    pinCustomer(world.context, { key, customerId, rung: 'partner', untilDay: null, reason: '', authorId: 'U1' });
  const edit = (customerId: number, segments: readonly string[]) =>
    editCustomer(world.context, customerId, { ...unknown, segments, lossesTakenBack: [] }, 'U1');

  async function save(change: object) {
    const settings = await world.context.store.settings.read();
    const workspace = {
      ...settings,
      ladderRules: { ...settings.ladderRules, ...change },
      admins: ['U1'],
      stewards: [],
    };
    return saveSettings(world.context, 'U1', { ownLocale: null, workspace });
  }

  async function saveZone(timeZone: string) {
    const settings = await world.context.store.settings.read();
    const workspace = { ...settings, timeZone, admins: ['U1'], stewards: [] };
    return saveSettings(world.context, 'U1', { ownLocale: null, workspace });
  }

  /** On a server others can be asked whether it waits; the embedded database has one session, so it does. */
  async function waitsOrIsDone(work: Promise<unknown>): Promise<void> {
    let done = kind.name === 'embedded';
    void work.finally(() => {
      done = true;
    });
    while (!done) {
      const { rowCount } = await world.database.pool.query(
        'SELECT FROM pg_locks WHERE NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())',
      );
      if (rowCount) return;
    }
  }
});

const today = 20_000;
const names = Array.from({ length: 120 }, (_, i) => `N${i}`);

function ordersOf(key: string, ahead: number): NewOrder[] {
  return names.map((customer, i) => ({
    ...order,
    shop: '',
    orderId: `${key} ${customer}`,
    customer,
    day: today - 900 + ahead + i,
  }));
}

function answersOf(key: string): NewAnswer[] {
  return names.map((customer, i) => ({ ...answer, answerId: `${key} ${customer}`, customer, score: i % 11 }));
}

const order = { at: null, amountMinor: 10_000, currency: 'DKK', status: 'completed' } as const;

const answer = npsAnswer({ day: today - 100 });

const unknown = {
  name: null,
  email: null,
  ownerId: null,
  source: null,
  relationshipYears: null,
  costMinor: null,
  costCurrency: null,
  recommendedById: null,
  rewardMinor: null,
  rewardCurrency: null,
};

const options: ImportOptions = {
  makeCustomers: true,
  followUps: 'none',
  rowsPerTransaction: 60,
  afterLine: 0,
  isStopped: () => false,
  beforeCommit: async () => undefined,
};

async function* batchesOf<T>(rows: readonly T[]) {
  for (let at = 0; at < rows.length; at += 50) {
    yield { rows: rows.slice(at, at + 50).map((row, i) => ({ line: at + i + 2, cells: [], row })), refused: [] };
  }
}
