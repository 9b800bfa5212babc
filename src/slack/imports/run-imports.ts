import type { WebClient } from '@slack/web-api';
import type { Context } from '../../context.ts';
import { findFile } from '../../delivery/files.ts';
import { readImportPlan } from '../../delivery/import-plan.ts';
import { explain, logFault, UserError } from '../../errors.ts';
import type { Announcement } from '../../facts/announcement.ts';
import { importRows } from '../../flows/imports/import-rows.ts';
import { importSubject } from '../../flows/imports/start-import.ts';
import { readRows } from '../../ingest/read-rows.ts';
import { zoneOf } from '../../ingest/zone-of.ts';
import { type Runner, runner } from '../../runner.ts';
import type { StoredImport } from '../../store/desk/imports.ts';
import type { WorkspaceStore } from '../../store/store.ts';

export interface ImportRunnerNeeds extends Context {
  readonly client: WebClient;
  readonly apiUrl: string;
}

const leaseMs = 120_000;
const giveUpMs = 24 * 3_600_000;
/** Enough for the progress to move; the embedded database takes fewer at a time. */
const mostRowsPerTransaction = 20_000;

/** Works off the imports that were started in Slack. A row says how far each is, so any process can go on with it. */
export function importRunner(needs: ImportRunnerNeeds): Runner {
  const { store, now, log } = needs;
  return runner('imports', log, async (isStopped) => {
    while (!isStopped()) {
      const at = now();
      const taken = await store.imports.take(at, leaseEnd(at));
      if (!taken) return;
      await runOne(needs, taken, isStopped);
    }
  });
}

async function runOne(needs: ImportRunnerNeeds, taken: StoredImport, isStopped: () => boolean): Promise<void> {
  const { store, now, log } = needs;
  try {
    const finished = await takeRows(needs, taken, isStopped);
    if (finished) await end(needs, taken, 'finished', null);
    else await store.imports.giveBack(taken.id);
  } catch (thrown) {
    const tooOld = now().getTime() - taken.createdAt.getTime() > giveUpMs;
    if (thrown instanceof UserError || tooOld) {
      await end(needs, taken, 'failed', explain(thrown, taken.locale, log));
    } else {
      // The lease runs out and the next look goes on after the last transaction.
      logFault(thrown, log, { importId: taken.id });
    }
  }
}

/** @returns whether the file came to its end */
async function takeRows(needs: ImportRunnerNeeds, taken: StoredImport, isStopped: () => boolean): Promise<boolean> {
  const { store, now, rowsPerTransaction, client, apiUrl } = needs;
  const { plan, followUps, makeCustomers } = readImportPlan(taken.options);
  const { timeZone } = await store.settings.read();
  const { open } = await findFile(client, apiUrl, taken.fileId);
  let progress: Pick<StoredImport, 'line' | 'rowsRead'> = { line: taken.line, rowsRead: 0 };
  const { finished } = await importRows(needs, plan.kind, readRows(open, plan, zoneOf(timeZone)), {
    makeCustomers,
    followUps,
    rowsPerTransaction: Math.min(rowsPerTransaction, mostRowsPerTransaction),
    afterLine: taken.line,
    isStopped,
    async beforeCommit(tx, { counts, refused, line, rowsRead }) {
      await tx.imports.advance(taken.id, progress, line, rowsRead - progress.rowsRead, counts, leaseEnd(now()));
      await tx.imports.addRefused(taken.id, refused);
      await announceProgress(tx, taken.id, now());
      progress = { line, rowsRead };
    },
  });
  needs.nudgeDelivery();
  return finished;
}

async function end(
  { transaction, now, nudgeDelivery }: Context,
  { id }: StoredImport,
  status: 'finished' | 'failed',
  error: string | null,
): Promise<void> {
  await transaction(async (tx) => {
    if (!(await tx.imports.end(id, status, error, now()))) return;
    await announceProgress(tx, id, now());
    const ended = await tx.imports.find(id);
    if (!ended || ended.refused === 0) return;
    const announcement: Announcement = { kind: 'refused-rows', importId: id };
    const subject = importSubject(id);
    await tx.outbox.addReply({ subject, key: `${subject}:refused`, announcement }, now());
  });
  nudgeDelivery();
}

async function announceProgress(tx: WorkspaceStore, importId: number, now: Date): Promise<void> {
  const announcement: Announcement = { kind: 'import', importId };
  await tx.outbox.addUpdate({ subject: importSubject(importId), announcement }, now);
}

function leaseEnd(now: Date): Date {
  return new Date(now.getTime() + leaseMs);
}
