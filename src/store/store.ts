import { campaignsStore } from './counts/campaigns.ts';
import { figuresStore } from './counts/figures.ts';
import { keptCountsStore } from './counts/kept-counts.ts';
import { rungChangesStore } from './counts/rung-changes.ts';
import type { Database } from './database/database.ts';
import { type Sql, snapshot, sqlOn, transaction } from './database/sql.ts';
import { countAnew } from './database/statistics.ts';
import { auditStore } from './desk/audit.ts';
import { columnChoicesStore } from './desk/column-choices.ts';
import { emptyWorkspace, wasTouched } from './desk/empty-workspace.ts';
import { figureChecksStore } from './desk/figure-checks.ts';
import { followUpsStore } from './desk/follow-ups.ts';
import { importsStore } from './desk/imports.ts';
import { invitationsStore } from './desk/invitations.ts';
import { mailsStore } from './desk/mails.ts';
import { obstaclesStore } from './desk/obstacles.ts';
import { outboxStore } from './desk/outbox.ts';
import { predictionRunsStore } from './desk/prediction-runs.ts';
import { predictionsStore } from './desk/predictions.ts';
import { refusedRowsStore } from './desk/refused-rows.ts';
import { requestsStore } from './desk/requests.ts';
import { reviewCanvasesStore } from './desk/review-canvases.ts';
import { findDueSchedules, schedulesStore } from './desk/schedules.ts';
import { targetsStore } from './desk/targets.ts';
import { arrival, extrasStore, membersStore, settingsStore, workspacesStore } from './desk/workspaces.ts';
import { answersStore } from './facts/answers.ts';
import { customersStore } from './facts/customers.ts';
import { importChangesStore } from './facts/import-changes.ts';
import { lostRecommendationsStore } from './facts/lost-recommendations.ts';
import { ordersStore } from './facts/orders.ts';
import { pinsStore } from './facts/pins.ts';
import { ratesStore } from './facts/rates.ts';
import { respondentsStore } from './facts/respondents.ts';
import { rowKeysStore } from './facts/row-keys.ts';
import { segmentRulesStore } from './facts/segment-rules.ts';
import { segmentsStore } from './facts/segments.ts';
import { spellingsStore } from './facts/spellings.ts';
import { spendStore } from './facts/spend.ts';
import { voicesStore } from './facts/voices.ts';
import { customerListsStore } from './standings/customer-lists.ts';
import { standingsStore } from './standings/standings.ts';
import { valuesStore } from './standings/values.ts';
import { verificationStore } from './standings/verification.ts';

export type { HeldRules, HeldSettings } from './desk/workspaces.ts';
export type { HeldCustomer } from './standings/standings.ts';
export type { KeptCount, VerifiedCustomer } from './standings/verification.ts';
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
    arrival: (memberId: string) => arrival(sql, workspaceId, memberId),
    countAnew: () => countAnew(sql),
    empty: () => emptyWorkspace(sql, workspaceId),
    wasTouched: () => wasTouched(sql, workspaceId),
    answers: answersStore(sql, workspaceId),
    audit: auditStore(sql, workspaceId),
    campaigns: campaignsStore(sql, workspaceId),
    customerLists: customerListsStore(sql, workspaceId),
    customers: customersStore(sql, workspaceId),
    figureChecks: figureChecksStore(sql, workspaceId),
    figures: figuresStore(sql, workspaceId),
    followUps: followUpsStore(sql, workspaceId),
    importChanges: importChangesStore(sql, workspaceId),
    columnChoices: columnChoicesStore(sql, workspaceId),
    imports: importsStore(sql, workspaceId),
    invitations: invitationsStore(sql, workspaceId),
    mails: mailsStore(sql, workspaceId),
    refusedRows: refusedRowsStore(sql, workspaceId),
    keptCounts: keptCountsStore(sql, workspaceId),
    lostRecommendations: lostRecommendationsStore(sql, workspaceId),
    members: membersStore(sql, workspaceId),
    orders: ordersStore(sql, workspaceId),
    obstacles: obstaclesStore(sql, workspaceId),
    outbox: outboxStore(sql, workspaceId),
    pins: pinsStore(sql, workspaceId),
    requests: requestsStore(sql, workspaceId),
    predictionRuns: predictionRunsStore(sql, workspaceId),
    predictions: predictionsStore(sql, workspaceId),
    reviewCanvases: reviewCanvasesStore(sql, workspaceId),
    respondents: respondentsStore(sql, workspaceId),
    rowKeys: rowKeysStore(sql, workspaceId),
    rungChanges: rungChangesStore(sql, workspaceId),
    schedules: schedulesStore(sql, workspaceId),
    segmentRules: segmentRulesStore(sql, workspaceId),
    segments: segmentsStore(sql, workspaceId),
    settings: settingsStore(sql, workspaceId),
    extras: extrasStore(sql, workspaceId),
    rates: ratesStore(sql, workspaceId),
    spellings: spellingsStore(sql, workspaceId),
    spend: spendStore(sql, workspaceId),
    standings: standingsStore(sql, workspaceId),
    values: valuesStore(sql, workspaceId),
    targets: targetsStore(sql, workspaceId),
    verification: verificationStore(sql, workspaceId),
    voices: voicesStore(sql, workspaceId),
  };
}
