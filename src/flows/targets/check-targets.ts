import { type Context, contextOf, type Deps, type ReadContext } from '../../context.ts';
import { logFault } from '../../errors.ts';
import type { Announcement } from '../../facts/announcement.ts';
import type { FigureAlertFacts } from '../../facts/report.ts';
import type { Part } from '../../loyalty/figures/figure.ts';
import { type FigureName, figureNames, figures } from '../../loyalty/figures/index.ts';
import type { FigureReport } from '../../loyalty/figures/report.ts';
import type { Settings } from '../../loyalty/settings.ts';
import { decideTarget, decideWatch, defaultSpan, spanWindow, type Target } from '../../loyalty/target.ts';
import { type Day, localDay } from '../../loyalty/time/period.ts';
import type { WorkspaceStore } from '../../store/store.ts';
import { readFigure } from '../figures/read-figure.ts';
import { toTargetFacts } from './read-targets.ts';

/**
 * Looks at the figures of every workspace where a local day has begun or an import has ended since the last look, and tells
 * the alert channel once of a target that was reached or left, and of a figure that moved the wrong way by more than its
 * noise. What was told stands in rows that only move on from the state that was read, in the transaction that writes the
 * alert: it may run at any time, in any number of processes.
 *
 * @returns how many alerts were written
 */
export async function checkTargets(deps: Deps): Promise<number> {
  let alerts = 0;
  for (const { id } of await deps.store.workspaces.list()) {
    try {
      alerts += await checkWorkspace(contextOf(deps, id));
    } catch (cause) {
      logFault(cause, deps.log, { workspaceId: id });
    }
  }
  if (alerts > 0) deps.nudgeDelivery();
  return alerts;
}

async function checkWorkspace({ store, now, transaction }: Context): Promise<number> {
  const settings = await store.settings.read();
  const today = localDay(now(), settings.timeZone);
  const { checkedDay, asked, answered } = await store.figureChecks.read();
  if (checkedDay === today && asked <= answered) return 0;
  // Half an import is no news.
  if (await store.imports.anyRunning(now())) return 0;
  // Measured outside of the transaction, for which all others wait on the embedded database; the rows tell who decides.
  const looks = await lookAtFigures({ store, settings }, today + 1);
  return transaction(async (tx) => {
    let alerts = 0;
    for (const look of looks) alerts += await settleLook(tx, settings, look, now());
    await tx.figureChecks.note(today, asked);
    return alerts;
  });
}

/** A figure of all customers or of a part, and the target that is set for it. */
interface Look {
  readonly figure: FigureName;
  readonly part: Part | null;
  readonly target: Target | null;
  readonly report: FigureReport;
}

async function lookAtFigures(context: ReadContext, asOf: Day): Promise<Look[]> {
  const targets = (await context.store.targets.list()).filter(({ figure }) => figureNames.includes(figure));
  const withoutTarget = figureNames.filter(
    (name) => !figures[name].movesWith && !targets.some(({ figure, part }) => figure === name && !part),
  );
  const asked = [
    ...targets.map((target) => ({ figure: target.figure, part: target.part, span: target.span, target })),
    ...withoutTarget.map((figure) => ({ figure, part: null, span: defaultSpan, target: null })),
  ];
  const looks = [];
  for (const { figure, part, span, target } of asked) {
    const report = await readFigure(context, figure, spanWindow(span, asOf), part ? [part] : []);
    looks.push({ figure, part, target, report });
  }
  return looks;
}

async function settleLook(
  tx: WorkspaceStore,
  settings: Settings,
  { figure, part, target, report }: Look,
  now: Date,
): Promise<number> {
  const today = localDay(now, settings.timeZone);
  /** @returns whether it is there now; without an alert channel nothing is told */
  const tell = async (key: string, alert: FigureAlertFacts): Promise<boolean> => {
    if (settings.alertChannelId === null) return false;
    const announcement: Announcement = { kind: 'figure-alert', alert };
    return tx.outbox.add({ channelId: settings.alertChannelId, subject: key, key, announcement }, now);
  };
  let told = 0;
  let hasLeft = false;
  if (target) {
    const { state, alert } = decideTarget(target, report, today);
    const number = state === target.state ? null : await tx.targets.moveOn(target, state, alert ? today : null);
    if (alert && number !== null) {
      hasLeft = alert === 'left';
      const facts = toTargetFacts({ ...target, state }, report, settings, today);
      if (await tell(`target:${target.id}:${number}`, { kind: alert, part, report, target: facts })) told += 1;
    }
  }
  const watch = await tx.figureChecks.findWatch(figure, part);
  const { alert, ...next } = decideWatch(watch, report, today);
  if (watch && watch.state === next.state && watch.toldDay === next.toldDay) return told;
  const number = await tx.figureChecks.moveWatch(figure, part, watch, next);
  // Who was just told that a target is left sees the movement there.
  if (!alert || number === null || hasLeft) return told;
  const key = `watch:${figure}:${part ? `${part.dimension}:${part.value}` : ''}:${number}`;
  return told + ((await tell(key, { kind: 'wrong-way', part, report, target: null })) ? 1 : 0);
}
