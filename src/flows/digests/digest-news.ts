import type { DigestFacts, TargetFacts } from '../../facts/report.ts';
import { isEnough } from '../../loyalty/figures/figure.ts';
import { figureNames, figures } from '../../loyalty/figures/index.ts';
import type { FigureReport } from '../../loyalty/figures/report.ts';

/** The figures that a digest tells apart, by whether they changed beyond chance; those that nothing is known of are left out. */
export function newsOfFigures({ figures: all = [], targets = [] }: Pick<DigestFacts, 'figures' | 'targets'>): {
  readonly changed: readonly FigureReport[];
  readonly steady: readonly FigureReport[];
  readonly missed: readonly TargetFacts[];
} {
  const told = all.filter(
    (report) => isToldAlone(report) && report.value !== null && isEnough(figures[report.figure], report.base),
  );
  const isChanged = ({ change }: FigureReport) => change?.proven === true;
  return {
    changed: told.filter(isChanged),
    // Of a sum nobody can say whether it is steady.
    steady: told.filter((report) => !isChanged(report) && !figures[report.figure].isTotal),
    missed: targets.filter(({ daysLeft, distance }) => daysLeft >= 0 && (distance ?? 0) > 0),
  };
}

/** Whether there is anything in it that was not so before, or that waits for somebody. */
export function hasNews(digest: DigestFacts): boolean {
  const { ladder, goodVoices = [], badVoices = [], followUps } = digest;
  const { changed, missed } = newsOfFigures(digest);
  return (
    changed.length + missed.length + goodVoices.length + badVoices.length > 0 ||
    (followUps?.open ?? 0) + (followUps?.claimed ?? 0) > 0 ||
    ladder?.movements.some(({ count }) => count > 0) === true
  );
}

/** Of two figures that only move together, one is told. */
function isToldAlone({ figure }: FigureReport): boolean {
  const { movesWith } = figures[figure];
  return movesWith === undefined || !figureNames.some((name) => name === movesWith);
}
