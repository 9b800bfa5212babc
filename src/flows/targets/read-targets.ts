import type { TargetFacts } from '../../facts/report.ts';
import type { FigureReport } from '../../loyalty/figures/report.ts';
import type { Settings } from '../../loyalty/settings.ts';
import { distanceTo, spanWindow, type Target } from '../../loyalty/target.ts';
import type { Day } from '../../loyalty/time/period.ts';
import { type FigureContext, readFigure } from '../figures/read-figure.ts';

/** Every target and how far it is, for facts before `asOf`, on a day that may be later. */
export async function readTargets(context: FigureContext, asOf: Day, today: Day): Promise<TargetFacts[]> {
  const facts = [];
  for (const target of await context.store.targets.list()) {
    const parts = target.part ? [target.part] : [];
    const report = await readFigure(context, target.figure, spanWindow(target.span, asOf), parts);
    facts.push(toTargetFacts(target, report, context.settings, today));
  }
  return facts;
}

export function toTargetFacts(
  { id, figure, part, comparison, value, untilDay, span, state, createdBy }: Target,
  report: FigureReport,
  { currency }: Pick<Settings, 'currency'>,
  today: Day,
): TargetFacts {
  const distance = report.value === null ? null : distanceTo({ comparison, value }, report.value);
  const daysLeft = untilDay - today;
  return {
    id,
    figure,
    part,
    comparison,
    value,
    untilDay,
    span,
    state,
    createdBy,
    currency,
    report,
    distance,
    daysLeft,
  };
}
