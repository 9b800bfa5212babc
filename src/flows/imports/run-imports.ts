import type { Context } from '../../context.ts';
import { explain, logFault, UserError } from '../../errors.ts';
import type { Announcement } from '../../facts/announcement.ts';
import type { FileBatch, FollowUpChoice, ImportRows, SameNumber } from '../../facts/import.ts';
import type { ImportNote } from '../../facts/import-note.ts';
import type { ImportKind } from '../../loyalty/facts/import-kind.ts';
import type { StoredImport } from '../../store/desk/imports.ts';
import type { WorkspaceStore } from '../../store/store.ts';
import { askFirst } from '../predictions/ask-prediction.ts';
import { importRows } from './import-rows.ts';
import type { LookedAhead } from './looked-ahead.ts';
import { importSubject } from './start-import.ts';
import { undoImport } from './undo-import.ts';
import { undoRefused } from './undo-refusal.ts';

/** The rows of a file, and what is to be made of them. */
export interface OpenedImport {
  readonly kind: ImportKind;
  readonly readIn: string;
  readonly rows: AsyncIterable<FileBatch<ImportRows[ImportKind]>>;
  readonly makeCustomers: boolean;
  readonly followUps: FollowUpChoice;
  readonly ahead: LookedAhead;
  /** As in the options of importing; plans of old do not say it. */
  readonly sameNumber?: SameNumber | null;
}

const leaseMs = 120_000;
const giveUpMs = 24 * 3_600_000;
/** How often an import is taken up that comes no further: for about two hours. */
const mostAttempts = 12;
const firstPauseMs = 10_000;
const longestPauseMs = 15 * 60_000;
/** Enough for the progress to move; the embedded database takes fewer at a time. */
const mostRowsPerTransaction = 20_000;

/**
 * Works off the imports that were started and that nobody works on. A row says how far each is, so any process can go on
 * with it.
 *
 * @param open finds the file again
 */
export async function runImports(
  context: Context,
  open: (taken: StoredImport) => Promise<OpenedImport>,
  isStopped: () => boolean,
): Promise<void> {
  while (!isStopped()) {
    const now = context.now();
    const taken = await context.store.imports.take(now, leaseEnd(now));
    if (!taken) return;
    await runOne(context, taken, open, isStopped);
  }
}

async function runOne(
  context: Context,
  taken: StoredImport,
  open: (taken: StoredImport) => Promise<OpenedImport>,
  isStopped: () => boolean,
): Promise<void> {
  const { store, now, log } = context;
  try {
    // What ended the process so often would end it again.
    if (taken.attempts > mostAttempts) throw new Error('Taken up too often');
    if (taken.undoAskedBy !== null) return await undo(context, taken, taken.undoAskedBy);
    const finished = await takeRows(context, taken, await open(taken), isStopped);
    if (finished) await end(context, taken, 'finished', null);
    else await store.imports.giveBack(taken.id);
  } catch (thrown) {
    // The reading was broken off where it stood.
    if (isStopped()) return store.imports.giveBack(taken.id);
    const { attempts, createdAt } = (await store.imports.find(taken.id)) ?? taken;
    const undoing = taken.undoAskedBy !== null;
    const tooOld = !undoing && now().getTime() - createdAt.getTime() > giveUpMs;
    const settled = thrown instanceof UserError && !thrown.passing;
    if (settled || tooOld || attempts >= mostAttempts) {
      const words = explain(thrown, taken.locale, log);
      if (undoing) await refuse(context, taken, words);
      else await end(context, taken, 'failed', words);
      return;
    }
    // A later look goes on after the last transaction; others have their turn meanwhile.
    const pauseMs = Math.min(firstPauseMs * 2 ** (attempts - 1), longestPauseMs);
    await store.imports.putOff(taken.id, new Date(now().getTime() + pauseMs));
    if (thrown instanceof UserError) log.info('import-put-off', { importId: taken.id, code: thrown.code, attempts });
    else logFault(thrown, log, { importId: taken.id, attempts });
  }
}

/** What keeps an import from being taken back is told where its progress was. */
async function undo(context: Context, taken: StoredImport, memberId: string): Promise<void> {
  const outcome = await undoImport(context, taken.id, memberId);
  if (outcome.kind !== 'undone') await refuse(context, taken, undoRefused(outcome).words(taken.locale));
}

/** Tells why an import is not taken back. */
async function refuse(context: Context, { id }: StoredImport, words: string): Promise<void> {
  await context.transaction(async (tx) => {
    await tx.imports.refuseUndo(id, words);
    await announceProgress(tx, id, context.now());
  });
  context.nudgeDelivery();
}

/** @returns whether the file came to its end */
async function takeRows(
  context: Context,
  taken: StoredImport,
  { kind, rows, ...choices }: OpenedImport,
  isStopped: () => boolean,
): Promise<boolean> {
  const { now, rowsPerTransaction } = context;
  let progress: Pick<StoredImport, 'line' | 'rowsRead'> = { line: taken.line, rowsRead: 0 };
  const { finished } = await importRows(context, kind, rows, {
    ...choices,
    rowsPerTransaction: Math.min(rowsPerTransaction, mostRowsPerTransaction),
    importId: taken.id,
    afterLine: taken.line,
    notesBefore: taken.notes as readonly ImportNote[],
    isStopped,
    async beforeCommit(tx, { counts, refused, notes, line, rowsRead }) {
      await tx.imports.advance(
        taken.id,
        progress,
        line,
        rowsRead - progress.rowsRead,
        { counts, notes },
        leaseEnd(now()),
      );
      await tx.refusedRows.add(taken.id, refused);
      await announceProgress(tx, taken.id, now());
      progress = { line, rowsRead };
    },
  });
  context.nudgeDelivery();
  return finished;
}

async function end(
  { transaction, now, nudgeDelivery }: Context,
  { id, kind }: StoredImport,
  status: 'finished' | 'failed',
  error: string | null,
): Promise<void> {
  await transaction(async (tx) => {
    if (!(await tx.imports.end(id, status, error, now()))) return;
    await announceProgress(tx, id, now());
    if (status === 'finished' && kind === 'orders') await askFirst(tx, `import:${id}`, now());
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
