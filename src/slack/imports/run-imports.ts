import type { WebClient } from '@slack/web-api';
import { findFile } from '../../delivery/files.ts';
import { readImportPlan } from '../../delivery/import-plan.ts';
import type { Deps } from '../../deps.ts';
import { explain, logFault, UserError } from '../../errors.ts';
import type { Announcement } from '../../facts/announcement.ts';
import { importRows } from '../../flows/imports/import-rows.ts';
import { importSubject } from '../../flows/imports/start-import.ts';
import { readRows } from '../../ingest/read-rows.ts';
import { zoneOf } from '../../ingest/zone-of.ts';
import type { StoredImport } from '../../store/desk/imports.ts';
import type { WorkspaceStore } from '../../store/store.ts';

export interface ImportRunner {
  /** Goes on with every import that is to run and that nobody works on. */
  run(): Promise<void>;
  /** Lets the current transaction end; the next start goes on after it. */
  stop(): Promise<void>;
}

export interface ImportRunnerNeeds {
  readonly deps: Deps;
  readonly workspaceId: number;
  readonly client: WebClient;
  readonly apiUrl: string;
}

const leaseMs = 120_000;
const giveUpMs = 24 * 3_600_000;
/** Enough for the progress to move; the embedded database takes fewer at a time. */
const mostRowsPerTransaction = 20_000;

/** Works off the imports that were started in Slack. A row says how far each is, so any process can go on with it. */
export function importRunner(needs: ImportRunnerNeeds): ImportRunner {
  let stopped = false;
  let askedAgain = false;
  let current: Promise<void> | null = null;
  return {
    run() {
      askedAgain = true;
      if (stopped) return Promise.resolve();
      current ??= runWhileAsked().finally(() => {
        current = null;
      });
      return current;
    },
    async stop() {
      stopped = true;
      await current;
    },
  };

  /** What is started while the last look finds nothing is looked for once more. */
  async function runWhileAsked(): Promise<void> {
    while (askedAgain && !stopped) {
      askedAgain = false;
      await runAll(needs, () => stopped);
    }
  }
}

async function runAll(needs: ImportRunnerNeeds, isStopped: () => boolean): Promise<void> {
  const { deps, workspaceId } = needs;
  const { imports } = deps.store.of(workspaceId);
  while (!isStopped()) {
    const now = deps.now();
    const taken = await imports.take(now, leaseEnd(now));
    if (!taken) return;
    await runOne(needs, taken, isStopped);
  }
}

async function runOne(needs: ImportRunnerNeeds, taken: StoredImport, isStopped: () => boolean): Promise<void> {
  const { deps, workspaceId } = needs;
  try {
    const finished = await takeRows(needs, taken, isStopped);
    if (finished) await end(deps, workspaceId, taken, 'finished', null);
    else await deps.store.of(workspaceId).imports.giveBack(taken.id);
  } catch (thrown) {
    const tooOld = deps.now().getTime() - taken.createdAt.getTime() > giveUpMs;
    if (thrown instanceof UserError || tooOld) {
      await end(deps, workspaceId, taken, 'failed', explain(thrown, taken.locale, deps.log));
    } else {
      // The lease runs out and the next look goes on after the last transaction.
      logFault(thrown, deps.log, { importId: taken.id });
    }
  }
}

/** @returns whether the file came to its end */
async function takeRows(needs: ImportRunnerNeeds, taken: StoredImport, isStopped: () => boolean): Promise<boolean> {
  const { deps, workspaceId, client, apiUrl } = needs;
  const { plan, followUps, makeCustomers } = readImportPlan(taken.options);
  const { timeZone } = await deps.store.of(workspaceId).settings.read();
  const { open } = await findFile(client, apiUrl, taken.fileId);
  let progress: Pick<StoredImport, 'line' | 'rowsRead'> = { line: taken.line, rowsRead: 0 };
  const { finished } = await importRows(deps, workspaceId, plan.kind, readRows(open, plan, zoneOf(timeZone)), {
    makeCustomers,
    followUps,
    rowsPerTransaction: Math.min(deps.store.rowsPerTransaction, mostRowsPerTransaction),
    afterLine: taken.line,
    isStopped,
    async beforeCommit(tx, { counts, refused, line, rowsRead }) {
      await tx.imports.advance(taken.id, progress, line, rowsRead - progress.rowsRead, counts, leaseEnd(deps.now()));
      await tx.imports.addRefused(taken.id, refused);
      await announceProgress(deps, tx, taken.id);
      progress = { line, rowsRead };
    },
  });
  deps.nudgeDelivery();
  return finished;
}

async function end(
  deps: Deps,
  workspaceId: number,
  { id }: StoredImport,
  status: 'finished' | 'failed',
  error: string | null,
): Promise<void> {
  await deps.store.transaction(workspaceId, async (tx) => {
    if (!(await tx.imports.end(id, status, error, deps.now()))) return;
    await announceProgress(deps, tx, id);
    const ended = await tx.imports.find(id);
    if (!ended || ended.refused === 0) return;
    const announcement: Announcement = { kind: 'refused-rows', importId: id };
    const subject = importSubject(id);
    await tx.outbox.addReply({ subject, key: `${subject}:refused`, announcement }, deps.now());
  });
  deps.nudgeDelivery();
}

async function announceProgress(deps: Deps, tx: WorkspaceStore, importId: number): Promise<void> {
  const announcement: Announcement = { kind: 'import', importId };
  await tx.outbox.addUpdate({ subject: importSubject(importId), announcement }, deps.now());
}

function leaseEnd(now: Date): Date {
  return new Date(now.getTime() + leaseMs);
}
