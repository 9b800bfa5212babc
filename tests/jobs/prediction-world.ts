import type pg from 'pg';
import { type Context, contextOf, type Deps } from '../../src/context.ts';
import { asTheyCome, orderRecorder } from '../../src/flows/imports/record-orders.ts';
import type { NewOrder } from '../../src/loyalty/facts/order.ts';
import type { Day } from '../../src/loyalty/time/period.ts';
import type { WorkspaceStore } from '../../src/store/store.ts';
import { randoms } from '../loyalty/prediction-company.ts';
import type { DatabaseKind, TestDatabase } from '../support/database.ts';
import { depsOn } from '../support/deps.ts';

/** A workspace in Copenhagen with a clock that is moved by hand. */
export interface PredictionWorld {
  readonly deps: Deps;
  readonly context: Context;
  readonly workspaceId: number;
  readonly store: WorkspaceStore;
  readonly pool: pg.Pool;
  readonly faults: Readonly<Record<string, unknown>>[];
  at(instant: string | number): void;
  /** The same, as another process with a connection of its own sees it. */
  anotherProcess(): Context;
  addOrders(orders: readonly NewOrder[]): Promise<void>;
}

let workspaces = 0;

export async function predictionWorld(kind: DatabaseKind, database: TestDatabase): Promise<PredictionWorld> {
  let now = new Date('2026-03-10T11:00:00Z');
  const faults: Readonly<Record<string, unknown>>[] = [];
  const processOn = (pool: pg.Pool): Deps =>
    depsOn(kind, pool, {
      now: () => now,
      log: { info: () => undefined, error: (event, facts) => faults.push({ event, ...facts }) },
    });
  const deps = processOn(database.pool);
  workspaces += 1;
  const { id: workspaceId } = await deps.store.workspaces.ensure(`TPREDICT${workspaces}`, 'Kaffebar', true);
  const context = contextOf(deps, workspaceId);
  const { store } = context;
  await store.settings.save({ ...(await store.settings.read()), alertChannelId: 'C0ALERTS' });
  return {
    deps,
    context,
    workspaceId,
    store,
    pool: database.pool,
    faults,
    at(instant) {
      now = new Date(instant);
    },
    anotherProcess: () => contextOf(processOn(database.anotherPool()), workspaceId),
    async addOrders(orders) {
      await context.transaction(async (tx) => {
        const recorder = orderRecorder(context, tx, (await tx.settings.hold()).ladderRules, asTheyCome);
        await recorder.take(orders);
        await recorder.settle();
      });
    },
  };
}

export function order(facts: Pick<NewOrder, 'orderId' | 'customer' | 'day'> & Partial<NewOrder>): NewOrder {
  return { shop: '', at: null, amountMinor: 10_000, currency: 'DKK', status: 'completed', ...facts };
}

/** Orders before `asOf` of customers who buy at paces of their own; half of them soon drop out, the others seldom. */
export function shopOrders(customers: number, asOf: Day, seed = 3): NewOrder[] {
  const random = randoms(seed);
  return Array.from({ length: customers }, (_, i) => {
    const orders: NewOrder[] = [];
    let day = asOf - 30 - Math.floor(random() * 500);
    const gap = 8 + random() * 40;
    const dropOut = random() < 0.5 ? 0.5 : 0.03;
    const amount = 5000 + Math.floor(random() * 40_000);
    while (day < asOf) {
      const amountMinor = Math.round(amount * (0.6 + random() * 0.8));
      orders.push(order({ orderId: `${i}-${day}`, customer: String(i), day, amountMinor }));
      if (orders.length > 1 && random() < dropOut) break;
      day += Math.ceil(-Math.log(random()) * gap);
    }
    return orders;
  }).flat();
}
