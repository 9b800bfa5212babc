import type { Context } from '../../context.ts';
import type { TargetFacts } from '../../facts/report.ts';
import { terminalActor } from '../../loyalty/actor.ts';
import { type Marks, marksOf, mergeChanges } from '../../loyalty/changed-meanwhile.ts';
import { figures } from '../../loyalty/figures/index.ts';
import {
  comparisonOf,
  isPossible,
  spanWindow,
  standingOf,
  type Target,
  type TargetChoice,
} from '../../loyalty/target.ts';
import { isoFromDay, localDay } from '../../loyalty/time/period.ts';
import { readFigure } from '../figures/read-figure.ts';
import { toTargetFacts } from './read-targets.ts';

export type SetTargetOutcome =
  | { readonly kind: 'saved'; readonly target: TargetFacts }
  /** The figure cannot have this value, is not told apart like that, or the day is over; nothing was saved. */
  | { readonly kind: 'refused'; readonly field: 'value' | 'part' | 'until' }
  /** There was none when the form was opened, and is one now; nothing was saved. */
  | { readonly kind: 'set-already'; readonly target: Pick<Target, 'figure' | 'part' | 'value' | 'untilDay'> }
  /** Somebody else changed the same meanwhile, each by its name, or took it away; nothing was saved. */
  | { readonly kind: 'changed-meanwhile'; readonly names: readonly string[] };

/** What a person changes of a target. */
type Aim = Pick<TargetChoice, 'value' | 'untilDay' | 'span'>;

/** Marks of what a form of a target is drawn from. @param target null: there is none */
export function marksOfTarget(target: Aim | null): Marks {
  return marksOf(target ? aimOf(target) : noAim);
}

/**
 * Sets the one target of a figure and part, or changes it. Where it stands now is taken as it is: who sets it sees the
 * distance, and alerts tell of what comes after.
 *
 * @param choice `seen`: what the form was drawn from; left out: whatever holds is to be another
 * @param memberId null: the shell
 */
export async function setTarget(
  context: Context,
  choice: TargetChoice & { readonly seen?: Marks },
  memberId: string | null,
): Promise<SetTargetOutcome> {
  const { figure, part, value, untilDay } = choice;
  const settings = await context.store.settings.read();
  const now = context.now();
  const today = localDay(now, settings.timeZone);
  if (!isPossible(figure, value)) return { kind: 'refused', field: 'value' };
  if (part && !figures[figure].dimensions.includes(part.dimension)) return { kind: 'refused', field: 'part' };
  if (untilDay < today) return { kind: 'refused', field: 'until' };

  const createdBy = memberId ?? terminalActor;
  return context.transaction(async (tx): Promise<SetTargetOutcome> => {
    // Whoever else sets one waits, so that what is compared is what is written over.
    await tx.settings.readToChange();
    const merged = merge(await tx.targets.of(choice), choice);
    if (merged.kind !== 'merged') return merged;
    const comparison = comparisonOf(figure);
    const aim = merged.aim;
    const report = await readFigure(
      { store: tx, settings },
      figure,
      spanWindow(aim.span, today + 1),
      part ? [part] : [],
    );
    const state = standingOf({ figure, comparison, ...aim }, report) ?? 'unknown';
    const saved = await tx.targets.save({ figure, part, comparison, ...aim, state, createdBy }, now);
    const details = { figure, part, comparison, value: aim.value, until: isoFromDay(aim.untilDay), span: aim.span };
    if (saved.isNew) await tx.audit.add(now, createdBy, 'target.set', `target:${saved.target.id}`, details);
    return { kind: 'saved', target: toTargetFacts(saved.target, report, settings, today) };
  });
}

/** What is to be written where somebody else may have been at it since the form was opened. */
function merge(
  known: Target | null,
  { seen, ...choice }: TargetChoice & { readonly seen?: Marks },
): { readonly kind: 'merged'; readonly aim: Aim } | Exclude<SetTargetOutcome, { kind: 'saved' | 'refused' }> {
  const wanted = aimOf(choice);
  if (!seen) return { kind: 'merged', aim: wanted };
  const wasThere = seen.value !== marksOfTarget(null).value;
  if (!known)
    return wasThere ? { kind: 'changed-meanwhile', names: Object.keys(wanted) } : { kind: 'merged', aim: wanted };
  const { merged, both } = mergeChanges(seen, aimOf(known), wanted);
  if (both.length === 0) return { kind: 'merged', aim: merged };
  return wasThere ? { kind: 'changed-meanwhile', names: both } : { kind: 'set-already', target: known };
}

function aimOf({ value, untilDay, span }: Aim): Aim {
  return { value, untilDay, span };
}

const noAim = { value: null, untilDay: null, span: null };

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
