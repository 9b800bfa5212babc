import { answersStore } from './answers.ts';
import { auditStore } from './audit.ts';
import { campaignsStore } from './campaigns.ts';
import { customersStore } from './customers.ts';
import type { Database } from './database.ts';
import { figureChecksStore } from './figure-checks.ts';
import { figuresStore } from './figures.ts';
import { followUpsStore } from './follow-ups.ts';
import { importsStore } from './imports.ts';
import { keptCountsStore } from './kept-counts.ts';
import { lostRecommendationsStore } from './lost-recommendations.ts';
import { ordersStore } from './orders.ts';
import { outboxStore } from './outbox.ts';
import { pinsStore } from './pins.ts';
import { predictionRunsStore } from './prediction-runs.ts';
import { predictionsStore } from './predictions.ts';
import { ratesStore } from './rates.ts';
import { requestsStore } from './requests.ts';
import { rungChangesStore } from './rung-changes.ts';
import { findDueSchedules, schedulesStore } from './schedules.ts';
import { segmentsStore } from './segments.ts';
import { spellingsStore } from './spellings.ts';
import { spendStore } from './spend.ts';
import { type Sql, snapshot, sqlOn, transaction } from './sql.ts';
import { standingsStore } from './standings.ts';
import { countAnew } from './statistics.ts';
import { targetsStore } from './targets.ts';
import { valuesStore } from './values.ts';
import { verificationStore } from './verification.ts';
import { arrival, chartBlocksStore, membersStore, settingsStore, workspacesStore } from './workspaces.ts';

export type { HeldCustomer } from './standings.ts';
export type { KeptCount, VerifiedCustomer } from './verification.ts';
export type WorkspaceStore = ReturnType<typeof workspaceStore>;

export interface Store {
  readonly workspaces: ReturnType<typeof workspacesStore>;
  /** What is due by `now` in all workspaces, the oldest first. */
  findDueSchedules(now: Date): ReturnType<typeof findDueSchedules>;
  /** Everything of one workspace, each call on its own. */
  of(workspaceId: number): WorkspaceStore;
  /**
   * Everything of one workspace in one transaction. It is run again from the start when the database chose it as the
   * loser of a conflict, unless `once` is set. Only `tx` may be used inside, and nothing but the database.
   */
  transaction<T>(
    workspaceId: number,
    work: (tx: WorkspaceStore) => Promise<T>,
    options?: { once?: boolean },
  ): Promise<T>;
  /** Everything of one workspace as it stands at one moment, to be read and not written. */
  snapshot<T>(workspaceId: number, work: (at: WorkspaceStore) => Promise<T>): Promise<T>;
  /** How many rows a bulk write may hold in one transaction: the embedded database makes everybody wait meanwhile. */
  readonly rowsPerTransaction: number;
}

export function openStore(database: Database): Store {
  const sql = sqlOn(database.pool, database.reader);
  const stores = new Map<number, WorkspaceStore>();
  return {
    workspaces: workspacesStore(sql),
    findDueSchedules: (now) => findDueSchedules(sql, now),
    of(workspaceId) {
      const store = stores.get(workspaceId) ?? workspaceStore(sql, workspaceId);
      stores.set(workspaceId, store);
      return store;
    },
    transaction: (workspaceId, work, options) =>
      transaction(database.pool, (tx) => work(workspaceStore(tx, workspaceId)), options?.once ? 1 : undefined),
    snapshot: (workspaceId, work) => snapshot(database.pool, (at) => work(workspaceStore(at, workspaceId))),
    rowsPerTransaction: database.kind === 'embedded' ? 5_000 : 1_000_000,
  };
}

function workspaceStore(sql: Sql, workspaceId: number) {
  return {
    workspaceId,
    arrival: (memberId: string) => arrival(sql, workspaceId, memberId),
    countAnew: () => countAnew(sql),
    answers: answersStore(sql, workspaceId),
    audit: auditStore(sql, workspaceId),
    campaigns: campaignsStore(sql, workspaceId),
    customers: customersStore(sql, workspaceId),
    figureChecks: figureChecksStore(sql, workspaceId),
    figures: figuresStore(sql, workspaceId),
    followUps: followUpsStore(sql, workspaceId),
    imports: importsStore(sql, workspaceId),
    keptCounts: keptCountsStore(sql, workspaceId),
    lostRecommendations: lostRecommendationsStore(sql, workspaceId),
    members: membersStore(sql, workspaceId),
    orders: ordersStore(sql, workspaceId),
    outbox: outboxStore(sql, workspaceId),
    pins: pinsStore(sql, workspaceId),
    requests: requestsStore(sql, workspaceId),
    predictionRuns: predictionRunsStore(sql, workspaceId),
    predictions: predictionsStore(sql, workspaceId),
    rungChanges: rungChangesStore(sql, workspaceId),
    schedules: schedulesStore(sql, workspaceId),
    segments: segmentsStore(sql, workspaceId),
    settings: settingsStore(sql, workspaceId),
    chartBlocks: chartBlocksStore(sql, workspaceId),
    rates: ratesStore(sql, workspaceId),
    spellings: spellingsStore(sql, workspaceId),
    spend: spendStore(sql, workspaceId),
    standings: standingsStore(sql, workspaceId),
    values: valuesStore(sql, workspaceId),
    targets: targetsStore(sql, workspaceId),
    verification: verificationStore(sql, workspaceId),
  };
}
