import type { Context, Deps } from '../../context.ts';
import type { Announcement } from '../../facts/announcement.ts';
import type { Settings } from '../../loyalty/settings.ts';
import { type Day, isoFromDay, localDay, localMinute } from '../../loyalty/time/period.ts';
import type { WorkspaceStore } from '../../store/store.ts';

/** The hour of the workspace's night from which on the night's prediction is due. */
const nightHour = 3;

export interface Asked {
  readonly asOf: Day;
  readonly memberId: string;
  readonly locale: Settings['locale'];
  /** The member's conversation with the app: progress and answer come there. */
  readonly channelId: string;
  /** Names the request. */
  readonly requestKey: string;
}

/** Asks for a prediction now. @returns `at-work` when one is under way, which answers as well */
export async function askPrediction(context: Context, asked: Asked): Promise<'asked' | 'at-work'> {
  const outcome = await context.transaction(async (tx) => {
    const { currency } = await tx.settings.read();
    const key = `asked:${asked.requestKey}`;
    const id = await tx.predictionRuns.ask({ ...asked, key, currency, at: context.now() });
    if (id === null) return (await tx.predictionRuns.isKnown(key)) ? 'asked' : 'at-work';
    const subject = predictionSubject(id);
    const announcement: Announcement = { kind: 'prediction', runId: id };
    await tx.outbox.add({ channelId: asked.channelId, subject, key: subject, announcement }, context.now());
    return 'asked';
  });
  context.nudgeDelivery();
  return outcome;
}

/**
 * Asks for the night's prediction of every workspace where it is due: once a local day, from 3 o'clock on. The key of
 * the day decides, whatever restarts, clocks and other processes do.
 */
export async function askNightly(deps: Deps): Promise<void> {
  const now = deps.now();
  for (const { id } of await deps.store.workspaces.list()) {
    const store = deps.store.of(id);
    const { timeZone, currency } = await store.settings.read();
    const minute = localMinute(now.getTime(), timeZone);
    const today = Math.floor(minute / 1440);
    if (minute - today * 1440 < nightHour * 60) continue;
    const key = `night:${isoFromDay(today)}`;
    if ((await store.predictionRuns.isKnown(key)) || !(await store.customers.exist())) continue;
    await store.predictionRuns.ask({ key, asOf: today, currency, memberId: null, locale: null, at: now });
  }
}

/**
 * Asks for a prediction as soon as orders came in, where none has told anything yet: whoever has just brought them need not
 * wait for the night.
 *
 * @param key names what brought the orders
 */
export async function askFirst(store: WorkspaceStore, key: string, at: Date): Promise<void> {
  const newest = await store.predictionRuns.newest();
  if (newest && newest.facts.bgNbd.kind !== 'degenerate') return;
  const { timeZone, currency } = await store.settings.read();
  const asOf = localDay(at, timeZone);
  await store.predictionRuns.ask({ key, asOf, currency, memberId: null, locale: null, at });
}

/** What the messages of a run are about. */
export function predictionSubject(runId: number): string {
  return `prediction:${runId}`;
}
