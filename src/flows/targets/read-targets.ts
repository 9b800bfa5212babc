import type { TargetFacts } from '../../facts/report.ts';
import type { FigureReport } from '../../loyalty/figures/report.ts';
import type { Settings } from '../../loyalty/settings.ts';
import { distanceTo, spanWindow, type Target } from '../../loyalty/target.ts';
import type { Day } from '../../loyalty/time/period.ts';
import { type FigureContext, readFigure } from '../figures/read-figure.ts';

/** Every target and how far it is, for facts before `asOf`, on a day that may be later. */
export async function readTargets(context: FigureContext, asOf: Day, today: Day): Promise<TargetFacts[]> {
  const targets = await context.store.targets.list();
  return Promise.all(
    targets.map(async (target) => {
      const parts = target.part ? [target.part] : [];
      const report = await readFigure(context, target.figure, spanWindow(target.span, asOf), parts);
      return toTargetFacts(target, report, context.settings, today);
    }),
  );
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
