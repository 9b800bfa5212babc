import { deliveryClient } from '../../src/delivery/call.ts';
import { type Delivery, startDelivery } from '../../src/delivery/deliver.ts';
import type { DeliveryNeeds, DeliverySettings, Phrasing } from '../../src/delivery/row.ts';
import type { Log } from '../../src/errors.ts';
import { type Sql, sqlOn } from '../../src/store/database/sql.ts';
import { outboxStore } from '../../src/store/desk/outbox.ts';
import { lanesStore } from '../../src/store/desk/outbox-lanes.ts';
import type { TestDatabase } from '../support/database.ts';
import type { RunningSandbox } from '../support/sandbox.ts';
import { until } from '../support/sandbox.ts';

export const workspaceId = 1;

export function outbox(database: TestDatabase) {
  return outboxStore(sqlOn(database.pool), workspaceId);
}

export interface TestDelivery extends Delivery {
  /** What was logged as an error. */
  readonly errors: readonly { readonly event: string; readonly facts: Readonly<Record<string, unknown>> }[];
  readonly givenUp: readonly { readonly subject: string; readonly why: string }[];
}

/** Delivery against the sandbox, in a hurry: a second of Slack's is a few milliseconds here. */
export function deliver(
  database: TestDatabase,
  sandbox: RunningSandbox,
  options: {
    readonly name?: string;
    readonly settings?: Partial<DeliverySettings>;
    readonly now?: () => Date;
    readonly phrase?: DeliveryNeeds['phrase'];
    readonly clientOf?: DeliveryNeeds['clientOf'];
    readonly onObstacle?: DeliveryNeeds['onObstacle'];
    readonly canvasWriter?: DeliveryNeeds['canvasWriter'];
    /** Of a process of its own, or of one that dies. */
    readonly sql?: Sql;
  } = {},
): TestDelivery {
  const errors: { event: string; facts: Readonly<Record<string, unknown>> }[] = [];
  const givenUp: { subject: string; why: string }[] = [];
  const log: Log = { info: () => undefined, error: (event, facts = {}) => void errors.push({ event, facts }) };
  const client = deliveryClient(sandbox.botToken, { apiUrl: sandbox.apiUrl });
  const delivery = startDelivery({
    store: lanesStore(options.sql ?? sqlOn(database.pool), options.name ?? 'one'),
    clientOf: options.clientOf ?? (async () => client),
    phrase: options.phrase ?? (async (row) => row.announcement as Phrasing),
    now: options.now ?? (() => new Date()),
    random: Math.random,
    log,
    ...(options.onObstacle && { onObstacle: options.onObstacle }),
    ...(options.canvasWriter && { canvasWriter: options.canvasWriter }),
    onGivenUp: (row, why) => void givenUp.push({ subject: row.subject, why }),
    settings: { ...hurried, ...options.settings },
  });
  return { ...delivery, errors, givenUp };
}

const hurried: Partial<DeliverySettings> = {
  paceMs: 0,
  settleMs: 300,
  lookAgainMs: 300,
  leaseMs: 3000,
  pollMs: 20,
  lockedOutMs: 100,
  firstRetryMs: 20,
  longestRetryMs: 200,
};

export interface TestClock {
  now(): Date;
  advance(ms: number): Promise<void>;
  stop(): Promise<void>;
}

/**
 * One clock for delivery and the sandbox, as they have one in Slack's world. It runs so many times as fast as the wall's.
 * Speed 0: it stands still and moves only when it is advanced.
 */
export async function startClock(sandbox: RunningSandbox, speed: number): Promise<TestClock> {
  let offsetMs = (await sandbox.now()).getTime() - Date.now();
  const stoodAt = Date.now() + offsetMs;
  let advancedMs = 0;
  let stopped = false;
  const advance = async (ms: number) => {
    // Slack's first: what delivery then does happens at a time that Slack has reached.
    await sandbox.advanceClock(ms);
    offsetMs += ms;
    advancedMs += ms;
  };
  const run = async () => {
    while (!stopped && speed > 1) {
      await advance(stepMs * (speed - 1));
      await new Promise((resolve) => setTimeout(resolve, stepMs));
    }
  };
  const ended = run();
  return {
    now: () => new Date(speed === 0 ? stoodAt + advancedMs : Date.now() + offsetMs),
    advance,
    async stop() {
      stopped = true;
      await ended;
    },
  };
}

const stepMs = 20;

/** A connection that is cut at the n-th statement: before it is carried out, or after it and before its answer. */
export function cutOff(sql: Sql, nth: number, when: 'before' | 'after'): Sql & { isCut(): boolean } {
  let count = 0;
  const guard = async <T>(statement: () => Promise<T>): Promise<T> => {
    count += 1;
    if (count > nth || (count === nth && when === 'before')) throw new Error('cut off');
    const result = await statement();
    if (count === nth) throw new Error('cut off');
    return result;
  };
  const guarded = (name: 'rows' | 'run' | 'prepared' | 'typed') => {
    const ask = sql[name] as (...all: readonly unknown[]) => Promise<unknown>;
    return (...all: readonly unknown[]) => guard(() => ask(...all));
  };
  return {
    ...sql,
    rows: guarded('rows') as Sql['rows'],
    run: guarded('run') as Sql['run'],
    prepared: guarded('prepared') as Sql['prepared'],
    typed: guarded('typed') as Sql['typed'],
    isCut: () => count >= nth,
  };
}

export interface RowState {
  readonly subject: string;
  readonly kind: string;
  readonly status: string;
  readonly ts: string | null;
  readonly error: string | null;
  readonly look_at: Date | null;
  readonly attempts: number;
}

export async function rows(database: TestDatabase): Promise<readonly RowState[]> {
  const all = await database.pool.query<RowState & Record<string, unknown>>(
    'SELECT subject, kind, status, ts, error, look_at, attempts FROM outbox ORDER BY id',
  );
  return all.rows;
}

/** Until nothing waits, nothing is on its way and nothing is to be looked for. */
export async function settled(database: TestDatabase): Promise<readonly RowState[]> {
  return until(
    () => rows(database),
    (all) => all.every((row) => row.status !== 'waiting' && row.status !== 'sending' && row.look_at === null),
  );
}
