import type { Context } from '../../context.ts';
import type { Announcement } from '../../facts/announcement.ts';
import type { UndoOutcome } from '../../facts/import.ts';
import { tallyContactSum } from '../../loyalty/counts/contacts.ts';
import { countAnonymous } from '../../loyalty/counts/contribution.ts';
import { countSheet } from '../../loyalty/counts/count-sheet.ts';
import type { StoredImport } from '../../store/desk/imports.ts';
import type { HeldRules, WorkspaceStore } from '../../store/store.ts';
import { dropCustomers } from '../customers/drop-customers.ts';
import { withdrawFollowUps } from '../follow-ups/withdraw-follow-ups.ts';
import { type Concern, settleStandings } from '../upkeep/settle-standings.ts';
import { weighAnew } from '../upkeep/weigh-anew.ts';
import { importSubject } from './start-import.ts';

/**
 * Takes an import back as a whole: what it made goes, what it changed is as it was, and all that follows from either is
 * settled in the same transaction. Nothing is touched where somebody built on it.
 *
 * @param memberId who wants it; empty: the terminal
 */
export async function undoImport(context: Context, importId: number, memberId: string): Promise<UndoOutcome> {
  const outcome = await context.transaction(
    async (tx): Promise<UndoOutcome> => {
      await tx.imports.takeTurn();
      // Without rates all customers are weighed anew.
      const isOfRates = (await tx.imports.find(importId))?.kind === 'rates';
      const { ladderRules } = await (isOfRates ? tx.settings.holdAlone() : tx.settings.hold());
      const found = await tx.imports.find(importId);
      if (!found || found.status === 'looked-at') return { kind: 'no-import' };
      if (found.status === 'undone') return { kind: 'undone', fileName: found.fileName };
      return takeBack(tx, { found, memberId, now: context.now() }, ladderRules);
    },
    { once: true },
  );
  context.nudgeDelivery();
  return outcome;
}

interface Undoing {
  readonly found: StoredImport;
  readonly memberId: string;
  readonly now: Date;
}

async function takeBack(tx: WorkspaceStore, { found, memberId, now }: Undoing, rules: HeldRules): Promise<UndoOutcome> {
  const { id, fileName, kind } = found;
  const made = await tx.importChanges.holdMade(id);
  const followUps = await tx.importChanges.followUps(id);
  const builtOn = await tx.importChanges.builtOn(id);
  const followUpsTaken = followUps.filter(({ taken, only }) => taken && only).length;
  if (builtOn.length > 0 || followUpsTaken > 0) return { kind: 'built-on', fileName, builtOn, followUpsTaken };
  if (!(await tx.imports.endUndo(id, now))) return { kind: 'running', fileName };

  await tx.importChanges.actAs(0);
  const gone = followUps.map(({ id: followUpId, only }) => ({ id: followUpId, gone: only }));
  await takeFactsBack(tx, id, made, rules);
  if (kind === 'rates') await weighAnew(tx, rules);
  await withdrawFollowUps(tx, gone, now);
  const joined = followUps.filter(({ only }) => !only).map(({ id: followUpId }) => followUpId);
  await tx.importChanges.removeJoinings(id, joined);
  if ((await tx.importChanges.builtOn(id)).length > 0) throw new Error('Somebody changed what is being taken back');
  await tx.importChanges.forget(id);
  const announcement: Announcement = { kind: 'import', importId: id };
  await tx.outbox.addUpdate({ subject: importSubject(id), announcement }, now);
  await tx.audit.add(now, memberId, 'import.undone', importSubject(id), { kind });
  await tx.figureChecks.ask();
  return { kind: 'undone', fileName };
}

async function takeFactsBack(
  tx: WorkspaceStore,
  importId: number,
  made: readonly number[],
  rules: HeldRules,
): Promise<void> {
  const { importChanges } = tx;
  const sheet = countSheet();
  const removed = new Set(made);
  const concerned = (await importChanges.concerned(importId)).filter((id) => !removed.has(id));
  await dropCustomers(tx, rules, made, sheet);
  const lines = await importChanges.orderLines(importId);
  for (const { source, times, ...answer } of await importChanges.anonymous(importId)) {
    countAnonymous(answer, source, times, sheet);
  }
  for (const sum of await importChanges.contactSums(importId)) tallyContactSum(sum, sheet);
  await tx.customers.noteWordsAnew(await importChanges.takeBack(importId));
  await tx.respondents.removeIdle(importId);
  const concerns = new Map<number, Concern>(
    concerned.map((id) => [id, { lines: lines.get(id) ?? {}, readAnew: true }]),
  );
  await settleStandings(tx, rules, concerns, sheet);
}
