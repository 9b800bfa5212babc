import type { Context } from '../../context.ts';
import type { TargetFacts } from '../../facts/report.ts';
import { terminalActor } from '../../loyalty/actor.ts';
import { figures } from '../../loyalty/figures/index.ts';
import { comparisonOf, isPossible, spanWindow, standingOf, type TargetChoice } from '../../loyalty/target.ts';
import { isoFromDay, localDay } from '../../loyalty/time/period.ts';
import type { NewTarget } from '../../store/desk/targets.ts';
import { readFigure } from '../figures/read-figure.ts';
import { toTargetFacts } from './read-targets.ts';

export type SetTargetOutcome =
  | { readonly kind: 'saved'; readonly target: TargetFacts }
  /** The figure cannot have this value, is not told apart like that, or the day is over; nothing was saved. */
  | { readonly kind: 'refused'; readonly field: 'value' | 'part' | 'until' };

/**
 * Sets the one target of a figure and part, or changes it. Where it stands now is taken as it is: who sets it sees the
 * distance, and alerts tell of what comes after.
 *
 * @param memberId null: the shell
 */
export async function setTarget(
  context: Context,
  choice: TargetChoice,
  memberId: string | null,
): Promise<SetTargetOutcome> {
  const { figure, part, value, untilDay, span } = choice;
  const { store } = context;
  const settings = await store.settings.read();
  const now = context.now();
  const today = localDay(now, settings.timeZone);
  if (!isPossible(figure, value)) return { kind: 'refused', field: 'value' };
  if (part && !figures[figure].dimensions.includes(part.dimension)) return { kind: 'refused', field: 'part' };
  if (untilDay < today) return { kind: 'refused', field: 'until' };

  const createdBy = memberId ?? terminalActor;
  const comparison = comparisonOf(figure);
  const report = await readFigure({ store, settings }, figure, spanWindow(span, today + 1), part ? [part] : []);
  const state = standingOf({ figure, comparison, value, span }, report) ?? 'unknown';
  const wanted: NewTarget = { figure, part, comparison, value, untilDay, span, state, createdBy };
  const target = await context.transaction(async (tx) => {
    const saved = await tx.targets.save(wanted, now);
    const details = { figure, part, comparison, value, until: isoFromDay(untilDay), span };
    if (saved.isNew) await tx.audit.add(now, createdBy, 'target.set', `target:${saved.target.id}`, details);
    return saved.target;
  });
  return { kind: 'saved', target: toTargetFacts(target, report, settings, today) };
}

/** @returns what was removed; null when it was gone already */
export async function removeTarget(
  context: Context,
  targetId: number,
  memberId: string | null,
): Promise<Pick<TargetFacts, 'figure' | 'part'> | null> {
  return context.transaction(async (tx) => {
    const removed = await tx.targets.remove(targetId);
    if (!removed) return null;
    const { figure, part, value } = removed;
    const details = { figure, part, value };
    await tx.audit.add(context.now(), memberId ?? terminalActor, 'target.removed', `target:${targetId}`, details);
    return { figure, part };
  });
}
